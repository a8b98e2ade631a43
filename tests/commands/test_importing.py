"""The import command: from files on the disk to drafts on the disk, all or none, with or without LibreOffice."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands import importing
from generator.doors import build, disk, office
from generator.intake.notes import Refusal
from generator.intake.opening import package
from generator.libraries.typeset import Fonts
from generator.site.output import text_output
from tests import ROOT
from tests.made import printed, program
from tests.made.intake import builders, collecting_tools, damaged_files

RTF = b"{\\rtf1 ...}"


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """The real forms and vocabularies, and one record, DL0041."""
    folder = tmp_path / "registry"
    shutil.copytree(ROOT / "registry", folder)
    for path in sorted((folder / "workshops").rglob("*.yml"))[1:]:
        path.unlink()
    record = next((folder / "workshops").rglob("*.yml"))
    record.write_text(
        record.read_text(encoding="utf-8").replace("id: DL0001", "id: DL0041"), encoding="utf-8"
    )
    record.rename(record.with_name("DL0041.yml"))
    return folder


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only place for temporary files, so that one left behind is seen."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def sent(folder: Path, **content: bytes) -> list[str]:
    """Files written where a person would have saved them."""
    paths = [folder / name.replace("_", ".") for name in content]
    for path, held in zip(paths, content.values(), strict=True):
        path.write_bytes(held)
    return [str(path) for path in paths]


def names(folder: Path) -> list[str]:
    """All files below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


# ---- what is written


