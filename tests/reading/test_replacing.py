"""What a problem itself knows to be right is written by `check --fix`, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import cli
from generator.problems.problem import Problem
from generator.reading.placement import words_of
from generator.reading.read import read_texts
from generator.reading.replacing import replaced
from tests.made import casefiles, samples

PATH = samples.RECORD
WORDS = words_of(samples.texts())

# What stands in the sample record, what somebody wrote in its place, and what becomes of that.
FAULTS = {
    "dots": ("established: 2017-06", "established: 2018.5", "established: 2018-05"),
    "Chinese": ("established: 2017-06", "established: 2023年7月13日  # 揭牌", "established: 2023-07-13  # 揭牌"),
    "full-width": ("established: 2017-06", "established: ２０２３年７月", "established: 2023-07"),
    "quoted": ("established: 2017-06", "established: '2018.5'", "established: 2018-05"),
    "a number": ("members: 15", "members: １５", "members: 15"),
    "a key in Chinese": ("members: 15", "成员人数: 15", "members: 15"),
    "a key and its value": ("established: 2017-06", "成立时间: 2018.5", "established: 2018-05"),
    "a code in small letters": ("industry: C34", "industry: ｃ34", "industry: C34"),
    "a name for a code": ("industry: C34", "industry: 教育", "industry: P"),
    "not sure": ("established: 2017-06", "established: 2018年春", "established: 2018年春"),
    "not in the calendar": ("established: 2017-06", "established: 2018-02-30", "established: 2018-02-30"),
    "of two lines": ("established: 2017-06", "established: 2018.5\n  月", "established: 2018.5\n  月"),
    "another word": ("members: 15", "members: 15人", "members: 15人"),
}  # fmt: skip


def problems(text: str) -> list[Problem]:
    """Those of the record."""
    return [one for one in read_texts({**WORDS, PATH: text})[1] if one.path == PATH]


@pytest.mark.parametrize("name", FAULTS)
def test_fault(name: str) -> None:
    good, wrong, right = FAULTS[name]
    text = samples.texts()[PATH]
    assert good in text
    spoiled = text.replace(good, wrong)
    assert replaced(spoiled, problems(spoiled), problems) == text.replace(good, right)


def test_what_every_case_knows_to_be_right_is_right() -> None:
    """Of all cases of the project: what is mended has fewer problems, none that was not there, and mending again changes nothing."""
    mended = 0
    for case in casefiles.paths():
        registry = casefiles._made(casefiles.load(case))
        words = words_of(registry)
        for path, text in registry.items():

            def again(new: str, path: str = path, words: dict[str, str] = words) -> list[Problem]:
                return [one for one in read_texts({**words, path: new})[1] if one.path == path]

            if not path.endswith(".yml") or samples.texts().get(path) == text:
                continue
            before = again(text)
            new = replaced(text, before, again)
            if new != text:
                mended += 1
                after = again(new)
                assert len(after) < len(before), case
                assert replaced(new, after, again) == new, case
    assert mended > 20


def test_check_with_fix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path, text in samples.texts().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    record = tmp_path / PATH
    record.write_text(record.read_text("utf-8").replace("members: 15", "成员人数：１５"), encoding="utf-8")
    cli.main(["check", "--registry", str(tmp_path), "--fix"])
    told = capsys.readouterr().out
    assert told.count(f"改好了 {record.as_posix()}\n") == 1
    assert "F207" not in told
    assert record.read_text("utf-8").endswith(samples.texts()[PATH])
