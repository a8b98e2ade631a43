"""The text of an element of a Word file, as the document shows it when all changes are accepted."""

from __future__ import annotations

import re
from typing import Any

# Signs that Word's 插入符号 writes with a symbol font.
_SYMBOLS = {
    ("Wingdings", 0xFC): "√", ("Wingdings", 0xFE): "☑", ("Wingdings", 0xA8): "□", ("Wingdings", 0x6F): "□",
    ("Wingdings 2", 0x50): "√", ("Wingdings 2", 0x52): "☑", ("Wingdings 2", 0xA3): "□",
}  # fmt: skip
_SKIPPED = {"pPr", "rPr", "sdtPr", "sdtEndPr", "tbl", "rt", "instrText", "delText", "Fallback", "txbxContent"}
_DELETED = {"del", "moveFrom"}
_PROMPT = re.compile(
    r"(?:单击|点击|请|在此|此处|Click|Tap).*(?:输入|选择|填写|enter|choose)", re.IGNORECASE | re.DOTALL
)


def text(element: Any) -> str:
    """Return the text as the document shows it when all changes are accepted; one line for each paragraph."""
    pieces: list[str] = []
    _collect(element, pieces)
    lines = "".join(pieces).split("\n")
    return "\n".join([lines[0].rstrip(), *(line.strip() for line in lines[1:])]).strip("\n")


def _collect(element: Any, pieces: list[str]) -> None:
    for child in element:
        name = local(child)
        if name in _SKIPPED or name in _DELETED or _is(child, "vanish") or _struck(child):
            continue
        if name == "t":
            pieces.append(child.text or "")
        elif name in ("tab", "ptab"):
            pieces.append(" ")
        elif name in ("br", "cr"):
            pieces.append("\n")
        elif name == "noBreakHyphen":
            pieces.append("-")
        elif name == "sym":
            pieces.append(_symbol(child))
        elif name == "sdt" and shows_prompt(child):
            continue
        else:
            _collect(child, pieces)
            if name == "p":
                pieces.append("\n")


def floating(element: Any) -> bool:
    """Return whether there is text in floating boxes, which are in no cell."""
    boxes = element.iter("{*}txbxContent")
    return any(text(box).strip() for box in boxes)


def struck(element: Any) -> str:
    """Return the text that somebody struck out by hand."""
    return "".join(
        part.text or "" for run in element.iter("{*}r") if _struck(run) for part in run.iter("{*}t")
    )


def has_picture(element: Any) -> bool:
    """Return whether there is a picture or an object of another program, and not within another table."""
    for child in element:
        name = local(child)
        if name in ("drawing", "pict", "object"):
            if next(child.iter("{*}txbxContent"), None) is None:
                return True
        elif name not in ("tbl", *_DELETED) and has_picture(child):
            return True
    return False


def shows_prompt(control: Any) -> bool:
    """Return whether a control shows a prompt such as 单击此处输入文字."""
    if control.find("./{*}sdtPr/{*}showingPlcHdr") is None:
        return False
    shown = "".join(text(part) for part in control.findall("./{*}sdtContent"))
    return not shown.strip() or bool(_PROMPT.match(shown.strip()))


def property_of(control: Any, name: str) -> str:
    """Return the value of a control's property, its tag or its alias; empty if it has none."""
    element = control.find(f"./{{*}}sdtPr/{{*}}{name}")
    return "" if element is None else value(element, "val")


def _symbol(element: Any) -> str:
    try:
        code = int(value(element, "char"), 16) & 0xFF
    except ValueError:
        return ""
    return _SYMBOLS.get((value(element, "font"), code), "〓")


def _struck(element: Any) -> bool:
    return _is(element, "strike") or _is(element, "dstrike")


def _is(element: Any, name: str) -> bool:
    """Return whether a run has that property."""
    found = element.find(f"./{{*}}rPr/{{*}}{name}") if local(element) == "r" else None
    return found is not None and value(found, "val") not in ("0", "false", "off")


def value(element: Any, name: str) -> str:
    """Return an attribute by its local name: Word uses one of two namespaces, or that of 2010."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def local(element: Any) -> str:
    """Return an element's name without its namespace: Word uses one of two, and others for later elements."""
    return str(element.tag).rpartition("}")[2]
