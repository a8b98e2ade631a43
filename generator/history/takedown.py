"""A name that was taken down is gone from the whole registry, and comes back nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.history.change import Change
from generator.problems.law import law
from generator.problems.problem import Problem
from generator.rules.takedown import R326, still_said


@law
def taken_down_name_is_gone(change: Change) -> Iterator[Problem]:
    """What `check` tells as long as a record gives the name away itself, told of the names that git knows (R326, R327).

    A word that may be another person's is told where the change touches the file, and when it takes a name down.
    """
    asking = bool(change.taken_down.keys() - change.long_gone.keys())
    for problem in still_said(change.after, change.taken_down):
        if problem.code == R326 or asking or problem.path in change.touched:
            yield problem
