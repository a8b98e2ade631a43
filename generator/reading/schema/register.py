"""The table of what is of this register alone."""

from __future__ import annotations

from typing import Any

from generator.model.local import (
    PREFIX,
    Approvals,
    City,
    CityMap,
    ForgePlace,
    Ids,
    Licence,
    Local,
    Operator,
    Region,
    Website,
)
from generator.model.part import Places
from generator.reading.patterns import Pattern, Url
from generator.reading.quantities import Decimal, Integer
from generator.reading.tables import Field, Many, OfTable, Table
from generator.reading.terms import OfVocabulary
from generator.reading.words import Text, Truth

_APPROVAL = Pattern(r"[^\s<>]*S[^\s<>]*[(（〔\[][0-9]{4}[)）〕\]]\s*[0-9]+\s*号", "审图号，如 GS(2024)1234号")
_KEY = Pattern(r"[0-9A-Za-z]{16,64}", "天地图给的密钥，只有字母和数字")
_BRANCH = Pattern(r"[0-9A-Za-z][0-9A-Za-z._/-]{0,99}", "分支的名字，如 main")
_SITE = Table("site", "网站", Website, (
    Field("name", "名称", Text(40), required=True, help="印在每一页的顶上，也是各种文件的作者"),
    Field("short", "短名", Text(16), help="屏幕窄时用"),
    Field("description", "一句话介绍", Text(120), help="搜索引擎显示的介绍"),
    Field("url", "网址", Url(), help="公布的网址，以 / 结尾；环境变量 SITE_URL 优先。没有它就没有二维码和站点地图"),
    Field("feeds", "订阅的编号", Pattern(r"[a-z0-9.-]+,[0-9]{4}(?:-[0-9]{2}){0,2}", "域名、半角逗号和年份"), help="换过域名的才写：原来的域名和一年，读者就不会再收一遍"),
))  # fmt: skip
_CITY = Table("city", "城市", City, (
    Field("name", "全称", Text(12), required=True, help="也是称号开头的几个字，“某市职工创新工作室”的“某市”"),
    Field("short", "简称", Text(10), required=True, help="不带“市”字"),
    Field("province", "省份", Text(12), help="全称，带“省”字"),
    Field("code", "行政区划代码", Pattern("[1-9][0-9]{3}", "GB/T 2260 的前四位"), help="区域的代码都以它开头"),
    Field("union", "市总工会", Text(30), help="发通知和通报的工会"),
))  # fmt: skip
_IDS = Table("ids", "编号", Ids, (
    Field("prefix", "开头的字母", Pattern(PREFIX, "两到四个大写字母"), required=True, help="定了就不能再改"),
    Field("digits", "数字的位数", Integer(4, 6), help="至少几位，不写就是 4；定了就不能再改"),
))  # fmt: skip
_REGION = Table("region", "范围", Region, tuple(
    Field(key, label, Decimal(), required=True, help=f"坐标的{label}界，单位是度")
    for key, label in (("west", "西"), ("east", "东"), ("south", "南"), ("north", "北"))
))  # fmt: skip
_OPERATOR = Table("operator", "办站的人", Operator, (
    Field("name", "谁办的", Text(40), help="单位或个人的名称"),
    Field("contact", "怎样联系", Text(200), help="一句话，印在“更正与反馈”；写一个公用的邮箱，网页就能直接发信"),
    Field("reports", "反馈页", Url(secure=True), help="读者报告错误的网页；代码托管平台上的 issues 不用写，会自动用"),
))  # fmt: skip
_LICENCE = Table("licence", "数据的许可", Licence, (
    Field("name", "名称", Text(60), required=True),
    Field("url", "许可全文的网址", Url(secure=True)),
))  # fmt: skip
_APPROVALS = Table("approvals", "批准和备案", Approvals, (
    Field("map", "地图的审图号", _APPROVAL, help="写了它才画区划界线"),
    Field("tianditu", "天地图的审图号", _APPROVAL, help="印在天地图网站的页脚，每年会换"),
    Field("icp", "ICP 备案号", Text(40), help="印在页脚，链接到工信部的备案网站"),
    Field("police", "公安备案号", Text(40), help="印在页脚，链接到公安部的备案网站"),
))  # fmt: skip
_MAP = Table("map", "地图", CityMap, (
    Field("central", "中心城区", Many(OfVocabulary("districts"), 20), help="整张图上太小、在角上另画一张放大图的区域；没有就不写"),
    Field("credit", "底图的来源", Text(60), help="印在每张地图旁边，数据的许可要求的"),
    Field("credit_url", "来源的网址", Url(secure=True)),
    Field("districts", "画区划界线", Truth(), help="有审图号也不想画，就写 false"),
    Field("tianditu_key", "天地图的密钥", _KEY, help="写了它，底图就用天地图，读者的浏览器会向天地图请求图片"),
))  # fmt: skip
_REPOSITORY = Table("repository", "代码托管", ForgePlace, (
    Field("url", "仓库的网页", Url(secure=True), help="从浏览器地址栏复制；环境变量 REPO_URL 优先"),
    Field("branch", "分支", _BRANCH, help="不写就是 main"),
    Field("edit", "修改文件的网址", Url(secure=True), help="平台的网址和 GitHub、Gitee 不同时才写，到文件路径为止"),
    Field("new", "新建文件的网址", Url(secure=True), help="同上"),
    Field("propose", "网页上直接提交", Truth(), help="写 true，填写的网页就能用提交人自己的令牌直接提合并请求；只有 GitHub 和 Gitee 可以"),
))  # fmt: skip


def _local(at: Places, path: str, **told: Any) -> Local:
    return Local(at, path=path, **{key: value for key, value in told.items() if value is not None})


REGISTER = Table("register", "名册的设置", _local, (
    Field("site", "网站", OfTable(_SITE), required=True),
    Field("city", "城市", OfTable(_CITY), required=True),
    Field("ids", "编号", OfTable(_IDS), required=True),
    Field("region", "范围", OfTable(_REGION), required=True, help="工作室的坐标都应在这个框里"),
    Field("operator", "办站的人", OfTable(_OPERATOR)),
    Field("licence", "数据的许可", OfTable(_LICENCE)),
    Field("approvals", "批准和备案", OfTable(_APPROVALS)),
    Field("map", "地图", OfTable(_MAP)),
    Field("repository", "代码托管", OfTable(_REPOSITORY)),
))  # fmt: skip
