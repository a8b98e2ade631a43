"""Values for the differential test of the page that edits: what editors write, what strangers send, and noise."""

from __future__ import annotations

import random
from collections.abc import Iterator

from generator.model.registry import Registry

WRITTEN = (
    "", " ", "　", "甲", " 甲 ", "王建强职工创新工作室", "null", "~", "true", "no", "#", "- 甲", "[甲]", "{甲: 乙}", "甲" * 20, "甲" * 21, "甲" * 40,
    "甲" * 41, "甲" * 60, "甲" * 61, "甲" * 81, "甲" * 121, "甲" * 301, "a" * 1000, "𠅤" * 20, "𠅤" * 21, "𠅤" * 301, "😀" * 60, "喆\U00020164",
    "e\u0301" * 40, "甲 乙", "甲　乙", "甲\n乙", "第一段。\n\n　　第二段。 ", "甲\t乙", "甲\u200b乙", "\ufeff甲", "甲\u202e乙", "甲\u2028乙",
    "甲\x85乙", "甲\x0b", "甲\x00", "\x1c甲", "甲\xad乙", "甲\ue000", "甲\uffff", "２０１９", "２０１９-０６", "2019", "2019-06", "2019-6",
    "2019-06-28", "2019-06-31", "2019-02-29", "2020-02-29", "1900-02-29", "2000-02-29", "2019-13", "2019-00", "0000", "0001", "9999", "2099-01-01",
    "2019.6.28", "2019年6月", "2019 年 6 月 28 日", "2019/06/28", "20190628", "2019..5", "2019-06-28T10:00", "2019年", "２０１９．６．２８",
    "2019-06-28\n", "19-06-28", "2019 - 06", "2019-12-31", "2100-02-29", "2019年13月", "2019年2月30日", "0", "1", "01", "１５", "15", "15人", "-1",
    "+1", "1.0", "1,000", "1e3", "10000", "10001", "99999", "100000", "100001", "99999999999", "100000000000", "100000000001", "9007199254740993",
    "9999999999999999", "99999999999999999", "٣", "²", "121.61", "-0.1", "121.", ".5", "1234.5", "121.0000000001", "121度36分", "NaN", "inf",
    "http://a.b", "https://www.example.com/news/1.html", "https://example.org\\@evil.example/", "https://user@example.com/",
    "https://example.com/@user", "https://例子.cn/", "https://xn--fsq.cn/", "https://a.b/XN--x", "javascript:alert(1)", "HTTP://A.B",
    "https://A.B/C", "https://a.b:8080/x?y=1#z", "https://a.b:abc/", "https://[::1]/", "https://[v1.a.b]/", "https://a/", "https://a.b/ c",
    "https://a.b/'", 'https://a.b/"', "https://a.b/<x>", "https://a.b/{x}", "https://a.b/" + "x" * 500, "https://a.b/%E4%BD%A0", "//a.b",
    "https:a.b", "ftp://a.b", "https://.a.b", "https://a..b", "https://-a.b-", "http://a.b\n", "https://a.b//", "www.dlzgh.org.cn", "DL0001",
    "DL00001", "dl0001", "DL1", "DL12345678", "ＤＬ０００１", "DL0001 ", "naming-2023", "Naming-2023", "naming--2023", "naming_2023", "-naming",
    "naming-", "dl0001-1.jpg", "../x.jpg", "a.svg", "A.jpg", "a.jpeg.exe", "Shan Tianfang", "shan tianfang", "Lü Bu", "Ou'yang Xiu",
    "Shan  Tianfang", "Ŝan", "name", "leader.honours", "designations.1", "designations.123", "Name", "name ", "leader..name", "a.b.c", "名称", "C34",
    "c34", "C99", "C", "c", "Z", "ß", "ſ", "ı", "通用设备制造业", "通用", "制造业", "C 34", "Ｃ３４", "教育", "中山区", "中山", "普兰店市", "高新区",
    "大连市", "甘井子", "甘井子区 ", "金州新区", "高级技师", "高级技工", "市级劳模", "大连市劳动模范", "大连市劳模", "本科", "大学本科", "劳动模范",
    "劳模", "职工", "模范", "市级", "省级命名", "全国示范", "市级示范性", "公开报道", "公开的报道", "本人同意书", "none", "None", "point", "points",
    "单位", "更名", "改名", "专利", "发明专利", "工作室", "创新工作室", "<script>alert(1)</script>", "{label}", "{near}", "$&", "$1", "%s", "\\n",
    "'单引号'", '"双引号"', "a: b", "甲 #乙",
)  # fmt: skip
_SIGNS = "甲乙劳模职工创新工作室大连市区县年月日0123456789０１９-./:：·，。（）() \n　aAzZüé'\"#&*!%{}[]<>@\\𠅤😀\u200b\u00a0\u3000"
_SIGNS += "\u0430\u041f\u039f\u03a9エドー⻓\u0301\U000e0100\U0001d400\U0003218e\ue000"  # that look like others, or that are young


def noise(count: int) -> Iterator[str]:
    """Short texts of the signs above, always the same."""
    chance = random.Random(20230713)  # noqa: S311 - no secret, only texts
    for _ in range(count):
        yield "".join(chance.choice(_SIGNS) for _ in range(chance.randrange(1, 16)))


def near_words(registry: Registry) -> Iterator[str]:
    """Each term, its code and its former names, and what a slip of the hand makes of some of them."""
    chance = random.Random(20190628)  # noqa: S311 - no secret, only texts
    for vocabulary in registry.vocabularies.values():
        for term in vocabulary.terms:
            for word in (term.name, term.code or "", *term.former):
                yield word
                if word and chance.random() < 0.5:
                    place = chance.randrange(len(word))
                    yield word[:place] + word[place + 1 :]
                    yield word[:place] + chance.choice(_SIGNS) + word[place:]
