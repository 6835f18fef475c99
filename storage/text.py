"""Characters: white space taken out, widths folded, always with the way back to the source."""

from __future__ import annotations

import datetime
import hashlib
import re
import unicodedata
from array import array
from dataclasses import dataclass


class CharacterTable(dict[int, int]):
    """A table for `str.translate`, one character to one; what it does not name stays.

    It learns what stays: `translate` raises and drops an exception for each character that a
    table lacks, which takes longer than all the rest.
    """

    def __missing__(self, code: int) -> int:
        self[code] = code
        return code


def _fold_table() -> CharacterTable:
    """Map each character to its narrow lower-case form where that is one character."""
    table = CharacterTable()
    for code in [*range(0x41, 0x250), *range(0x370, 0x590), *range(0xFF00, 0xFFEF)]:
        folded = unicodedata.normalize("NFKC", chr(code)).lower()
        if len(folded) == 1 and ord(folded) != code and not folded.isspace():
            table[code] = ord(folded)
    brackets = {
        "〔": "[",
        "〕": "]",
        "【": "[",
        "】": "]",
        "﹝": "[",
        "﹞": "]",
        "—": "-",
        "–": "-",
    }
    table.update({ord(wide): ord(narrow) for wide, narrow in brackets.items()})
    return table


FOLDED = _fold_table()


def fold(text: str) -> str:
    """Fold width and case, one character to one character, so that offsets stay."""
    return text.translate(FOLDED)


def squeeze(text: str) -> str:
    """Take every white-space character out, full-width blanks and line breaks too."""
    return "".join(text.split())


def text_hash(text: str) -> str:
    """SHA-256 in hex of the squeezed text: equal where two texts differ only in white space."""
    return hashlib.sha256(squeeze(text).encode("utf-8", "surrogatepass")).hexdigest()


_NO_WHITE_SPACE = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text without white space, and for each of its characters the offset in the source."""

    text: str
    offsets: array[int]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Turn a non-empty span of the squeezed text into a span of the source."""
        return self.offsets[start], self.offsets[end - 1] + 1


def squeeze_with_offsets(text: str, *, folded: bool = False) -> Squeezed:
    """Squeeze a text and keep the way back; `folded` folds width and case too."""
    kept = array("l")
    for run in _NO_WHITE_SPACE.finditer(text):
        kept.extend(range(*run.span()))
    squeezed = squeeze(text)
    return Squeezed(fold(squeezed) if folded else squeezed, kept)


# ------------------------------------------------------- Chinese numbers, dates, document numbers

_DIGITS = (
    {character: value for value, character in enumerate("零一二三四五六七八九")}
    | {character: value for value, character in enumerate("0123456789")}
    | dict.fromkeys("〇○◯Ｏ０OoΟοОо0", 0)
    | {"两": 2, "兩": 2, "廿": 20, "卅": 30}
)
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10000}


def chinese_number(text: str) -> int | None:
    """Read a whole number: 21, ２１, 二十一, 一百零三, 二〇二〇; None where it is none."""
    text = squeeze(text)
    if not text or len(text) > 12:
        return None
    plain = fold(text)
    if plain.isascii() and plain.isdigit():
        return int(plain)
    if any(unit in text for unit in _UNITS):
        return _number_with_units(text)
    digits = [_DIGITS.get(character) for character in text]
    if len(digits) == 1:
        return digits[0]
    if any(digit is None or digit > 9 for digit in digits):
        return None
    return int("".join(str(digit) for digit in digits))


def _number_with_units(text: str) -> int | None:
    """Add up digits and units (二百一十五); a unit without a digit before it counts once."""
    total, part, digit = 0, 0, None
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
            continue
        unit = _UNITS.get(character)
        if unit is None:
            return None
        if unit == _UNITS["万"]:
            total, part, digit = (total + part + (digit or 0)) * unit, 0, None
        else:
            part, digit = part + (1 if digit is None else digit) * unit, None
    return total + part + (digit or 0)


# What OCR writes for the figure 1, and for 日.
_LOOK_ALIKE = str.maketrans({"l": "1", "i": "1", "目": "日"})
_NUMERAL = r"[0-9〇○◯零oOοοОо一二三四五六七八九十]"
# 2020年5月6日   二〇二〇年五月六日   2023年5月
_DATE_IN_WORDS = re.compile(
    rf"({_NUMERAL}{{4}})年({_NUMERAL}{{1,3}})月(?:({_NUMERAL}{{1,3}})[日号])?"
)
# 2020-05-06   2020/5/6   2020.5.6
_DATE_IN_FIGURES = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")


def iso_date(text: str) -> str | None:
    """Turn a date that stands alone (blanks allowed) into ISO form; `2023-05` without a day."""
    plain = fold(squeeze(text)).strip("()").translate(_LOOK_ALIKE)
    found = _DATE_IN_WORDS.fullmatch(plain) or _DATE_IN_FIGURES.fullmatch(plain)
    if found is None:
        return None
    year, month, day = (None if part is None else chinese_number(part) for part in found.groups())
    if year is None or month is None or not 1 <= month <= 12:
        return None
    if found.group(3) is None:
        return f"{year:04d}-{month:02d}"
    try:
        return datetime.date(year, month, day or 0).isoformat()
    except ValueError:
        return None


# 国办发〔2019〕35号   阳政办发[2020]44 号   晋文明委(2019)10号   民函〔2019〕第5号
_YEAR_IN_BRACKETS = re.compile(r"[\[(〔]([12][0-9oli]{3})[\])〕]")
_YEAR_LOOK_ALIKE = str.maketrans("oli", "011")


def normal_number(text: str) -> str:
    """Write a document number in its normal form: year in 〔〕, no blanks, narrow figures."""
    squeezed = squeeze(text)
    plain = fold(squeezed)
    found = _YEAR_IN_BRACKETS.search(plain)
    if found is None:
        return squeezed
    year = found.group(1).translate(_YEAR_LOOK_ALIKE)
    return f"{squeezed[: found.start()]}〔{year}〕{fold(squeezed[found.end() :])}"
