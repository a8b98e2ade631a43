"""Characters that look like others, as data: letters like English ones, radicals and kana like Chinese characters.

From confusables.txt (Unicode 15.1, https://www.unicode.org/Public/security/15.1.0/), of which only pairs are taken that a
reader cannot tell apart in a Chinese font; radicals besides from EquivalentUnifiedIdeograph.txt of the same version. Every
table is a text of pairs: what looks so, and what it looks like.
"""

from __future__ import annotations

from generator.libraries.characters import nfkc, ranges_of
from generator.problems.wording import Given

_CYRILLIC = "аaАAВBсcСCԁdеeЕEԌGһhНHіiІIӏlӀIјjЈJКKМMоoОOрpРPԛqѕsЅSТTѵvѴVԝwԜWхxХXуyУYүyҮY"
_GREEK = "ΑAΒBΕEΖZΗHΙIΚKΜMΝNοoΟOΡPΤTΥYΧXϲcϹCϳjͿJ"
_ARMENIAN = "հhոnօoՕOսuՍUցgՏS"
_CHEROKEE = "ᎪAᏴBᏟCᎠDᎬEᏀGᎻHᎫJᏦKᏞLᎷMᏢPᎡRᏚSᎢTᏙVᎳWᎩYᏃZᎥiꮯcꮪsꮩvꮃwꮓz"
_COPTIC = "ⲤCⲥcⲎHⲒIⲔKⲘMⲚNⲞOⲟoⲢPⲣpⲦTⲬXⲨY"
_LISU = "ꓮAꓐBꓚCꓓDꓰEꓝFꓖGꓧHꓲIꓙJꓗKꓡLꓟMꓠNꓳOꓑPꓣRꓢSꓔTꓴUꓦVꓪWꓫXꓬYꓜZ"
_PHONETIC = "ɑaɡgıiᴄcᴏoᴠvᴡwᴢz\u212aK"
LETTERS = _CYRILLIC + _GREEK + _ARMENIAN + _CHEROKEE + _COPTIC + _LISU + _PHONETIC

KANA = "ニ二ハ八カ力ト卜ロ口タ夕エ工ー一\u3127一\u3128乂\u311a丫\u3161一\u3163丨\u3141口\u3145人"

# The radicals that NFKC leaves as they are, and three that it makes traditional although a simplified font draws them as here.
_RADICALS = (
    "⺃乚⺅亻⺉刂⺋㔾⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗㣺⺘扌⺙攵⺛旡⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺦丬⺨犭⺫罒⺭礻⺯糹⺰纟⺱罓⺲罒⺹耂⺺肀⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻈讠⻉贝"
    "⻊足⻋车⻌辶⻍辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻤鬼⻥鱼⻨麦⻩黄⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀"
    "\u2f3e户\u2fad青\u2fc8黄"
)  # fmt: skip


def pairs(table: str) -> dict[str, str]:
    """Return the pairs of a table."""
    return dict(zip(table[::2], table[1::2], strict=True))


def _plain(codes: range) -> dict[str, str]:
    """Return what NFKC makes of characters, where that is one other character."""
    made = ((chr(code), nfkc(chr(code))) for code in codes)
    return {sign: plain for sign, plain in made if plain != sign and len(plain) == 1}


# Radicals and compatibility ideographs, each with the Chinese character that it looks like.
IDEOGRAPHS = {
    sign: right
    for codes in (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
    for sign, right in _plain(codes).items()
} | pairs(_RADICALS)
# Radicals and strokes of which no character is known that looks the same.
OTHER_RADICALS = "".join(
    chr(code) for code in (*range(0x2E80, 0x2FE0), *range(0x31C0, 0x31EF)) if chr(code) not in IDEOGRAPHS
)
# Marks for vertical lines and small ones, from PDF, each as the full-width mark that Chinese text has; the small colon is told
# as a colon (S114).
MARKS = {
    sign: chr(ord(plain) + 0xFEE0) if plain.isascii() else plain
    for codes in (
        range(0xFE10, 0xFE1A),
        range(0xFE31, 0xFE45),
        range(0xFE47, 0xFE49),
        range(0xFE50, 0xFE55),
        range(0xFE56, 0xFE6C),
    )
    for sign, plain in _plain(codes).items()
}
# Letters and digits of formulas, and what a PDF writes as one piece: 𝐀, ℬ, ﬁ. Not № ™ ℡ ℓ Ω Å, which texts mean.
FORMULAS = {
    sign: plain
    for codes in (
        range(0x1D400, 0x1D800),
        range(0x1FBF0, 0x1FBFA),
        range(0x2102, 0x214A),
        range(0xFB00, 0xFB07),
    )
    for sign, plain in ((chr(code), nfkc(chr(code))) for code in codes)
    if plain != sign
    and plain.isalnum()
    and sign not in "\u2113\u2116\u2120\u2121\u2122\u2126\u212a\u212b\u213b"
} | {chr(0x1CCD6 + place): sign for place, sign in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")}


def class_of(*scripts: str) -> str:
    """Return the inside of a class of a regular expression: the characters of scripts, without those beyond U+FFFF."""
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in ranges_of(*scripts) if b <= 0xFFFF)


_FOREIGN = ("Cyrl", "Armn", "Cher", "Copt", "Lisu")
SCRIPTS = (
    ("西里尔字母（俄文字母）", f"[{class_of('Cyrl')}]"),
    ("希腊字母", f"[{class_of('Grek')}]"),
    ("亚美尼亚字母", f"[{class_of('Armn')}]"),
    ("切罗基字母", f"[{class_of('Cher')}]"),
    ("科普特字母", f"[{class_of('Copt')}]"),
    ("傈僳字母", f"[{class_of('Lisu')}]"),
    ("片假名", f"[{class_of('Kana')}ー]"),
    ("注音符号", f"[{class_of('Bopo')}]"),
    ("谚文", f"[{class_of('Hang')}]"),
    ("音标字母", "."),
)
_LIKE = "".join(pairs(LETTERS))
_FOREIGN_CLASS = class_of(*_FOREIGN)
_WORD = f"[0-9A-Za-z\u00c0-\u024f{_LIKE}{_FOREIGN_CLASS}{class_of('Grek')}]+"
# A word is wrong where a letter in it only looks English and stands beside English ones, or where all of it looks so. Greek
# letters that look like none may stand beside English ones (kΩ, TNFα); a word in Russian may be Russian.
WORDS: Given = {
    "find": _WORD,
    "faulty": f"(?=.*[{_LIKE}])(?:(?=.*[A-Za-z]).*|[0-9{_LIKE}]+)",
    "odd": f"[{_LIKE}]",
}
MIXED: Given = {
    "find": _WORD,
    "faulty": f"(?=.*[{_FOREIGN_CLASS}])(?=.*[A-Za-z]).*",
    "odd": f"[{_FOREIGN_CLASS}]",
}
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_KANA_CLASS = f"{class_of('Kana', 'Hira', 'Bopo', 'Hang')}ー"
_LIKE_HAN = "".join(pairs(KANA))
# Kana and their like beside a Chinese character, where each looks like one.
BESIDE_HAN: Given = {
    "find": f"[{_HAN}][{_KANA_CLASS}]+|[{_KANA_CLASS}]+[{_HAN}]",
    "faulty": f"[{_HAN}]?[{_LIKE_HAN}]+[{_HAN}]?",
    "odd": f"[{_LIKE_HAN}]",
}
