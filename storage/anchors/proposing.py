"""Which place a doubtful mark is proposed at, if any."""

from __future__ import annotations

from storage.anchors.ground import Ground
from storage.anchors.seeking import Place, Words
from storage.anchors.telling import Span
from storage.types import Mark

# What a place must score, what its words alone, and how far the next best must be behind.
FLOOR = 0.75
WORDS_FLOOR = 0.5
CLEAR = 0.1
SAME_PATH = 0.05
# So many characters, found exactly, are worth a look without what stood about them.
LONG_ENOUGH = 8
# So many, found exactly and once, go before words that are only alike, if those are not alike
# in all.
LONG = 12
ALIKE_IN_ALL = 0.9


def propose(
    mark: Mark, words: Words, ground: Ground, own: Span | None, followed: Place | None
) -> Span | None:
    """The best place for a mark that is good enough to be looked at.

    Where the text before is known, `own` is the mark's span there and `followed` what became of
    it; what was there already and is not the mark's is then no place for it.
    """
    if followed is not None and followed.is_exact and followed.score >= 1 - CLEAR:
        return followed.span
    seeker = ground.seeker
    places = seeker.exact(words)
    if len(words.quote) < LONG_ENOUGH:
        places = [place for place in places if place.score >= FLOOR]
    if followed is not None:
        places = [place for place in places if place.span != followed.span] + [followed]
    if not any(place.score >= 1 - CLEAR for place in places):
        places += [place for place in seeker.alike(words) if not place.is_exact]
    if ground.knows_before and (own or mark.state == "unplaced"):
        places = [
            place
            for place in places
            if place is followed
            or not _is_taken(place, words, ground, own, is_gone=followed is None)
        ]
    best = _Choice(places, mark, words, ground).best()
    return best.span if best else None


def _is_taken(
    place: Place, words: Words, ground: Ground, own: Span | None, *, is_gone: bool
) -> bool:
    """Whether what stands at a place stood in the text before already, and belongs there more.

    Where the mark's own span is gone, what belongs there just as much and read the same leaves
    it the place: of equal rows any may be the one that is gone.
    """
    source = ground.alignment.source(place.start, place.end, own or (0, 0))
    if source is None:
        return False
    other = ground.old_words(source)
    rival = ground.seeker.place(other, *place.span)
    reads_the_same = other.prefix == words.prefix or other.suffix == words.suffix
    leaves_it = is_gone and reads_the_same and rival.score == place.score
    return rival.score >= place.score and not leaves_it


class _Choice:
    """Chooses among places for one mark."""

    def __init__(self, places: list[Place], mark: Mark, words: Words, ground: Ground) -> None:
        self._places = places
        self._mark = mark
        self._words = words
        self._ground = ground

    def best(self) -> Place | None:
        """The place that is good enough and clear of the next best; else None."""
        exact = [place for place in self._places if place.is_exact]
        if len(exact) == 1 and len(self._words.quote) >= LONG:
            self._places = [
                place for place in self._places if place.is_exact or place.score >= ALIKE_IN_ALL
            ]
        if not self._places:
            return None
        top = max(self._merit(place) for place in self._places)
        close = [place for place in self._places if self._merit(place) > top - CLEAR]
        exact_close = [place for place in close if place.is_exact]
        best = self._nearest(exact_close) if exact_close else max(close, key=self._merit)
        if best.score < FLOOR or best.words < WORDS_FLOOR:
            return self._without_context(exact)
        if exact_close or not any(_apart(best, other) for other in close):
            return best
        return None

    def _without_context(self, exact: list[Place]) -> Place | None:
        """A place that only its words speak for: under the same heads, else the only one.

        Where the text before is known, the same words elsewhere are no trace of the mark.
        """
        if len(self._words.quote) < LONG_ENOUGH:
            return None
        here = [place for place in exact if self._is_under_same_heads(place)]
        if here:
            return self._nearest(here) if len(here) == 1 or not self._ground.knows_before else None
        return exact[0] if len(exact) == 1 and not self._ground.knows_before else None

    def _merit(self, place: Place) -> float:
        return place.score + (SAME_PATH if self._is_under_same_heads(place) else 0.0)

    def _is_under_same_heads(self, place: Place) -> bool:
        return self._ground.path_at(place.start) == self._words.path

    def _nearest(self, places: list[Place]) -> Place:
        """Of places as good as each other the one nearest to where the mark stood."""
        offsets = self._ground.squeezed.offsets
        return min(places, key=lambda place: abs(offsets[place.start] - self._mark.start))


def _apart(one: Place, other: Place) -> bool:
    return one.end <= other.start or other.end <= one.start
