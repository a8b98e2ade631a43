"""Whether a workshop is called after a person, judged by the surname."""

from __future__ import annotations

import re

# Common surnames, without those that are mostly the beginning of another word (全, 成, 木).
_SINGLE = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛"
    "伍韦申尤毕聂丛焦柳邢路岳齐梅莫庄辛管祝左涂谷祁舒耿牟卜肖詹关苗凌费纪靳盛童欧甄项曲游阳裴席卫查屈鲍覃霍翁隋甘景薄单包司柏"
    "宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫苟褚廉简娄盖符奚穆党燕郎邸冀谈姬屠连郜晏栾郁蒙计喻揭窦迟宇敖"
    "糜鄢冷卓花仇艾蓝巩井练仲乐虞卞封竺冼衣楚佟栗匡宗巫鞠桑荆谌扬沙伏岑习胥蔺逄初矫宿修荣占闫鹿"
)
_COMPOUND = (
    "欧阳|尉迟|上官|司马|诸葛|慕容|令狐|皇甫|司徒|夏侯|东方|端木|长孙|万俟|单于|澹台|公孙|宇文|呼延|南宫"
)
_CALLED = re.compile(
    rf"“?((?:{_COMPOUND})[\u3400-\u9fff\U00020000-\U000323af]{{1,2}}|[{_SINGLE}][\u3400-\u9fff\U00020000-\U000323af]{{1,2}}"
    r"|[\u3400-\u9fff]{2,8}·[\u3400-\u9fff]{2,8})”?[（(]?(?:劳模|职工|创新|工作室|技术|技能|大师)"
)


def person_in(name: str) -> str | None:
    """What a workshop's name begins with, where that is built as a person's name: 周示例 of 周示例职工创新工作室."""
    found = _CALLED.match("".join(name.split()))
    return found[1] if found else None
