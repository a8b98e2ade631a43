"""The field guide: the tables of all keys in registry/README.md, made from the schema that reads the records."""

from __future__ import annotations

from collections.abc import Iterator

from generator.reading import schema
from generator.reading.tables import Field, Table

START, END = "<!-- 字段表开始 -->", "<!-- 字段表结束 -->"
# The table of each kind of file, and the folder of such files.
_FILES = (
    (schema.WORKSHOP, "workshops/"),
    (schema.NOTICE, "notices/"),
    (schema.VOCABULARY, "vocabularies/"),
    (schema.FORM, "forms/"),
    (schema.REDIRECTS, "redirects.yml"),
    (schema.TOTALS, "totals.yml"),
    (schema.REGISTER, "register.yml"),
)
_HEAD = ("键", "名称", "必填", "可以写什么", "说明")


def field_tables() -> str:
    """Return Markdown: a table for each kind of record and each group in it, once, in the order of the schema."""
    listed: set[str] = set()
    parts: list[str] = []
    for whole, folder in _FILES:
        for table in _with_groups(whole):
            if table.name not in listed:
                listed.add(table.name)
                where = f"（{folder}）" if table is whole else ""
                parts.append(f"### {table.label}{where}\n\n{_table(table)}")
    return "\n\n".join(parts)


def refreshed(text: str) -> str:
    """Return the text with the field tables between its markers; without both markers it is unchanged."""
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    return f"{before}{start}\n\n{field_tables()}\n\n{end}{after}" if end else text


def _with_groups(table: Table[object]) -> Iterator[Table[object]]:
    yield table
    for field in table.fields:
        if field.table:
            yield from _with_groups(field.table)


def _table(table: Table[object]) -> str:
    rows = [_HEAD, tuple("---" for _ in _HEAD), *(_row(field) for field in table.fields)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)


def _row(field: Field) -> tuple[str, str, str, str, str]:
    required = "必填" if field.required else ""
    return (f"`{field.key}`", field.label, required, field.kind.words, field.help)
