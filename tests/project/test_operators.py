"""The guide for operators: its lines for a shell are run as they stand there, where this machine can; each rule of nginx is read by nginx."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT
from tests.conftest import serve
from tests.project import test_nginx
from tests.tools.install import find_nginx

GUIDE = (ROOT / "deploy" / "README.md").read_text(encoding="utf-8")
BLOCKS = [block.strip() for block in re.findall(r"^ *```\n(.*?)^ *```$", GUIDE, re.DOTALL | re.MULTILINE)]
unix = pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")


def line_with(word: str) -> str:
    """The one line of the guide's blocks that holds a word, without the five times of cron."""
    (line,) = (line for block in BLOCKS for line in block.splitlines() if word in line)
    return re.sub(r"^[0-9]+ [0-9]+ \* \* \* ", "", line.strip())


def shell(line: str, cwd: Path, **places: object) -> subprocess.CompletedProcess[str]:
    """Run a line by the shell of cron; `places`: what stands in the guide, and what takes its place here."""
    for old, new in {"python3 run.py": f"{sys.executable} -m generator", **places}.items():
        line = line.replace(old, str(new))
    return subprocess.run(
        ["/bin/sh", "-c", line], cwd=cwd, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A server's clone of the project, as far as a build needs it, whose origin has nothing new."""
    origin = tmp_path / "origin"
    for name in ("generator", "registry", "site_src", "mkdocs.yml", "requirements.txt"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, origin / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules")
            )
        else:
            shutil.copy(source, origin / name)
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "init.defaultBranch=main"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "all"]):
        subprocess.run([*git, *words], cwd=origin, check=True)
    subprocess.run(["git", "clone", "-q", str(origin), str(tmp_path / "register")], check=True)
    return tmp_path / "register"


@unix
def test_the_daily_line_builds_the_site_and_the_next_asks_it(clone: Path, tmp_path: Path) -> None:
    site = tmp_path / "served" / "site"
    site.parent.mkdir()
    done = shell(
        line_with("--compress --site"), tmp_path, **{"/srv/register": clone, "/srv/workshops/site": site}
    )
    assert done.returncode == 0, done.stderr
    assert (site / "sitemap.xml").exists()
    assert (site / "index.html.gz").exists()
    for address in serve(site):
        told = shell(
            line_with("told=$("),
            tmp_path,
            **{"/srv/register": clone, "https://www.example.com/": address},
        )
        assert (told.returncode, told.stdout) == (0, ""), "a site in order makes no sound"
    told = shell(
        line_with("told=$("), tmp_path, **{"/srv/register": clone, "https://www.example.com/": address}
    )
    assert "没有网站在运行" in told.stdout


@unix
def test_a_backup_is_restored(clone: Path, tmp_path: Path) -> None:
    made = shell(line_with("bundle create"), clone)
    assert made.returncode == 0, made.stderr
    assert shell(line_with("bundle verify"), clone).returncode == 0
    assert not list(clone.glob("*.bundle")), "nothing that git would take up is left in the folder"
    shutil.rmtree(clone)
    assert shell(line_with("git clone register.bundle"), tmp_path).returncode == 0
    done = shell(line_with("cd register && "), tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "register/site/index.html").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the recipe is for nginx on Linux")
def test_nginx_takes_what_https_adds(site: Path, tmp_path: Path) -> None:
    """The lines of the guide, in the recipe: a real nginx reads them, with a certificate made here."""
    (secure,) = (block for block in BLOCKS if "ssl_certificate" in block)
    (moved,) = (block for block in BLOCKS if "return 301" in block)
    program, openssl = find_nginx(), shutil.which("openssl")
    if program is None or openssl is None:
        pytest.skip("no nginx, or no openssl to make a certificate with")
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=www.example.com"]
    made += ["-keyout", "privkey.pem", "-out", "fullchain.pem"]
    subprocess.run([openssl, *made], cwd=tmp_path, check=True, capture_output=True)
    command = test_nginx.configured(program, tmp_path, site, "", 8443)
    recipe = (tmp_path / "recipe.conf").read_text("utf-8")
    secure = secure.replace("/etc/ssl/workshops", str(tmp_path)).replace(
        "listen 443", "listen 127.0.0.1:8443"
    )
    recipe = recipe.replace("listen 127.0.0.1:8443;", secure) + moved.replace(
        "listen 80", "listen 127.0.0.1:8442"
    )
    (tmp_path / "recipe.conf").write_text(recipe, "utf-8")
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    assert "warn" not in tested.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="the recipe is for nginx on Linux")
def test_what_must_go_is_shut_off_at_once(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the lines of the guide, in a real nginx: the page, what belongs to it, and no other."""
    (lines,) = (block for block in BLOCKS if "return 404" in block)
    recipe = test_nginx.RECIPE.read_text("utf-8").rstrip().removesuffix("}")
    (tmp_path / "nginx.conf").write_text(f"{recipe}    {lines}\n}}\n", encoding="utf-8")
    monkeypatch.setattr(test_nginx, "RECIPE", tmp_path / "nginx.conf")
    for address in test_nginx.running(site, "", tmp_path / "served"):
        for path in ("workshops/DL0001/", "workshops/DL0001/DL0001.yml", "v/DL0001/", "v/DL0001/qr.svg"):
            assert test_nginx.ask(f"{address}/{path}").status == 404, path
        for path in ("workshops/DL0003/", "v/DL0003/"):
            assert test_nginx.ask(f"{address}/{path}").status == 200, path


def test_the_lines_not_run_are_named() -> None:
    """Whatever is for another system, or needs what this machine has not, stands in the last chapter."""
    last = GUIDE.rpartition("\n## ")[2]
    for word in ("robocopy", "schtasks", "setx", "rsync", "crontab", "GitHub", "Gitee", "OSS", "COS", "CDN"):
        assert word in GUIDE
        assert word in last
