"""A new record asked for in a terminal, or made of options: each answer read at once, nothing written that is not wanted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import cli
from generator.doors import build
from generator.drafts import answers, interview
from generator.drafts.questions import QUESTIONS
from generator.model.registry import Registry
from generator.problems.code import ERROR
from generator.reading.placement import path_of
from generator.reading.read import read_texts
from generator.rules.check import check_added
from tests import ROOT
from tests.made import program, repositories, samples, terminal
from tests.made.repositories import FOURTH, Repository, record
from tests.reading.test_properties import ANY, bounded

TODAY = date(2026, 3, 1)
ID = "DL0004"


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The sample registry."""
    return read_texts(samples.texts(), samples.names())[0]


@pytest.fixture(scope="module")
def real() -> Registry:
    """The real one."""
    return build.load(ROOT / "registry").registry


def talk(registry: Registry, said: Sequence[str], **known: str) -> tuple[dict[str, str] | None, list[str]]:
    """What is known after these answers, and all that was shown; answers that are not asked for, or lack, are a fault."""
    conversation = interview.conversation(registry, ID, known, TODAY)
    shown = [next(conversation)]
    for number, text in enumerate(said, start=1):
        try:
            shown.append(conversation.send(text))
        except StopIteration as end:
            assert number == len(said), "nothing more is asked"
            return end.value, shown
    raise AssertionError(f"still asked: {shown[-1]}")


ALL = [
    "钱江职工创新工作室", "大连范例机械公司", "钱江", "2", "2026-02-01", "", "", "1", "", "C", "机床维修",
    "", "2019-06", "1", "", "1", "", "钱江职工创新工作室获市级命名", "大连范例机械公司", "2023-07", "https://www.example.com/1.html", "全部",
]  # fmt: skip


def test_all_answers_make_a_record_without_a_problem(registry: Registry) -> None:
    known, _ = talk(registry, ALL)
    assert known is not None
    assert known["leader.basis.date"] == "2026-02-01"
    text = interview.draft(ID, known)
    told = check_added(registry, {path_of(ID): text}, TODAY)
    assert [one for one in told if one.severity == ERROR and one.code != "R343"] == [], told
    read = read_texts({**samples.texts(), path_of(ID): text})[0].workshops[-1]
    assert (read.name, read.unit, read.category, read.district) == (ALL[0], ALL[1], "职工", "中山区")
    (named,) = read.designations
    assert (named.title, named.level, named.notice) == ("大连市职工创新工作室", "市级", "naming-2023")
    assert named.date and named.date.iso == "2023-07-13"
    assert read.sources[0].supports[:2] == ("name", "unit")
    assert "designations" in read.sources[0].supports


def test_the_least_is_a_name_and_a_source(registry: Registry) -> None:
    said = ["钱江创新工作室", *[""] * 11, "报道", "", "", "", ""]
    known, shown = talk(registry, said)
    assert known == {"name": "钱江创新工作室", "sources.title": "报道"}
    assert not [text for text in shown[1:] if "称号" in text and "级别" in text]


@pytest.mark.parametrize(
    ("key", "wrong", "words", "right"),
    [
        ("name", "", "这一项要写。", "钱江创新工作室"),
        ("unit", "甲厂，电话 13912345678", "这里像是手机号", "甲厂"),
        ("unit", "甲\u200b厂", "看不见或显示不出来的字符", "甲厂"),
        ("leader.name", "钱" * 21, "“姓名”有 21 字，至多 20 字。改法：", "钱江"),
        ("leader.basis.kind", "听说的", "“依据”不能写“听说的”", "公开报道"),
        ("district", "高新区", "“高新区”属于“开放先导区”", "中山区"),
        ("district", "99", "“区域”里没有“99”", "１"),
        ("industry", "C99", "“所属行业”里没有“C99”", "C"),
        ("established", "2019年6月", "请改为 2019-06。", "2019-06"),
        ("designations.level", "", "这一项要写。", "市级"),
        ("sources.url", "www.example.com", "“网址”的写法不能用", "https://www.example.com/"),
        ("sources.supports", "9", "上面没有“9”。请写编号", "1"),
        ("sources.supports", "members", "上面没有“members”", "name"),
    ],
)
def test_an_answer_is_judged_at_once(
    key: str, wrong: str, words: str, right: str, registry: Registry
) -> None:
    known = {"name": "钱江创新工作室", "leader.name": "钱江", "designations.title": "没有见过的称号"}
    asked = next(one for one in QUESTIONS if one.key == key)
    asking = interview.answered(asked, registry, {} if key == "name" else known, TODAY)
    next(asking)
    assert words in asking.send(wrong)
    with pytest.raises(StopIteration) as end:
        asking.send(right)
    assert end.value.value


