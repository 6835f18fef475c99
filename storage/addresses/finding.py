"""From what was typed to the places of a notice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from storage.addresses.book import CLAUSE, LISTED, PART, Book, Entry
from storage.addresses.typed import DocumentNumber, Step, read_steps
from storage.text import fold, squeeze, squeeze_with_offsets

MOST = 60
"""Places that one address may have; a list of more helps nobody."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place to go to: the characters `start` to `end`, its words, and the heads above it.

    `listed`: an attachment that the notice only names; the place is that of its name.
    """

    start: int
    end: int
    words: str
    path: str = ""
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """The places of an address, the best first.

    Where it has none: `under` are the words of the last head on the way that is there ("" where
    the first is missing already), `last` those of the last one of the wanted form, if any.
    """

    places: tuple[Place, ...]
    is_address: bool = False
    under: str = ""
    last: str = ""


def find_places(book: Book, typed: str, near: int = 0) -> Answer:
    """The places that an address or the words of a head mean, those about offset `near` first."""
    steps = read_steps(typed)
    if not steps:
        return Answer(_by_words(book, typed))
    found = _by_steps(book, steps, near)
    if found:
        return Answer(tuple(_place(book, at) for at in found[:MOST]), is_address=True)
    by_words = _by_words(book, typed)
    under, last = _what_is_missing(book, steps, near)
    return Answer(by_words, is_address=True, under=under, last=last)


def _by_steps(book: Book, steps: Sequence[Step], near: int) -> list[int]:
    """The entries that end an address; only those of the likeliest reading, and the next one's."""
    here = book.at(near)
    around = {here, *book.chain(here)} if here >= 0 else set[int]()
    scored: list[tuple[int, int, int]] = []
    for at, entry in enumerate(book.entries):
        score = _score(book, at, entry, steps)
        if score is not None:
            common = len(around.intersection((at, *book.chain(at))))
            scored.append((score, -common, at))
    if not scored:
        return []
    best = min(scored)[0]
    return [at for _, _, at in sorted(one for one in scored if one[0] <= best + 1)]


def _score(book: Book, at: int, entry: Entry, steps: Sequence[Step]) -> int | None:
    """How far an entry is from what the steps say most likely; None where it is none of it."""
    score = _tier(entry, steps[-1])
    if score is None:
        return None
    waiting = list(steps[:-1])
    gap = 0
    for above in book.chain(at):
        if not waiting:
            break
        tier = _tier(book.entries[above], waiting[-1])
        if tier is not None:
            score += tier + gap
            gap = 0
            waiting.pop()
        elif book.entries[above].form != CLAUSE:
            gap += 1
    return None if waiting else score


def _tier(entry: Entry, step: Step) -> int | None:
    """Which of a step's forms an entry has, counted from the likeliest; None for none."""
    for tier, forms in enumerate(step.forms):
        if PART in forms and entry.form in (PART, LISTED):
            return tier if step.value in ((), entry.value) and entry.value else None
        if entry.form in forms:
            return tier if entry.value == step.value else None
    return None


def _what_is_missing(book: Book, steps: Sequence[Step], near: int) -> tuple[str, str]:
    """The last head on the way that is there, and the last entry of the first missing form."""
    there = -1
    for count in range(1, len(steps)):
        found = _by_steps(book, steps[:count], near)
        if not found:
            return _words(book, there), _last_of(book, steps[count - 1], there)
        there = found[0]
    return _words(book, there), _last_of(book, steps[-1], there)


def _words(book: Book, at: int) -> str:
    return book.entries[at].words if at >= 0 else ""


def _last_of(book: Book, step: Step, under: int) -> str:
    """The entry with the greatest number of a step's likeliest form, under an entry or anywhere."""
    forms = set(step.forms[0])
    if PART in forms:
        forms.add(LISTED)
    found = [
        entry
        for at, entry in enumerate(book.entries)
        if entry.form in forms and entry.value and (under < 0 or under in book.chain(at))
    ]
    return max(found, key=lambda entry: entry.value).words if found else ""


def _place(book: Book, at: int) -> Place:
    entry = book.entries[at]
    return Place(entry.start, entry.end, entry.words, book.path(at), entry.form == LISTED)


def _by_words(book: Book, typed: str) -> tuple[Place, ...]:
    """The heads and parts that hold all of the words; those that begin with them first."""
    wanted = [fold(word) for word in typed.split()]
    if not wanted:
        return ()
    found: list[tuple[int, int]] = []
    for at, entry in enumerate(book.entries):
        if not entry.is_head:
            continue
        words = fold(squeeze(book.text[entry.start : entry.end]))
        if all(word in words for word in wanted):
            found.append((words.index(wanted[0]), at))
    return tuple(_place(book, at) for _, at in sorted(found)[:MOST])


def cited_places(text: str, number: DocumentNumber, most: int = 5) -> tuple[Place, ...]:
    """Where a notice's text names a document number, with the words around it."""
    squeezed = squeeze_with_offsets(text, folded=True)
    found: list[Place] = []
    for opening, closing in ("[]", "()"):
        wanted = f"{number.code}{opening}{number.year}{closing}{number.count}号"
        at = squeezed.text.find(wanted)
        while at >= 0 and len(found) < most:
            start, end = squeezed.source_span(at, at + len(wanted))
            around = text[max(0, start - 16) : end + 8]
            found.append(Place(start, end, " ".join(around.split())))
            at = squeezed.text.find(wanted, at + 1)
    return tuple(sorted(found, key=lambda place: place.start))
