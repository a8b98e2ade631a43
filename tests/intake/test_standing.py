"""What the registry has already is no fault of a table; and it is only looked for when there is something to tell."""

from __future__ import annotations

from collections.abc import Iterable

from generator.intake.standing import Standing
from generator.problems.problem import FILE_START, Mark, Problem
from generator.reading.read import read_texts
from generator.reading.whole import F202
from tests.made import samples

HAD = Problem("workshops/0000/DL0001.yml", FILE_START, F202, "少了 name", "补上")


def test_only_new_problems_are_told_wherever_the_old_ones_stand_by_now() -> None:
    asked: list[str] = []

    def problems() -> Iterable[Problem]:
        asked.append("")
        return [HAD]

    registry, _ = read_texts(samples.texts(), samples.names())
    ground = Standing(registry, registry.names, samples.TODAY, problems)
    assert ground.new([]) == []
    assert not asked
    other = HAD._replace(path="workshops/0000/DL0002.yml")
    assert ground.new([HAD._replace(mark=Mark(9, 1, 2)), other]) == [other]
    assert ground.new([HAD]) == []
    assert len(asked) == 1
