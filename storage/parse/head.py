"""The head of a notice: title, document number, addressees, fields of a red head."""

from __future__ import annotations

import re

from storage.parse import patterns
from storage.parse.characters import key_of
from storage.parse.draft import Draft
from storage.parse.lines import Line
from storage.parse.names import is_body, number_behind, number_on
from storage.text import iso_date, normal_number, squeeze

_MOST_ADDRESSEE_LINES = 8
_RED_FIELDS = (
    ("secrecy", patterns.SECRECY),
    ("urgency", patterns.URGENCY),
    ("signer", patterns.SIGNER),
)


def read_head(draft: Draft) -> None:
    """Mark the lines of the head and read title, number and addressees."""
    for at in draft.head.titles:
        draft.mark(at, "title")
    draft.title = squeeze("".join(draft.line(at).text for at in draft.head.titles))
    _read_number(draft)
    last = max([draft.head.start - 1, *draft.head.titles, draft.head.number or 0])
    for line in draft.solid(draft.head.start, last):
        if draft.free(line):
            draft.mark(line.at, _red_field(line))
            _read_office_and_date(draft, line)
    draft.body_start = last + 1
    _read_dated_number(draft)
    _read_addressees(draft)


def _read_number(draft: Draft) -> None:
    """Read the number from its line; of an order on one line, take it off the title."""
    at = draft.head.number
    if at is None:
        return
    line = draft.line(at)
    behind = number_behind(line) if at in draft.head.titles else 0
    if behind:
        draft.title = squeeze(line.text[:behind])
        draft.number = normal_number(line.text[behind:])
        draft.cuts[at] = [(behind, "number")]
        return
    titled = at in draft.head.titles
    before = patterns.NUMBER_AND_TITLE.match(line.key) if titled else None
    if before:
        offset = _offset_of(line.text, before.start(2))
        draft.number = normal_number(line.text[:offset].strip("()（） "))
        draft.title = squeeze(line.text[offset:])
        draft.mark(at, "number")
        draft.cuts[at] = [(offset, "title")]
        return
    order = (
        patterns.ORDER_LINE.match(line.key) or patterns.TITLE_AND_NUMBER.match(line.key)
        if titled
        else None
    )
    squeezed = squeeze(line.text)
    same = len(squeezed) == len(line.key)
    if order and same:
        draft.title = squeezed[: order.end(1)]
        draft.number = normal_number(squeezed[order.start(2) : order.end(2)])
        return
    draft.mark(at, "number")
    found = number_on(line)
    if found is None:
        torn = patterns.TORN_NUMBER.match(line.key)
        if torn:
            code, year, count = (part for part in torn.groups() if part)
            draft.number = f"{code}〔{year}〕{count}号"
            return
        order = patterns.ORDER_NUMBER.match(line.key)
        found = order.group(1) if order else None
    start = line.key.find(found) if found else -1
    if found and same and start >= 0:
        draft.number = normal_number(squeezed[start : start + len(found)])
    else:
        draft.number = normal_number(squeezed.strip("()（）"))
    _part_date(draft, line)


def _part_date(draft: Draft, line: Line) -> None:
    """Part the number from a date beside it."""
    dated = patterns.DATED_NUMBER.match(line.key)
    if dated:
        draft.date = _date_beside(dated.group())
        return
    words = line.text.split()
    if len(words) > 1 and patterns.DATE_ALONE.fullmatch(key_of(words[-1])):
        draft.cuts[line.at] = [(line.text.rindex(words[-1]), "date")]
        draft.date = iso_date(words[-1])


def _offset_of(text: str, length: int) -> int:
    """Where in a text its first `length` squeezed characters end."""
    offset = 0
    while offset < len(text) and len(key_of(text[:offset])) < length:
        offset += 1
    return offset


def _read_office_and_date(draft: Draft, line: Line) -> None:
    """The office and the date at the head of minutes: 某市人民政府办公室 2020年5月6日."""
    found = patterns.ENDS_IN_DATE.search(line.key)
    if found and is_body(line.key[: found.start()]) and line.key[found.start() :] in line.text:
        draft.mark(line.at, "signature")
        at = line.text.rindex(line.key[found.start() :])
        draft.cuts[line.at] = [(at, "date")]
        draft.issuer, draft.date = squeeze(line.text[:at]), iso_date(found.group())


def _date_beside(key: str) -> str | None:
    """The date in the brackets that hold date and number."""
    found = patterns.ANY_DATE.search(key)
    return iso_date(found.group()) if found else None


