"""What a comparison finds. All spans are (start, end) in characters of the notices' texts."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

Place = tuple[int, int]
LEFT, RIGHT = 0, 1


@dataclass(frozen=True, slots=True)
class WordChange:
    """A place that differs: what stands left is gone, what stands right is new.

    Either span may be empty; it then says where the other one's words would stand. `kind` is
    "words", or "number" where only the paragraph's own number is another (第五条, now 第六条).
    """

    left: Place
    right: Place
    kind: str = "words"

    def span(self, side: int) -> Place:
        """The span of a side."""
        return self.right if side == RIGHT else self.left


@dataclass(frozen=True, slots=True)
class Pair:
    """Paragraphs (or rows of a table) that belong together.

    `kind`: same · renumbered (only its number differs) · changed · moved (it stands elsewhere,
    perhaps changed) · removed (only left) · added (only right) · amended (left the article, right
    the sentence that amends it). Of removed and added the other span is empty.
    """

    kind: str
    left: Place
    right: Place
    edits: tuple[WordChange, ...] = ()

    def span(self, side: int) -> Place:
        """The span of a side."""
        return self.right if side == RIGHT else self.left


@dataclass(frozen=True, slots=True)
class Difference:
    """A place to go to: a changed paragraph, or a run of paragraphs that only one side has."""

    kind: str
    left: Place
    right: Place

    def span(self, side: int) -> Place:
        """The span of a side."""
        return self.right if side == RIGHT else self.left


@dataclass(frozen=True)
class Comparison:
    """Two texts compared: their pairs, in reading order of the left text and then of the right.

    `amending` says that one amends the other: the pairs are then only what the decision says,
    `amending` being the side (LEFT or RIGHT) on which it stands.
    """

    pairs: tuple[Pair, ...] = ()
    amending: int | None = None

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """The places that differ; those of which only the number changed are none."""
        found: list[Difference] = []
        joined: str = ""
        for pair in self.pairs:
            if pair.kind in ("same", "renumbered"):
                joined = ""
                continue
            if pair.kind == joined:
                last = found.pop()
                left = _around(last.left, pair.left)
                found.append(Difference(pair.kind, left, _around(last.right, pair.right)))
            else:
                found.append(Difference(pair.kind, pair.left, pair.right))
            joined = pair.kind if pair.kind in ("removed", "added") else ""
        return tuple(found)

    @property
    def common(self) -> float:
        """The share of the left text, 0 to 1, that stands in paragraphs which the right one has."""
        sizes = [(pair.kind, pair.left[1] - pair.left[0]) for pair in self.pairs]
        whole = sum(size for _, size in sizes)
        return sum(size for kind, size in sizes if kind != "removed") / whole if whole else 1.0

    def spans(self, side: int, kind: str = "words") -> list[Place]:
        """The non-empty spans of a side that differ in a way: "words" or "number"."""
        found = (edit.span(side) for pair in self.pairs for edit in pair.edits if edit.kind == kind)
        return sorted({span for span in found if span[0] < span[1]})

    def counterpart(self, side: int, offset: int) -> int | None:
        """Where the other side has what stands at an offset of this side; None: nowhere."""
        if self.amending is not None:
            return self._amended_counterpart(side, offset)
        ways = self._ways[side]
        at = bisect_right(ways, (offset, len(ways) and ways[-1][1] + 1)) - 1
        if at < 0:
            return 0
        here, there = ways[at]
        if at + 1 == len(ways):
            return there
        next_here, next_there = ways[at + 1]
        if next_here == here:
            return there
        return there + round((offset - here) * (next_there - there) / (next_here - here))

    def _amended_counterpart(self, side: int, offset: int) -> int | None:
        for pair in self.pairs:
            here, there = pair.span(side), pair.span(1 - side)
            if here[0] <= offset < max(here[1], here[0] + 1):
                return there[0]
        return None

    @cached_property
    def _ways(self) -> tuple[list[Place], list[Place]]:
        """For each side the fixed points, (offset here, offset there), both rising."""
        ways: list[Place] = [(0, 0)]
        for pair in self.pairs:
            if pair.kind in ("same", "renumbered", "changed"):
                points = [(pair.left[0], pair.right[0])]
                for edit in pair.edits:
                    points += [(edit.left[0], edit.right[0]), (edit.left[1], edit.right[1])]
                ways += [*points, (pair.left[1], pair.right[1])]
        return ways, [(there, here) for here, there in ways]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A notice that is likely to be read beside another, and why.

    `reason`: version (the same document elsewhere, or of another year) · amends, repeals,
    supersedes (the other one does so to it) · amended, repealed, superseded (it is done so to
    by the candidate) · similar (only the titles are).
    """

    uuid: str
    reason: str


def _around(one: Place, other: Place) -> Place:
    return min(one[0], other[0]), max(one[1], other[1])