def test_industries_are_found_by_code_by_name_and_by_a_part_of_it(real: Registry) -> None:
    asked = next(one for one in QUESTIONS if one.key == "industry")
    known = {"name": "甲"}
    for said, meant in (("c34", "C34"), ("Ｃ34", "C34"), ("通用设备制造业", "C34"), ("C", "C")):
        assert answers.meant(asked, said, real, known) == meant
    asking = interview.answered(asked, real, known, TODAY)
    assert "输入 ?" in next(asking)
    assert "\n  C 制造业\n" in asking.send("？")
    assert "\n  C34 通用设备制造业\n" in asking.send("c?")
    assert "C35 专用设备制造业" in asking.send("设备")
    both = asking.send("房地产业")
    assert "K 房地产业" in both and "K70 房地产业" in both
    with pytest.raises(StopIteration) as end:
        asking.send("K70")
    assert end.value.value == "K70"


def test_a_workshop_that_is_there_is_told_before_anything_else_is_asked(registry: Registry) -> None:
    said = ["周海职工创新工作室", "大连海上机械有限公司", "周海", "n"]
    known, shown = talk(registry, said)
    assert known is None
    assert "DL0001" in shown[3] and "还要新写一份吗" in shown[3]


def test_what_the_city_has_none_of_is_not_asked(registry: Registry) -> None:
    bare = {**samples.texts(), "vocabularies/zones.yml": "title: 开放先导区\nterms: []\n"}
    without = read_texts(bare, samples.names())[0]
    said = list(ALL)
    del said[8]  # 开放先导区
    known, shown = talk(without, said)
    assert known == talk(registry, ALL)[0]
    assert not any("开放先导区" in text for text in shown)


def test_what_options_said_is_not_asked(registry: Registry) -> None:
    known, shown = talk(registry, ["钱江创新工作室", *[""] * 10, "报道", "", "", "", ""], unit="甲厂")
    assert known is not None and known["unit"] == "甲厂"
    assert not [text for text in shown if "所在单位" in text.partition("\n> ")[0] and "（unit）" not in text]


@bounded
@given(st.lists(ANY, max_size=60))
def test_any_answers_make_a_record_that_can_be_read(said: list[str]) -> None:
    """Whatever is typed, the conversation goes on; what it makes has no problem of writing and none of a field."""
    registry = read_texts(samples.texts(), samples.names())[0]
    conversation = interview.conversation(registry, ID, {}, TODAY)
    next(conversation)
    known = None
    for text in [*said, *["甲工作室", *[""] * 8] * 8]:
        try:
            conversation.send(text)
        except StopIteration as end:
            known = end.value
            break
    if known:
        told = check_added(registry, {path_of(ID): interview.draft(ID, known)}, TODAY)
        assert not [one for one in told if one.code[0] in "SF" or one.code.startswith("R38")], told


SHORT = {
    ("district", "甘井子"): "甘井子区",
    ("district", "普兰店市"): "普兰店区",
    ("district", "普兰店"): "普兰店区",
    ("district", "高新"): "高新",
    ("district", "甘"): "甘",
    ("zone", "高新"): "高新区",
    ("zone", "大连高新技术产业园区"): "高新区",
    ("recommender", "甘井子"): "甘井子区总工会",
    ("recommender", "大连市"): "大连市",
    ("leader.honours.name", "大连市劳模"): "大连市劳模",
}


