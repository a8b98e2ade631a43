"""How large a file may be that was sent: code I602, which the door to the disk tells too before it reads one."""

from __future__ import annotations

from generator.problems.code import ERROR, Code

I602 = Code(
    "I602",
    ERROR,
    "文件太大",
    meaning="填好的表格只有几十 KB。太大的文件多半放错了，也可能是有意做来拖垮电脑的。",
    bad="200 MB 的文件；解压后有几百 MB 的“炸弹”文件",
    remedy="核对文件；表里贴了照片的删去照片再存。",
)
