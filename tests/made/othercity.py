"""The register of another city, Shenyang, made by each way that the program has: ten made-up workshops a way."""

from __future__ import annotations

import contextlib
import io
import re
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from pypdf import PdfReader

from generator.cli import main
from generator.doors import build
from generator.forms.sheets.page import FIRST
from generator.intake.rounds.desksheet import NUMBER
from generator.plugin import build_site
from tests import ROOT
from tests.made import desks, terminal
from tests.made.intake import builders
from tests.made.repositories import Repository

TEN = "甲乙丙丁戊己庚辛壬癸"
DISTRICTS = (
    "和平区",
    "沈河区",
    "大东区",
    "皇姑区",
    "铁西区",
    "苏家屯区",
    "浑南区",
    "沈北新区",
    "于洪区",
    "辽中区",
)
# By the surname that its workshops bear: each way, and in what order they are made.
WAYS = {
    "赵": "new",
    "孙": "名单.csv",
    "李": "名单.xlsx",
    "周": "名单.txt",
    "吴": "申报表",
    "郑": "汇总表",
    "冯": "台账",
    "王": "round",
}
CALL = (
    "call",
    "new",
    "2026",
    "--date",
    "2026-03-10",
    "--deadline",
    "2026-05-31",
    "--number",
    "沈工办发〔2026〕3号",
)
OURS = build.load(ROOT / "registry").registry
_PLACES = {
    name
    for vocabulary in ("districts", "zones", "unions")
    for term in OURS.terms(vocabulary)
    for name in term.names
    if not name.startswith("高新区")  # every city has one
}
# Its name and its ids, its places and unions, its notices, its union's numbers, where it lies, its telephones and post.
OF_DALIAN = re.compile(
    r"大连|(?<![0-9A-Za-z+/=])DL(?:[0-9]|\b)|[dD]alian|naming-2023|2019-24|大工(?:办)?发|\b121\.61|\b38\.91|\b0411|\b1160[0-9]{2}\b|"
    + "|".join(map(re.escape, sorted(_PLACES)))
)


class Made(NamedTuple):
    """The register's folder, the folder of what was sent and of the round, and all that the commands said."""

    folder: Path
    papers: Path
    said: list[str]

    @property
    def registry(self) -> Path:
        """Its records."""
        return self.folder / "registry"

    @property
    def repository(self) -> Repository:
        """Its repository of git."""
        return Repository(self.folder)

    def run(self, *words: str) -> int:
        """The exit code of a command on it."""
        with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(out):
            code = main([*words, "--registry", str(self.registry)])
        self.said.append(out.getvalue())
        return code

    def did(self, *words: str) -> None:
        """Run a command that must do its work."""
        assert self.run(*words) == 0, self.said[-1]


def made(top: Path) -> Made:
    """The register by all ways."""
    city = begun(top)
    by_questions(city)
    for year, way in ((2022, "csv"), (2024, "xlsx"), (2025, "txt")):
        by_list(city, year, way)
    city.did(*CALL)
    build_site(city.registry, city.papers / "first")
    by_forms(city, city.papers / "first/forms/2026")
    by_sheet(city)
    by_round(city)
    city.repository.commit()
    return city


def begun(top: Path) -> Made:
    """An empty one, by `init`."""
    city = Made(top / "沈阳名册", top / "材料", [])
    city.papers.mkdir(parents=True)
    assert main(["init", str(city.folder), "--city", "沈阳", "--prefix", "SY"]) == 0
    city.repository.commit()
    return city


def workshop(family: str, number: int) -> dict[str, str]:
    """What is known of one of the ten: those of 铁西区 and further are of staff, the others of model workers."""
    leader = f"{family}示例{TEN[number]}"
    category = "劳模" if number < 4 else "职工"
    return {
        "name": f"{leader}{category}创新工作室",
        "unit": f"沈阳示例（虚构）{family}字第{number + 1}公司",
        "leader": leader,
        "category": category,
        "district": DISTRICTS[number],
        "recommender": f"{DISTRICTS[number]}总工会",
    }


def ten(family: str) -> list[dict[str, str]]:
    """All of a way."""
    return [workshop(family, number) for number in range(len(TEN))]


# ---- new: nine by options, one asked for in the menu


def by_questions(city: Made) -> None:
    """A record each by `new`."""
    first, *others = ten("赵")
    if sys.platform == "win32":  # no terminal of Unix
        others.insert(0, first)
    else:
        done = terminal.run_in_terminal(["menu", "--registry", str(city.registry)], _typed(first))
        assert (done.returncode, done.stderr) == (0, ""), done
        city.said.append(done.stdout)
    for one in others:
        title = f"沈阳市{one['category']}创新工作室"
        told = {
            **one,
            "basis": "公开报道",
            "industry": "C34",
            "title": title,
            "level": "市级",
            "date": "2022-05",
            **REPORT,
        }
        name = told.pop("name")
        city.did("new", name, *(word for option, text in told.items() for word in (f"--{option}", text)))


