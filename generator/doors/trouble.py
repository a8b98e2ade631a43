"""What a person must put right before anything can run: the machine's troubles, and what may not be overwritten, as one Chinese line."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator

from generator.libraries.characters import visible

_WHY = {
    errno.ENOSPC: "磁盘满了，请腾出空间",
    errno.EDQUOT: "超过了可用的磁盘限额，请腾出空间",
    errno.EFBIG: "文件太大，这个磁盘存不下",
    errno.EACCES: "没有权限，请用有权读写它的用户运行，或改它的权限",
    errno.EPERM: "系统不允许，请用有权读写它的用户运行，或改它的权限",
    errno.EROFS: "这个磁盘只能读，请换一个可以写的文件夹",
    errno.ENOENT: "没有这个文件或文件夹，可能刚被改名或删掉了，请核对后再运行一次",
    errno.ENOTDIR: "路径中间有一段是文件，不是文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.EEXIST: "已经有同名的文件或文件夹，没有动它",
    errno.ENOTEMPTY: "文件夹里有别的程序正在写的文件，请关掉后再运行一次",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "快捷方式（符号链接）绕成了圈",
    errno.EBUSY: "正被系统或别的程序占用（挂载点也是这样）",
    errno.ETXTBSY: "正被别的程序占用，请关掉后再运行一次",
    errno.EXDEV: "两边不在同一个磁盘上",
    errno.EMFILE: "打开的文件太多，请关掉一些程序再运行一次",
    errno.ENFILE: "打开的文件太多，请关掉一些程序再运行一次",
    errno.EIO: "磁盘读写出错，请检查磁盘",
    errno.ESTALE: "网络磁盘断开了，请重新连上",
    errno.ENOMEM: "内存不够",
    errno.EAGAIN: "系统太忙，请过一会儿再运行",
    errno.EINVAL: "这个磁盘不认这样的文件名",
    errno.EILSEQ: "这个磁盘不认这样的文件名",
    errno.ENOLCK: "这个磁盘做不了这件事，请换一个文件夹",
    errno.EOPNOTSUPP: "这个磁盘做不了这件事，请换一个文件夹",
}


class Trouble(Exception):
    """Something that is no fault of the records and no bug; the text says in Chinese what it is and what to do."""


@contextlib.contextmanager
def told_as(words: str) -> Iterator[None]:
    """Turn what the system refuses meanwhile into a Trouble that begins with these words."""
    try:
        yield
    except OSError as error:
        raise Trouble(f"{words}。{in_words(error) or error}") from error


def reason(error: OSError) -> str:
    """Return why the system refused, in Chinese, without the file; empty if it is not a trouble of the machine."""
    return _WHY.get(error.errno or 0, "")


def in_words(error: OSError) -> str:
    """Return a trouble of the machine as a line with its file; empty if it may be a bug."""
    why = reason(error)
    about = [
        visible(str(name)) for name in (error.filename, error.filename2) if isinstance(name, (str, bytes))
    ]
    return f"{'、'.join(about)}：{why}。" if why and about else f"{why}。" if why else ""
