"""Text set by typst: a template and its data to a tagged PDF. The only door to typst."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from generator.libraries.fonts import characters
from generator.libraries.kept import NOTHING, Kept, key_of, made

if TYPE_CHECKING:
    import typst

T = TypeVar("T")
MEDIA_TYPE = "application/pdf"
INSTEAD = "〓"  # what stands for a character that no font shows, as in Chinese print of old
_PREAMBLE = "missing.typ"
# What the packaged fonts show beyond doubt (tests/libraries/test_typeset.py asks them): in nearly every text there is
# nothing else, and no font has to be opened.
_USUAL = re.compile("[ -~·×—‘’“”…\u3000-\u3003\u3005-\u3015\u4e00-\u9fff\uff01-\uff5e]+")
# White space, which needs no glyph.
_BLANK = re.compile("[\t-\r\x85\u2000-\u200a\u2028\u2029\u202f\u205f]")
# What shows nothing by itself (Unicode: Default_Ignorable_Code_Point); in print it is left out, also what turns the writing round.
_UNSEEN = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)

# typst keeps what it worked out until it has set ten more documents, though no register shares anything with the next: twenty of 1,500
# workshops took 600 MB, with ten empty ones after each large one 280.
_LARGE, _KEPT = 200_000, 10

# What no text may hold; a title needs no glyphs, since it also stands where no font shows it.
_CONTROL = re.compile("[\0-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Unprintable(Exception):
    """typst refused. `source`: the file below the registry's folder that was to be printed; `reason`: in typst's words."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


@dataclass(frozen=True)
class Fonts:
    """The packaged fonts, and those in an operator's folder and below it, which show what the packaged ones lack.

    Of several further fonts that show a character the first by path does, whatever the order on a disk. A file that is no
    font is passed over, and the folder may be absent. `digest`: of the files in it, for what is kept.
    """

    folder: str = ""
    digest: bytes = field(default=b"", compare=False)

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters of a text that no font shows, each once, in their order."""
        return tuple(
            sign for sign in _odd((text,)) if not any(_shows(face, sign) for face in _faces(self.folder))
        )

    def further(self, texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return what only further fonts show of the texts: the family of each that is needed, and its characters."""
        packaged = _faces("")
        left = [sign for sign in _odd(texts) if not any(_shows(face, sign) for face in packaged)]
        found = []
        for face in _faces(self.folder)[len(packaged) :] if left else ():
            mine = "".join(sign for sign in left if _shows(face, sign))
            left = [sign for sign in left if sign not in mine]
            if mine:
                found.append((face.family, mine))
        return tuple(found)


PACKAGED = Fonts()


@dataclass(frozen=True)
class Press:
    """What prints PDFs: templates of typst by file name, and fonts. `kept`: what was printed before."""

    templates: Mapping[str, str]
    fonts: Fonts = field(default=PACKAGED)
    kept: Kept = field(default=NOTHING, compare=False)

    @property
    def digest(self) -> bytes:
        """The digest of templates and fonts: what decides about a PDF beside what is printed."""
        return key_of(sorted(self.templates.items()), self.fonts.digest)

    def set(self, template: str, title: str, day: date, data: Mapping[str, Any], source: str) -> bytes:
        """Return a PDF/UA-1, the same bytes on every computer: no font of the system, the clock is the document's own day.

        A character that no font shows is 〓, with its code at the foot of its page. Unprintable where typst refuses.
        """
        values = {"title": title, "date": {"year": day.year, "month": day.month, "day": day.day}, **data}
        shown = _every(values, self._shown)
        texts = list(_texts(shown))
        further = [{"family": name, "signs": _regex(signs)} for name, signs in self.fonts.further(texts)]
        special = bool(further) or any(INSTEAD in text for text in texts)
        text = (self.templates[_PREAMBLE] if special else "") + self.templates[template]
        inputs = {
            "title": _CONTROL.sub("", title),
            "data": json.dumps(shown, ensure_ascii=False),
            "further": json.dumps(further, ensure_ascii=False),
        }
        made_of = ("pdf", text, inputs, day, self.fonts.digest)
        return made(self.kept, made_of, lambda: self._compile(text, inputs, day, source))

    def _compile(self, text: str, inputs: dict[str, str], day: date, source: str) -> bytes:
        import typst

        fonts = _book(self.fonts.folder)
        try:
            content = typst.compile(
                text.encode(),
                font_paths=fonts,
                format="pdf",
                sys_inputs=inputs,
                pdf_standards="ua-1",
                timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
            )
        except typst.TypstError as error:
            raise Unprintable(source, error.message) from error
        if len(content) > _LARGE:
            empty = typst.Compiler(
                b"", font_paths=fonts
            )  # made once, and drawn: a hundredth of the time of an empty PDF
            for _ in range(_KEPT):
                empty.compile(b"", format="svg")
        return content

    def path_of(self, template: str) -> str:
        """Return where a template lies, from the registry's folder."""
        return f"../site_src/print/{template}"

    def _shown(self, text: str) -> str:
        """Return a text as typst is given it: what no font shows as `〓（U+20BB7）`, of which missing.typ makes 〓 and a note."""
        for sign in self.fonts.missing(text):
            text = text.replace(sign, f"{INSTEAD}（{code_of(sign)}）")
        return _UNSEEN.sub("", text)


