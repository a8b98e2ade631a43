"""The print command: what it takes, what it tells, what it leaves alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.cli import main
from tests import ROOT
from tests.made import printed

URL = ["--site-url", "https://register.example.org"]


def count(path: Path) -> int:
    """The number of pages."""
    return len(PdfReader(path).pages)


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        (["证书"], 7),
        (["铜牌", "dl1", "ＤＬ０００６"], 2),
        (["证书", "--notice", "naming-2023"], 3),
        (["证书", "--district", "西岗区"], 1),
        (["标签"], 1),
    ],
)
def test_a_page_for_each_that_is_asked_for(words: list[str], pages: int, tmp_path: Path) -> None:
    target = tmp_path / "印.pdf"
    assert main(["print", *words, *URL, "--out", str(target)]) == 0
    assert count(target) == pages
    assert main(["print", *words, *URL, "--out", str(target)]) == 0  # its own may be replaced


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["证书", "--notice", "naming-2022"], "名册里有：naming-2023"),
        (["证书", "--notice", "2019-24"], "没有编号是 2019-24 的命名通报"),
        (["证书", "--district", "西港区"], "是不是“西岗区”"),
        (["铜牌", "DL0099"], "没有编号是 DL0099"),
        (["证书", "DL0005", "--notice", "naming-2023"], "没有由 naming-2023 给的、现在有效的命名"),
        (["标签", "--site-url", ""], "请加上 --site-url"),
        *(
            (["铜牌", "--site-url", url], "不能印成二维码")
            for url in (
                "register.example",
                "javascript:alert(1)",
                'https://a b"<x>',
                "https://register.example.org/?a=b",
                "https://register.example.org/#a",
                "https://register.example.org/index.html",
                "http://localhost:8000/",
                "http://10.0.0.3/",
                "https://甲.example/",
                "https://register.example.org/\n",
            )
        ),
        (["证书", "--template", "nothing.typ"], "没有这个文件"),
    ],
)
def test_what_cannot_be_printed_is_told(
    words: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "印.pdf"
    assert main(["print", *words, "--out", str(target)]) == 2
    assert told in capsys.readouterr().err
    assert not target.exists()


def test_what_is_left_blank_or_out_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "证书", "DL0005", "--out", str(tmp_path / "印.pdf")]) == 0
    told = capsys.readouterr().err
    assert "命名单位空着：DL0005" in told and "没有印二维码" in told


def test_nothing_of_others_is_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "印.pdf"
    assert main(["print", "标签", *URL, "--out", str(target)]) == 0
    before = target.read_bytes()
    assert main(["print", "证书", *URL, "--out", str(target)]) == 2
    assert target.read_bytes() == before
    assert "不是这个程序印的证书" in capsys.readouterr().err
    assert main(["print", "证书", "--out", str(tmp_path / "印.doc")]) == 2


def test_a_union_prints_by_its_own_template(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own, target = tmp_path / "own.typ", tmp_path / "印.pdf"
    text = (ROOT / "site_src/print/certificate.typ").read_text("utf-8")
    own.write_text(text.replace("特发此证。", "特颁此证，以资鼓励。"), encoding="utf-8")
    words = ["print", "证书", "DL0001", "--template", str(own), "--out", str(target)]
    assert main(words) == 0
    assert "以资鼓励" in printed.pages(target.read_bytes())[0]
    own.write_text("#let x = (", encoding="utf-8")
    assert main(words) == 1
    told = capsys.readouterr().err
    assert f"版式 {own} 排不出来" in told and "certificate.typ" not in told
    own.write_text(
        '#set document(title: "甲")\n#for it in json(bytes(sys.inputs.data)).items [#it.nothing]',
        encoding="utf-8",
    )
    assert main(words) == 1
    assert (
        f"版式 {own} 排不出来，没有印。排到 registry/workshops/0000/DL0001.yml 时" in capsys.readouterr().err
    )
    assert "以资鼓励" in printed.pages(target.read_bytes())[0]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["DL0001", "DL0005", "--notice", "naming-2023"],
            "记录里没有写由 naming-2023 命名，不印：DL0005（在册）。",
        ),
        (["--notice", "naming-2023"], "通报写的是 60 个，notices/naming-2023.yml 的名单只录了 3 个"),
    ],
)
def test_nobody_who_was_asked_for_is_left_out_in_silence(
    words: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["print", "证书", *words, *URL, "--out", str(tmp_path / "印.pdf")]) == 0
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            (
                "notices/naming-2023.yml",
                "  - 冯宝明职工创新工作室\n",
                "  - 冯宝明职工创新工作室\n  - 张三职工创新工作室\n",
            ),
            "名册里还没有记录写明由它命名，没有印：张三职工创新工作室。",
        ),
        (
            ("workshops/0000/DL0005.yml", "name: 陈兆海创新工作室", "name: ×××（DL0005）创新工作室"),
            "要不要发、怎样写请先商定：DL0005（在册）。",
        ),
    ],
)
def test_what_a_person_must_know_of_it(
    change: tuple[str, str, str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, old, new = change
    folder = tmp_path / "registry"
    shutil.copytree(ROOT / "registry", folder)
    text = (folder / path).read_text("utf-8")
    (folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    words = ["--notice", "naming-2023"] if "notices" in path else []
    target = tmp_path / "印.pdf"
    assert main(["print", "证书", *words, *URL, "--registry", str(folder), "--out", str(target)]) == 0
    assert told in capsys.readouterr().err
