"""The page of questions to the database: each with its query, which is a file of its own, and what it answers now."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.libraries.sqlitefile import QueryAnswer, answers
from generator.site.data import store
from generator.site.page import Bundle, Page, Site

PATH = "data/questions/"
_FOLDER = "data/questions/"  # of templates
_MOST = 12  # rows of an answer


class SqlQuestion(NamedTuple):
    """A question: the name of its file, its words, its query, and the answer, as much of it as is shown."""

    name: str
    title: str
    sql: str
    heads: tuple[str, ...]
    rows: list[list[str]]
    total: int

    @property
    def more(self) -> bool:
        """Whether more rows were found than are shown."""
        return self.total > len(self.rows)


def questions_page(site: Site) -> Bundle[Page]:
    """Return the page, made anew where the database is another one."""
    return site.bundle("questions", store.inputs(site), partial(_pages, site))


def _pages(site: Site) -> Iterator[Page]:
    asked = {name: str(site.templates.render(name)) for name in site.templates.names(_FOLDER)}
    found = answers(store.stored(site), asked.values())
    yield site.page(
        PATH,
        "用 SQL 问名册",
        "名册的 SQLite 数据库怎样打开，十个问题和它们的查询、答案。",
        "data/questions.html",
        "data",
        store=store.PATH,
        store_name=store.PATH.rpartition("/")[2],
        questions=[_question(*one) for one in zip(asked.items(), found, strict=True)],
    )


def _question(asked: tuple[str, str], answer: QueryAnswer) -> SqlQuestion:
    name, text = asked
    title, _, sql = text.removeprefix("-- ").partition("\n")
    rows = [["" if cell is None else str(cell) for cell in row] for row in answer.rows[:_MOST]]
    stem = name.removeprefix(_FOLDER).removesuffix(".sql")
    return SqlQuestion(f"question-{stem}", title, sql.strip(), answer.heads, rows, len(answer.rows))
