"""A table of contents that prints the page before the title: 12　某市人民政府关于…"""

from __future__ import annotations

from collections.abc import Sequence

from storage.parse import patterns
from storage.parse.lines import Line
from storage.parse.names import genre_of, is_official, issuer_in
from storage.text import fold

_MOST_LINES = 5


def entries_page_first(lines: Sequence[Line], begin: int) -> list[list[Line]]:
    """The lines of each entry from index `begin` on; [] where the pages do not stand in front.

    An entry starts with a page no smaller than the one before; it goes on below, without a blank
    line, until its title is whole.
    """
    entries: list[list[Line]] = []
    page = 0
    for line in lines[begin:]:
        if not line.key:
            continue
        first = patterns.PAGE_FIRST.match(line.text)
        if first and int(fold(first.group(1))) >= page and len(line.key) > 6:
            page = int(fold(first.group(1)))
            entries.append([line])
        elif entries and _goes_on(entries[-1], line):
            entries[-1].append(line)
        elif entries and not _is_section(line) or not entries and line.at - lines[begin].at > 3:
            break
    return entries


def _is_section(line: Line) -> bool:
    head = patterns.SECTION_HEAD.match(line.key) or patterns.PLAIN_SECTION.match(line.key)
    return head is not None and len(line.key) <= 24


def _goes_on(entry: Sequence[Line], line: Line) -> bool:
    """The title of the entry is not whole, and the line stands right below."""
    if line.at - entry[-1].at > 1 or len(entry) >= _MOST_LINES:
        return False
    joined = "".join(part.key for part in entry).lstrip("0123456789")
    if patterns.ENTRY_NUMBER.search(joined):
        return False
    if line.key.startswith("("):
        return True
    whole = is_official(joined) if issuer_in(joined) else genre_of(joined) is not None
    return not whole or joined.count("(") > joined.count(")")
