"""Problems as text for people, as annotations for GitHub, and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping, Sequence

from generator.libraries.characters import columns, visible
from generator.problems.code import ERROR
from generator.problems.problem import Problem, count

FORMATS = ("text", "github", "json")


def report(
    form: str, problems: Iterable[Problem], texts: Mapping[str, str], prefix: str, records: int
) -> str:
    """Return all problems in one of FORMATS. `prefix`: put before paths, so that they can be opened as shown.

    The text and GitHub forms end in `N 条记录，E 个错误，W 个警告`.
    """
    listed = list(problems)
    if form == "json":
        return _json(listed, prefix, records)
    as_github = form == "github"
    parts = [_annotation(item, prefix) for item in listed] if as_github else as_text(listed, texts, prefix)
    return "\n".join([*parts, summary(listed, records)]) + "\n"


def as_text(problems: Sequence[Problem], texts: Mapping[str, str], prefix: str) -> list[str]:
    """Return each problem as an editor reads it, without a line end after it and without a summary. `prefix` as for `report`."""
    hidden = {(problem.path, problem.mark.line) for problem in problems if problem.hidden}
    return [_text(problem, texts, prefix, hidden) for problem in problems]


def summary(problems: Iterable[Problem], records: int) -> str:
    """Return the last line of a report."""
    errors, warnings = count(problems)
    return f"{records} 条记录，{errors} 个错误，{warnings} 个警告"


def head(problem: Problem, prefix: str = "") -> str:
    """Return the first line of a problem: `path:line:column: 级别 码: message`."""
    line, column, _ = problem.mark
    where = f"{visible(_placed(prefix, problem.path))}:{line}:{column}"
    return f"{where}: {problem.severity} {problem.code}: {visible(problem.message)}"


def plain(text: str) -> str:
    """Return a text of several lines, each made visible."""
    return "\n".join(visible(line) for line in text.split("\n"))


def _placed(prefix: str, path: str) -> str:
    """Return a path that can be opened; a path outside the registry (`../`) starts at the repository's root."""
    return path.removeprefix("../") if path.startswith("../") else prefix + path


def _text(problem: Problem, texts: Mapping[str, str], prefix: str, hidden: Container[tuple[str, int]]) -> str:
    """`hidden`: paths and lines with personal data, not shown again, since logs are public too."""
    quote = [] if (problem.path, problem.mark.line) in hidden else _quote(problem, texts)
    lines = [f"    {visible(line)}" for line in problem.lines]
    return "\n".join([head(problem, prefix), *quote, f"  改法：{visible(problem.remedy)}", *lines])


def _quote(problem: Problem, texts: Mapping[str, str]) -> list[str]:
    """Quote the source line with a marker below it; empty if the file's text cannot be shown."""
    lines = texts.get(problem.path, "").split("\n")
    line, column, end = problem.mark
    if line > len(lines) or not lines[line - 1].strip():
        return []
    shown = visible(lines[line - 1].replace("\t", " "))[:160]
    before = columns(visible(lines[line - 1][: column - 1].replace("\t", " ")))
    marked = columns(visible(lines[line - 1][column - 1 : end - 1].replace("\t", " "))) or 1
    number = f"{line:5} | "
    return [number + shown, " " * (len(number) - 2) + "| " + " " * before + "^" * min(marked, 80)]


def _annotation(problem: Problem, prefix: str) -> str:
    kind = "error" if problem.severity == ERROR else "warning"
    line, column, _ = problem.mark
    where = f"file={_property(_placed(prefix, problem.path))},line={line},col={column},title={problem.code}"
    told = "".join(_message(f"\n{line}") for line in problem.lines)
    return f"::{kind} {where}::{_message(f'{problem.message} 改法：{problem.remedy}')}{told}"


def _message(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _json(problems: list[Problem], prefix: str, records: int) -> str:
    errors, warnings = count(problems)
    rows = [
        {
            "path": _placed(prefix, problem.path),
            "line": problem.mark.line,
            "column": problem.mark.column,
            "end_column": problem.mark.end,
            "severity": "error" if problem.severity == ERROR else "warning",
            "code": problem.code,
            "message": problem.message,
            "remedy": problem.remedy,
            "lines": problem.lines,
        }
        for problem in problems
    ]
    whole = {"records": records, "errors": errors, "warnings": warnings, "problems": rows}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
