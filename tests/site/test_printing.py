"""Print and the site: what passes the check is built, what typst refuses is a problem that names its record."""

from __future__ import annotations

import dataclasses
import io
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort
from pypdf import PdfReader

from generator import cli
from generator.doors import build, disk
from generator.forms.downloads import downloads
from generator.libraries.typeset import Press, Unprintable
from generator.model.part import Part
from generator.model.registry import Registry
from generator.plugin import build_site
from generator.reading import schema
from generator.reading.tables import Many, OfTable, Table
from generator.reading.words import Prose, Text
from generator.rules.printing import fonts_show_what_is_printed
from generator.site.editions.register import edition_pdf
from tests import ROOT
from tests.doors.test_build import digest
from tests.made import miniature, printed, samples

# What the check lets pass and no font shows; marks above other letters, half characters and hidden signs it refuses (S135, S110).
WRITTEN = {
    "workshops/0000/DL0001.yml": ("unit", "大连𠮷野家公司"),
    "workshops/0000/DL0002.yml": ("unit", "大连 CO₂ 公司（한국）"),
    "workshops/0000/DL0003.yml": ("unit", "大连∙公司👍🇨🇳"),
}


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """A copy of the real registry, several records of which hold what no font shows."""
    folder = Path(shutil.copytree(ROOT / "registry", tmp_path / "registry"))
    for path, (key, value) in WRITTEN.items():
        lines = (folder / path).read_text("utf-8").split("\n")
        kept = [line for line in lines if not line.startswith(f"{key}:")]
        kept.insert(kept.index("kind: 工作室") + 1, f"{key}: {value}")
        (folder / path).write_text("\n".join(kept), encoding="utf-8")
    return folder


def test_what_passes_the_check_is_built(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://register.example/")
    assert cli.main(["check", "--registry", str(registry)]) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if " R421: " in line]
    assert [line.split("registry/")[-1].split(":")[0] for line in told] == list(WRITTEN)
    assert cli.main(["build", "--registry", str(registry), "--site", str(tmp_path / "site")]) == 0
    made = sorted((tmp_path / "site").rglob("*.pdf"))
    pages = [page for path in made for page in printed.pages(path.read_bytes())]
    whole = "".join(pages)
    for code in ("20BB7", "2082", "D55C", "AD6D", "2219", "1F44D", "1F1E8", "1F1F3"):
        assert f"U+{code}" in whole, code
    assert "大连〓野家公司" in whole
    assert any("labels" in str(path) or "plaques" in str(path) for path in made)
    page = (tmp_path / "site/workshops/DL0001/index.html").read_text("utf-8")
    assert "大连𠮷野家公司" in page


def _every_text(part: Any, table: Table[object], number: Iterator[int], seen: dict[str, str]) -> Any:
    """A part in which each free text ends in a character of its own that no font shows; `seen`: which text holds which."""
    changed: dict[str, Any] = {}
    for field in table.fields:
        key = "from_" if field.key == "from" else field.key
        value = getattr(part, key, None)
        kind = field.kind.item if isinstance(field.kind, Many) else field.kind
        if value is None or not isinstance(kind, Text | Prose | OfTable) or isinstance(value, Mapping):
            continue

        def one(item: Any, name: str = field.key, kind: Any = kind) -> Any:
            if isinstance(kind, OfTable):
                return _every_text(item, kind.table, number, seen)
            sign = chr(next(number))
            seen[sign] = f"{table.name}.{name}"
            return f"{item}{sign}"

        changed[key] = tuple(one(item) for item in value) if isinstance(value, tuple) else one(value)
    return dataclasses.replace(part, **changed) if isinstance(part, Part) else part