REPORT = {
    "source-title": "某报道（虚构）",
    "source-publisher": "某报（虚构）",
    "source-date": "2022-05-03",
    "source-url": "https://www.example.com/1.html",
    "supports": "name unit leader.name designations",
}


def _typed(one: Mapping[str, str]) -> str:
    """The answers: a district by its beginning, the rest as it is offered."""
    said = [
        one["name"], one["unit"], one["leader"], "公开报道", "沈阳市劳动模范", "2018", "", one["district"][:2], "C34", "机床维修",
        one["recommender"], "2019-06", f"沈阳市{one['category']}创新工作室", "", "", "2022-05",
        *list(REPORT.values())[:-1], "全部", "",
    ]  # fmt: skip
    return "".join(f"{text}\n" for text in ("3", *said, "0")) + "\x04"


# ---- the list of a naming notice


NOTICE = """\
id: naming-{0}
kind: 命名通报
issuer: 沈阳市总工会
title: 关于命名{0}年沈阳市劳模和职工创新工作室的通报（虚构）
date: {0}-03-01
counts:
  劳模: 4
  职工: 6
sources:
  - title: 关于命名{0}年沈阳市劳模和职工创新工作室的通报（虚构）
    publisher: 沈阳市总工会
"""
_HEADS = ("序号", "工作室名称", "所在单位", "领衔人", "推荐工会", "类别")
_COLUMNS = ("name", "unit", "leader", "recommender", "category")


def by_list(city: Made, year: int, way: str) -> None:
    """The ten that a notice named, from its list."""
    family = next(name for name, told in WAYS.items() if told.endswith(way))
    (city.registry / "notices").mkdir(exist_ok=True)
    (city.registry / f"notices/naming-{year}.yml").write_text(NOTICE.format(year), "utf-8")
    rows = [[str(at), *(one[key] for key in _COLUMNS)] for at, one in enumerate(ten(family), 1)]
    sent = city.papers / f"名单{year}.{way}"
    if way == "csv":
        sent.write_text("".join(",".join(row) + "\n" for row in (_HEADS, *rows)), "utf-8")
    elif way == "txt":
        heads = {0: "一、劳模创新工作室（4个）", 4: "二、职工创新工作室（6个）"}
        lines = [
            line
            for at, row in enumerate(rows)
            for line in (
                *([heads[at]] if at in heads else []),
                f"{row[0]}. {row[1]}（{row[2]}，领衔人：{row[3]}，{row[4]}推荐）",
            )
        ]
        sent.write_text("\n".join(["沈阳市创新工作室命名名单（虚构）", *lines, ""]), "utf-8")
    else:
        book = Workbook()
        assert book.active is not None
        for row in (["沈阳市创新工作室命名名单（虚构）"], _HEADS, *rows):
            book.active.append(list(row))
        book.save(sent)
    city.did("import", str(sent), "--notice", f"naming-{year}")


# ---- the blank forms of its own site, filled in


def by_forms(city: Made, blank: Path) -> None:
    """Ten applications in Word, ten rows of a summary in Excel."""
    sent = [_application(city, blank, "吴", number) for number in range(len(TEN))]
    city.did("import", *map(str, sent))
    city.did("import", str(_summary(city, blank, "郑")))


def _application(city: Made, blank: Path, family: str, number: int) -> Path:
    one = workshop(family, number)
    values = {
        **builders.VALUES,
        "unit": one["unit"],
        "name": one["name"],
        "leader": one["leader"],
        "date": "2026年4月1日",
    }
    sent = city.papers / f"{one['leader']}.docx"
    content = builders.changed(
        (blank / "application.docx").read_bytes(), lambda root: builders.fill(root, values)
    )
    sent.write_bytes(content)
    return sent


def _summary(city: Made, blank: Path, family: str) -> Path:
    rows = [
        {
            **builders.ROW,
            "工作室名称": one["name"],
            "类别": one["category"],
            "所在单位": one["unit"],
            "领衔人": one["leader"],
            "领衔人荣誉": "沈阳市劳动模范" if one["category"] == "劳模" else "",
            "所属区域": one["district"],
            "推荐单位": one["recommender"],
        }
        for one in ten(family)
    ]
    sent = city.papers / f"汇总表 {family}.xlsx"
    sent.write_bytes(builders.summary(rows, empty=(blank / "summary.xlsx").read_bytes()))
    return sent


