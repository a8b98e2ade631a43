"""A small good registry of made-up records: what the cases put their faults into."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import date

from PIL import ExifTags, Image

TODAY = date(2026, 3, 1)
RECORD = "workshops/0000/DL0001.yml"
NAMING = "notices/naming-2023.yml"
CALL = "notices/call-2023.yml"
FORM = "forms/2023/application.yml"


def texts() -> dict[str, str]:
    """The texts by path, a fresh copy."""
    return dict(_TEXTS)


def names() -> frozenset[str]:
    """The files that are no text."""
    return frozenset({"photos/dl0001-1.jpg"})


def picture(form: str = "JPEG", width: int = 320, height: int = 240, *, located: bool = False) -> bytes:
    """A picture of one grey; `located`: as a telephone writes it, with the place where it was taken."""
    made, exif = io.BytesIO(), Image.Exif()
    if located:
        exif[ExifTags.IFD.GPSInfo] = {1: "N", 2: (38.0, 55.0, 0.0), 3: "E", 4: (121.0, 36.0, 0.0)}
    Image.new("L", (width, height), 200).save(made, form, **({"exif": exif} if located else {}))
    return made.getvalue()


def changed(path: str, changes: Mapping[str, str], base: Mapping[str, str] | None = None) -> str:
    """A sample's text with each old passage, which must stand in it exactly once, replaced by the new one."""
    text = (base or _TEXTS)[path]
    for old, new in changes.items():
        if text.count(old) != 1:
            raise ValueError(f"{old!r} stands {text.count(old)} times in {path}")
        text = text.replace(old, new)
    return text


def _vocabulary(title: str, terms: Iterable[str]) -> str:
    lines = [f"title: {title}", "terms:"]
    for term in terms:
        lines += [f"  - {term}"]
    return "\n".join(lines) + "\n"


_RECORD = """\
id: DL0001
name: 周海职工创新工作室
kind: 工作室
category: 职工
former_names:
  - 周海创新工作室
unit: 大连示例机械有限公司
leader:
  name: 周海
  honours:
    - name: 大连市劳动模范
      year: 2018
  skill_grade: 高级技师
  basis:
    kind: 本人同意
    date: 2024-05-06
district: 中山区
industry: C34
field: 机床维修
recommender: 中山区总工会
established: 2017-06
members: 15
location:
  lon: 121.65
  lat: 38.92
  precision: 单位
  address: 中山区示例路 1 号 A 座 302 室
  map: point
designations:
  - title: 大连市职工创新工作室
    level: 市级
    date: 2023-07-13
    notice: naming-2023
  - title: 辽宁省职工创新工作室
    level: 省级
    date: 2025
events:
  - kind: 复核合格
    date: 2025-03
    source: 大连市总工会 2025 年复核结果
summary: 工作室成立于 2017 年，承担机床维修方面的课题。
achievements:
  - kind: 专利
    title: 一种机床导轨修复装置
    year: 2022
    count: 1
    evidence: ZL202210123456.7
photos:
  - file: dl0001-1.jpg
    alt: 周海在调试机床
    credit: 大连示例机械有限公司工会
    consent: 2024-05-06
sources:
  - title: 周海职工创新工作室获省级命名
    publisher: 大连示例机械有限公司
    date: 2025-04-01
    url: https://www.example.com/news/1.html
    supports: [name, unit, leader.name, designations.2, summary]
"""

_LOCAL = """\
site:
  name: 大连市劳模和职工创新工作室名册
city:
  name: 大连市
  short: 大连
  province: 辽宁省
  code: 2102
  union: 大连市总工会
ids:
  prefix: DL
region:
  west: 120.8
  east: 123.6
  south: 38.55
  north: 40.25
licence:
  name: 知识共享 署名 4.0
  url: https://creativecommons.org/licenses/by/4.0/deed.zh-hans
map:
  credit: 海岸线 © OpenStreetMap 贡献者（ODbL）
  central: [中山区, 甘井子区]
"""

_NAMING = """\
id: naming-2023
kind: 命名通报
issuer: 大连市总工会
title: 关于命名 2023 年大连市劳模（职工）创新工作室的通报
date: 2023-07-13
counts:
  劳模: 1
  职工: 2
names:
  - 周海职工创新工作室
  - 吴山劳模创新工作室
sources:
  - title: 大连市总工会命名一批创新工作室
    date: 2023-07-19
"""

