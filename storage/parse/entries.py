"""One entry of a table of contents taken apart: title, number, page."""

from __future__ import annotations

from collections.abc import Sequence

from storage.parse import patterns
from storage.parse.lines import Line
from storage.text import fold, normal_number, squeeze
from storage.types import ContentsEntry

_LEADERS = ".…·・-—_ "


def read_entry(lines: Sequence[Line], section: str | None) -> ContentsEntry | None:
    """Read the lines of an entry; None where nothing is left of it without its page."""
    rest, page = _without_page(lines)
    number, rest = _without_number(rest)
    title = rest.rstrip("(（").lstrip("-·•*").rstrip(_LEADERS)
    return ContentsEntry(section, title, number, page) if len(title) >= 2 else None


def _without_page(lines: Sequence[Line]) -> tuple[str, int | None]:
    """The squeezed words without dots and page, and the page: behind them, or in front."""
    first = patterns.PAGE_FIRST.match(lines[0].text)
    words = [lines[0].text[first.end() :] if first else lines[0].text]
    words += [line.text for line in lines[1:]]
    squeezed = squeeze("".join(words))
    if first:
        return squeezed, int(fold(first.group(1)))
    found = patterns.CONTENTS_PAGE.search(fold(squeezed))
    if found is None:
        return squeezed, None
    return squeezed[: found.start()].rstrip(_LEADERS), int(found.group(1))


def _without_number(rest: str) -> tuple[str | None, str]:
    """The number, in brackets or bare behind the title, and what stands before it."""
    found = patterns.ENTRY_NUMBER.search(fold(rest))
    if found:
        return normal_number(rest[found.start(1) : found.end(1)]), rest[: found.start()]
    led = patterns.LED_NUMBER.search(fold(rest))
    if led:
        return normal_number(rest[led.start(1) : led.end(1)]), rest[: led.start()]
    bare = patterns.BARE_ENTRY_NUMBER.search(fold(rest))
    if bare:
        return normal_number(rest[bare.start(1) : bare.end(1)]), rest[: bare.start(1)]
    return None, rest
