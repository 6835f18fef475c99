"""Where the user says that a notice starts, or that none does."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from storage.parse.heads import Head, last_of
from storage.parse.lines import Line
from storage.parse.names import genre_of, number_on, title_like

_MOST_TITLE_LINES = 6
_LONGEST_TITLE_LINE = 60
_MOST_LINES = 14


def put_borders(
    lines: Sequence[Line],
    heads: Sequence[Head],
    starts: Collection[int],
    not_starts: Collection[int],
) -> list[Head]:
    """The heads but those that start at lines of `not_starts`, and one at each of `starts`.

    A head that begins above such a start ends before it.
    """
    kept = [head for head in heads if head.start not in not_starts]
    known = {head.start for head in kept}
    wanted = sorted(at for at in set(starts) - known if 0 < at <= len(lines))
    for at in wanted:
        kept = [head for head in kept if not _lies_in(head, lines, at)]
        kept = [_ended(head, at) if head.start < at <= last_of(head) else head for head in kept]
        kept.append(_head_at(lines, at))
    return sorted(kept, key=lambda head: head.start)


def _lies_in(head: Head, lines: Sequence[Line], at: int) -> bool:
    """A head that was found within the lines of the one that starts here is that one's own."""
    return at < head.start <= last_of(_head_at(lines, at))


def _ended(head: Head, at: int) -> Head:
    number = head.number if head.number is not None and head.number < at else None
    return Head(head.start, [each for each in head.titles if each < at], number)


def _head_at(lines: Sequence[Line], at: int) -> Head:
    """The title and the number of a notice that starts at a line, as far as they can be told."""
    titles: list[int] = []
    number: int | None = None
    joined = ""
    for line in lines[at - 1 : at - 1 + _MOST_LINES]:
        if not line.solid:
            continue
        if number is None and number_on(line):
            number = line.at
            if titles:
                break
        elif titles and genre_of(joined):
            break
        elif title_like(line) and len(titles) < _MOST_TITLE_LINES:
            titles.append(line.at)
            joined += line.key
        else:
            break
    if titles and not genre_of(joined):
        titles = titles[:1]  # where the title ends cannot be told
        number = number if number is not None and number <= titles[0] + 1 else None
    first = lines[at - 1]
    if not titles and number is None and len(first.key) <= _LONGEST_TITLE_LINE:
        titles = [at]
    return Head(at, titles, number)
