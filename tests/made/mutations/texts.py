"""Mutations of what a file holds: its bytes, its lines, the tree of its YAML, and what may well pass."""

from __future__ import annotations

import json
import re
from random import Random
from typing import Any

import yaml

from generator.reading.placement import path_of
from tests.made.mutations.values import ODD, VALUES

Files = dict[str, bytes]


def picked(files: Files, chance: Random, *ends: str) -> str:
    """A file by its ending; records twice as often as the rest."""
    paths = sorted(path for path in files if path.endswith(ends))
    records = [path for path in paths if path.startswith("workshops/")]
    return chance.choice([*paths, *records]) if paths else ""


# ---- bytes


def cut(files: Files, chance: Random) -> str:
    """The end, or a piece of it, is lost."""
    path = picked(files, chance, "")
    start = chance.randrange(len(files[path]) + 1)
    end = chance.choice((len(files[path]), start + chance.randrange(1, 40)))
    files[path] = files[path][:start] + files[path][end:]
    return f"{path}: bytes {start} to {end} cut"


def noise(files: Files, chance: Random) -> str:
    """Some bytes are others."""
    path = picked(files, chance, "")
    content = bytearray(files[path])
    for _ in range(chance.choice((1, 1, 3, 30)) if content else 0):
        content[chance.randrange(len(content))] = chance.randrange(256)
    files[path] = bytes(content)
    return f"{path}: noise"


def recoded(files: Files, chance: Random) -> str:
    """Saved in another encoding, or with other ends of lines."""
    path = picked(files, chance, ".yml", ".md", ".csv")
    text = files[path].decode("utf-8", "replace") if path else ""
    code = chance.choice(
        ("gb18030", "utf-16", "utf-16-be", "utf-8-sig", "utf-32", "big5", "\r\n", "\r", "\u2028")
    )
    spoiled = text.replace("\n", code).encode() if code.isspace() else text.encode(code, "replace")
    files |= {path: spoiled} if path else {}
    return f"{path}: as {code!r}"


# ---- lines


def line(files: Files, chance: Random) -> str:
    """A line is lost, doubled, moved, indented otherwise, joined with the next, or comes from another file."""
    path, other = picked(files, chance, ".yml", ".md", ".csv"), picked(files, chance, ".yml", ".md", ".csv")
    if not path:
        return ""
    lines, others = (files[one].split(b"\n") for one in (path, other))
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    what = chance.choice(
        ("lost", "doubled", "moved", "in", "out", "joined", "from " + other, "comment", "many")
    )
    taken = lines[at]
    lines[at : at + 1] = {
        "lost": [], "doubled": [taken, taken], "moved": [], "in": [b"  " + taken], "out": [taken[2:]], "comment": [b"#" + taken],
        "joined": [taken + b" " + b"".join(lines[at + 1 : at + 2])], "many": [taken] * 300,
    }.get(what, [taken, chance.choice(others)])  # fmt: skip
    lines[to:to] = [taken] if what == "moved" else []
    files[path] = b"\n".join(lines)
    return f"{path}: line {at + 1} {what}"


def value(files: Files, chance: Random) -> str:
    """The value or the key of a line is another, plain or in quotes."""
    path = picked(files, chance, ".yml", ".md", ".csv")
    lines = files[path].decode("utf-8", "replace").split("\n") if path else []
    places = [number for number, text in enumerate(lines) if text.strip()]
    if not places:
        return ""
    at, new = chance.choice(places), chance.choice(VALUES)
    key, colon, _ = lines[at].partition(": ")
    indent = " " * (len(key) - len(key.lstrip(" -")))
    written = chance.choice((new, json.dumps(new), json.dumps(new, ensure_ascii=False), f"'{new}'"))
    lines[at] = chance.choice(
        (f"{key}{colon or ' '}{written}", f"{key}: {written}", f"{indent}{written}: x", key + written)
    )
    files[path] = "\n".join(lines).encode("utf-8", "surrogatepass")
    return f"{path}: line {at + 1} has {new[:20]!r}"