@pytest.mark.parametrize(("key", "said"), SHORT)
def test_a_term_is_known_by_its_beginning_or_another_name(key: str, said: str, real: Registry) -> None:
    """Only where it can be but one; else the answer stays as it is, and the reader asks."""
    asked = next(one for one in QUESTIONS if one.key == key)
    assert answers.meant(asked, said, real, {"name": "甲"}) == SHORT[key, said]


def test_one_may_go_back(registry: Registry) -> None:
    """To the question before, whose answer is proposed; what depends on it is asked anew or no more."""
    said = [
        "<",
        "钱江创新工作室",
        "错厂",
        "<",
        "对厂",
        "钱江",
        "公开报道",
        "＜",
        "上一项",
        "-",
        *[""] * 7,
        "",
        "报道",
        "",
        "",
        "",
        "",
    ]
    known, shown = talk(registry, said)
    assert "这是第一项" in shown[1]
    assert "回车就写“错厂”" in shown[4]
    assert known == {"name": "钱江创新工作室", "unit": "对厂", "sources.title": "报道"}


def test_what_was_typed_is_not_asked_again(registry: Registry) -> None:
    typed = {"name": "钱江创新工作室", "unit": "", "leader.name": ""}
    conversation = interview.conversation(registry, ID, {}, TODAY, typed)
    assert "类别" in next(conversation)
    conversation.send("劳模")
    assert typed == {"name": "钱江创新工作室", "unit": "", "leader.name": "", "category": "劳模"}
    assert "类别" in conversation.send("<"), "one may go back into what was typed before"


# ---- the command


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with three records."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    return repositories.made(tmp_path / "here")


def new(repository: Repository, *words: str) -> int:
    """Run `new`."""
    return cli.main(["new", "--registry", str(repository.registry), *words])


OPTIONS = {
    "unit": "大连范例机械公司", "leader": "钱江", "basis": "公开报道", "honour": "大连市劳动模范", "honour-year": "2018",
    "category": "职工", "district": "中山区", "industry": "教育", "field": "机床维修", "recommender": "中山区总工会",
    "established": "2019-06", "title": "大连市职工创新工作室", "level": "市级", "date": "2022-07-01",
    "source-title": "钱江职工创新工作室获市级命名", "source-publisher": "大连范例机械公司", "source-date": "2022-07-05",
    "source-url": "https://www.example.com/1.html", "supports": "全部",
}  # fmt: skip


