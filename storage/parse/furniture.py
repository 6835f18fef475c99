"""What a page or a web site adds: page numbers, running heads, menus; marked on the lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from storage.parse import patterns
from storage.parse.lines import Line

_FIGURES = str.maketrans("", "", "0123456789")
_OFTEN = 3


def mark_pages(lines: Sequence[Line], first: int) -> None:
    """Mark page numbers and running heads after line `first` (where the cover ends)."""
    for line in lines:
        if line.key and len(line.key) <= 16 and patterns.PAGE_LINE.match(line.key):
            line.furniture = "page number"
    solid = [line for line in lines if line.key]
    _mark_running_heads(solid, first)
    _mark_bare_figures(solid)


def _mark_running_heads(solid: Sequence[Line], first: int) -> None:
    """Short lines that come back page after page: the gazette's name, its issue, a section."""
    heads = Counter(line.key.translate(_FIGURES) for line in solid if _short(line))
    for index, line in enumerate(solid):
        if line.furniture or line.at <= first or not _short(line):
            continue
        count = heads[line.key.translate(_FIGURES)]
        names_issue = patterns.ISSUE_NUMBER.search(line.key) or patterns.GAZETTE_NAME.match(
            line.key
        )
        if names_issue and count >= 2 and len(line.key) <= 30 and not line.is_date or count >= _OFTEN and _beside_page_number(solid, index) and not line.is_remark:
            line.furniture = "running head"


def _short(line: Line) -> bool:
    return 2 <= len(line.key) <= 40 and not line.rows and not line.ends_sentence


def _beside_page_number(solid: Sequence[Line], index: int) -> bool:
    """The line before or after is a page number, and so the line stands at a page's edge."""
    around = solid[max(0, index - 1) : index] + solid[index + 1 : index + 2]
    return any(line.furniture == "page number" for line in around)


def _mark_bare_figures(solid: Sequence[Line]) -> None:
    """Bare figures are page numbers where they stand beside running heads."""
    for index, line in enumerate(solid):
        if len(line.key) > 4 or not patterns.BARE_FIGURE.match(line.key) or line.rows:
            continue
        around = solid[max(0, index - 1) : index] + solid[index + 1 : index + 2]
        if any(other.furniture == "running head" for other in around):
            line.furniture = "page number"


def page_fields(lines: Sequence[Line]) -> dict[str, int]:
    """The table of a web page above a document: field (narrow) to the line of its value."""
    found: dict[str, int] = {}
    solid = [line for line in lines[:120] if line.key]
    for index, line in enumerate(solid):
        if not patterns.PAGE_FIELD.match(line.key):
            continue
        name, _, value = line.key.partition(":")
        if value:
            found.setdefault(name, line.at)
        elif index + 1 < len(solid) and not patterns.PAGE_FIELD.match(solid[index + 1].key):
            found.setdefault(name, solid[index + 1].at)
    return found


def page_end(lines: Sequence[Line], start: int) -> int | None:
    """The line where a web page's own footer begins after line `start`, None where none does."""
    for line in lines[start:]:
        if line.key and len(line.key) <= 60 and patterns.PAGE_END.match(line.key):
            return line.at
    return None
