"""Building: what a failed one leaves behind, what two of them have in common, and what the commands answer."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from generator.doors import disk, ours, swap
from generator.site.output import text_output
from tests import ROOT
from tests.made.program import run, started


def digest(folder: Path) -> dict[str, str]:
    """The checksum of each file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """A copy of the real registry."""
    return Path(shutil.copytree(ROOT / "registry", tmp_path / "registry"))


def break_record(registry: Path) -> None:
    """Put a fault into a record."""
    record = registry / "workshops/0000/DL0001.yml"
    record.write_text(record.read_text("utf-8").replace("members: 15", "members: 十五"), encoding="utf-8")


def test_the_real_registry_has_no_error() -> None:
    told = started("generator", "check")
    assert told.returncode == 0
    assert told.stdout.splitlines()[-1].startswith("7 条记录，0 个错误，")
    assert "Traceback" not in told.stderr


def test_ten_faults_give_ten_problems_and_nothing_is_built(registry: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert run("generator", "build", "--registry", str(registry), "--site", str(site)).returncode == 0
    before = digest(site)
    expected = ten_faults(registry)
    told = run("generator", "check", "--registry", str(registry))
    heads = [line for line in told.stdout.splitlines() if ": 错误 " in line]
    assert told.returncode == 1
    assert [head.split("registry/")[-1].rsplit(": 错误 ")[0] for head in heads] == [
        place for place, _ in expected
    ]
    assert [head.split(": 错误 ")[1][:4] for head in heads] == [code for _, code in expected]
    assert told.stdout.splitlines()[-1].startswith("7 条记录，10 个错误，")
    failed = run("generator", "build", "--registry", str(registry), "--site", str(site))
    assert failed.returncode == 1
    assert "F207" in failed.stderr
    assert digest(site) == before
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith(".")) == [
        "registry",
        "site",
    ]


def ten_faults(registry: Path) -> list[tuple[str, str]]:
    """Put ten faults into the records; the places and codes of their problems, in order."""
    faults = (
        ("DL0001", "members: 15", "members: 十五", "十五", "F207"),
        ("DL0001", "level: 市级", "level: 国家级", "国家级", "F205"),
        ("DL0002", "notice: naming-2023", "notice: naming-2032", "naming-2032", "R341"),
        ("DL0002", "category: 劳模", "categroy: 劳模", "categroy", "F201"),
        ("DL0003", "kind: 工作室", "kind：工作室", "：工作室", "S114"),
        ("DL0004", "year: 2023", "year: 2023-02-30", "2023-02-30", "F206"),
        ("DL0005", "established: 2017-06", "established: 2017.6", "2017.6", "F206"),
        ("DL0006", "basis:", "phone:\n  basis:", "phone", "F201"),
        ("DL0006", "industry: Q", "industry: C99", "C99", "F204"),
        ("DL0007", "kind: 联盟", "kind: 联盟\nkind: 联盟", "kind: 联盟\n", "S126"),
    )
    expected = []
    for id_, old, new, at, code in faults:
        path = registry / f"workshops/0000/{id_}.yml"
        text = path.read_text("utf-8")
        assert text.count(old) >= 1, (id_, old)
        text = text.replace(old, new, 1)
        start = text.rindex(at) if code == "S126" else text.index(at)
        expected.append((id_, code, start))
        path.write_text(text, encoding="utf-8", newline="\n")
    return [
        (f"{name}:{line}:{column}", code)
        for name, line, column, code in sorted(_place(registry, *item) for item in expected)
    ]


def _place(registry: Path, id_: str, code: str, start: int) -> tuple[str, int, int, str]:
    name = f"workshops/0000/{id_}.yml"
    before = (registry / name).read_text("utf-8")[:start]
    return name, before.count("\n") + 1, len(before) - before.rfind("\n"), code


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    """Another folder, time zone, locale, hash seed, and day of the machine's clock do not show."""
    one, other = tmp_path / "one/site", tmp_path / "other/deeper/down/site"
    far = tmp_path / "elsewhere"
    far.mkdir()
    common = ("generator", "build", "--registry", str(ROOT / "registry"), "--site")
    first = started(
        *common,
        str(one),
        TZ="Asia/Shanghai",
        LC_ALL="C.UTF-8",
        PYTHONHASHSEED="1",
        SOURCE_DATE_EPOCH="1780000000",
    )
    second = started(
        *common,
        str(other),
        cwd=far,
        TZ="America/Lima",
        LC_ALL="C",
        PYTHONHASHSEED="2",
        SOURCE_DATE_EPOCH="1780000000",
    )
    assert first.returncode == 0, first.stderr
    assert second.returncode == 0, second.stderr
    assert digest(one) == digest(other)