def test_drafts_are_judged_by_the_operators_fonts_too(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a form and of `new`: what a further font shows is no warning, as in `check`."""
    unit = "大连𠮷野家有限公司"
    paths = sent(tmp_path, 申报表_docx=builders.application(unit=unit))
    calls = (
        ["import", *paths, "--out", str(tmp_path / "one"), "--registry", str(registry)],
        [
            "new",
            "孙示例职工创新工作室",
            "--unit",
            unit,
            "--source-title",
            "报道",
            "--registry",
            str(registry),
        ],
    )
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    for laid in (False, True):
        for words in calls:
            monkeypatch.setattr(build, "FONTS", Fonts(str(fonts) if laid else str(tmp_path / "none")))
            again = [word.replace("one", "other").replace("孙", "钱") if laid else word for word in words]
            assert main(again) == 0
            assert ("R421" in capsys.readouterr().out) != laid, words
        (fonts / "a.ttf").write_bytes(printed.font("𠮷", "Further"))


def test_drafts_get_the_next_numbers_and_pass_the_check(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = sent(
        tmp_path,
        申报表_docx=builders.application(),
        汇总表_xlsx=builders.summary(
            [{**builders.ROW, "工作室名称": "吴示例职工创新工作室", "领衔人": "吴示例"}]
        ),
    )
    assert main(["import", *paths, "--registry", str(registry)]) == 0
    assert names(registry / "workshops") == ["0000/DL0041.yml", "0000/DL0042.yml", "0000/DL0043.yml"]
    told = capsys.readouterr().out
    assert "2 个文件，2 份草稿，0 个错误，0 个警告\n" in told
    assert f"{registry.as_posix()}/workshops/0000/DL0042.yml：周示例职工创新工作室" in told
    assert "出生年月、" in told
    assert main(["check", "--registry", str(registry)]) == 0


def test_a_rehearsal_says_what_it_would_write(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = sent(tmp_path, 申报表_docx=builders.application())
    before = names(registry)
    assert main(["import", path, "--dry-run", "--registry", str(registry)]) == 0
    told = capsys.readouterr().out
    assert f"要写草稿 {registry.as_posix()}/workshops/0000/DL0042.yml：周示例职工创新工作室" in told
    assert names(registry) == before


def test_out_takes_the_drafts_and_counts_on(registry: Path, tmp_path: Path) -> None:
    (path,) = sent(tmp_path, 申报表_docx=builders.application())
    out = tmp_path / "新的" / "草稿"
    before = names(registry)
    for _ in range(2):
        assert main(["import", path, "--registry", str(registry), "--out", str(out)]) == 0
    assert names(registry) == before
    assert names(out) == ["workshops/0000/DL0042.yml", "workshops/0000/DL0043.yml"]


def test_one_bad_file_and_nothing_is_written(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = sent(tmp_path, 甲_docx=builders.application(), 乙_docx=b"%PDF-1.7")
    before = names(registry)
    assert main(["import", *paths, "--registry", str(registry)]) == 1
    assert names(registry) == before
    assert "一份草稿也没有写" in capsys.readouterr().out


def test_an_error_in_a_field_still_gives_the_draft(registry: Path, tmp_path: Path) -> None:
    (path,) = sent(tmp_path, 甲_docx=builders.application(builders.VALUES, education="博士后"))
    assert main(["import", path, "--registry", str(registry)]) == 1
    draft = (registry / "workshops/0000/DL0042.yml").read_text(encoding="utf-8")
    assert "# 待核：申报表写的学历：博士后\n" in draft
    assert not build.load(registry).refused


def test_a_workshop_that_is_there_already_is_told(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = next(iter(build.load(registry).registry.workshops))
    (path,) = sent(
        tmp_path, 甲_docx=builders.application(builders.VALUES, name=known.name, unit=known.unit or "")
    )
    assert main(["import", path, "--registry", str(registry)]) == 1
    assert "错误 R361: 和 DL0041" in capsys.readouterr().out


def test_write_new_is_all_or_none_and_never_over_a_file(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_text("mine")
    with pytest.raises(FileExistsError):
        disk.write_new(tmp_path, [text_output(f"{name}.yml", "new", "") for name in "abc"])
    assert names(tmp_path) == ["b.yml"]
    assert (tmp_path / "b.yml").read_text() == "mine"


def test_a_folder_that_cannot_be_written_is_told(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = sent(tmp_path, 甲_docx=builders.application(), out=b"a file, no folder")
    assert main(["import", paths[0], "--registry", str(registry), "--out", paths[1]]) == 2
    said = capsys.readouterr()
    assert "写好了" not in said.out
    assert said.err.count("\n") == 1
    assert said.err.startswith("写不了草稿，一份也没有留下。")


# ---- what is not even read


def test_a_large_file_is_refused_unread(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "大.docx"
    with path.open("wb") as opened:
        opened.truncate(200 * 1024 * 1024)
    begun = time.process_time()
    content = disk.read_bounded(path, package.MOST_BYTES)
    assert time.process_time() - begun < 0.1
    assert not isinstance(content, bytes)
    assert main(["import", str(path), "--registry", str(registry)]) == 1
    assert "大.docx: 错误 I602: 文件有 200 MB，至多 20 MB\n" in capsys.readouterr().out


def test_what_is_no_file_is_refused(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent(tmp_path, 甲_docx=builders.application())
    (tmp_path / "link.docx").symlink_to(tmp_path / "甲.docx")
    for path, words in (
        (tmp_path / "没有.docx", "没有这个文件"),
        (tmp_path, "这是文件夹，不是文件"),
        (tmp_path / "link.docx", "这不是普通文件（是链接或设备）"),
    ):
        assert main(["import", str(path), "--registry", str(registry)]) == 1
        assert f": 错误 I601: {words}\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ["zip_bomb", "entity_bomb", "renamed_pdf", "encrypted", "outside_entity", "truncated"]
)
def test_bad_files_leave_nothing_and_no_traceback(
    name: str, registry: Path, tmp_path: Path, temporary: Path
) -> None:
    (content,) = getattr(damaged_files, name)().values()
    (path,) = sent(tmp_path, 坏_docx=content)
    before = names(tmp_path)
    done = program.run("generator", "import", path, "--registry", str(registry), TMPDIR=str(temporary))
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.count(": 错误 I") == 1
    assert names(tmp_path) == before


def test_wrong_use(registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "甲.docx", "--registry", str(tmp_path)]) == 2
    for words in (["import"], ["import", "甲.docx", "--datum", "mars"]):
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert ended.value.code == 2
    capsys.readouterr()


# ---- LibreOffice, made by a script that stands in for it


def stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A soffice on PATH that does what the script says; `$out` and `$in` are the folder and the file it was given."""
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    head = '#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\nout=$2\nin=$3\n'
    program.write_text(head + script + "\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")


OLD = damaged_files.OLE + "WordDocument".encode("utf-16-le")


@pytest.mark.parametrize(("kind", "content"), [("doc", OLD), ("rtf", RTF)])
def test_without_libreoffice_it_is_said_plainly(
    kind: str, content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / f"申报表.{kind}"
    path.write_bytes(content)
    imported = importing.read([path], ROOT / "registry", importing.Asked(out=tmp_path / "out"))
    told, failed = imported.told, imported.failed
    assert failed
    assert f"错误 I606: 这是 .{kind} 格式，这台电脑没有装 LibreOffice，转换不了\n" in told
    assert "另存为 .docx 再读；或者装上 LibreOffice。" in told
    assert not (tmp_path / "out").exists()


def test_what_libreoffice_makes_is_read(
    tmp_path: Path, registry: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ready.docx").write_bytes(builders.application())
    stand_in(tmp_path, f'mkdir -p "$out" && cp {tmp_path}/ready.docx "$out/sent.docx"', monkeypatch)
    (path,) = sent(tmp_path, 申报表_rtf=RTF)
    assert main(["import", path, "--registry", str(registry)]) == 0
    assert names(temporary) == []


@pytest.mark.parametrize(
    ("script", "words"), [("exit 1", "LibreOffice 转换不了这个文件"), ("sleep 60", "还没有转换完")]
)
def test_libreoffice_fails_or_hangs(
    script: str, words: str, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, script, monkeypatch)
    monkeypatch.setattr(office, "SECONDS", 1)
    begun = time.monotonic()
    refused = office.convert(RTF, "rtf")
    assert time.monotonic() - begun < 20
    assert isinstance(refused, Refusal)
    assert words in refused.message
    assert names(temporary) == []


def test_libreoffice_gets_a_profile_of_its_own_without_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(
        tmp_path,
        f'env > {tmp_path}/env; cat "$(dirname "$in")"/profile/user/*.xcu > {tmp_path}/xcu',
        monkeypatch,
    )
    office.convert(RTF, "rtf")
    told = (tmp_path / "env").read_text()
    assert "https_proxy=http://127.0.0.1:9\n" in told
    settings = (tmp_path / "xcu").read_text(encoding="utf-8")
    assert "DisableMacrosExecution" in settings
    assert "BlockUntrustedRefererLinks" in settings


def test_a_bomb_is_not_given_to_libreoffice(
    tmp_path: Path, registry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, f"touch {tmp_path}/called", monkeypatch)
    bomb = builders.zipped(
        [("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", bytes(60 * 1024 * 1024))]
    )
    (path,) = sent(tmp_path, 申报表_odt=bomb)
    assert main(["import", path, "--registry", str(registry)]) == 1
    assert not (tmp_path / "called").exists()


# ---- the table of a collecting tool


def test_heads_are_settled_by_the_file_that_was_shown(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is printed is saved, in whatever code, a line of it mended; then the table is read."""
    paths = sent(tmp_path, 收集表_csv=collecting_tools.nothing_is_understood()["收集表.csv"])
    words = ["import", *paths, "--out", str(tmp_path / "out"), "--registry", str(registry)]
    assert main(words) == 1
    shown = capsys.readouterr().out.partition("\n\n")[2].partition("\n\n")[0]
    file = tmp_path / "对照.yml"
    for code in ("utf-8-sig", "gbk", "utf-16"):
        file.write_text(shown.replace("叫什么: 不读", "叫什么: 工作室名称"), encoding=code, newline="\r\n")
        assert main([*words, "--columns", str(file)]) == 0, capsys.readouterr().out
        drafted = (tmp_path / "out/workshops/0000/DL0042.yml").read_text(encoding="utf-8")
        assert "recommender: 中山区总工会\n" in drafted
        assert "周示例" in drafted
        shutil.rmtree(tmp_path / "out")
        capsys.readouterr()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2. 你们单位: 所在的单位\n", "I648: 没有“所在的单位”这一栏"),
        ("2. 你们单位：所在单位\n", "错误 S"),
        ("- 2. 你们单位\n", "错误 S"),
        ("", "错误 S"),
        ("2. 你们单位: [所在单位]\n", "I648"),
    ],
)
def test_a_file_of_heads_that_says_something_else(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    paths = sent(tmp_path, 收集表_csv=collecting_tools.nothing_is_understood()["收集表.csv"])
    file = tmp_path / "对照.yml"
    file.write_text(text, encoding="utf-8")
    assert main(["import", *paths, "--columns", str(file), "--registry", str(registry)]) == 2
    assert said in capsys.readouterr().err
    assert main(["import", *paths, "--columns", str(tmp_path / "没有.yml"), "--registry", str(registry)]) == 2
    assert names(registry / "workshops") == ["0000/DL0041.yml"]


def test_a_register_without_forms_says_how_to_get_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path / "new"), "--city", "沈阳", "--prefix", "SY"]) == 0
    for name, content in {
        "申报表.docx": builders.application(),
        "汇总表.xlsx": builders.summary([builders.ROW]),
        "表.csv": "工作室名称,所在单位\n甲职工创新工作室,沈阳示例（虚构）厂\n".encode(),
    }.items():
        (tmp_path / name).write_bytes(content)
        assert main(["import", str(tmp_path / name), "--registry", str(tmp_path / "new/registry")]) == 1
        assert "run.py call new" in capsys.readouterr().out, name