def _read_dated_number(draft: Draft) -> None:
    """Date and number in brackets before the first words of the text, as older issues print it."""
    line = next(draft.solid(draft.body_start), None)
    dated = patterns.DATED_NUMBER.match(line.key) if line and draft.head.titles else None
    if line is None or dated is None or draft.number or line.rows:
        return
    squeezed = squeeze(line.text)
    if len(squeezed) != len(line.key):
        return
    group = 1 if dated.group(1) else 2
    draft.number = normal_number(squeezed[dated.start(group) : dated.end(group)])
    draft.date = _date_beside(dated.group())
    offset = _offset_of(line.text, dated.end())
    draft.mark(line.at, "number")
    draft.cuts[line.at] = [(offset, "paragraph")]
    draft.body_start = line.at + 1


def _red_field(line: Line) -> str:
    if line.is_date:
        return "date"
    return next((name for name, mark in _RED_FIELDS if mark.match(line.key)), "other")


def _read_addressees(draft: Draft) -> None:
    """The lines after the head up to the first colon, where they are no sentence."""
    found: list[Line] = []
    begin = _after_occasion(draft) or _after_stray_line(draft)
    for line in draft.solid(begin):
        if not found and _read_run_in(draft, line):
            return
        if len(found) >= _MOST_ADDRESSEE_LINES or line.rows or _no_addressees(line):
            return
        found.append(line)
        if line.key.endswith(":"):
            break
    else:
        return
    texts = [_without_closing(draft, line) for line in found]
    draft.addressees = squeeze("".join(texts)).rstrip("：:∶")
    for line in found:
        draft.mark(line.at, "addressees")
    draft.joins += [(a.at, b.at) for a, b in zip(found, found[1:], strict=False)]
    draft.body_start = found[-1].at + 1


# 各县(区)人民政府,市直有关单位:为做好…
_RUN_IN = re.compile(
    r"^((?:各|市|县|区|省|国)[^。;:《》]{2,120}?(?:单位|政府|部门|局|厅|委|办|公司|机构|院校|团体|企业)(?:\([^()]{1,12}\))?:)(?=.{8})"
)


def _read_run_in(draft: Draft, line: Line) -> bool:
    """Addressees with the text behind their colon on one line."""
    found = _RUN_IN.match(line.key)
    if found is None or line.rows:
        return False
    offset = _offset_of(line.text, len(found.group(1)))
    draft.mark(line.at, "addressees")
    draft.cuts[line.at] = [(offset, "paragraph")]
    draft.addressees = squeeze(line.text[:offset]).rstrip("：:")
    draft.body_start = line.at + 1
    return True


# 各位代表:   同志们:
_AUDIENCE = re.compile(r"^(?:各位[\u3400-\u9fff、,]{2,20}|同志们):$")


def _after_occasion(draft: Draft) -> int | None:
    """Where a speech begins, below the lines that say when and by whom it was given."""
    above: list[Line] = []
    for line in draft.solid(draft.body_start):
        if _AUDIENCE.match(line.key):
            for other in above:
                draft.mark(other.at, "other")
            return line.at
        if len(above) >= 3 or len(line.key) > 60 or line.form or line.rows or line.ends_sentence:
            return None
        above.append(line)
    return None


def _after_stray_line(draft: Draft) -> int:
    """Skip a running head, or the short end of a sentence, between number and addressees."""
    first = next(draft.solid(draft.body_start), None)
    if first and len(first.key) <= 16 and patterns.PLAIN_SECTION.match(first.key):
        following = next(draft.solid(first.at + 1), None)
        if following is not None and not _no_addressees(following):
            first.furniture = "running head"
            return following.at
    if first is None or len(first.key) > 12 or not first.key.endswith("。") or first.form:
        return draft.body_start
    following = next(draft.solid(first.at + 1), None)
    if following is None or not following.key.endswith(":") or _no_addressees(following):
        return draft.body_start
    return following.at


def _no_addressees(line: Line) -> bool:
    """The line is a sentence or a heading: the document names no addressees."""
    key = line.key
    if (
        key.startswith("--")
        or line.form
        or line.is_date
        or len(key) > 400
        or patterns.ATTACHMENT_LIST.match(key)
    ):
        return True
    if key.endswith(":") and ("如下" in key[-8:] or "决定" in key[-4:] or "任命" in key[-4:]):
        return True
    if patterns.PAGE_WORD.match(key) or key.startswith(("注:", "联系")):
        return True
    if patterns.PAGE_FIELD.match(key) or key.startswith(("为", "根据", "按照", "《", "经", "现将")):
        return True
    return "。" in key and patterns.CLOSING_WORDS.search(key) is None


def _without_closing(draft: Draft, line: Line) -> str:
    """Cut off the closing words of the first paragraph that a column wove into the line."""
    found = patterns.CLOSING_WORDS.search(line.key)
    if found is None:
        return line.text
    words = len(found.group(1))
    text = line.text.rstrip()
    offset = len(text)
    while offset and len(key_of(text[offset:])) < words:
        offset -= 1
    if offset:
        draft.cuts[line.at] = [(offset, "paragraph")]
        return text[:offset]
    return line.text