def test_a_site_that_is_built_daily_is_of_its_day(tmp_path: Path) -> None:
    """Its own words say so, and what is asked for by SOURCE_DATE_EPOCH still holds."""
    words = ("generator", "build", "--registry", str(ROOT / "registry"), "--site", str(tmp_path / "site"))
    told = run(*words, "--today", SITE_URL="")
    assert told.returncode == 0, told.stderr
    dated = json.loads((tmp_path / "site/build.json").read_text("utf-8"))["date"]
    assert datetime.now(UTC).date() - date.fromisoformat(dated) <= timedelta(days=1)
    assert "公布以前：没有网址" in told.stdout
    told = run(*words, "--today", SOURCE_DATE_EPOCH="1780000000", SITE_URL="https://example.org/")
    assert json.loads((tmp_path / "site/build.json").read_text("utf-8"))["date"] == "2026-05-28"
    assert "没有网址" not in told.stdout


def test_mkdocs_build_is_the_same_work(tmp_path: Path, site: Path) -> None:
    told = run("mkdocs", "build", "-q", "-d", str(tmp_path / "site"))
    assert told.returncode == 0, told.stderr
    assert digest(tmp_path / "site") == digest(site)


def test_synthetic_pages_are_light(tmp_path: Path) -> None:
    assert run("tests.made.synthetic", "60", str(tmp_path / "registry")).returncode == 0
    told = run(
        "generator", "build", "--registry", str(tmp_path / "registry"), "--site", str(tmp_path / "site")
    )
    assert told.returncode == 0, told.stderr + told.stdout
    pages = list((tmp_path / "site/workshops").glob("DL*/index.html"))
    assert len(pages) == 60
    assert max(page.stat().st_size for page in pages) < 40 * 1024


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("check", "--registry", "nowhere"), 2, "不像是名册的文件夹"),
        (("build", "--registry", "nowhere"), 2, "不像是名册的文件夹"),
        (("explain", "F204"), 0, "F204"),
        (("explain", "f204"), 0, "F204"),
        (("explain", "F999"), 2, "没有 F999 这个代码"),
        (("nonsense",), 2, "nonsense"),
        ((), 2, "check"),
    ],
)
def test_commands_answer_with_their_codes(words: tuple[str, ...], code: int, said: str) -> None:
    told = run("generator", *words)
    assert told.returncode == code
    assert said in told.stdout + told.stderr
    assert "Traceback" not in told.stderr


def test_formats_of_check(registry: Path) -> None:
    break_record(registry)
    github = run("generator", "check", "--registry", str(registry), "--format", "github")
    assert "::error file=" in github.stdout
    assert "title=F207::" in github.stdout
    assert github.stdout.splitlines()[-1].startswith("7 条记录，1 个错误，")
    told = run("generator", "check", "--registry", str(registry), "--format", "json")
    assert '"code": "F207"' in told.stdout
    assert told.returncode == 1


def test_new_takes_the_next_id_and_its_draft_reads(registry: Path) -> None:
    known = {
        "leader": "张三",
        "basis": "公开报道",
        "unit": "虚构: 单位 #1",
        "category": "职工",
        "source-title": "虚构报道",
    }
    words = [word for option, text in known.items() for word in (f"--{option}", text)]
    told = run("generator", "new", "张三职工创新工作室", "--registry", str(registry), *words)
    assert told.returncode == 0, told.stderr
    draft = registry / "workshops/0000/DL0008.yml"
    assert str(draft) in told.stdout
    checked = run("generator", "check", "--registry", str(registry))
    assert checked.stdout.splitlines()[-1].startswith("8 条记录，0 个错误，"), checked.stdout


def test_one_build_at_a_time(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with swap.staging(site) as aside:
        disk.write(aside, [text_output("index.html", "one", "test")])
        with pytest.raises(swap.Busy), swap.staging(site):
            pass
    assert (site / "index.html").read_text("utf-8") == "one"


def test_a_build_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with swap.staging(site) as aside:
        disk.write(aside, [text_output("index.html", "old", "test")])
    with pytest.raises(ValueError, match="broken"), swap.staging(site) as aside:
        disk.write(aside, [text_output("index.html", "new", "test")])
        raise ValueError("broken")
    assert (site / "index.html").read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir() if not path.name.endswith(".lock")] == ["site"]


def test_a_swap_cut_in_two_is_put_right(tmp_path: Path) -> None:
    site, old = tmp_path / "site", tmp_path / ".site.old"
    disk.write(old, [text_output("index.html", "old", "test")])
    ours.finish(old)
    with pytest.raises(ValueError, match="broken"), swap.staging(site):
        raise ValueError("broken")
    assert (site / "index.html").read_text("utf-8") == "old"