def test_options_alone_make_a_whole_record(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [word for option, text in OPTIONS.items() for word in (f"--{option}", text)]
    assert new(repository, "钱江职工创新工作室", *words) == 0
    told = capsys.readouterr()
    assert told.out == (
        f"写好了草稿 {repository.registry / FOURTH}\n它已经通过检查；打开它核对一遍，就可以提交了。\n"
    )
    assert cli.main(["check", "--registry", str(repository.registry), "--since", "HEAD"]) == 0
    assert capsys.readouterr().out == "4 条记录，0 个错误，0 个警告\n"


def test_a_name_alone_makes_a_draft_to_fill(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(repository, "钱江职工创新工作室") == 0
    told = capsys.readouterr().out
    assert "错误 F202: 缺少“来源”（sources）" in told
    assert told.endswith(
        f"写好了草稿 {repository.registry / FOURTH}\n请打开它补全，再检查（菜单里选 1，或者 run.py check）。\n"
    )


def test_a_bad_option_writes_nothing(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(repository, "钱江职工创新工作室", "--district", "高新区", "--date", "7月") == 2
    told = capsys.readouterr().err
    assert "--district：错误 F204：“区域”里没有“高新区”。改法：“高新区”属于“开放先导区”" in told
    assert "--date：错误 F206：" in told
    assert told.endswith("没有写任何文件。\n")
    assert not (repository.registry / FOURTH).exists()


def test_the_same_workshop_is_not_written_again(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        new(
            repository,
            "周海职工创新工作室",
            "--unit",
            "大连示例机械有限公司",
            "--leader",
            "周海",
            "--basis",
            "公开报道",
            "--source-title",
            "报道",
        )
        == 1
    )
    assert "错误 R361：和 DL0001" in capsys.readouterr().err
    assert not (repository.registry / FOURTH).exists()


def test_an_id_of_the_past_is_not_taken_again(repository: Repository) -> None:
    """The record is neither on disk nor in the last commit; git remembers it."""
    repository.write(FOURTH, record(4, "钱江"))
    repository.commit()
    repository.remove(FOURTH)
    repository.commit()
    assert new(repository, "孙湖职工创新工作室") == 0
    assert not (repository.registry / FOURTH).exists()
    assert (repository.registry / "workshops/0000/DL0005.yml").exists()


def test_without_a_terminal_and_a_name_nothing_is_asked(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(repository) == 2
    assert "请写在 new 后面" in capsys.readouterr().err


def typed(repository: Repository, *said: str, end: str = "\x04") -> program.Done:
    """`new` in a terminal in which all this was typed, and then the end of input, or an interruption."""
    words = ["new", "--registry", str(repository.registry)]
    return terminal.run_in_terminal(words, "".join(f"{text}\n" for text in said) + end)


@pytest.mark.skipif("sys.platform == 'win32'", reason="a terminal of Unix")
def test_in_a_terminal_it_asks(repository: Repository) -> None:
    done = typed(repository, *ALL, "")
    assert done.returncode == 0, done
    shown = re.sub(r"\s+", " ", done.stdout)
    assert "草稿是这样的" in shown and "写好了草稿" in shown
    assert "name: 钱江职工创新工作室\n" in (repository.registry / FOURTH).read_text(encoding="utf-8")


@pytest.mark.skipif("sys.platform == 'win32'", reason="a terminal of Unix")
@pytest.mark.parametrize(("count", "end"), [(0, "\x04"), (3, "\x04"), (len(ALL), "\x04"), (len(ALL), "n\n")])
def test_who_breaks_off_leaves_nothing(repository: Repository, count: int, end: str) -> None:
    done = typed(repository, *ALL[:count], end=end)
    assert done.returncode == (130 if end == "\x04" else 0)
    assert "没有写任何文件。" in done.stdout
    assert done.stderr == ""
    assert repository.git("status", "--porcelain") == ""


@pytest.mark.skipif("sys.platform == 'win32'", reason="a terminal of Unix")
def test_who_breaks_off_goes_on_where_it_was(repository: Repository) -> None:
    assert "写过的 3 项留在这台电脑上" in typed(repository, *ALL[:3]).stdout
    done = typed(repository, "", *ALL[3:5])
    assert "上次写了一半：钱江职工创新工作室。" in done.stdout and "写过的 5 项" in done.stdout
    done = typed(repository, "", *ALL[5:], "")
    assert done.returncode == 0, done
    assert "写好了草稿" in done.stdout
    assert "district: 中山区\n" in (repository.registry / FOURTH).read_text(encoding="utf-8")
    assert "上次写了一半" not in typed(repository).stdout


@pytest.mark.skipif("sys.platform == 'win32'", reason="a terminal of Unix")
def test_who_begins_anew_has_nothing_of_last_time(repository: Repository) -> None:
    typed(repository, *ALL[:3])
    assert "工作室的名称" in typed(repository, "n").stdout
    assert "上次写了一半" not in typed(repository).stdout


@pytest.mark.skipif("sys.platform == 'win32'", reason="a terminal of Unix")
def test_ctrl_c_leaves_nothing(repository: Repository) -> None:
    done = terminal.interrupted_in_terminal(
        ["new", "--registry", str(repository.registry)], "钱江职工创新工作室\n"
    )
    assert (done.returncode, done.stderr) == (130, "")
    assert done.stdout.endswith("\n没有写任何文件。\n")
    assert repository.git("status", "--porcelain") == ""
