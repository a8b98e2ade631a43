"""Laws of what is of this register alone (register.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.model.registry import Registry
from generator.problems.code import ERROR, Code
from generator.problems.law import law, law_of_one
from generator.problems.problem import Problem

R395 = Code(
    "R395",
    ERROR,
    "编号不是这份名册的",
    meaning="编号的开头写在 registry/register.yml，全名册都一样；别的名册的记录要重新编号才能收进来。",
    bad="register.yml 里写着 prefix: DL，记录里写着 id: SY0001",
    remedy="改用这份名册的编号；run.py new 会取下一个。",
)


@law_of_one
def id_has_the_prefix(registry: Registry, today: date) -> Iterator[Problem]:
    """An id begins with the register's letters (R395)."""
    prefix = registry.local.ids.prefix
    for workshop in registry.workshops if prefix else ():
        if not re.fullmatch(f"{prefix}[0-9]+", workshop.id):
            message = f"编号 {workshop.id} 不是这份名册的，这里的编号以 {prefix} 开头"
            remedy = f"请改用 {prefix} 开头的编号，文件名也一起改；run.py new 会取下一个。"
            yield Problem(workshop.path, workshop.mark("id"), R395, message, remedy)


R396 = Code(
    "R396",
    ERROR,
    "范围写反了",
    meaning="西界的经度要小于东界，南界的纬度要小于北界，否则没有一个点在里面。",
    bad="region:\n  west: 123.7\n  east: 120.8",
    remedy="对调两个数。",
)


@law
def region_is_a_box(registry: Registry, today: date) -> Iterator[Problem]:
    """West is less than east, south less than north (R396)."""
    region = registry.local.region
    sides = (
        ("west", region.west, region.east, "西界、东界"),
        ("south", region.south, region.north, "南界、北界"),
    )
    for key, low, high, words in sides:
        if low >= high:
            message = f"范围的{words}写反了：{low} 不小于 {high}"
            yield Problem(registry.local.path, region.mark(key), R396, message, "请对调两个数。")


P506 = Code(
    "P506",
    ERROR,
    "区划界线没有审图号",
    meaning="《地图管理条例》第十五条、第二十二条：向社会公开的地图应当送审，并标明审图号；没有审图号不得画区划界线。",
    bad="register.yml 写了 map: districts: true，没有写 approvals: map",
    remedy="先向主管部门送审，把审图号写进 register.yml；没有审图号就去掉 districts。",
)


@law
def boundaries_are_approved(registry: Registry, today: date) -> Iterator[Problem]:
    """Boundaries are drawn only with an approval number (P506)."""
    local = registry.local
    if local.map.districts and not local.approvals.map:
        message = "要画区划界线（districts: true），却没有写审图号（approvals 的 map）"
        remedy = "请先送审，写上审图号；没有审图号，请删去 districts。"
        yield Problem(local.path, local.map.mark("districts"), P506, message, remedy)


P507 = Code(
    "P507",
    ERROR,
    "天地图没有审图号",
    meaning="用天地图作底图，要有密钥，还要标明天地图自己的审图号。",
    bad="register.yml 写了 tianditu_key，没有写 approvals: tianditu",
    remedy="审图号印在天地图网站的页脚，每年会换，照抄；密钥从天地图的控制台原样复制。",
)


@law
def tianditu_is_approved(registry: Registry, today: date) -> Iterator[Problem]:
    """天地图 is the ground only with its own approval number (P507)."""
    local = registry.local
    if local.map.tianditu_key and not local.approvals.tianditu:
        message = "用天地图作底图，却没有写它的审图号（approvals 的 tianditu）"
        remedy = "审图号印在天地图网站的页脚，每年会换，请照抄。"
        yield Problem(local.path, local.map.mark("tianditu_key"), P507, message, remedy)


P510 = Code(
    "P510",
    ERROR,
    "网页上不能直接提交",
    meaning="填写的网页要向代码托管平台的接口（API）请求，程序只认得 GitHub 和 Gitee 的，还要知道是哪个仓库。",
    bad="register.yml 的 repository 写了 propose: true，没有写 url，或者 url 不是 GitHub、Gitee 上的仓库",
    remedy="在 url 写仓库的网页，如 https://gitee.com/某某/名册；仓库在别的平台的，删去 propose。",
)


@law
def proposals_have_a_forge(registry: Registry, today: date) -> Iterator[Problem]:
    """The page proposes only to a forge whose API is known (P510)."""
    place = registry.local.repository
    if place.propose and not place.api:
        message = "写了在网页上直接提交（propose: true），却不知道提交到 GitHub 或 Gitee 的哪个仓库"
        remedy = "请在 repository 的 url 写仓库的网页，从浏览器地址栏复制；仓库在别的平台的，删去 propose。"
        yield Problem(registry.local.path, place.mark("propose"), P510, message, remedy)
