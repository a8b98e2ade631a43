"""What a build may replace, and what it must leave: every kind of place, every moment at which it may be killed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import cli
from generator.doors import disk, ours, swap
from generator.doors.trouble import Trouble
from generator.site.output import text_output
from tests import ROOT
from tests.made import killed
from tests.made.program import run

Put = Callable[[Path], object]


def tree(folder: Path) -> dict[str, bytes | str]:
    """All below a folder: files with their bytes, links with where they lead."""
    return {
        path.relative_to(folder).as_posix(): str(path.readlink()) if path.is_symlink() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def swapped(site: Path, text: str) -> None:
    """Put a site of one page there, as a build does."""
    with swap.staging(site) as aside:
        disk.write(aside, [text_output("index.html", text, "test")])


def elder(site: Path) -> None:
    """A site of a version that left no mark."""
    sums = b"0  data/workshops.json\n"
    told = {"sha256_of_sha256sums": hashlib.sha256(sums).hexdigest()}
    outputs = [text_output("build.json", json.dumps(told), ""), text_output("SHA256SUMS", sums.decode(), "")]
    disk.write(site, [*outputs, text_output("index.html", "old", "")])


def _each(*puts: Put) -> Put:
    def put(path: Path) -> None:
        for one in puts:
            one(path)

    return put


def _file(text: str) -> Put:
    def put(path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return put


def _site_and(name: str) -> Put:
    def put(path: Path) -> None:
        swapped(path, "old")
        _file("somebody's")(path / name)

    return put


def _elder_and(name: str) -> Put:
    def put(path: Path) -> None:
        elder(path)
        _file("somebody's")(path / name)

    return put


def _half_marked(path: Path) -> None:
    path.mkdir()
    (path / ours.MARK).write_text("# 别的话\nthesis.docx\n", encoding="utf-8")
    (path / "thesis.docx").write_text("somebody's")


def _linked_to_somebody(path: Path) -> None:
    _file("somebody's")(path.parent / "elsewhere/thesis.docx")
    path.symlink_to(path.parent / "elsewhere")


def _circle(path: Path) -> None:
    path.symlink_to(path.parent / "b")
    (path.parent / "b").symlink_to(path)


def _link_in_site(path: Path) -> None:
    swapped(path, "old")
    _file("somebody's")(path.parent / "elsewhere/thesis.docx")
    (path / "more").symlink_to(path.parent / "elsewhere")


SOMEBODYS: dict[str, Put] = {
    "a folder with a file": lambda path: _file("x")(path / "thesis.docx"),
    "a folder with a hidden file": lambda path: _file("x")(path / ".env"),
    "a folder with a file deep down": lambda path: _file("x")(path / "a/b/thesis.docx"),
    "a folder with a pipe": _each(Path.mkdir, lambda path: os.mkfifo(path / "pipe")),
    "a folder with a link": _each(Path.mkdir, lambda path: (path / "l").symlink_to("/etc/hosts")),
    "a folder with a dangling link": _each(Path.mkdir, lambda path: (path / "l").symlink_to("nowhere")),
    "a site of another program": lambda path: _file("<html>")(path / "index.html"),
    "a build.json of another program": lambda path: (_file("{}")(path / "build.json"), _file("")(path / "SHA256SUMS")),
    "a build.json that is none": lambda path: (_file("[]")(path / "build.json"), _file("")(path / "SHA256SUMS")),
    "a mark of another sense": _half_marked,
    "a repository": lambda path: _file("[core]")(path / ".git/config"),
    "our site, and a file": _site_and("CNAME"),
    "our site, and a hidden folder": _site_and(".well-known/x"),
    "our site, and a file among ours": _site_and("workshops/notes.txt"),
    "our site, and a link to a folder": _link_in_site,
    "an elder site that is a repository": _elder_and(".git"),
    "a plain file": _file("somebody's"),
    "a pipe": os.mkfifo,
    "a link to a file": _each(lambda path: _file("x")(path.parent / "f"), lambda path: path.symlink_to(path.parent / "f")),
    "a link to somebody's folder": _linked_to_somebody,
    "a link to the registry": lambda path: path.symlink_to(path.parent / "registry"),
    "a circle of links": _circle,
    "a path through a file": lambda path: _file("x")(path.parent / "site-parent"),
}  # fmt: skip


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """A copy of the real registry."""
    return Path(shutil.copytree(ROOT / "registry", tmp_path / "registry"))


@pytest.mark.parametrize("kind", SOMEBODYS)
def test_what_is_somebodys_stays(
    kind: str, registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    SOMEBODYS[kind](site)
    if kind == "a path through a file":
        site = tmp_path / "site-parent" / "site"
    pipes = site.is_fifo() or (site / "pipe").is_fifo()
    before = {} if pipes else tree(tmp_path)
    assert cli.main(["build", "--registry", str(registry), "--site", str(site)]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert told.endswith("。\n")
    assert "Traceback" not in told
    assert pipes or tree(tmp_path) == before


PLACES = ("", ".", "..", "../..", "workshops", "workshops/0000", "new", "photos/../new/site", "README.md")


@pytest.mark.parametrize("place", PLACES)
def test_the_registry_is_no_place_for_a_site(
    place: str, registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(tmp_path)
    assert cli.main(["build", "--registry", str(registry), "--site", str(registry / place)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert tree(tmp_path) == before


SYSTEMS = [".", "..", "/", "~", "registry", "REGISTRY/../registry/x", "generator", "generator/x", "site_src/pages/x", ".git", ".git/x",
     ".github", ".site", "README.md", "tests/new/site", "/dev/null", "/proc", "/etc", ""]  # fmt: skip


@pytest.mark.parametrize("site", SYSTEMS)
def test_the_project_and_the_system_are_no_place_for_a_site(
    site: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    with pytest.raises(Trouble):
        ours.goal(Path(site), ROOT / "registry")
    assert cli.main(["build", "--site", site]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_same_folder_by_another_name(registry: Path, tmp_path: Path) -> None:
    """What a letter in another case is on Windows and macOS, a link is here: one folder by two names."""
    (tmp_path / "Registry").symlink_to(registry)
    for name in ("Registry", "Registry/new", "Registry/workshops/.."):
        with pytest.raises(Trouble):
            ours.goal(tmp_path / name, registry)
    with pytest.raises(Trouble):
        ours.goal(registry / "new", tmp_path / "Registry")


def test_the_repository_of_a_registry_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "data/.git").mkdir(parents=True)
    (tmp_path / "data/registry").mkdir()
    for place in ("data", "data/.git", "data/.git/new", "data/.GIT/new", "data/registry/new"):
        with pytest.raises(Trouble):
            ours.goal(tmp_path / place, tmp_path / "data/registry")
    assert ours.goal(tmp_path / "data/site", tmp_path / "data/registry") == tmp_path / "data/site"


@pytest.mark.skipif(not Path("/dev/shm").is_mount(), reason="no mount point to try")  # noqa: S108
def test_a_mount_point_is_not_swapped(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="挂载点"):
        ours.judge(Path("/dev/shm"))  # noqa: S108
    del tmp_path


def _linked(path: Path) -> None:
    swapped(path.parent / "real", "old")
    path.symlink_to("real")


def _in_use_by_a_system(path: Path) -> None:
    swapped(path, "old")
    for name in (".DS_Store", "workshops/Thumbs.db", "desktop.ini"):
        _file("x")(path / name)


OURS: dict[str, Put] = {
    "nothing": lambda path: None,
    "nothing, far down": lambda path: None,
    "an empty folder": Path.mkdir,
    "a site": lambda path: swapped(path, "old"),
    "an elder site": elder,
    "a link to a site": _linked,
    "a link to nothing yet": lambda path: path.symlink_to("real"),
    "a link to an empty folder": _each(
        lambda path: (path.parent / "real").mkdir(), lambda path: path.symlink_to("real")
    ),
    "a site that somebody looked at": _in_use_by_a_system,
    "a name of glob and regular expressions": lambda path: None,
}


@pytest.mark.parametrize("kind", OURS)
def test_what_is_ours_is_replaced_three_times(kind: str, tmp_path: Path) -> None:
    """Three builds in turn: a link stays a link, nothing is left beside it, what is beside it stays."""
    folder = tmp_path / "server"
    folder.mkdir()
    names = {"nothing, far down": "a/b/site", "a name of glob and regular expressions": "si[te]*.+(1)"}
    site = folder / names.get(kind, "site")
    OURS[kind](site)
    _file("somebody's")(folder / ".site.new/thesis.docx")
    _file("somebody's")(folder / ".site.old/thesis.docx")
    _file("somebody's")(folder / ".site.newer")
    linked = site.is_symlink()
    for text in ("1", "2", "3"):
        swapped(site, text)
        assert (site / "index.html").read_text("utf-8") == text
        assert sorted(path.name for path in site.iterdir()) == [ours.MARK, "index.html"]
        assert site.is_symlink() == linked
    beside = {path.name for path in folder.iterdir()} - {site.name, "a", "real"}
    beside = {name for name in beside if not name.endswith(".lock")}
    assert beside == {".site.new", ".site.old", ".site.newer"}
    assert (folder / ".site.new/thesis.docx").read_text("utf-8") == "somebody's"
    assert (folder / ".site.old/thesis.docx").read_text("utf-8") == "somebody's"


def test_what_comes_while_a_build_is_at_work_stays(tmp_path: Path) -> None:
    site = tmp_path / "site"
    swapped(site, "old")
    with pytest.raises(Trouble, match=r"thesis\.docx"), swap.staging(site) as aside:
        disk.write(aside, [text_output("index.html", "new", "test")])
        _file("somebody's")(site / "thesis.docx")
    assert (site / "index.html").read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir() if not path.name.endswith(".lock")] == ["site"]


def test_a_user_without_a_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        Path, "home", lambda: (_ for _ in ()).throw(RuntimeError("Could not determine home directory."))
    )
    assert ours.goal(tmp_path / "site", tmp_path / "registry") == tmp_path / "site"


def test_what_is_missing_is_not_packed_in_silence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    swapped(site, "one")
    _file("x")(site / ".DS_Store")
    words = ["archive", "--site", str(site), "--out", str(tmp_path / "a.zip")]
    assert cli.main(words) == 0
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        assert sorted(packed.namelist()) == [f"site/{ours.MARK}", "site/index.html", "说明.txt"]
    before = (tmp_path / "a.zip").read_bytes()
    (site / "index.html").unlink()
    assert cli.main(words) == 2
    assert "少了 index.html" in capsys.readouterr().err
    assert (tmp_path / "a.zip").read_bytes() == before


# ---- killed, and disturbed, at every moment


@pytest.mark.skipif(sys.platform == "win32", reason="it forks")
def test_killed_or_disturbed_at_any_moment(tmp_path: Path) -> None:
    """kill -9, or a stranger's file, at each access to the disk in turn: the old or the new site is whole, nothing of anybody's
    is lost, and the next build leaves nothing but the site and what is theirs."""
    words = [sys.executable, "-m", "tests.made.killed", str(tmp_path)]
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)}
    ended = subprocess.run(words, cwd=ROOT, env=surroundings, check=False, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    moments = [int(line.rpartition(" ")[2]) for line in ended.stdout.splitlines()]
    assert len(moments) == 2 * len(killed.WHATS) * len(killed.STARTS)
    assert min(moments) > 15
    assert sum(moments) >= 400  # as tests/README.md says


def test_the_old_site_is_kept_while_somebodys_things_stand_in_its_place(tmp_path: Path) -> None:
    site, old = tmp_path / "site", tmp_path / ".site.old"
    swapped(old, "old")
    _file("somebody's")(site / "thesis.docx")
    with pytest.raises(Trouble, match=r"thesis\.docx"):
        swapped(site, "new")
    assert (old / "index.html").read_text("utf-8") == "old"
    shutil.rmtree(site)
    with pytest.raises(ZeroDivisionError), swap.staging(site):
        raise ZeroDivisionError
    assert (site / "index.html").read_text("utf-8") == "old"


def test_a_leftover_with_somebodys_file_is_left(tmp_path: Path) -> None:
    """A build was killed right after the swap, and somebody had put a file into the old site."""
    site, left = tmp_path / "site", tmp_path / ".site.new"
    swapped(left, "old")
    _file("somebody's")(left / "thesis.docx")
    before = tree(left)
    for text in ("1", "2"):
        swapped(site, text)
    assert tree(left) == before
    (left / "thesis.docx").unlink()
    swapped(site, "3")
    assert not left.exists()


# ---- archive, edition, new


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "A.ZIP", "link.zip", "folder.zip"])
def test_a_package_overwrites_only_a_package(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, target = tmp_path / "site", tmp_path / name
    swapped(site, "one")
    words = ["archive", "--site", str(site), "--out", str(target)]
    if name.startswith("link"):
        _file("somebody's")(tmp_path / "thesis.docx")
        target.symlink_to(tmp_path / "thesis.docx")
    elif name.startswith("folder"):
        target.mkdir()
    else:
        target.write_bytes(b"somebody's")
    before = tree(tmp_path)
    assert cli.main(words) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert tree(tmp_path) == before
    target.rmdir() if target.is_dir() else target.unlink()
    assert cli.main(words) == 0
    swapped(site, "two")
    assert cli.main(words) == 0
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == target.suffix) == [name]


def test_a_package_of_somebodys_files_is_not_overwritten(tmp_path: Path) -> None:
    site = tmp_path / "site"
    swapped(site, "one")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("photos/1.jpg", "x")
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as tar:
        tar.add(ROOT / "README.md", "site/README.md")
    for name in ("a.zip", "a.tar.gz"):
        before = (tmp_path / name).read_bytes()
        assert cli.main(["archive", "--site", str(site), "--out", str(tmp_path / name)]) == 2
        assert (tmp_path / name).read_bytes() == before


def test_only_a_site_is_packed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _file("<html>")(tmp_path / "home/index.html")
    _file("secret")(tmp_path / "home/.ssh/id")
    assert cli.main(["archive", "--site", str(tmp_path / "home"), "--out", str(tmp_path / "a.zip")]) == 2
    assert "没有这个程序生成的网站" in capsys.readouterr().err
    assert not (tmp_path / "a.zip").exists()


@pytest.mark.parametrize(
    ("name", "held", "said"),
    [
        ("名录.docx", None, "以 .pdf 结尾"),
        ("名录", None, "以 .pdf 结尾"),
        ("名录.pdf.txt", None, "以 .pdf 结尾"),
        ("a.pdf", b"somebody's", "没有动它"),
        ("a.pdf", b"%PDF-1.7 /Title(other)", "没有动它"),
        ("a.pdf", b"", "没有动它"),
    ],
)
def test_a_printed_register_overwrites_only_its_like(
    name: str, held: bytes | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / name
    if held is not None:
        target.write_bytes(held)
    assert cli.main(["edition", "2023", "--out", str(target)]) == 2
    assert said in capsys.readouterr().err
    assert (target.read_bytes() if target.exists() else None) == held


def test_a_printed_register_is_renewed(tmp_path: Path) -> None:
    for year in ("2023", "2022", "2023"):
        assert cli.main(["edition", year, "--out", str(tmp_path / "名录.PDF")]) in (0, 2)
    assert [path.name for path in tmp_path.iterdir()] == ["名录.PDF"]


def test_a_draft_overwrites_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    one, two = (text_output(f"new/deep/{name}.yml", "ours", "test") for name in ("one", "two"))
    _file("somebody's")(tmp_path / "new/deep/two.yml")
    before = tree(tmp_path)
    with pytest.raises(FileExistsError):
        disk.write_new(tmp_path, [one, two])
    assert tree(tmp_path) == before
    (tmp_path / "new/deep/two.yml").unlink()
    (tmp_path / "new/deep/two.yml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(FileExistsError):
        disk.write_new(tmp_path, [text_output("other/deep/one.yml", "ours", "test"), two])
    assert not (tmp_path / "nowhere").exists()
    assert not (tmp_path / "other").exists()


def test_mending_keeps_rights_and_links(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yml", tmp_path / "link.yml"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    disk.replace(link, b"new")
    assert (real.read_bytes(), real.stat().st_mode & 0o777, link.is_symlink()) == (b"new", 0o640, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.yml", "real.yml"]


def test_an_unfinished_file_of_one_who_was_killed_is_no_hindrance(tmp_path: Path) -> None:
    _file("somebody's")(tmp_path / "thesis.docx")
    (tmp_path / ".a.yml.register-new").symlink_to(tmp_path / "thesis.docx")
    disk.replace(tmp_path / "a.yml", b"new")
    assert (tmp_path / "thesis.docx").read_text() == "somebody's"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yml", "thesis.docx"]


def test_mkdocs_build_asks_the_same(tmp_path: Path) -> None:
    _file("somebody's")(tmp_path / "site/thesis.docx")
    told = run("mkdocs", "build", "-q", "-d", str(tmp_path / "site"))
    assert told.returncode == 2
    assert "没有动它" in told.stdout + told.stderr
    assert "Traceback" not in told.stderr
    assert tree(tmp_path) == {"site/thesis.docx": b"somebody's"}
