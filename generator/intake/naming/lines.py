"""One line of a naming list as text: 12．王强劳模创新工作室（大连示例公司，领衔人：王强）."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.intake.naming.headings import number
from generator.intake.naming.named import NEW
from generator.intake.persons import is_organisation, is_person, is_workshop
from generator.model.local import ID
from generator.rules.names import UNCHOSEN

_PARTS = re.compile(r"[\s　,，;；、|]+|——|--")
_LED = re.compile(r"(?:领衔人|领军人|领办人|带头人|负责人)(?:姓名)?\s*[:：]?\s*(.+)|(.+?)领衔")
_BY = re.compile(r"(?:推荐单位|推荐工会|报送单位)\s*[:：]?\s*(.+)|(.+?)推荐")
_NAME = re.compile(
    r"(.{2,}?(?:工作室联盟|工作室|联盟)(?:[(（][^()（）]*(?:工作室|联盟)[^()（）]*[)）])?)\s*(.*)", re.DOTALL
)
_PROSE = re.compile(r"[。！？!?]|通报|通知|决定|希望|要求|各(?:区|单位)")
_ONE = re.compile(r"[\u3400-\u9fff]")  # 王　甲: official papers spread short names
_SHORT, _REST = re.compile(r"[\u3400-\u9fff]{2,4}"), re.compile(r"劳模|职工|创新")
_UNCHOSEN = re.compile(UNCHOSEN)  # the printed form of a name, in a title
_ADJACENT = re.compile(r"[)）]\s*[(（]")
_BEFORE = re.compile(r"^[(（]([^()（）]+)[)）](.+)")  # （大连某厂）王甲劳模创新工作室
_QUOTED = re.compile(r"[“\"「]([^“”\"「」]*(?:工作室|联盟))[”\"」]")
_OPEN = {"(": ")", "（": "）", "[": "]", "【": "】", "〔": "〕"}


class NamingLine(NamedTuple):
    """A workshop that a line names, and what stands beside it. `left`: what is not understood."""

    name: str
    unit: str = ""
    leader: str = ""
    recommender: str = ""
    id: str = ""
    left: str = ""


def workshops(text: str) -> list[NamingLine]:
    """Return the workshops of a line, of which several may stand side by side; none where it is a sentence, or names none."""
    _, rest = number(text.strip())
    if not is_workshop(rest) or _PROSE.search(rest) or _UNCHOSEN.search(rest):
        return []
    found: list[NamingLine] = []
    before: list[str] = []
    plain = _QUOTED.sub(r"\1", _BEFORE.sub(r"\1　\2", rest))
    for part in _closed(_parts(plain)):
        if is_workshop(part) and (named := _NAME.fullmatch(part)):
            found.append(_with(NamingLine(named[1].strip()), [*before, *_split(named[2])]))
            before = []
        elif found:
            found[-1] = _with(found[-1], [part])
        else:
            before.append(part)
    return found


def _parts(text: str) -> list[str]:
    """Cut a line where nothing in brackets is cut."""
    parts, depth, start = [], 0, 0
    for place, sign in enumerate(text):
        depth += (sign in "(（") - (sign in ")）")
        if depth <= 0 and _PARTS.fullmatch(sign):
            parts.append(text[start:place])
            start = place + 1
    return [part for part in (*parts, text[start:]) if part.strip()]


def _closed(parts: list[str]) -> list[str]:
    """Put together what blanks spread: a sign alone and what follows it, a short name and 劳模创新工作室."""
    found: list[str] = []
    for part in parts:
        spread = found and (_ONE.fullmatch(found[-1]) or (_SHORT.fullmatch(found[-1]) and _REST.match(part)))
        if spread:
            found[-1] += part
        else:
            found.append(part)
    return found


def _split(beside: str) -> list[str]:
    """Cut what stands beside a name; the brackets around all of it go, those of a unit stay."""
    text = _ADJACENT.sub("，", beside.strip("：: "))
    if text[:1] in _OPEN and text[-1:] == _OPEN[text[0]] and not re.search(r"[)）].*[(（]", text[1:-1]):
        text = text[1:-1]
    return _parts(text)


def _with(line: NamingLine, parts: list[str]) -> NamingLine:
    """Return the line with what else its parts say; a bare name is the leader's where the workshop is called after it."""
    for part in (word for one in parts for word in _split(one)):
        led, by = _LED.fullmatch(part), _BY.fullmatch(part)
        if re.fullmatch(ID, part) or part == NEW:
            line = line._replace(id=part)
        elif led and not line.leader:
            line = line._replace(leader=(led[1] or led[2]).strip())
        elif by and not line.recommender:
            line = line._replace(recommender=(by[1] or by[2]).strip())
        elif is_organisation(part) and not line.unit:
            line = line._replace(unit=part)
        elif is_person(part) and part in line.name and not line.leader:
            line = line._replace(leader=part)
        else:
            line = line._replace(left=f"{line.left}，{part}".strip("，"))
    return line