_CALL = """\
id: call-2023
kind: 推荐通知
issuer: 大连市总工会办公室
title: 关于推荐申报 2023 年大连市劳模和职工创新工作室的通知
date: 2023-03-01
deadline: 2023-04-30
text: call-2023.md
contact:
  - 联系人：某某 13812345678
forms: [2023/application]
sources:
  - title: 关于推荐申报 2023 年大连市劳模和职工创新工作室的通知
"""

_FORM = """\
id: 2023/application
title: 申报表
annex: 附件1
notice: call-2023
layout: form
version: 2023-1
effective: 2023-03-01
fields:
  - key: name
    label: 工作室名称
    kind: text
    feeds: [name]
  - key: birth
    label: 出生年月
    kind: date
    private: true
"""

_SQUARE = (
    '{{"type": "Feature", "properties": {{"name": "{name}"}}, "geometry": {{"type": "Polygon", '
    '"coordinates": [[[{west}, {south}], [{east}, {south}], [{east}, {north}], [{west}, {north}], [{west}, {south}]]]}}}}'
)
_SQUARES = (
    {"name": "中山区", "west": 121.6, "south": 38.86, "east": 121.75, "north": 38.95},
    {"name": "甘井子区", "west": 121.2, "south": 38.95, "east": 121.75, "north": 39.15},
    {"name": "瓦房店市", "west": 121.3, "south": 39.4, "east": 122.2, "north": 40.1},
)
_BORDERS = (
    '{"type": "FeatureCollection", "features": [' + ", ".join(_SQUARE.format(**it) for it in _SQUARES) + "]}"
)

_LAND = (
    '{"features": [{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", '
    '"coordinates": [[[121, 39], [122, 39], [122, 40], [121, 40], [121, 39]]]}}], "type": "FeatureCollection"}'
)

_TEXTS = {
    RECORD: _RECORD,
    NAMING: _NAMING,
    CALL: _CALL,
    "notices/call-2023.md": "# 关于推荐申报的通知\n\n联系电话 13812345678\n",
    FORM: _FORM,
    "geo/districts.geojson": _BORDERS,
    "geo/land.geojson": _LAND,
    "register.yml": _LOCAL,
    "vocabularies/districts.yml": _vocabulary(
        "区域",
        [
            "{name: 中山区, code: 210202}",
            "{name: 甘井子区, code: 210211}",
            "{name: 瓦房店市, former: [复县]}",
        ],
    ),
    "vocabularies/zones.yml": _vocabulary(
        "开放先导区",
        [
            "{name: 长兴岛经济区, hosts: [瓦房店市], verified: true}",
            "{name: 高新区, hosts: [甘井子区], verified: false}",
            "{name: 太平湾}",
        ],
    ),
    "vocabularies/industries.yml": _vocabulary(
        "行业",
        [
            "{name: 制造业, code: C}",
            "{name: 农副食品加工业, code: C13}",
            "{name: 通用设备制造业, code: C34}",
            "{name: 教育, code: P}",
        ],
    ),
    "vocabularies/unions.yml": _vocabulary("推荐单位", ["{name: 中山区总工会}", "{name: 高新区总工会}"]),
    "vocabularies/honours.yml": _vocabulary(
        "荣誉",
        [
            "{name: 大连市劳动模范, level: 市级, kind: 个人}",
            "{name: 辽宁五一劳动奖章, level: 省级, kind: 个人, former: [辽宁省五一劳动奖章]}",
            "{name: 中山区劳动模范, level: 区市县级, kind: 个人}",
            "{name: 大连市五一劳动奖状, level: 市级, kind: 集体}",
        ],
    ),
    "vocabularies/skill_grades.yml": _vocabulary("职业技能等级", ["{name: 技师}", "{name: 高级技师}"]),
    "vocabularies/titles.yml": _vocabulary("专业技术职称", ["{name: 工程师}", "{name: 高级工程师}"]),
    "vocabularies/education.yml": _vocabulary("学历", ["{name: 大学本科}", "{name: 大学专科}"]),
}