def test_all_that_is_printed_is_asked_about_and_nothing_else() -> None:
    """Each free text of every record, form, notice and term has a character of its own: the check tells just what print lacks."""
    seen: dict[str, str] = {}
    number = iter(range(0x20100, 0x2A000))
    texts = printed.held()
    texts["notices/call-2023.md"] += "正文𪛖\n"
    seen["𪛖"] = "text"
    held = miniature.registry(texts)
    words = {
        name: dataclasses.replace(
            it, terms=tuple(_every_text(term, schema.TERM, number, seen) for term in it.terms)
        )
        for name, it in held.vocabularies.items()
    }
    now = {
        old.name: new.name
        for name, it in held.vocabularies.items()
        for old, new in zip(it.terms, words[name].terms, strict=True)
    }
    workshops = tuple(
        dataclasses.replace(
            _every_text(it, schema.WORKSHOP, number, seen), district=now.get(it.district or "", it.district)
        )
        for it in held.workshops
    )
    changed = Registry(
        workshops,
        tuple(_every_text(it, schema.NOTICE, number, seen) for it in held.notices),
        tuple(_every_text(it, schema.FORM, number, seen) for it in held.forms),
        words,
        held.texts,
        held.names,
        held.photos,
        held.redirects,
        held.totals,
    )
    press = printed.recorder()
    list(downloads(changed, press))
    for year in (2023, 2025):
        edition_pdf(press, changed, year, "工作室名册")
    printed.print_awards(press, changed)
    lacked = {
        sign
        for job in press.jobs
        for path, text in printed.texts(job.data)
        if not (path[0] in ("front", "back") and path[-1] == "label")  # its lines stand there
        for sign in press.fonts.missing(text)
    }
    lacked |= {
        sign for job in press.jobs if job.template != "notice.typ" for sign in press.fonts.missing(job.title)
    }
    told = {
        sign
        for problem in fonts_show_what_is_printed(changed, press.fonts)
        for sign in seen
        if sign in problem.message
    }
    assert {seen[sign] for sign in lacked - told} == set()
    assert len(lacked) > 25
    # asked about although this registry does not print them: what has no designation, a term that nobody uses
    assert {seen[sign] for sign in told - lacked} <= {
        "term.name",
        "workshop.former_names",
        "workshop.name",
        "workshop.unit",
        "leader.name",
        "designation.title",
    }


def broken(folder: Path, name: str, word: str) -> Path:
    """The templates, of which one refuses a word, for whatever reason."""
    shutil.copytree(ROOT / "site_src/print", folder)
    text = (folder / name).read_text("utf-8")
    fault = f'#if sys.inputs.data.contains("{word}") {{ panic("no such thing") }}\n'
    (folder / name).write_text(fault + text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("template", "word", "named"),
    [
        ("edition.typ", "DL0003", "registry/workshops/0000/DL0003.yml:1:1"),
        ("labels.typ", "DL0001", "registry/workshops/0000/DL0001.yml:1:1"),
        ("notice.typ", "大工办发", "registry/notices/2019-24.yml:1:1"),
        ("application.typ", "工作室", "registry/forms/2019/application.yml:1:1"),
        ("summary.typ", "工作室", "registry/forms/2019/summary.yml:1:1"),
        ("edition.typ", "", "site_src/print/edition.typ:1:1"),
        ("labels.typ", "", "site_src/print/labels.typ:1:1"),
    ],
)
def test_what_typst_refuses_names_its_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: str, word: str, named: str
) -> None:
    """And the site stays as it was."""
    monkeypatch.setenv("SITE_URL", "https://register.example/")
    monkeypatch.chdir(ROOT)
    site = tmp_path / "site"
    site.mkdir()
    prints = broken(tmp_path / "print", template, word)
    with pytest.raises(Abort) as refused:
        build_site(ROOT / "registry", site, prints=str(prints))
    assert str(refused.value).startswith(f"{named}: 错误 P509: 排不出 PDF")
    assert "no such thing" in str(refused.value)
    assert digest(site) == {}


def test_the_command_names_the_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    prints = broken(tmp_path / "print", "edition.typ", "DL0003")
    monkeypatch.setattr(build, "press", lambda: Press(disk.read_folder(prints)))
    out = tmp_path / "名录.pdf"
    assert cli.main(["edition", "2023", "--out", str(out)]) == 1
    assert "registry/workshops/0000/DL0003.yml:1:1: 错误 P509" in capsys.readouterr().err
    assert not out.exists()


def test_a_notice_names_itself() -> None:
    held = miniature.registry()
    with pytest.raises(Unprintable) as refused:
        downloads(held, Press({**build.press().templates, "application.typ": "#panic()"}))
    assert refused.value.source == samples.FORM


def test_the_pdf_opens(registry: Path) -> None:
    """Tagged still, with its own title in full."""
    loaded = build.load(registry)
    form = printed.recorder()
    list(downloads(loaded.registry, form))
    job = next(job for job in form.jobs if job.template == "application.typ")
    content = dataclasses.replace(job, title="申报𠮷表").print(build.press())
    made = PdfReader(io.BytesIO(content))
    assert made.metadata and made.metadata.title == "申报𠮷表"
    root: Any = made.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/StructTreeRoot"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert "申报〓表" in printed.pages(content)[0]
