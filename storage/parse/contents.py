"""The printed table of contents: sections, titles, numbers, pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from storage import numbering
from storage.parse import patterns
from storage.parse.contents_page_first import entries_page_first
from storage.parse.entries import read_entry
from storage.parse.lines import Line
from storage.parse.names import genre_of, is_official, issuer_in
from storage.text import fold, squeeze
from storage.types import ContentsEntry

_LONGEST_ENTRY = 6
_ENOUGH = 3
_FRONT = 400
_BACK = 200
_SECTION_SIGNS = "【】[]〔〕◎■◆●▲★☆※□○"
# Heads of chapters: their table of contents is that of a plan, not of an issue.
_CHAPTER_FORMS = frozenset({"chapter", "section", "one", "decimal", "figure", "paren"})


@dataclass(slots=True)
class Contents:
    """The entries and their first lines, all lines that are taken, the first and last of these."""

    entries: list[ContentsEntry] = field(default_factory=list[ContentsEntry])
    lines: list[int] = field(default_factory=list[int])
    taken: set[int] = field(default_factory=set[int])
    first: int = 0
    last: int = 0


def find_contents(lines: Sequence[Line]) -> Contents:
    """Find the table of contents, in front or at the end; no entries where the text has none."""
    for begin in _beginnings(lines):
        contents = _read(lines, begin)
        if contents.entries and not _of_a_plan(lines, contents):
            return contents
    return Contents()


def _of_a_plan(lines: Sequence[Line], contents: Contents) -> bool:
    """The entries are chapters of one document, not documents."""
    official = sum(1 for entry in contents.entries if is_official(fold(entry.title)))
    if official * 2 >= len(contents.entries):
        return False
    forms = [lines[at - 1].form for at in contents.taken]
    chapters = sum(1 for form in forms if form in _CHAPTER_FORMS)
    return chapters * 2 > len(contents.entries)


def _beginnings(lines: Sequence[Line]) -> list[int]:
    """Indexes where a table of contents may begin: 目录, or the first of several entries."""
    front = [index for index, line in enumerate(lines[:_FRONT]) if line.key]
    back = [i for i in range(max(_FRONT, len(lines) - _BACK), len(lines)) if lines[i].key]
    found: list[int] = []
    for solid in (front, back):
        entry_ends = [_ends_entry(lines[at]) for at in solid]
        for place, index in enumerate(solid):
            line = lines[index]
            ends = sum(entry_ends[place + 1 : place + 16])
            head = patterns.CONTENTS_HEAD.match(line.key)
            if head and (ends >= 1 or len(entries_page_first(lines, index + 1)) > 1):
                return [index, *found] if not found else [*found, index]
            section = patterns.SECTION_HEAD.match(line.key)
            if not found and (section or _ends_in_page(line)) and ends >= _ENOUGH:
                found.append(_first_of_entry(lines, solid, place))
    return found


def _first_of_entry(lines: Sequence[Line], solid: Sequence[int], place: int) -> int:
    """Go back from the end of the first entry to its first line."""
    while place > 0 and not patterns.SECTION_HEAD.match(lines[solid[place]].key):
        before = lines[solid[place - 1]]
        if lines[solid[place]].at - before.at > 1 or patterns.PUBLISHED.search(before.key):
            break
        place -= 1
    return solid[place]


def _ends_in_page(line: Line) -> bool:
    """The line ends in dots and a page, a page in brackets, or a cell that holds a page."""
    if len(line.key) > 6 and patterns.CONTENTS_ENTRY_END.search(line.key[-12:]):
        return True
    if patterns.LEADERS_AND_PAGE.fullmatch(line.key) or patterns.PAGE_BEHIND.search(line.text):
        return True
    cells = [key for cell in line.rows[-1] if (key := squeeze(cell))] if line.rows else []
    return len(cells) == 2 and len(cells[0]) > 8 and fold(cells[1]).isdigit()


def _ends_entry(line: Line) -> bool:
    return _ends_in_page(line) or bool(
        len(line.key) > 12 and patterns.CONTENTS_NUMBER.search(line.key[-40:])
    )


def _read_page_first(lines: Sequence[Line], begin: int, groups: list[list[Line]]) -> Contents:
    """Take the entries whose pages stand in front, and the sections between them."""
    contents = Contents(first=lines[begin].at, last=groups[-1][-1].at)
    starts = {group[0].at: group for group in groups}
    grouped = {line.at for group in groups for line in group}
    section: str | None = None
    for line in lines[begin : contents.last]:
        group = starts.get(line.at)
        entry = read_entry(group, section) if group else None
        if entry is not None:
            contents.entries.append(entry)
            contents.lines.append(line.at)
        elif line.key and line.at not in grouped:
            named = not patterns.CONTENTS_HEAD.match(line.key)
            section = squeeze(line.text).strip(_SECTION_SIGNS) if named else section
        contents.taken.add(line.at)
    return contents


def _read(lines: Sequence[Line], begin: int) -> Contents:
    groups = entries_page_first(lines, begin + 1)
    if len(groups) > 1:
        return _read_page_first(lines, begin, groups)
    contents = Contents(first=lines[begin].at)
    section: str | None = None
    buffer: list[Line] = []
    ends = last = 0
    for index in range(begin, len(lines)):
        line = lines[index]
        stray = line.key == ")" and not buffer
        if not line.key or line.furniture or stray or patterns.CONTENTS_HEAD.match(line.key):
            contents.taken.add(line.at)
            continue
        if not buffer and _is_section(lines, index):
            section = squeeze(line.text).strip(_SECTION_SIGNS)
            contents.taken.add(line.at)
            continue
        if _ends_contents(lines, index, buffer):
            break
        buffer.append(line)
        if _complete(lines, index, buffer, last):
            entry = read_entry(buffer, section)
            last = (entry.page if entry else None) or last
            if entry is not None:
                contents.entries.append(entry)
                contents.lines.append(buffer[0].at)
            contents.taken.update(part.at for part in buffer)
            ends, buffer = line.at, []
        elif len(buffer) >= _LONGEST_ENTRY:
            break
    contents.last = ends
    contents.taken = {at for at in contents.taken if at <= ends}
    _take_counts_off(contents)
    return contents


def _ends_contents(lines: Sequence[Line], index: int, buffer: Sequence[Line]) -> bool:
    """The line is no entry: a sentence, a lone section, the number of the first notice."""
    line = lines[index]
    if patterns.SECTION_HEAD.match(line.key) or (line.ends_sentence and "。" in line.key):
        return True
    alone = patterns.NUMBER_ALONE.match(line.key) is not None and not line.rows
    return alone and not (buffer and _ends_in_page(line))


def _is_section(lines: Sequence[Line], index: int) -> bool:
    """A section's head: entries follow it, and it has no page of its own."""
    line = lines[index]
    if patterns.SECTION_HEAD.match(line.key):
        return _more_entries(lines, index)
    if len(line.key) > 16 or not patterns.PLAIN_SECTION.match(line.key):
        return False
    following = next((other for other in lines[index + 1 : index + 4] if other.key), None)
    if following is None or following.key.startswith("("):
        return False
    return len(following.key) > 6 and _more_entries(lines, index)


