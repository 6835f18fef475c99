"""The sample gazette as other presses, scanners and web pages would have given it.

Each variant changes how the sample is printed, not what it says; the labels follow its lines.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from storage.types import SourceText
from tests.labels import LABELS, SAMPLE, labels_of

NAME = "霁川市人民政府公报2024年第2期.txt"
PAGE_LINES = 60
CUT_LENGTH = 80
_ENDS = "。；：，、）》”"
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_NARROW = str.maketrans("（），：；", "(),:;")
# （霁政发〔2024〕6号） has 〔2024〕
_YEAR = re.compile(r"〔(\d{4})〕")
# 2024年3月12日, alone on its line
_DATE_LINE = re.compile(r"^(\d{4})年(\d{1,2})月(\d{1,2})日$")


@dataclass(frozen=True)
class Line:
    """A line of a variant and the sample's line it comes from (0: put in by the variant)."""

    text: str
    origin: int


Labels = dict[str, Any]
Page = list[Line]
Variant = Callable[[Page, Labels], Page]


def variant(name: str) -> tuple[SourceText, Labels]:
    """The sample in one variant, with its labels on the variant's lines."""
    text = (SAMPLE / NAME).read_text(encoding="utf-8")
    labels = copy.deepcopy(labels_of(LABELS / "sample.json"))
    page = [Line(line, number) for number, line in enumerate(text.split("\n"), 1)]
    page = VARIANTS[name](page, labels)
    _follow(labels, page)
    return SourceText(NAME, tuple(line.text for line in page), ""), labels


def _follow(labels: Labels, page: Page) -> None:
    """Move every line number of the labels to where its line now stands."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for number, line in enumerate(page, 1):
        first.setdefault(line.origin, number)
        last[line.origin] = number
    for notice in labels["notices"]:
        notice["start_line"] = first[notice["start_line"]]
        notice["end_line"] = last[notice["end_line"]]
        for key in ("parts", "relations", "outline"):
            for item in notice.get(key, ()):
                item["line"] = first[item["line"]]
        if "joins" in notice:
            notice["joins"] = [[last[a], first[b]] for a, b in notice["joins"]]


def _title_spans(labels: Labels, page: Page) -> Iterator[tuple[int, int]]:
    """The first and last line (of the sample) of each notice's title."""
    texts = {line.origin: line.text for line in page}
    for notice in labels["notices"]:
        start = end = notice["start_line"]
        title = "".join(texts[start].replace("#", "").split())
        while title != notice["title"]:
            end += 1
            title += "".join(texts[end].replace("#", "").split())
        yield start, end


def _each(change: Callable[[str], str]) -> Variant:
    return lambda page, _: [Line(change(line.text), line.origin) for line in page]


def _no_markdown(text: str) -> str:
    return text.lstrip("# ") if text.startswith("#") else text


def _without_blank_lines(page: Page, _: Labels) -> Page:
    return [line for line in page if line.text.strip()]


def _without_front_matter(page: Page, labels: Labels) -> Page:
    """No cover, no contents, no imprint."""
    labels["issue"] = dict.fromkeys(labels["issue"])
    labels["contents"] = []
    for notice in labels["notices"]:
        notice["section"] = notice["contents_index"] = None
    start, end = labels["notices"][0]["start_line"], labels["notices"][-1]["end_line"]
    return [line for line in page if start <= line.origin <= end]


def _sections_in_the_text(page: Page, labels: Labels) -> Page:
    """No contents; the section's head stands before its first notice."""
    start = labels["notices"][0]["start_line"]
    labels["contents"] = []
    heads: dict[int, str] = {}
    seen: set[str] = set()
    for notice in labels["notices"]:
        notice["contents_index"] = None
        if notice["section"] not in seen:
            seen.add(notice["section"])
            heads[notice["start_line"]] = f"【{notice['section']}】"
    changed: Page = []
    for line in page:
        if 18 < line.origin < start:
            continue
        if line.origin in heads:
            changed += [Line(heads[line.origin], 0), Line("", 0)]
        changed.append(line)
    return changed


def _titles_in_one_line(page: Page, labels: Labels) -> Page:
    spans = dict(_title_spans(labels, page))
    inside = {n: start for start, end in spans.items() for n in range(start, end + 1)}
    joined = {start: "" for start in spans}
    for line in page:
        if line.origin in inside:
            start = inside[line.origin]
            joined[start] = f"{joined[start]} {_no_markdown(line.text)}".strip()
    return [
        Line(joined.get(line.origin, line.text), line.origin)
        for line in page
        if inside.get(line.origin, line.origin) == line.origin
    ]


def _paged(page: Page, _: Labels) -> Page:
    """A page number and a running head after every page, between paragraphs."""
    changed: Page = []
    for count, line in enumerate(page):
        changed.append(line)
        between = not line.text and count + 1 < len(page) and page[count + 1].text
        if line.origin > 70 and between and count % PAGE_LINES < 2:
            number = count // PAGE_LINES
            changed += [Line(f"· {number} ·", 0), Line("", 0)]
            changed += [Line("霁川市人民政府公报 2024年第2期", 0), Line("", 0)]
    return changed


