"""status: a published site seen from outside, for whoever keeps it running: does it answer, how old is it, is it whole."""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from generator.commands import FINE, PROBLEMS, say
from generator.doors import published
from generator.doors.published import Answer
from generator.libraries.characters import visible

_GONE = "no-such-page/"  # a path that no site of ours has
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def add_status(parser: argparse.ArgumentParser) -> None:
    """Tell what it takes."""
    parser.set_defaults(run=_status)
    parser.add_argument("url", metavar="网址", help="网站的网址，如 https://example.org/")
    parser.add_argument(
        "--days",
        type=int,
        default=2,
        metavar="天",
        help="生成以后超过几天算旧了；不写就是 2，给每天生成的网站",
    )
    parser.add_argument(
        "--certificate-days", type=int, default=14, metavar="天", help="证书还剩几天就提醒；不写就是 14"
    )


class Seen(NamedTuple):
    """What a site answered; `build` is empty where its build.json is none of ours, `certificate` None where none was seen."""

    home: Answer
    build: Mapping[str, object]
    sums: Answer
    sitemap: Answer
    typed: Answer
    gone: Answer
    certificate: date | None


def _status(chosen: argparse.Namespace) -> int:
    from generator.doors.build import check_day

    url, today = published.address(chosen.url), check_day()
    seen = _seen(url)
    found = [*_problems(seen, today, chosen.days, chosen.certificate_days)]
    told = [f"{url} 有回答", *_facts(seen, today)] if seen.build else []
    lines = [*told, *(f"要处理：{problem}" for problem in found)] if found else [*told, "一切正常"]
    say("".join(f"{line}。\n" for line in lines))
    return PROBLEMS if found else FINE


def _seen(url: str) -> Seen:
    home = published.ask(url)
    build = _read(published.ask(f"{url}build.json"))
    sums, sitemap = (published.ask(f"{url}{path}") for path in ("SHA256SUMS", "sitemap.xml"))
    typed, gone = (published.ask(f"{url}{path}") for path in ("data/workshops.geojson", _GONE))
    return Seen(home, build, sums, sitemap, typed, gone, published.certificate_end(url))


def _read(answer: Answer) -> Mapping[str, object]:
    """What build.json says; empty where it is not one of this program's."""
    try:
        told = json.loads(answer.body) if answer.status == 200 else {}
    except ValueError:
        told = {}
    return told if isinstance(told, dict) and _day(told) and "sha256_of_sha256sums" in told else {}


def _day(build: Mapping[str, object]) -> date | None:
    try:
        return date.fromisoformat(str(build["date"])) if _DAY.fullmatch(str(build.get("date"))) else None
    except ValueError:
        return None


def _facts(seen: Seen, today: date) -> Iterator[str]:
    """How things are, whether good or bad."""
    day = _day(seen.build)
    if day:
        age = (today - day).days
        yield f"网站写的是 {day} 的样子（{f'{age} 天前' if age > 0 else '今天'}）"
    commit = str(seen.build.get("commit") or "")
    changed = str(seen.build.get("commit_date") or "")
    program = str(seen.build.get("program_version") or "")
    version = f"版本 {visible(commit[:8])}（{visible(changed[:10])} 改的）" if commit else "版本不明"
    yield f"{version}，程序 {visible(program[:20])}"
    pages = seen.sitemap.body.count(b"<loc>") if seen.sitemap.status == 200 else 0
    counted = f"站点地图里 {pages} 页" if pages else "页数不明（没有 sitemap.xml，要在生成时设 SITE_URL）"
    yield f"收录 {visible(str(seen.build.get('workshops'))[:10])} 个工作室，{counted}"
    if seen.certificate:
        yield f"证书到 {seen.certificate} 为止（还有 {(seen.certificate - today).days} 天）"


def _problems(seen: Seen, today: date, most: int, certificate: int) -> Iterator[str]:
    """What somebody should see to, each with what to do."""
    if seen.home.status != 200:
        yield f"首页打不开（{seen.home.status}），请检查服务器上的文件夹和设置"
    if not seen.build:
        yield "这个网址上不是名册的网站（没有 build.json，或者不是这个程序写的），请核对网址和放文件的位置"
        return
    day = _day(seen.build)
    if day and (today - day).days > most:
        yield f"已经 {(today - day).days} 天没有重新生成了，请看每天的任务还在不在运行"
    if hashlib.sha256(seen.sums.body).hexdigest() != seen.build["sha256_of_sha256sums"]:
        yield "文件没有放全，或者新旧混在一起（SHA256SUMS 和 build.json 对不上），请把整个网站再放一遍"
    if seen.typed.status != 200:
        yield f"data/workshops.geojson 下载不了（{seen.typed.status}），服务器不认这类文件，请照 deploy 里的设置加上"
    if seen.gone.status != 404:
        yield f"没有的网页也答“有”（{seen.gone.status}，应当是 404），请照 deploy 里的设置改"
    if seen.certificate and (seen.certificate - today).days < certificate:
        yield f"证书再过 {(seen.certificate - today).days} 天就到期，请续期"