# ---- the structure of YAML


def structure(files: Files, chance: Random) -> str:
    """A node of the tree is lost, doubled, another's, a text, a list, a map, or deep down."""
    path = picked(files, chance, ".yml")
    try:
        tree = yaml.load(files[path], Loader=yaml.CBaseLoader)  # noqa: S506 (it makes nothing but texts)
    except (yaml.YAMLError, UnicodeError, KeyError, RecursionError):
        return ""
    nodes = list(_nodes(tree))
    if not nodes:
        return ""
    held, key = chance.choice(nodes)
    other, from_ = chance.choice(nodes)
    what = chance.choice(("lost", "key", "text", "list", "map", "other", "deep", "empty", "doubled"))
    if what == "lost":
        del held[key]
    elif what == "key" and isinstance(held, dict):
        held[chance.choice(VALUES)] = held.pop(key)
    elif what == "doubled" and isinstance(held, list):
        held.insert(key, held[key])
    else:
        new = {
            "list": [held[key]],
            "map": {"name": held[key]},
            "other": other[from_],
            "empty": chance.choice(("", [], {})),
        }
        deep: Any = held[key]
        for _ in range(80 if what == "deep" else 0):
            deep = [deep]
        held[key] = json.loads(json.dumps(new.get(what, deep if what == "deep" else chance.choice(VALUES))))
    text = yaml.dump(tree, allow_unicode=chance.random() < 0.8, sort_keys=False)
    files[path] = text.encode("utf-8", "surrogatepass")
    return f"{path}: {key} {what}"


def _nodes(tree: Any) -> list[tuple[Any, Any]]:
    """Each place of a tree: what holds it, and its key or number there."""
    keys = list(tree) if isinstance(tree, dict) else list(range(len(tree))) if isinstance(tree, list) else []
    return [(tree, key) for key in keys] + [place for key in keys for place in _nodes(tree[key])]


# ---- what may well pass


def plausible(files: Files, chance: Random) -> str:
    """A value has odd characters in it, or is that of another line with the same key."""
    path = picked(files, chance, ".yml", ".md")
    lines = files[path].decode("utf-8", "replace").split("\n") if path else []
    places = [number for number, text in enumerate(lines) if ": " in text]
    if not places:
        return ""
    at = chance.choice(places)
    key, _, old = lines[at].partition(": ")
    same = [
        text
        for content in files.values()
        for text in re.findall(re.escape(key.encode()) + b": (.*)", content)
    ]
    place = chance.randrange(len(old) + 1)
    odd = old[:place] + chance.choice(ODD) + old[place:]
    new = odd if chance.random() < 0.7 else chance.choice(same).decode("utf-8", "replace")
    lines[at] = f"{key}: {new}"
    files[path] = "\n".join(lines).encode()
    return f"{path}: line {at + 1} has {new[:20]!r}"


def without(files: Files, chance: Random) -> str:
    """A key of a record or notice is gone, with all below it."""
    path = picked(files, chance, ".yml")
    keys = re.findall(rb"^[a-z_]+:.*\n(?:[ -].*\n)*", files[path] if path else b"", re.MULTILINE)
    gone = chance.choice(keys) if keys else b""
    files |= {path: files[path].replace(gone, b"")} if keys else {}
    return f"{path}: without {gone[:20]!r}"


def another(files: Files, chance: Random) -> str:
    """A record comes again under a new number, and with another name."""
    records = sorted(path for path in files if re.fullmatch(r"workshops/\d+/DL\d{4}\.yml", path))
    if not records:
        return ""
    path, id_ = chance.choice(records), f"DL{chance.randrange(5, 9000):04}"
    name = f"name: {chance.choice(('', '乙', '丙丁'))}".encode()
    content = files[path].replace(path[-10:-4].encode(), id_.encode())
    files[path_of(id_)] = content.replace(b"name: ", name, 1)
    return f"{path_of(id_)}: as {path}"
