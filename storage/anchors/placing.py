"""The rule by which marks are put back after their notice's text changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from storage.anchors.ground import Ground
from storage.anchors.marked_text import LONGEST_CONTEXT
from storage.anchors.proposing import propose
from storage.anchors.seeking import CONTEXT, Place, Words
from storage.anchors.telling import Span, followed_from_both_sides, only_place
from storage.text import squeeze
from storage.types import Mark, Notice

# Words with their contexts prove a place only if they are as long as this together.
PROOF = 16
# The share of each context, of 32 characters, that must still be there about a moved mark.
AGREEING = 0.75


def place_mark(mark: Mark, notice: Notice, before: Notice | None = None) -> Mark:
    """Put a mark into its notice's new text; `before` is the text that was there, where known.

    The same squeezed text: the same characters, with the state it had. Else *moved* where just
    the marked words stand, told apart from all others by what was on either side of them. Else
    *check* with a proposal; the mark keeps what was marked: quote, contexts and path. Else
    *unplaced*, with all of that. White space never counts.
    """
    return place_marks([mark], notice, before)[0]


def place_marks(marks: Iterable[Mark], notice: Notice, before: Notice | None = None) -> list[Mark]:
    """Put marks of one notice into its new text, as `place_mark` does."""
    ground = Ground(notice, before)
    return [_place(mark, ground) for mark in marks]


def _place(mark: Mark, ground: Ground) -> Mark:
    if mark.whole_notice:
        return replace(mark, text_hash=ground.hash, state="sure")
    if mark.text_hash == ground.hash:
        return _place_in_same_text(mark, ground)
    if not squeeze(mark.quote):
        return _unplaced(mark)
    own = ground.old_span(mark)
    if own and mark.state != "check" and ground.old[slice(*own)] == squeeze(mark.quote):
        return _follow(mark, ground, own)
    return _seek(mark, ground, own if mark.state == "check" else None)


def _place_in_same_text(mark: Mark, ground: Ground) -> Mark:
    """Only white space can have changed: count the characters before the mark."""
    state = "sure" if mark.state == "unplaced" else mark.state
    own = ground.old_span(mark)
    if ground.is_respaced and own is not None:
        if mark.state == "check":
            return _proposed(mark, ground, own)
        return replace(_moved(mark, ground, own), state=state)
    if mark.state == "check" or _stands(mark, ground.text):
        return replace(mark, state=state)
    if not squeeze(mark.quote):
        return _unplaced(mark)
    sought = _seek(mark, ground, None)
    return replace(sought, state=state) if sought.state == "moved" else sought


def _stands(mark: Mark, text: str) -> bool:
    """Whether the words and all about them are where the mark says, to the character."""
    first = max(0, mark.start - len(mark.prefix))
    return text.startswith(mark.prefix + mark.quote + mark.suffix, first)


# ---------------------------------------------------------------- where the old text is known


def _follow(mark: Mark, ground: Ground, own: Span) -> Mark:
    """Put a mark back that stood at a span of the text before."""
    at = _proven(ground, own)
    if at is not None:
        return _moved(mark, ground, (at, at + own[1] - own[0]))
    words = ground.old_words(own, mark.path)
    found = propose(mark, words, ground, own, _followed(words, ground, own))
    return _proposed(mark, ground, found) if found else _unplaced(mark)


def _proven(ground: Ground, own: Span) -> int | None:
    """Where the words certainly start: told apart, with all or most of what was about them."""
    old, new, (start, end) = ground.old, ground.new, own
    first, last = max(0, start - CONTEXT), min(len(old), end + CONTEXT)
    at = followed_from_both_sides(old, own, new) if last - first >= PROOF else None
    if at is None or new.startswith(old[first:last], at - start + first):
        return at
    between_the_same = (
        ground.alignment.unbroken(start, end) == at
        and ground.alignment.share_kept(first, start) >= AGREEING
        and ground.alignment.share_kept(end, last) >= AGREEING
    )
    return at if between_the_same else None


def _followed(words: Words, ground: Ground, own: Span) -> Place | None:
    """What both texts side by side say became of the words.

    A context agrees also where some of it was deleted and nothing put in.
    """
    alignment = ground.alignment
    span = alignment.span(*own)
    if span is None:
        return None
    start, end = ground.seeker.exact_near(words.quote, *span) or span
    known_before = alignment.share_known(max(0, start - CONTEXT), start, own)
    known_after = alignment.share_known(end, min(len(ground.new), end + CONTEXT), own)
    return ground.seeker.place(words, start, end).agreeing(known_before, known_after)


# ---------------------------------------------------------------- where only the mark is known


def _seek(mark: Mark, ground: Ground, own: Span | None) -> Mark:
    """Put a mark back by what it keeps itself; `own` is what was proposed in the text before.

    That proposal stays where there is no better place and its words are the same.
    """
    prefix, suffix = squeeze(mark.prefix), squeeze(mark.suffix)
    words = Words(squeeze(mark.quote), prefix[-CONTEXT:], suffix[:CONTEXT], mark.path)
    found = _told_apart(words.quote, prefix, suffix, ground.new)
    if found is not None:
        return _moved(mark, ground, found)
    span = ground.alignment.span(*own) if own else None
    followed = ground.seeker.place(words, *span) if span else None
    proposal = propose(mark, words, ground, own, followed)
    if proposal is None and span and own and ground.alignment.unbroken(*own) is not None:
        proposal = span
    return _proposed(mark, ground, proposal) if proposal else _unplaced(mark)


def _told_apart(quote: str, prefix: str, suffix: str, new: str) -> Span | None:
    """Where words stand with all that a mark keeps of what was about them.

    A new mark keeps enough to be told from all others of its text from either side, or, where
    that is too much, as much as it may.
    """
    too_much = max(len(prefix), len(suffix)) >= LONGEST_CONTEXT
    if too_much or len(prefix + quote + suffix) < PROOF:
        return None
    left, right = only_place(new, prefix + quote), only_place(new, quote + suffix)
    if left is None or right is None or left + len(prefix) != right:
        return None
    return right, right + len(quote)


# ---------------------------------------------------------------- what becomes of the mark


def _moved(mark: Mark, ground: Ground, place: Span) -> Mark:
    """The mark at its words, with all that describes the place taken from there."""
    start, end = ground.squeezed.source_span(*place)
    stays = (start, end) == (mark.start, mark.end) and mark.state in ("sure", "moved")
    return replace(mark, **ground.place(start, end), state=mark.state if stays else "moved")


def _proposed(mark: Mark, ground: Ground, place: Span) -> Mark:
    """The mark with a place to be checked, and with what was marked."""
    start, end = ground.squeezed.source_span(*place)
    return replace(mark, start=start, end=end, text_hash=ground.hash, state="check")


def _unplaced(mark: Mark) -> Mark:
    """The mark without a place; a text in which it was only proposed is forgotten."""
    known = "" if mark.state == "check" else mark.text_hash
    return replace(mark, text_hash=known, state="unplaced")
