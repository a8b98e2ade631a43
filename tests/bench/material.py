"""Plain MkDocs with Material and its search, making the same pages from Markdown: what our own site would be without the generator."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.bench.facts import Facts, Json
from tests.bench.lists import list_pages
from tests.bench.measuring import Used, run

_SETTINGS = """\
site_name: 大连市劳模和职工创新工作室名册
site_url: https://gongzuoshi.example/
theme: {name: material, language: zh, font: false}
plugins: [{search: {lang: zh}}]
nav: [index.md]
not_in_nav: "*"
"""


class Material:
    """A folder of MkDocs' with the facts of a registry. Records are no part of the nav, which would be on every page."""

    name = "MkDocs with Material"
    listed = True

    def __init__(self, folder: Path, facts: Facts) -> None:
        """Write the pages as Markdown, and the record of each workshop as JSON."""
        self.folder, self.site = folder, folder / "site"
        _write(folder / "mkdocs.yml", [_SETTINGS])
        docs = folder / "docs"
        _write(docs / "index.md", ["# 首页"])
        for record in facts.records:
            _write(docs / "workshops" / f"{record['id']}.md", _workshop(record))
            _write(docs / "v" / f"{record['id']}.md", _verified(record))
            _write(
                docs / "data" / f"{record['id']}.json", [json.dumps(record["published"], ensure_ascii=False)]
            )
        for page in list_pages(facts):
            _write(
                docs / page.path / "index.md", [f"# {page.title}", "", page.note, "", *_table(page.records)]
            )
        for path, listing in facts.achievements.items():
            _write(docs / "achievements" / path / "index.md", _listing(listing))

    def build(self) -> Used:
        """Make its whole site in an empty folder."""
        shutil.rmtree(self.site, ignore_errors=True)
        words = (sys.executable, "-m", "mkdocs", "build", "--quiet")
        return run(words, self.folder, {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"})


def _workshop(record: Json) -> Iterator[str]:
    yield f"# {record['name']}\n"
    yield f"{record['row']['status']}，编号 {record['id']}。{record['standing']['reason']}。[核验](/v/{record['id']}/)\n"
    for fact in record["facts"]:
        yield f"- {fact['label']}：" + (
            f"[{fact['text']}](/{fact['path']})" if fact["path"] else fact["text"]
        )
    yield "\n## 命名和经过\n"
    for moment in record["moments"]:
        yield f"1. {moment['when']} **{moment['title']}** {moment['detail']}"
    yield "\n## 事迹简介\n"
    for paragraph in record["summary"]:
        yield f"{paragraph}\n"
    yield "## 成果\n"
    for group in record["achievements"]:
        yield f"### {group['kind']}{group['total']}\n"
        for item in group["items"]:
            yield f"- {item['title']} {item['size']} {item['year']} {item['evidence']}"
        yield ""
    yield "## 来源\n"
    for source in record["sources"]:
        yield f"1. {source['title']}，{source['publisher']}，{source['date']}"
    yield f"\n[{record['id']}.json](/data/{record['id']}.json)"


def _verified(record: Json) -> Iterator[str]:
    yield f"# 核验：{record['name']}\n"
    yield f"**{record['verdict']['word']}** {record['verdict']['sentence']}\n"
    yield f"- 编号：{record['id']}\n- 单位：{record['row']['unit']}\n\n## 依据\n"
    for named in record["named"]:
        yield f"- **{named['title']}**（{named['level']}），{named['date']}"
    yield f"\n[这个工作室的全部内容](/workshops/{record['id']}/)"


def _table(records: Iterable[Json]) -> Iterator[str]:
    yield "| 名称 | 领衔人 | 单位 | 区域 | 行业 | 级别和年度 |\n| --- | --- | --- | --- | --- | --- |"
    for record in records:
        row = record["row"]
        cells = (f"[{record['name']}](/workshops/{record['id']}/)", row["leader"], row["unit"])
        yield f"| {' | '.join((*cells, row['district'], row['industry'], row['named']))} |"


def _listing(listing: Json) -> Iterator[str]:
    yield f"# {listing['title']}\n\n{listing['note']}\n"
    yield "| 成果 | 数量 | 凭据 | 工作室 |\n| --- | --- | --- | --- |"
    for it in listing["entries"]:
        yield f"| {it['title']} | {it['size']} | {it['evidence']} | [{it['name']}](/workshops/{it['id']}/) |"


def _write(path: Path, lines: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