def _wrapped(width: int, indent: str) -> Variant:
    """Every paragraph wrapped at a fixed width, without blank lines."""

    def wrap(page: Page, labels: Labels) -> Page:
        start = labels["notices"][0]["start_line"]
        kept = {n for a, b in _title_spans(labels, page) for n in range(a, b + 1)}
        _expect_whole_paragraphs(page, labels, 3 * width)
        changed: Page = []
        for line in page:
            text = _no_markdown(line.text)
            if not text.strip() and line.origin > start:
                continue
            is_table = "\t" in text or text.startswith("|")
            if line.origin < start or line.origin in kept or len(text) < width or is_table:
                changed.append(Line(text, line.origin))
                continue
            text = text if text.startswith("各") else indent + text
            pieces = [text[at : at + width] for at in range(0, len(text), width)]
            changed += [Line(piece, line.origin) for piece in pieces]
        return changed

    return wrap


def _expect_whole_paragraphs(page: Page, labels: Labels, length: int) -> None:
    """Ask for the long paragraphs of each notice whole instead of for its joins."""
    for notice in labels["notices"]:
        notice.pop("joins", None)
        span = range(notice["start_line"], notice["end_line"] + 1)
        texts = [line.text for line in page if line.origin in span and len(line.text) > length]
        notice["holds"] = [text for text in texts if text.endswith("。")][:5]


def _cut(page: Page, labels: Labels) -> Page:
    """Every long paragraph cut in its middle by a column, the rest behind a blank line."""
    heads = {item["line"] for n in labels["notices"] for item in n.get("outline", ())}
    tails: dict[int, int] = {}
    changed: Page = []
    start = labels["notices"][0]["start_line"]
    for line in page:
        middle = _middle(line.text)
        head_only = line.origin in heads and "。" not in line.text[:middle]
        if line.origin < start or len(line.text) < CUT_LENGTH or "|" in line.text or head_only:
            changed.append(line)
            continue
        tails[line.origin] = -line.origin
        changed += [Line(line.text[:middle], line.origin), Line("", 0)]
        changed.append(Line(line.text[middle:], -line.origin))
    for notice in labels["notices"]:
        span = range(notice["start_line"], notice["end_line"] + 1)
        notice["end_line"] = tails.get(notice["end_line"], notice["end_line"])
        if "joins" in notice:
            joins = [[tails.get(first, first), second] for first, second in notice["joins"]]
            notice["joins"] = joins + [[n, tails[n]] for n in span if n in tails]
    return changed


def _middle(text: str) -> int:
    """A place near the middle where neither side of the cut looks like an end."""
    at = len(text) // 2
    while at < len(text) - 1 and (text[at - 1] in _ENDS or text[at] in _ENDS):
        at += 1
    return at


def _chinese_date(text: str) -> str:
    """2024年3月12日 → 二〇二四年三月十二日, where it stands alone."""
    match = _DATE_LINE.match(text)
    if match is None:
        return text
    month, day = (_below_hundred(int(part)) for part in match.groups()[1:])
    return f"{match[1].translate(_DIGITS)}年{month}月{day}日"


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else str(tens).translate(_DIGITS)) + "十" if tens else ""
    return head + (str(ones).translate(_DIGITS) if ones else "")


def _without_remarks(page: Page, labels: Labels) -> Page:
    """No 此件公开发布 anywhere."""
    gone = {line.origin for line in page if line.text == "（此件公开发布）"}
    for notice in labels["notices"]:
        if notice["end_line"] in gone:
            notice["end_line"] -= 2
    return [line for line in page if line.origin not in gone]


def _markdown_everywhere(page: Page, labels: Labels) -> Page:
    """Signs of many depths before titles and heads, and bold addressees."""
    heads = {n for a, b in _title_spans(labels, page) for n in range(a, b + 1)}
    heads |= {item["line"] for n in labels["notices"] for item in n.get("outline", ())}
    addressees = {notice["addressees"] for notice in labels["notices"]}
    changed: Page = []
    for count, line in enumerate(page):
        text = line.text
        if line.origin in heads:
            text = f"{'#' * (count % 6 + 1)} {_no_markdown(text)}"
        elif text.rstrip("：") in addressees:
            text = f"**{text}**"
        changed.append(Line(text, line.origin))
    return changed


def _one_after_the_other(*changes: Variant) -> Variant:
    def all_changes(page: Page, labels: Labels) -> Page:
        for change in changes:
            page = change(page, labels)
        return page

    return all_changes


_blanks_in_numbers = _each(lambda text: _YEAR.sub(r" 〔 \1 〕 ", text))

VARIANTS: dict[str, Variant] = {
    "no markdown": _each(_no_markdown),
    "markdown everywhere": _markdown_everywhere,
    "no blank lines": _without_blank_lines,
    "no front matter": _without_front_matter,
    "sections in the text": _sections_in_the_text,
    "titles in one line": _titles_in_one_line,
    "narrow punctuation": _each(lambda text: text.translate(_NARROW)),
    "years in square brackets": _each(lambda text: _YEAR.sub(r"[\1]", text)),
    "blanks in numbers": _blanks_in_numbers,
    "Chinese dates": _each(_chinese_date),
    "indented": _each(lambda text: f"　　{text}" if text and text[0] not in "#|" else text),
    "blanks at the ends": _each(lambda text: f"{text}  " if text else " \u3000"),
    "page numbers and running heads": _paged,
    "wrapped at a fixed width": _wrapped(36, "　　"),
    "wrapped without indents": _wrapped(36, ""),
    "wrapped in narrow columns": _wrapped(22, "　　"),
    "no remarks": _without_remarks,
    "paragraphs cut by columns": _cut,
    "sections in the text without blank lines": _one_after_the_other(
        _sections_in_the_text, _without_blank_lines
    ),
    "wrapped with blanks in numbers": _one_after_the_other(
        _blanks_in_numbers, _wrapped(36, "　　")
    ),
}
