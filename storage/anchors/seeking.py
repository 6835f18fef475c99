"""Places in a text where marked words may stand, each with what speaks for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from storage.anchors.alignment import aligned_span, levenshtein
from storage.anchors.telling import Span

CONTEXT = 32
# More places than these of the words alone: only those beside a neighbour that they had.
MANY = 64
NEIGHBOURS = 4
GRAM = 3
# A group of characters that stands at more places than these tells too little.
COMMON = 40
GRAMS_ASKED = 300
BAND = 16
BANDS_TRIED = 3


@dataclass(frozen=True, slots=True)
class Words:
    """What is looked for, without white space: the marked words and what stood about them."""

    quote: str
    prefix: str
    suffix: str
    path: str

    @classmethod
    def at(cls, text: str, span: Span, path: str) -> Words:
        """The words at a span of a text, with what stands about them."""
        start, end = span
        return cls(
            text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], path
        )


@dataclass(frozen=True, slots=True)
class Place:
    """A span of the new text without white space, and how alike words and contexts are, 0 to 1.

    A context is None where there was none: the mark stood at the text's border.
    """

    start: int
    end: int
    words: float
    before: float | None
    after: float | None

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end

    def agreeing(self, before: float, after: float) -> Place:
        """The same span where contexts agree at least so much."""
        return Place(
            self.start,
            self.end,
            self.words,
            None if self.before is None else max(self.before, before),
            None if self.after is None else max(self.after, after),
        )

    @property
    def is_exact(self) -> bool:
        """Whether just the words stand there."""
        return self.words == 1.0

    @property
    def score(self) -> float:
        """How much speaks for the place: the words half, then the better of the contexts.

        Where one side was rewritten, the other still tells; two half-alike sides tell less.
        """
        contexts = sorted(one for one in (self.before, self.after) if one is not None)
        if len(contexts) < 2:
            return (2 * self.words + sum(contexts)) / (2 + len(contexts))
        return (4 * self.words + contexts[0] + 3 * contexts[1]) / 8


class Seeker:
    """Looks for words in one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _grams(self) -> dict[str, list[int]]:
        grams: defaultdict[str, list[int]] = defaultdict(list)
        for at in range(len(self.text) - GRAM + 1):
            grams[self.text[at : at + GRAM]].append(at)
        return grams

    def exact(self, words: Words) -> list[Place]:
        """Where exactly the words stand."""
        starts = _limited(self._find(words.quote))
        if starts is None:
            before, after = words.prefix[-NEIGHBOURS:], words.suffix[:NEIGHBOURS]
            found = [at + len(before) for at in _limited(self._find(before + words.quote)) or ()]
            found += _limited(self._find(words.quote + after)) or ()
            starts = sorted(set(found))
        return [self.place(words, at, at + len(words.quote)) for at in starts]

    def exact_near(self, quote: str, start: int, end: int) -> Span | None:
        """The only place of exactly the words at a span or across one of its borders."""
        first, last = max(0, start - len(quote)), end + len(quote)
        at = self.text.find(quote, first, last)
        if at < 0 or at != self.text.rfind(quote, first, last):
            return None
        return at, at + len(quote)

    def alike(self, words: Words) -> list[Place]:
        """Where words like these stand, in surroundings like these."""
        probe = words.prefix + words.quote + words.suffix
        step = len(probe) // GRAMS_ASKED + 1
        votes: Counter[int] = Counter()
        for at in range(0, len(probe) - GRAM + 1, step):
            places = self._grams.get(probe[at : at + GRAM], ())
            if len(places) <= COMMON:
                votes.update({(place - at) // BAND for place in places})
        bands = Counter({band: votes[band] + votes[band + 1] for band in votes})
        found: dict[Span, Place] = {}
        for band, _ in bands.most_common(BANDS_TRIED):
            span = self._span_near(words, probe, band * BAND)
            if span is not None:
                found[span] = self.place(words, *span)
        return list(found.values())

    def _span_near(self, words: Words, probe: str, start: int) -> Span | None:
        """The words' span where the probe lies at about `start`."""
        room = BAND + len(probe) // 8
        first = max(0, start - room)
        window = self.text[first : start + len(probe) + BAND + room]
        begin = len(words.prefix)
        span = aligned_span(probe, window, begin, begin + len(words.quote))
        return (first + span[0], first + span[1]) if span else None

    def place(self, words: Words, start: int, end: int) -> Place:
        """A span with all that speaks for it."""
        return Place(
            start,
            end,
            _likeness(words.quote, self.text[start:end]),
            self._before(words.prefix, start),
            self._after(words.suffix, end),
        )

    def _before(self, prefix: str, start: int) -> float | None:
        return _likeness(prefix, self.text[max(0, start - len(prefix)) : start]) if prefix else None

    def _after(self, suffix: str, end: int) -> float | None:
        return _likeness(suffix, self.text[end : end + len(suffix)]) if suffix else None

    def _find(self, wanted: str) -> Iterator[int]:
        at = self.text.find(wanted)
        while at >= 0:
            yield at
            at = self.text.find(wanted, at + 1)


def _likeness(one: str, other: str) -> float:
    return 1.0 if one == other else levenshtein().normalized_similarity(one, other)


def _limited(places: Iterator[int]) -> list[int] | None:
    """The places, None where they are too many."""
    found: list[int] = []
    for at in places:
        if len(found) == MANY:
            return None
        found.append(at)
    return found
