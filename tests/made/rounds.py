"""A round's papers as unions send them: forty forms and three summaries, in archives, folders and nested archives."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from tests.made.intake import builders

UNIONS = ("甘井子区总工会", "中山区总工会", "大连市机重石化电信工会")
GIVEN = "海洋林森桂兰建国志强春生德明永刚玉梅振华秀英立新文博晓光长江东升"
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GRADES = ("高级技师", "高级工程师", "技师", "高级技师、高级工程师")
PDF = b"%PDF-1.4\n1 0 obj <</Type /XObject /Subtype /Image>> stream\nendstream endobj\n%%EOF\n"
# What the forms hold of persons and nothing that git sees may hold; each is said in one of the forms.
PRIVATE = (
    "1975年3月",
    "1982年12月",
    "13904111234",
    "210202197503041234",
    "中共党员",
    "zhouhai@example.com",
    "同意推荐（章）",
)
FEW = range(27, 32)  # those of a round that tests change
FEW_SENT = f"{UNIONS[2]}.zip"
PARTY = f"领军人系{PRIVATE[4]}。工作室成立于2017年。"


def leader(number: int) -> str:
    """The leader's name of an application."""
    return SURNAMES[number] + GIVEN[2 * (number % 15) : 2 * (number % 15) + 2]


def values(number: int, **others: str) -> dict[str, str]:
    """What application `number`, from 0, says: every third is led by a model worker."""
    name = f"{leader(number)}{'劳模' if is_model(number) else '职工'}创新工作室"
    return {
        "unit": f"大连第{number + 1}示例机械有限公司（虚构）",
        "date": f"2026年7月{number % 28 + 1}日",
        "name": name,
        f"level_{number % 2 + 1}": builders.TICKED,
        "leader": leader(number),
        "birth": PRIVATE[number % 2],
        "grade": GRADES[number % 4],
        "education": ("大学本科", "研究生", "大学专科")[number % 3],
        "summary": f"工作室成立于2016年，承担机床维修方面的课题，获专利{number + 1}项。",
        "opinion_unit": PRIVATE[6],
        **others,
    }


def is_model(number: int) -> bool:
    """Whether an application is for a 劳模 workshop."""
    return number % 3 == 0


def row(number: int, **others: str) -> dict[str, str]:
    """The same application as a row of the summary."""
    told = values(number)
    return {
        "工作室名称": told["name"],
        "类别": "劳模" if is_model(number) else "职工",
        "所在单位": told["unit"],
        "层次": "区市县级" if number % 2 == 0 else "产业级",
        "领衔人": told["leader"],
        "领衔人荣誉": "大连市劳动模范" if is_model(number) else "",
        "技术等级": told["grade"],
        "学历": told["education"],
        "成立时间": "2016-05",
        "成员人数": "15",
        "所属区域": ("甘井子区", "中山区", "西岗区")[number % 3],
        "所属行业": "C34 通用设备制造业",
        "推荐单位": union(number),
        **others,
    }


def union(number: int) -> str:
    """The union that recommends an application: fourteen, thirteen, the rest."""
    return UNIONS[0] if number < 14 else UNIONS[1] if number < 27 else UNIONS[2]


def summary(numbers: range, **changes: Mapping[str, str]) -> bytes:
    """A summary of some applications; `changes`: of `r3` what row 3 says otherwise."""
    return builders.summary([{**row(number), **changes.get(f"r{number}", {})} for number in numbers])


def form(number: int, **others: str) -> bytes:
    """An application form."""
    return builders.application({}, **values(number, **others))


def gbk_zip(entries: Mapping[str, bytes]) -> bytes:
    """An archive as Chinese Windows packs it: names in GBK, and no flag that says so."""
    held, names = BytesIO(), {}
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for number, (name, content) in enumerate(entries.items()):
            raw = name.encode("gbk")
            names[f"{number:06}".ljust(len(raw), "_").encode()] = raw
            made.writestr(f"{number:06}".ljust(len(raw), "_"), content)
    packed = held.getvalue()
    for instead, raw in names.items():
        packed = packed.replace(instead, raw)
    return packed


def files() -> Iterator[tuple[str, bytes]]:
    """All that the three unions send, by path: forms 0 to 35 of 36 workshops, two of them twice, two that cannot be read."""
    first = {f"申报表/{leader(number)}.docx": form(number) for number in range(12)}
    first["申报表/" + leader(1) + ".docx"] = form(
        1, summary=f"联系电话{PRIVATE[2]}，身份证{PRIVATE[3]}，工作室成立于2016年。"
    )
    first |= {
        "附件1.xlsx": summary(range(14)),
        "申报表/~$王海洋.docx": b"\x05lock",
        "__MACOSX/._附件1.xlsx": b"\0",
    }
    nested = {f"{leader(number)}申报表.docx": form(number) for number in (12, 13)}
    first["补报/补报.zip"] = gbk_zip(nested)
    yield f"{UNIONS[0]}.zip", gbk_zip(first)
    for number in range(14, 27):
        said = (
            {"summary": f"领军人系{PRIVATE[4]}，邮箱{PRIVATE[5]}。工作室成立于2017年。"}
            if number == 15
            else {}
        )
        content = form(number, **said)
        yield f"{UNIONS[1]}/{number}.docx", content
        if number == 14:  # the same bytes: made again they would bear another time
            yield f"{UNIONS[1]}/14（又一份）.docx", content
    yield (
        f"{UNIONS[1]}/附件1 汇总表.xlsx",
        summary(range(14, 27), r18={"学历": "研究生", "技术等级": ""}),
    )
    yield (
        f"{UNIONS[1]}/改正/15.docx",
        form(15, date="2026年8月20日", education="研究生", summary=PARTY),
    )  # the same workshop again, later
    yield f"{UNIONS[1]}/扫描件.pdf", PDF
    yield f"{UNIONS[1]}/.DS_Store", b"\0"
    yield f"{UNIONS[1]}/Thumbs.db", b"\0"
    yield f"{UNIONS[2]}.zip", of_third_union(range(27, 36))


def of_third_union(numbers: range) -> bytes:
    """What the third union sends, an archive in an archive: 27 twice, 29 of another name in the summary, 31 incomplete, one damaged."""
    forms = {f"{number}.docx": form(number) for number in numbers}
    forms["31.docx"] = form(31, education="", grade="")
    forms["坏的.docx"] = form(30)[:3000]
    forms["27（旧）.docx"] = form(27, date="2026年6月1日", unit="大连第28示例机械有限公司")
    renamed = {"工作室名称": f"{row(29)['工作室名称']} 。"}
    inner = builders.zipped([*forms.items(), ("附件1.xlsx", summary(numbers, r29=renamed))])
    return builders.zipped([("材料/材料.zip", inner), ("desktop.ini", b"x")])


def write(folder: Path) -> None:
    """Write all that is sent below a folder."""
    for name, content in files():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def write_few(folder: Path) -> None:
    """Write what the third union would send of a few."""
    folder.mkdir(parents=True)
    (folder / FEW_SENT).write_bytes(of_third_union(FEW))