def _more_entries(lines: Sequence[Line], index: int) -> bool:
    """Entries follow a section's head within the contents; in the text they do not."""
    following = [line for line in lines[index + 1 : index + 14] if line.key][:_LONGEST_ENTRY]
    return any(_ends_entry(line) for line in following)


def _complete(lines: Sequence[Line], index: int, buffer: Sequence[Line], last: int) -> bool:
    """The lines so far are a whole entry; `last` is the page of the one before."""
    line = lines[index]
    joined = "".join(part.key for part in buffer)
    if _ends_in_page(line) or patterns.LEADERS_AND_PAGE.search(joined[-12:]):
        return True
    if len(buffer) > 1 and patterns.BARE_FIGURE.match(line.key):
        return int(line.key) >= last
    following = next((other for other in lines[index + 1 : index + 4] if other.key), None)
    if following is None or len(joined) < 8:
        return False
    if _ends_in_page(following):
        return False
    starts_next = bool(patterns.SECTION_HEAD.match(following.key)) or issuer_in(following.key) > 0
    if patterns.CONTENTS_NUMBER.search(joined[-40:]):
        return starts_next
    return genre_of(joined) is not None and starts_next and following.at - line.at == 1


def _take_counts_off(contents: Contents) -> None:
    """Where the entries are counted (1. 2. 3.), the count is no part of the title."""
    found = [numbering.DOT.match(fold(entry.title)) for entry in contents.entries]
    if len(found) < 2 or any(hit is None for hit in found):
        return
    counts = [int(hit.group(1)) for hit in found if hit]
    if counts == list(range(counts[0], counts[0] + len(counts))):
        contents.entries = [
            replace(entry, title=entry.title[hit.end() :])
            for entry, hit in zip(contents.entries, found, strict=True)
            if hit
        ]
