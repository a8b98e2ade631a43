"""A site that is opened from a folder, by a double click: every link leads to a file, and a text tells how to begin."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping

from generator.libraries.markup import readdressed
from generator.libraries.urls import understood

ERROR_PAGE = "404.html"  # shown by a server under any address: its links begin at the root of the host
_INDEX = "index.html"
_PARTED = re.compile(r"([^?#]*)(.*)", re.DOTALL)  # the path, and what follows it
_TOLD = """\
这是名册网站的离线包{made}，不用联网，也不用安装什么。

怎样看
1. 先把压缩包整个解压出来。不要在压缩包里直接双击，那样点开的链接都是坏的。
2. 打开解压出来的 site 文件夹，双击 index.html，用浏览器看（Chrome、Edge 或者 360 等浏览器的极速模式）。

从文件夹里打开的，网页、名单、统计、通知、表格和数据文件都能看；搜索、筛选、地图、按编号核验、在网页上填写，要把网站放在服务器上才能用。
怎样放到自己的服务器上，看程序里的 deploy/README.md：把 site 文件夹里的全部文件放上去就行。

这里是那一天的内容，以后的更正不会自己到这里来。最新的以网站为准。
"""


def linked_to_files(path: str, page: bytes, there: Collection[str]) -> bytes:
    """Return the page at `path` of the site with links to the files that a server would give for folders. `there`: all its paths."""
    if path == ERROR_PAGE:
        return page
    return readdressed(page, lambda address: _to_file(path, address, there))


def told(build: Mapping[str, object]) -> bytes:
    """Return the text that lies beside a packed site, as Windows' editor of old reads it. `build`: what build.json says."""
    day, commit = (str(build.get(key) or "") for key in ("date", "commit"))
    made = "，".join([f"{day} 生成"] * bool(day) + [f"版本 {commit[:8]}"] * bool(commit))
    text = _TOLD.format(made=f"（{made}）" if made else "")
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def _to_file(path: str, address: str, there: Collection[str]) -> str:
    leads = understood(address)
    if leads.outside or not leads.path:
        return address
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(path), leads.path))
    index = posixpath.normpath(posixpath.join(whole, _INDEX))
    if index not in there:
        return address
    written = _PARTED.fullmatch(address.strip())
    way, rest = written.groups() if written else (address, "")
    return f"{way.rstrip('/')}/{_INDEX}{rest}"