def culprit(items: Sequence[T], print_them: Callable[[Sequence[T]], object]) -> T | None:
    """Return, of many that were refused together, one that is refused alone; None where that is so of no items at all."""

    def refused(some: Sequence[T]) -> bool:
        try:
            print_them(some)
        except Unprintable:
            return True
        return False

    if refused(items[:0]):
        return None
    while len(items) > 1:
        half = len(items) // 2
        items = items[:half] if refused(items[:half]) else items[half:]
    return items[0] if items and refused(items) else None


def blaming(
    items: Sequence[T], print_them: Callable[[Sequence[T]], bytes], path: Callable[[T], str]
) -> bytes:
    """Return what is printed of the items; Unprintable, with the path of the one that is to blame, where typst refuses."""
    try:
        return print_them(items)
    except Unprintable as refused:
        found = culprit(items, print_them)
        raise Unprintable(path(found) if found else refused.source, refused.reason) from refused


def bears(content: bytes, mark: str) -> bool:
    """Return whether a file is a PDF with that one word as its keywords, as a template of ours writes it."""
    return content.startswith(b"%PDF") and f"/Keywords({mark})".encode() in content


def code_of(sign: str) -> str:
    """Return the code of a character as Unicode writes it: `U+20BB7`."""
    return f"U+{ord(sign):04X}"


def _regex(signs: str) -> str:
    """Return, as typst's regular expressions write it: one or more of these characters."""
    return "[" + "".join(f"\\x{{{ord(sign):X}}}" for sign in signs) + "]+"


def _odd(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the characters of texts that want a glyph and are not the usual ones."""
    found = dict.fromkeys(sign for text in texts for sign in _USUAL.sub("", text))
    return tuple(sign for sign in found if not _BLANK.match(sign) and not _UNSEEN.match(sign))


def _shows(face: typst.FontInfo, sign: str) -> bool:
    return ord(sign) in characters(face.path or "", face.index)


def _every(value: Any, change: Callable[[str], str]) -> Any:
    """Return a value of JSON with each of its texts changed, but for the keys."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {key: _every(item, change) for key, item in value.items()}
    return [_every(item, change) for item in value] if isinstance(value, list | tuple) else value


def _texts(value: Any) -> Iterable[str]:
    """Yield all texts of a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(item)


@cache
def _faces(folder: str) -> tuple[typst.FontInfo, ...]:
    """Return the faces that typst found: the packaged ones, then those of the folder in the order of their paths."""
    found = _book(folder).fonts()
    packaged = len(_book("").fonts()) if folder else len(found)
    further = sorted(found[packaged:], key=lambda face: ((face.path or "").replace("\\", "/"), face.index))
    return (*found[:packaged], *further)


@cache
def _book(folder: str) -> typst.Fonts:
    from pylopdf_fonts_zh_cn import serif_path
    from typst import Fonts

    folders = [str(serif_path().parent), *([folder] if folder else [])]
    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
