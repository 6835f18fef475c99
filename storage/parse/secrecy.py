"""Marks of secrecy (密级): such a text belongs on no ordinary computer.

GB/T 9704—2012, 7.2.2 puts 机密★1年 above the red head. A mark with its star, or in a field
密级, counts wherever a line holds nothing else; the bare word counts only at the head of a file
or of a document in it. What a sentence says of secrets is no mark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from storage.parse.characters import key_of
from storage.parse.lines import Line, read_lines
from storage.text import fold
from storage.types import Finding, Notice, ParsedSource, SourceText

_HEAD_LINES = 15
_ABOVE = 6
_BELOW = 2
_LONGEST_LINE = 80

# 机密   絕密   机密级
_LEVEL = r"(?:[绝絕][密宻]|[机機][密宻]|秘[密宻])级?"
# ★   *   ☆   ※, or a sign of a font's own: what prints or OCR make of the star
_STAR = r"[★☆⭐✩✪✫✬✭✮✯✰⭑⭒*∗⁎﹡※✱✲✳✶✷✸✹\ue000-\uf8ff]"
# 1年   长期   三十年   6个月   2030年1月1日   启封前   (10年)   保密期限:5年   解密
_PERIOD = (
    r"[(\[]?(?:保密期限?:?)?[(\[]?(?:[0-9]{1,4}|[一二三四五六七八九十〇零两]{1,4}|长期|永久|至|到|启[封用])"
    r"[0-9一二三四五六七八九十年个月天日长期前后止解密.-]{0,14}[)\]]?"
)
# 机密★1年   机密★
_STARRED = rf"{_LEVEL}{_STAR}{{1,3}}(?:{_PERIOD})?"
# 机密   机密1年   机密(10年)   [机密]   机密·1年   机密大1年 (a star misread)   机密文件
_BARE = (
    rf"[(\[<]?{_LEVEL}(?:文件|文电|资料|材料|件)?"
    rf"(?:[·.,:?\ufffd□-]?(?:{_PERIOD})?|.[0-9]{{1,2}}年)[)\]>]?"
)
# 000012   份号:000012   第12号   共20份
_COPY = r"(?:(?:份号|编号|no\.?|№):?[0-9]{1,8}|第?[0-9]{1,8}[号份]?)(?:共[0-9]{1,6}份)?"
_URGENCY = r"(?:紧急程度:?)?(?:特急|加急|平急|急件|特提)"
_SIGNER = r"签发人:?[\u3400-\u9fff]{2,12}"
_BEFORE = rf"(?:{_COPY})?(?:{_URGENCY})?"
_AFTER = rf"(?:{_COPY})?(?:{_URGENCY})?(?:{_SIGNER})?"
# 密级:   密级和保密期限:   秘密等级:   涉密程度   文件密级:   密级标识:
_FIELD = (
    r"(?:本?(?:文件|公文|信息|载体|材料|资料))?"
    r"(?:密级|(?:秘密|保密|涉密)(?:等级|级别|程度)|定密)(?:标识|等级|级别)?"
    r"(?:[和与及、/]?保密期限?)?"
)

# 000012机密★1年特急
_STARRED_LINE = re.compile(rf"{_BEFORE}({_STARRED}){_AFTER}")
# 机密★1年云州市人民政府文件
_STARRED_START = re.compile(rf"{_BEFORE}({_STARRED})(?=[^,。;:!?、”’\"'])")
_SENTENCE = re.compile(r"[。;!?”]")
# 000012机密特急
_BARE_LINE = re.compile(rf"{_BEFORE}({_BARE}){_AFTER}")
# ,保密期限:5年编号:012
_FIELD_END = rf"(?:[,;。]?(?:保密期限:?{_PERIOD})?{_AFTER}(?:[\u3400-\u9fff]{{2,6}}:.{{0,20}})?)"
_TICK, _BOX = "☑√✓✔■☒●", "□○〇◯"
# □公开☑秘密   ☑机密□秘密 (the box before its word)
_TICKED_BEFORE = rf"(?=[{_BOX}{_TICK}]).{{0,20}}[{_TICK}]({_LEVEL}).{{0,30}}"
# 公开□秘密☑   机密√ (the box behind its word)
_TICKED_BEHIND = rf"(?![{_BOX}{_TICK}]).{{0,20}}({_LEVEL})[{_TICK}].{{0,30}}"
# 密级:机密   [密级]机密★1年   密级:□公开☑秘密
_FIELD_LINE = re.compile(
    rf"{_BEFORE}[(\[]?{_FIELD}[)\]]?[:|]?+"
    rf"(?:([(\[]?(?:{_STARRED}|{_BARE})[)\]]?){_FIELD_END}|{_TICKED_BEFORE}|{_TICKED_BEHIND})"
)
_FIELD_ALONE = re.compile(rf"[(\[]?{_FIELD}[)\]]?:?")
# (机密)关于…的报告   关于…的报告[秘密]
_IN_BRACKETS = re.compile(rf"^[(\[]({_LEVEL}{_STAR}?(?:{_PERIOD})?)[)\]]|"
                          rf"[(\[]({_LEVEL}{_STAR}?(?:{_PERIOD})?)[)\]]$")  # fmt: skip
# A file named 【机密】关于….docx or 关于…(秘密★5年).pdf
_NAME_PART = re.compile(
    rf"[(\[]({_LEVEL}{_STAR}?(?:{_PERIOD})?)[)\]]|({_STARRED})|^({_LEVEL})[-_\s]"
)
# What a red head has beside a mark: 特急   000012   签发人:王建国   某市人民政府文件
_BESIDE = re.compile(rf"(?:{_COPY}|{_URGENCY}|{_SIGNER}|.{{3,40}}(?:文件|公文|函|令|号))?")
_CELLS = re.compile(r"\s{2,}|[\t\u3000|]+")


def find_secrecy_mark(source: SourceText, parsed: ParsedSource) -> Finding | None:
    """The first mark of secrecy of a source, at its line (0: in the file's name), or None."""
    named = _NAME_PART.search(_visible(fold(source.name)))
    if named:
        return Finding(0, "secrecy-mark-in-name", _words(named))
    if not any("密" in line or "宻" in line for line in source.lines):
        return None
    solid = [line for line in read_lines(source) if not line.blank]
    heads = _head_lines(solid, parsed.notices)
    for place, line in enumerate(solid):
        if "密" in line.key or "宻" in line.key:
            mark = _mark_anywhere(line)
            if not mark and line.at in heads:
                mark = _mark_at_head(solid, place, source.lines[line.at - 1])
            if mark:
                return Finding(line.at, "secrecy-mark", mark)
    return None


def _head_lines(filled: Sequence[Line], notices: Sequence[Notice]) -> set[int]:
    """The lines where a red head can stand: the file's first, and around each document's head."""
    solid = [line.at for line in filled]
    heads = set(solid[:_HEAD_LINES])
    place = {at: index for index, at in enumerate(solid)}
    for notice in notices:
        first = place.get(notice.start_line)
        if first is None:
            continue
        heads.update(solid[max(0, first - _ABOVE) : first])
        head = [block for block in notice.blocks if block.kind in ("title", "number", "secrecy")]
        last = max([notice.start_line, *(block.lines[1] for block in head)])
        heads.update(at for at in range(notice.start_line, last + 1))
        heads.update(solid[place.get(last, first) : place.get(last, first) + _BELOW + 1])
    return heads


def _mark_anywhere(line: Line) -> str:
    """A mark with its star, or in a field, that nothing stands beside but fields of a red head."""
    key = _visible(line.key)
    if line.is_table or len(key) > _LONGEST_LINE:
        return ""
    found = _STARRED_LINE.fullmatch(key) or _FIELD_LINE.fullmatch(key)
    if found is None and not _SENTENCE.search(key):
        found = _STARRED_START.match(key)
    return _words(found) if found else ""


def _mark_at_head(solid: Sequence[Line], place: int, raw: str) -> str:
    """A mark of any form at the head of a document."""
    line = solid[place]
    key = _visible(line.key)
    words = [cell for row in line.rows for cell in row] or raw.split()
    starred = [_STARRED_LINE.fullmatch(_visible(key_of(word))) for word in words]
    found = next(filter(None, [*starred, _STARRED_START.match(key)]), None)
    if found:
        return _words(found)
    mark = _bare_mark(line, raw)
    if mark:
        return "" if _is_listed(solid, place) else mark
    if len(key) > _LONGEST_LINE or _SENTENCE.search(key):
        return ""
    bracketed = _IN_BRACKETS.search(key)
    return _words(bracketed) if bracketed else ""


def _words(found: re.Match[str]) -> str:
    """The words of the mark: the one group that took part."""
    return next(filter(None, found.groups()), "")


def _bare_mark(line: Line, raw: str) -> str:
    """The bare word: alone in its line, or in a part of it beside fields of a red head."""
    found = _BARE_LINE.fullmatch(_visible(line.key))
    if found:
        return _words(found)
    parts = [cell for row in line.rows for cell in row] or _CELLS.split(raw)
    keys = [_visible(key_of(part)) for part in parts]
    for name, value in zip(keys, keys[1:], strict=False):
        found = _FIELD_LINE.fullmatch(name + value) if _FIELD_ALONE.fullmatch(name) else None
        if found:
            return _words(found)
    for at, key in enumerate(keys):
        found = _BARE_LINE.fullmatch(key) or _FIELD_LINE.fullmatch(key)
        if found and all(_BESIDE.fullmatch(other) for other in keys[:at] + keys[at + 1 :]):
            return _words(found)
    return ""


def _is_listed(solid: Sequence[Line], place: int) -> bool:
    """The word stands among the other levels: the text counts them up, it bears none."""
    around = [*solid[max(0, place - 2) : place], *solid[place + 1 : place + 3]]
    own = _levels(_visible(solid[place].key))
    others = {
        level
        for line in around
        if _BARE_LINE.fullmatch(_visible(line.key))
        for level in _levels(_visible(line.key))
    }
    return len(own | others) > 1


def _levels(key: str) -> set[str]:
    """Which of the three levels the words name, each by its first character."""
    return {found[0].translate(_SIMPLE) for found in re.findall(_LEVEL, key)}


_SIMPLE = str.maketrans("絕機", "绝机")


def _visible(key: str) -> str:
    """Without the signs that nobody sees and that could hide a mark."""
    if key.isascii() or not any(unicodedata.category(sign) in ("Cf", "Mn") for sign in key):
        return key
    return "".join(sign for sign in key if unicodedata.category(sign) not in ("Cf", "Mn"))
