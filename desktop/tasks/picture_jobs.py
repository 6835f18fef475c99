"""The jobs of the process that shows pages of PDF sources: one document is kept open. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from desktop.tasks.opening import open_library
from storage.errors import UserFault
from storage.types.proofreading import PagePicture, PageRectangle


class _Open:
    """The document that was asked for last."""

    key: object = None
    document: Any = None
    stack = ExitStack()


def _document(library: str, cache: str, dictionary: str, source: int) -> Any:
    """The document of a kept source. Raises UserFault: page-not-kept, source-damaged …"""
    from storage.sources.content import Content
    from storage.sources.pdf.document import open_pdf

    key = library, source
    if _Open.key != key:
        _let_go()
        with open_library(library, cache, dictionary) as opened:
            data = opened.source_file(source)
        if data is None:
            raise UserFault("page-not-kept")
        _Open.document = _Open.stack.enter_context(open_pdf(Content("PDF", held=data)))
        _Open.key = key
    return _Open.document


def _let_go() -> None:
    _Open.key = _Open.document = None
    _Open.stack.close()


def page_picture(
    library: str, cache: str, dictionary: str, source: int, page: int, width: int
) -> PagePicture:
    """A page of a kept source as a picture so many pixels wide."""
    from storage.sources.pdf.picture import page_picture as render

    return render(_document(library, cache, dictionary, source), page, width)


def page_places(
    library: str,
    cache: str,
    dictionary: str,
    source: int,
    page: int,
    lines: list[str],
    around: tuple[str, str],
) -> list[PageRectangle]:
    """Where some lines of a kept source stand on a page."""
    from storage.sources.pdf.picture import places_of_lines

    document = _document(library, cache, dictionary, source)
    return places_of_lines(document, page, lines, around)


def line_at(
    library: str,
    cache: str,
    dictionary: str,
    source: int,
    page: int,
    place: tuple[float, float],
    lines: list[str],
) -> int | None:
    """Which of the lines of a page of a kept source stands at a place of it."""
    from storage.sources.pdf.picture import line_at as find

    return find(_document(library, cache, dictionary, source), page, place, lines)


PICTURE_JOBS: dict[str, Callable[..., Any]] = {
    "picture": page_picture,
    "places": page_places,
    "line-at": line_at,
}
