"""On which pages a notice stands: printed pages of its gazette, and pages of the file.

Nothing is guessed: a place whose page the source does not tell has none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from storage.text import fold, squeeze
from storage.types import Block, ContentsEntry, Furniture, Notice, SourceText

Starts = tuple[tuple[int, int | None], ...]
"""Offsets in a notice's text, rising, and the page that begins at each (None: not known)."""

_PAGE_NUMBER = "page number"
# 12   —12—   第12页   第12页共30页   3/10
_FIGURE = re.compile(r"[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class PageRange:
    """Pages `first` to `last`; `last` None: only that it begins on `first` is known."""

    first: int
    last: int | None


@dataclass(frozen=True, slots=True)
class NoticePages:
    """The pages of one notice. `begins`: where it begins by the printed contents, if they say."""

    printed: Starts = ()
    file: Starts = ()
    begins: int | None = None

    def printed_range(self, start: int, end: int) -> PageRange | None:
        """The printed pages of the characters `start` to `end`.

        Where only the notice's first page is known, that, without an end; None for no page.
        """
        known = _range(self.printed, start, end)
        if known is None and self.begins is not None:
            return PageRange(self.begins, None)
        return known

    def file_range(self, start: int, end: int) -> PageRange | None:
        """The pages of the file, counted from 1, of the characters `start` to `end`."""
        return _range(self.file, start, end)

    def printed_at(self, page: int) -> int | None:
        """The offset where a printed page begins (or goes on) in the notice; None for nowhere."""
        found = _start_of(self.printed, page)
        return 0 if found is None and page == self.begins else found

    def file_at(self, page: int) -> int | None:
        """The offset where a page of the file begins (or goes on); None for nowhere."""
        return _start_of(self.file, page)


def _range(starts: Starts, start: int, end: int) -> PageRange | None:
    offsets = [offset for offset, _ in starts]
    first = bisect_right(offsets, start) - 1
    last = bisect_right(offsets, max(end - 1, start)) - 1
    pages = [page for _, page in starts[max(first, 0) : last + 1]]
    if first < 0 or not pages:
        return None
    known = [page for page in pages if page is not None]
    if len(known) < len(pages) or known != sorted(known):
        return None
    return PageRange(known[0], known[-1])


def _start_of(starts: Starts, page: int) -> int | None:
    return next((offset for offset, known in starts if known == page), None)


@dataclass(frozen=True, slots=True)
class SourcePages:
    """What a source tells of pages: for its lines (from 1), where known."""

    printed: Mapping[int, int] = field(default_factory=dict[int, int])
    file: Mapping[int, int] = field(default_factory=dict[int, int])


def notice_pages(
    notices: Sequence[Notice],
    source: SourceText,
    furniture: Iterable[Furniture] = (),
    contents: Sequence[ContentsEntry] = (),
) -> list[NoticePages]:
    """The pages of notices of one source, in reading order.

    `furniture` and `contents` are those of this source, as recognised.
    """
    begins = _begins(notices, contents)
    numbers = _page_numbers(source, furniture)
    told = SourcePages(
        _printed_by_file(source, numbers)
        if any(hint and hint.page for hint in source.hints)
        else _printed_by_lines(numbers, notices, begins),
        {at: hint.page for at, hint in enumerate(source.hints, 1) if hint and hint.page},
    )
    found = [_pages_of(notice, source, told) for notice in notices]
    return [
        _with_contents(pages, begin, following)
        for pages, begin, following in zip(found, begins, [*begins[1:], None], strict=True)
    ]


# ---------------------------------------------------------------- the printed contents


def _begins(notices: Sequence[Notice], contents: Sequence[ContentsEntry]) -> list[int | None]:
    """The page of each notice in the contents; pages that fall back and forth are none."""
    pages = [
        contents[notice.contents_index].page
        if notice.contents_index is not None and notice.contents_index < len(contents)
        else None
        for notice in notices
    ]
    known = [(at, page) for at, page in enumerate(pages) if page is not None]
    for place, (at, page) in enumerate(known):
        before = known[place - 1][1] if place else page
        after = known[place + 1][1] if place + 1 < len(known) else page
        if not before <= page <= after:
            pages[at] = None
    return pages


def _with_contents(pages: NoticePages, begin: int | None, following: int | None) -> NoticePages:
    """Take the contents' page, unless the numbers on the pages themselves say another.

    A notice whose successor begins on the same page stands on this page whole.
    """
    told = [page for _, page in pages.printed if page is not None]
    first = pages.printed[0][1] if pages.printed else None
    if begin is None or first not in (None, begin) or min(told, default=begin) < begin:
        return pages
    if not told and begin == following:
        return replace(pages, printed=((0, begin),), begins=begin)
    return replace(pages, begins=begin)


# ---------------------------------------------------------------- printed page numbers


def _page_numbers(source: SourceText, furniture: Iterable[Furniture]) -> list[tuple[int, int]]:
    """The lines that are page numbers, and the numbers, in the order of the lines."""
    lines = {item.line for item in furniture if item.why == _PAGE_NUMBER}
    lines |= {
        at for at, hint in enumerate(source.hints, 1) if hint and hint.furniture == _PAGE_NUMBER
    }
    found: list[tuple[int, int]] = []
    for line in sorted(lines):
        figure = _FIGURE.search(fold(squeeze(source.lines[line - 1])))
        if figure:
            found.append((line, int(figure.group())))
    return found


def _printed_by_file(source: SourceText, numbers: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Printed pages of lines whose page of the file is known: each has one number, or none.

    A page without a number counts on where those before and after it agree.
    """
    seen: dict[int, set[int]] = {}
    for line, number in numbers:
        hint = source.hints[line - 1]
        if hint is not None and hint.page:
            seen.setdefault(hint.page, set()).add(number)
    single = {page: min(found) for page, found in seen.items() if len(found) == 1}
    shifts = [number - page for page, number in single.items()]
    agreed = {
        page: number
        for page, number in single.items()
        if len(single) == 1 or shifts.count(number - page) > 1
    }
    numbered = sorted(agreed)
    for page, following in zip(numbered, numbered[1:], strict=False):
        shift = agreed[page] - page
        if agreed[following] - following == shift:
            agreed |= {between: between + shift for between in range(page + 1, following)}
    return {
        at: agreed[hint.page]
        for at, hint in enumerate(source.hints, 1)
        if hint and hint.page in agreed
    }


def _printed_by_lines(
    numbers: Sequence[tuple[int, int]], notices: Sequence[Notice], begins: Sequence[int | None]
) -> dict[int, int]:
    """Printed pages of the lines between page numbers that count on.

    Whether the numbers stand at the foot or at the head of their pages must be certain.
    """
    foot, head = dict(_between(numbers, foot=True)), dict(_between(numbers, foot=False))
    known = [
        (notice.start_line, page)
        for notice, page in zip(notices, begins, strict=True)
        if page is not None
    ]
    first, last = numbers[0][0] if numbers else 0, numbers[-1][0] if numbers else 0
    before = any(notice.start_line < first for notice in notices)
    behind = any(notice.end_line > last for notice in notices)
    of_foot, of_head = _votes(foot, known), _votes(head, known)
    for pages, own, other, shape in (
        (foot, of_foot, of_head, (True, False)),
        (head, of_head, of_foot, (False, True)),
    ):
        agreed = own.agreeing and not own.against and not other.agreeing
        if agreed or (own == other == _Votes() and shape == (before, behind)):
            return pages
    return {}


@dataclass(frozen=True, slots=True)
class _Votes:
    """How many of the contents' pages agree with those of the lines, and how many do not."""

    agreeing: int = 0
    against: int = 0


def _votes(pages: Mapping[int, int], known: Iterable[tuple[int, int]]) -> _Votes:
    told = [(pages[line], page) for line, page in known if line in pages]
    agreeing = sum(1 for one, other in told if one == other)
    return _Votes(agreeing, len(told) - agreeing)


def _between(numbers: Sequence[tuple[int, int]], *, foot: bool) -> Iterator[tuple[int, int]]:
    """Lines and their pages, where two numbers follow each other; before a 1 at the foot too."""
    if foot and numbers and numbers[0][1] == 1:
        yield from ((line, 1) for line in range(1, numbers[0][0]))
    for (line, number), (following, next_number) in zip(numbers, numbers[1:], strict=False):
        if next_number == number + 1:
            page = next_number if foot else number
            yield from ((at, page) for at in range(line + 1, following))


# ---------------------------------------------------------------- from lines to offsets


def _pages_of(notice: Notice, source: SourceText, told: SourcePages) -> NoticePages:
    return NoticePages(
        tuple(_starts(notice, source, told.printed)), tuple(_starts(notice, source, told.file))
    )


def _starts(
    notice: Notice, source: SourceText, pages: Mapping[int, int]
) -> Iterator[tuple[int, int | None]]:
    """Where the page changes in the notice's text; nothing at all where no page is known."""
    if not any(line in pages for line in range(notice.start_line, notice.end_line + 1)):
        return
    offset, shown = 0, -1  # no page
    for block in notice.blocks:
        for at, page in _block_starts(block, source, pages):
            if page != shown:
                yield offset + at, page
                shown = page
        offset += len(block.text) + 1


def _block_starts(
    block: Block, source: SourceText, pages: Mapping[int, int]
) -> list[tuple[int, int | None]]:
    """The pages of one block, by offsets in it: one, or those of its lines where it is cut."""
    first, last = pages.get(block.lines[0]), pages.get(block.lines[1])
    if first == last:
        return [(0, first)]
    starts: list[tuple[int, int | None]] = []
    places = [at for at, character in enumerate(block.text) if character.isalnum()]
    text = "".join(block.text[at] for at in places)
    read = 0
    for line in range(block.lines[0], block.lines[1] + 1):
        words = "".join(filter(str.isalnum, source.lines[line - 1]))
        if not words or not text.startswith(words, read):
            continue
        page = pages.get(line)
        if not starts or starts[-1][1] != page:
            starts.append((places[read] if starts else 0, page))
        read += len(words)
    return starts if read == len(text) and starts else [(0, None)]
