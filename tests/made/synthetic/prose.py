"""The made-up 事迹简介: 250 to 300 characters, put together from what the record says and its trade's work."""

from __future__ import annotations

from random import Random

from tests.made.synthetic.trades import Trade

LEAST, MOST = 250, 300  # the application form's limit is 300 characters without white space (附件2)
_METHODS = (
    "工作室坚持每周一次例会、每月一次课题评审，制度、台账和场地设备齐全。",
    "团队实行课题认领制，做到年初有计划、季度有检查、年末有总结。",
    "工作室配有实训区、研讨区和成果展示区，常年对本单位职工开放。",
    "工作室把生产现场的难题列成清单，按轻重缓急逐项攻关销号。",
)
_WORKS = (
    "近年来围绕{0}、{1}等课题开展攻关，完成改进{2}项，其中{3}项在本单位推广。",
    "针对{0}和{1}中的薄弱环节，成员反复试验，形成操作法{3}个，解决难题{2}项。",
    "先后承担{0}、{1}等项目，累计实施技术革新{2}项，获得各类奖项{3}项。",
    "以{0}为突破口，带动{1}等工作，共提出合理化建议{2}条，被采纳{3}条。",
)
_RESULTS = (
    "{0}一项，使故障率由 {1}% 降到 {2}%，年节约费用约{3}万元。",
    "{0}成果投入使用后，工时缩短 {1}%，返工减少 {2}%，年创效益{3}万元。",
    "在{0}方面，一次合格率提高{2}个百分点，单耗下降 {1}%，折合年效益{3}万元。",
)
_TRAINING = (
    "坚持以老带新，开展培训{0}期、{1}人次，带出高级工以上人员{2}名。",
    "与职业院校结对，接收实习生{2}名，编写培训教材{0}册，授课{1}人次。",
    "每年举办技能比武，参赛{1}人次，签订师徒协议{0}对，{2}名徒弟成长为骨干。",
)
_FILLERS = (
    "成员中既有一线技师，也有青年技术人员。",
    "多项做法写入作业指导书。",
    "工作室定期到兄弟单位交流，把成熟经验送到班组。",
    "成果以图文和视频的形式汇编成册，供班组学习。",
    "团队注重把个人绝活变成大家都会的标准动作。",
    "遇到抢修抢险任务，成员总是第一时间赶到现场。",
    "课题经费专款专用，设备按月保养。",
    "青年职工在这里学技术、比本领、当先锋。",
    "相关经验在全市同行业交流会上作过介绍。",
    "工作室还参加志愿服务，为社区居民解决身边的小难题。",
    "他们用数据说话，每一项改进都经过对比试验。",
    "从图纸到样件，团队平均只用三周。",
    "下一步将继续面向生产一线选题，扩大协同攻关的范围。",
    "大家常说，问题在哪里，课题就在哪里。",
    "工作室建立了共享资料库，收录案例一百余个。",
    "每项成果都明确责任人和推广时限。",
    "跨部门的协同机制让问题当天有人接、三天有回音。",
    "创新的氛围由此越来越浓。",
)
_UNKNOWN = "本简介为合成数据，内容纯属虚构。"


def summary(rng: Random, trade: Trade, opening: str, *, two_paragraphs: bool) -> str:
    """A text of LEAST to MOST characters that begins with `opening`, in one paragraph or two."""
    topics = [thing + rng.choice(trade.aspects) for thing in rng.sample(trade.objects, 3)]
    many = rng.randrange(6, 60)
    parts = [
        opening,
        rng.choice(_METHODS),
        rng.choice(_WORKS).format(topics[0], topics[1], many, many // 3 + 1),
        rng.choice(_RESULTS).format(
            topics[2], rng.randrange(8, 30), rng.randrange(2, 8), rng.randrange(5, 400)
        ),
        rng.choice(_TRAINING).format(rng.randrange(3, 40), rng.randrange(60, 900), rng.randrange(3, 30)),
    ]
    length = sum(map(_length, parts))
    fillers = [_UNKNOWN, *rng.sample(_FILLERS, len(_FILLERS))]
    target = rng.randrange(LEAST, MOST - 8)
    for filler in fillers:
        if length < target and length + _length(filler) <= MOST:
            parts.append(filler)
            length += _length(filler)
    broken = 2 if two_paragraphs else len(parts)
    return "\n".join("".join(paragraph) for paragraph in (parts[:broken], parts[broken:]) if paragraph)


def _length(text: str) -> int:
    return len("".join(text.split()))


def opening(name: str, unit: str | None, leader: str | None, field: str, members: int | None) -> str:
    """The first sentence: what the record knows of where, who, what and how many."""
    told = [f"{name}设在{unit}" if unit else name]
    if leader:
        told.append(f"由{leader}领衔")
    if members:
        told.append(f"现有成员{members}人")
    return "，".join([*told, f"主要从事{field}方面的攻关和传授"]) + "。"
