"""`antou mark`: highlight the place of a quotation in a notice."""

from __future__ import annotations

from storage.cli.describe import one_line
from storage.cli.session import FINE, NOTHING, Session
from storage.errors import UserFault
from storage.text import fold, squeeze, squeeze_with_offsets

_AROUND = 15


def mark_quote(
    session: Session, key: str, quote: str, style: str, note: str, occurrence: int | None
) -> int:
    """Mark the quote's only occurrence, or the chosen one; white space doesn't count."""
    with session.open_library() as library:
        summary = session.one_notice(library, key)
        if summary is None:
            return NOTHING
        text = library.notice(summary.uuid).notice.text
        places = find_quote(text, quote)
        chosen = _chosen(session, text, quote, places, occurrence)
        if chosen is None:
            return NOTHING
        start, end = chosen
        mark = library.new_mark(summary.uuid, start, end, style, note, quote=text[start:end])
    session.say(
        "cli-marked",
        quote=one_line(mark.quote),
        style=session.words.say(f"cli-style-{style}"),
        title=one_line(summary.title),
    )
    return FINE


def find_quote(text: str, quote: str) -> list[tuple[int, int]]:
    """Where a quote stands, white space ignored; widths of signs too where it stands nowhere."""
    wanted = squeeze(quote)
    if not wanted:
        raise UserFault("cli-quote-empty")
    return _places(text, wanted, folded=False) or _places(text, fold(wanted), folded=True)


def _places(text: str, wanted: str, *, folded: bool) -> list[tuple[int, int]]:
    squeezed = squeeze_with_offsets(text, folded=folded)
    places: list[tuple[int, int]] = []
    at = squeezed.text.find(wanted)
    while at >= 0:
        places.append(squeezed.source_span(at, at + len(wanted)))
        at = squeezed.text.find(wanted, at + 1)
    return places


def _chosen(
    session: Session,
    text: str,
    quote: str,
    places: list[tuple[int, int]],
    occurrence: int | None,
) -> tuple[int, int] | None:
    if not places:
        session.complain(UserFault("cli-quote-missing", quote=one_line(quote)))
        return None
    if occurrence is not None and occurrence > len(places):
        session.complain(
            UserFault("cli-occurrence-missing", count=len(places), occurrence=occurrence)
        )
        return None
    if occurrence is None and len(places) > 1:
        session.complain(UserFault("cli-quote-several", quote=one_line(quote), count=len(places)))
        for number, place in enumerate(places, start=1):
            session.output.error(f"  {number}. {_context(text, *place)}")
        return None
    return places[(occurrence or 1) - 1]


def _context(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return one_line(f"…{before}【{text[start:end]}】{after}…")
