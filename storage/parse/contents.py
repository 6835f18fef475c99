"""The printed table of contents: sections, titles, numbers, pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from storage.parse import patterns
from storage.parse.lines import Line
from storage.parse.names import genre_of, issuer_in
from storage.text import fold, normal_number, squeeze
from storage.types import ContentsEntry

_LONGEST_ENTRY = 6
_ENOUGH = 3


@dataclass(slots=True)
class Contents:
    """The entries, the source lines that they take, and the line of each entry's end."""

    entries: list[ContentsEntry] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    ends: list[int] = field(default_factory=list)
    first: int = 0
    last: int = 0


def find_contents(lines: Sequence[Line]) -> Contents:
    """Find the table of contents; no entries where the text has none."""
    begin = _begin(lines)
    if begin is None:
        return Contents()
    contents = _read(lines, begin)
    return contents if contents.entries else Contents()


def _begin(lines: Sequence[Line]) -> int | None:
    """Index of 目录, or of the first of several lines that end in a page."""
    solid = [index for index, line in enumerate(lines[:400]) if line.key]
    for place, index in enumerate(solid):
        line = lines[index]
        following = [lines[at] for at in solid[place + 1 : place + 16]]
        ends = sum(1 for other in following if _ends_entry(other))
        if patterns.CONTENTS_HEAD.match(line.key) and ends >= 1:
            return index
        if (patterns.SECTION_HEAD.match(line.key) or _ends_with_leaders(line)) and ends >= _ENOUGH:
            return _first_of_entry(lines, solid, place)
    return None


def _first_of_entry(lines: Sequence[Line], solid: Sequence[int], place: int) -> int:
    """Go back from the end of the first entry to its first line."""
    while place > 0 and not patterns.SECTION_HEAD.match(lines[solid[place]].key):
        before = lines[solid[place - 1]]
        if lines[solid[place]].at - before.at > 1 or patterns.PUBLISHED.search(before.key):
            break
        place -= 1
    return solid[place]


def _ends_with_leaders(line: Line) -> bool:
    return patterns.CONTENTS_ENTRY_END.search(line.key[-12:]) is not None and len(line.key) > 6


def _ends_entry(line: Line) -> bool:
    return _ends_with_leaders(line) or bool(
        len(line.key) > 12 and patterns.CONTENTS_NUMBER.search(line.key[-40:])
    )


def _read(lines: Sequence[Line], begin: int) -> Contents:
    contents = Contents(first=lines[begin].at)
    section: str | None = None
    buffer: list[Line] = []
    for index in range(begin, len(lines)):
        line = lines[index]
        if not line.key or line.furniture or patterns.CONTENTS_HEAD.match(line.key):
            contents.taken.add(line.at)
            continue
        head = patterns.SECTION_HEAD.match(line.key)
        if head and not buffer and _more_entries(lines, index):
            section = squeeze(line.text).strip("【】[]〔〕◎■◆●▲★☆※□○")
            contents.taken.add(line.at)
            continue
        if not buffer and _plain_section(lines, index):
            section = squeeze(line.text)
            contents.taken.add(line.at)
            continue
        if head or (line.ends_sentence and "。" in line.key):
            break
        if patterns.NUMBER_ALONE.match(line.key) and not _more_entries(lines, index - 1):
            break
        buffer.append(line)
        if _complete(lines, index, buffer):
            _add(contents, section, buffer)
            buffer = []
        elif len(buffer) >= _LONGEST_ENTRY:
            break
    contents.last = contents.ends[-1] if contents.ends else 0
    _take_counts_off(contents)
    contents.taken = {at for at in contents.taken if at <= contents.last}
    return contents


def _plain_section(lines: Sequence[Line], index: int) -> bool:
    """A section's head without brackets: no page behind it, and an entry begins below."""
    line = lines[index]
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


def _complete(lines: Sequence[Line], index: int, buffer: Sequence[Line]) -> bool:
    """The lines so far are a whole entry."""
    line = lines[index]
    if _ends_with_leaders(line):
        return True
    if len(buffer) > 1 and patterns.BARE_FIGURE.match(line.key):
        return True
    joined = "".join(part.key for part in buffer)
    following = next((other for other in lines[index + 1 : index + 4] if other.key), None)
    if following is None or _ends_with_leaders(following) or len(joined) < 8:
        return False
    starts_next = bool(patterns.SECTION_HEAD.match(following.key)) or issuer_in(following.key) > 0
    if patterns.CONTENTS_NUMBER.search(joined[-40:]):
        return starts_next
    return genre_of(joined) is not None and starts_next and following.at - line.at == 1


def _add(contents: Contents, section: str | None, buffer: Sequence[Line]) -> None:
    squeezed = squeeze("".join(line.text for line in buffer))
    entry = read_entry(squeezed, section)
    contents.taken.update(line.at for line in buffer)
    if entry is not None:
        contents.entries.append(entry)
        contents.ends.append(buffer[-1].at)


def _take_counts_off(contents: Contents) -> None:
    """Where the entries are counted (1. 2. 3.), the count is no part of the title."""
    found = [patterns.DOT.match(fold(entry.title)) for entry in contents.entries]
    if len(found) < 2 or any(hit is None for hit in found):
        return
    counts = [int(hit.group(1)) for hit in found if hit]
    if counts == list(range(counts[0], counts[0] + len(counts))):
        contents.entries = [
            replace(entry, title=entry.title[hit.end() :])
            for entry, hit in zip(contents.entries, found, strict=True)
            if hit
        ]


def read_entry(squeezed: str, section: str | None) -> ContentsEntry | None:
    """Take an entry apart: title, number in brackets, page."""
    key = fold(squeezed)
    page = patterns.CONTENTS_PAGE.search(key)
    figure = int(page.group(1)) if page else None
    rest = squeezed[: page.start()] if page else squeezed
    rest = rest.rstrip(".…·・-—_ ")
    number = patterns.ENTRY_NUMBER.search(fold(rest))
    name = None
    if number:
        name = normal_number(rest[number.start(1) : number.end(1)])
        rest = rest[: number.start()]
    title = rest.rstrip("(（").lstrip("-·•*")
    return ContentsEntry(section, title, name, figure) if len(title) >= 2 else None