# ---- the table that goes out and comes back


def by_sheet(city: Made) -> None:
    """Five records told more of, ten more."""
    sent = city.papers / "台账.xlsx"
    city.did("sheet", "--out", str(sent))
    book = load_workbook(sent)
    for row in range(FIRST + 1, FIRST + 6):
        _put(
            book["工作室"],
            row,
            {"位置·经度": "123.43", "位置·纬度": "41.80", "位置·精度": "街道", "专业方向": "装备维修"},
        )
    below = book["工作室"].max_row
    for at, one in enumerate(ten("冯")):
        own = {
            "名称": one["name"],
            "类型": "工作室",
            "类别": one["category"],
            "所在单位": one["unit"],
            "区域": one["district"],
            "推荐工会": one["recommender"],
        }
        _put(book["工作室"], below + at + 1, own)
        parts = {
            "命名": {"称号": f"辽宁省{one['category']}创新工作室", "级别": "省级", "日期": "2024"},
            "来源": {
                "标题": "某报道（虚构）",
                "网址": "https://www.example.com/9.html",
                "这条来源写到了哪些内容": "名称；所在单位；命名",
            },
        }
        for sheet, told in parts.items():
            _put(book[sheet], book[sheet].max_row + 1, {"工作室": one["name"], **told})
    book.save(sent)
    city.did("import", str(sent))


def _put(sheet: Any, row: int, told: Mapping[str, str]) -> None:
    heads = {cell.value: cell.column for cell in sheet[1]}
    for head, text in told.items():
        sheet.cell(row, heads[head]).value = text


# ---- a year's round


def by_round(city: Made) -> None:
    """Ten applications with their summary, collected, concluded of, named."""
    blank, folder = city.papers / "first/forms/2026", city.papers / "申报2026"
    sent = [_application(city, blank, "王", number) for number in range(len(TEN))]
    city.did("round", "new", "2026", "--call", "2026-3", "--dir", str(folder))
    city.did("round", "collect", str(folder), *map(str, (*sent, _summary(city, blank, "王"))))

    def conclude(book: Any) -> None:
        for number in filter(None, desks.column(book, "结论", NUMBER)):
            desks.cell(book, "结论", number, "结论").value = "拟命名"

    desks.edited(folder, conclude)
    city.did("round", "return", str(folder), "--date", "2026-05-20")
    city.did("round", "form1", str(folder))
    city.did(
        "round",
        "notice",
        str(folder),
        "--kind",
        "公示",
        "--since",
        "2026-06-01",
        "--until",
        "2026-06-07",
        "--date",
        "2026-06-01",
        "--contact",
        "经济技术部",
    )
    city.did(
        "round",
        "notice",
        str(folder),
        "--kind",
        "通报",
        "--date",
        "2026-06-10",
        "--number",
        "沈工发〔2026〕12号",
    )
    city.did("round", "publish", str(folder), "--notice", "naming-2026")


# ---- what it says


def texts(content: bytes, name: str) -> Iterator[str]:
    """What a file says: itself, the files in an archive (Word, Excel), the pages of a PDF."""
    if name.endswith((".xlsx", ".docx")):
        with zipfile.ZipFile(io.BytesIO(content)) as whole:
            yield from (whole.read(part).decode("utf-8", "ignore") for part in whole.namelist())
    elif name.endswith(".pdf"):
        yield from (page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    elif not name.endswith((".png", ".jpg", ".webp", ".ico", ".woff2")):
        yield content.decode("utf-8", "ignore")


def of_dalian(folder: Path, skip: Callable[[str], bool] = lambda name: False) -> list[tuple[str, str]]:
    """What the files of a folder say of Dalian, in their names or in themselves: path, words."""
    found = []
    for path in sorted(it for it in folder.rglob("*") if it.is_file()):
        name = path.relative_to(folder).as_posix()
        if skip(name):
            continue
        said: Iterable[str] = (name, *texts(path.read_bytes(), name))
        found += [(name, it[0]) for text in said if (it := OF_DALIAN.search(text))]
    return found


def named(records: Iterable[Path]) -> Sequence[str]:
    """The surname in the name of each record's workshop."""
    return [re.findall(r"(?m)^name: (.)示例", path.read_text("utf-8"))[0] for path in records]


def records(city: Made) -> dict[str, bytes]:
    """All that stands in its registry."""
    return {
        path.relative_to(city.registry).as_posix(): path.read_bytes()
        for path in city.registry.rglob("*")
        if path.is_file()
    }
