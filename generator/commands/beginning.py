"""init and update: a register of its own for a city; an older one in today's writing."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from generator import ROOT, __version__
from generator.commands import FINE, PROBLEMS, on_registry, say, tell
from generator.doors import build, disk, git
from generator.doors.trouble import Trouble
from generator.drafts.beginning import SHARED, named, register
from generator.drafts.renewing import renewed
from generator.libraries.characters import visible
from generator.libraries.divisions import Division, cities
from generator.model.local import PREFIX
from generator.reading import jsonschema
from generator.reading.guide import refreshed
from generator.reading.likeness import nearest_few
from generator.reading.read import read_texts
from generator.site.output import outputs

_STARTER = ROOT / "generator/drafts/starter"
_STARTED_BY = ("开始.bat", "start.sh")  # the menu by a double click, as in the program

_PROVINCES = ("北京", "天津", "上海", "重庆")


def add_init(parser: argparse.ArgumentParser) -> None:
    """Tell what it takes."""
    parser.set_defaults(run=_init)
    parser.add_argument("folder", type=Path, metavar="文件夹", help="建在哪里：一个新的或空的文件夹")
    parser.add_argument("--city", required=True, metavar="城市", help="地级市的名称，如 沈阳")
    parser.add_argument(
        "--prefix", required=True, metavar="字母", help="编号开头的两到四个大写字母，定了不能再改"
    )
    parser.add_argument("--program", metavar="地址", help="程序的仓库，加为子模块 program；不写就以后自己加")


def add_update(parser: argparse.ArgumentParser) -> None:
    """Tell what it takes."""
    on_registry(parser, _update)
    parser.add_argument("--dry-run", action="store_true", help="只说要改什么，不改")


def _init(chosen: argparse.Namespace) -> int:
    folder, city = chosen.folder.resolve(), _city(chosen.city)
    if not re.fullmatch(PREFIX, chosen.prefix):
        raise Trouble(
            f"编号的开头“{visible(chosen.prefix)}”要写两到四个大写字母，如 {city.short} 可以写拼音的首字母。"
        )
    if disk.is_taken(folder):
        raise Trouble(
            f"{visible(str(chosen.folder))} 已经有了，里面有东西，没有动它。请另写一个新的或空的文件夹。"
        )
    if ROOT in (folder, *folder.parents):
        raise Trouble("请建在程序的文件夹外面：名册有自己的仓库，和程序分开更新。")
    texts = _files(city, chosen.prefix)
    disk.write_new(folder, outputs(texts, "init"))
    said = [
        f"{chosen.folder}：{city.name}的名册，编号以 {chosen.prefix} 开头，{len(texts)} 个文件。",
        *_repository(folder, chosen.program),
    ]
    say("\n".join([*said, "接着请看里面的 README.md。", ""]))
    return FINE


def _city(name: str) -> Division:
    every = cities()
    found = named(every, name.strip())
    if len(found) == 1:
        return found[0]
    if name.strip().removesuffix("市") in _PROVINCES:
        raise Trouble(
            f"{visible(name)}是直辖市，没有省、市两级称号和荣誉，现在的名册是照地级市做的，还建不了。"
        )
    near = "、".join(nearest_few(name, [city.name for city in every], most=3, least=0.4))
    raise Trouble(
        f"没有叫“{visible(name)}”的地级市。{f'是不是{near}？' if near else '请写全称，如 沈阳市。'}"
    )


def _files(city: Division, prefix: str) -> dict[str, str]:
    """All files of a new register: those of the starter, and what is made from the tables."""
    ours, _ = read_texts(disk.read_folder(ROOT / "registry"))
    shared = {path: ours.texts[path] for path in (f"vocabularies/{name}.yml" for name in SHARED)}
    texts = register(disk.read_folder(_STARTER), shared, city, prefix, ours)
    texts |= {name: (ROOT / name).read_bytes().decode("utf-8") for name in _STARTED_BY}
    below = {
        path.removeprefix("registry/"): text for path, text in texts.items() if path.startswith("registry/")
    }
    registry, _ = read_texts(below)
    made = {**jsonschema.schemas(registry), "README.md": refreshed(below["README.md"])}
    return texts | {f"registry/{path}": text for path, text in made.items()}


def _repository(folder: Path, program: str | None) -> list[str]:
    """Make the register's own repository of git, with the program in it where its address is known; say what was done."""
    try:
        git.output_of(folder, "init", "--quiet", "--initial-branch=main")
        if program:
            local = ("-c", "protocol.file.allow=always") if Path(program).exists() else ()
            git.output_of(folder, *local, "submodule", "--quiet", "add", "--", program, "program")
        git.output_of(folder, "add", "--all")
    except git.Unanswered as refused:
        return [f"还没有放进 git：{refused}"]
    return ["已经放进自己的 git 仓库，等您提交。"]


def _update(chosen: argparse.Namespace) -> int:
    texts, _, unreadable = disk.read_registry(chosen.registry)
    starter = {
        path.removesuffix(".txt"): text for path, text in disk.read_folder(_STARTER / "registry").items()
    }
    steps = list(renewed(texts, cities(), starter))
    changed = {path: text for step in steps for path, text in step.texts.items()}
    new = {path: text for path, text in changed.items() if path not in texts}
    old = {path: text for path, text in changed.items() if path in texts}
    if changed and not chosen.dry_run:
        disk.write_changes(chosen.registry, outputs(new, "update"), outputs(old, "update"))
    shown = build.shown(chosen.registry)
    told = [f"程序是 {__version__} 版；改了什么，见程序文件夹里的 CHANGELOG.md。"]
    told += [f"{'要做' if chosen.dry_run else '做了'}：{step.words}" for step in steps]
    told += [f"  {shown}/{path}" for path in sorted(changed)]
    say("\n".join([*told, *([] if steps else ["记录的写法已经是新的，没有要改的。"]), ""]))
    if unreadable:
        tell("有的文件读不懂，没有看；请先运行 run.py check。\n")
    return PROBLEMS if unreadable else FINE
