"""The forms in which Word writes the numbers of lists: 一, 十一, 壹, ①, 甲, a, IV …"""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_COUNTING = frozenset(
    (
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "koreanCounting",
    )
)
# The first sign of a run of signs, and how many there are.
_SIGNS = {
    "decimalEnclosedCircle": ("①", 20),
    "decimalEnclosedCircleChinese": ("①", 20),
    "decimalEnclosedParen": ("⑴", 20),
    "decimalEnclosedFullstop": ("⒈", 20),
    "ideographEnclosedCircle": ("㊀", 10),
}


def written(number: int, form: str) -> str:
    """A number from 0 in a form of WordprocessingML; forms that are not known in figures."""
    if form in _COUNTING:
        return _counted(number, "零" + _DIGITS[1:], "十百千")
    if form in ("chineseLegalSimplified", "ideographLegalTraditional"):
        return _counted(number, _FORMAL, "拾佰仟", one_ten=True)
    if form in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"):
        return "".join(_DIGITS[int(figure)] for figure in str(number))
    if form in _SIGNS:
        first, count = _SIGNS[form]
        return chr(ord(first) + number - 1) if 1 <= number <= count else str(number)
    if form in ("ideographTraditional", "ideographZodiac"):
        row = _STEMS if form == "ideographTraditional" else _BRANCHES
        return row[number - 1] if 1 <= number <= len(row) else str(number)
    return _western(number, form)


def _western(number: int, form: str) -> str:
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""
        letter = letter[:8]
        return letter.upper() if form == "upperLetter" else letter
    if form in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        roman, rest = "", number
        for worth, letters in _ROMAN:
            roman += letters * (rest // worth)
            rest %= worth
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{number:02}"
    if form.startswith("decimalFullWidth"):
        return "".join(chr(0xFF10 + int(figure)) for figure in str(number))
    return "" if form in ("none", "bullet") else str(number)


def _counted(number: int, digits: str, units: str, *, one_ten: bool = False) -> str:
    """二百一十五; eleven is 十一 but 一百一十一 keeps its 一."""
    if number <= 0 or number > 9999:
        return digits[0] if number == 0 else str(number)
    text, gap = "", False
    figures = str(number)
    for place, figure in enumerate(figures):
        rank = len(figures) - place - 1
        if figure == "0":
            gap = True
            continue
        text += (digits[0] if gap and text else "") + digits[int(figure)]
        text += units[rank - 1] if rank else ""
        gap = False
    is_teen = 10 <= number < 20 and not one_ten
    return text[1:] if is_teen else text
