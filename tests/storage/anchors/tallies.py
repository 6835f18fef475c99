"""How often marks are put back right: python -m tests.storage.anchors.tallies [FIRST [COUNT]].

A mark is *right* where the span it was given and the span where its characters now are have four
fifths of their characters in common; without white space, as everywhere here. Made sure or moved,
it must besides be its own words. A proposal (check) may also be at an equal line beside the right
one: which of such lines is gone cannot be seen.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from storage.anchors import place_marks
from storage.text import Squeezed, squeeze, squeeze_with_offsets
from storage.types import Mark
from tests.shared_texts import gazettes
from tests.storage.anchors.cases import Case, Wanted, case
from tests.storage.anchors.drafts import EDITS

ENOUGH = 0.8


@dataclass
class Tallies:
    """Counts by (kind of edit, whether the old text was known), and what is not allowed.

    The counts' names are what became of the quote (whole, part, gone) and of the mark (moved,
    check, wrong, unplaced).
    """

    counts: defaultdict[tuple[str, bool], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    forbidden: list[str] = field(default_factory=list[str])

    def add(self, one: Case) -> None:
        """Place a case's marks, with the old text and without, and count."""
        marks = [wanted.mark for wanted in one.wanted]
        new = squeeze_with_offsets(one.after.text)
        for before in (one.before.notice, None):
            counts = self.counts[one.kind, before is not None]
            for wanted, placed in zip(
                one.wanted, place_marks(marks, one.after, before), strict=True
            ):
                fate = "whole" if wanted.whole else "part" if wanted.place else "gone"
                result = judged(wanted, placed, new)
                counts[fate] += 1
                counts[f"{fate} {result}"] += 1
                if result == "forbidden":
                    told = f"seed {one.seed} ({one.kind}): {wanted.mark.quote!r} {placed.state}"
                    self.forbidden.append(f"{told} at {placed.start}, right is {wanted.place}")

    def share(self, fates: Sequence[str], known: bool, kinds: Iterable[str]) -> float:
        """The share of marks placed right, of those of some fates in some kinds of edit."""
        counts = sum((self.counts[kind, known] for kind in kinds), Counter[str]())
        right = sum(counts[f"{fate} {how}"] for fate in fates for how in ("moved", "check"))
        return right / max(1, sum(counts[fate] for fate in fates))

    def table(self) -> str:
        """All counts, a line for each kind of edit."""
        lines: list[str] = []
        for known in (True, False):
            lines.append(f"old text {'known' if known else 'not known'}")
            lines.append(
                f"{'':36}quote whole  moved  check  wrong   none  right"
                "   part  right  wrong   none   gone  none  proposed"
            )
            lines += [
                _line(kind, self.counts[kind, known])
                for kind in EDITS
                if (kind, known) in self.counts
            ]
            total = sum((self.counts[kind, known] for kind in EDITS), Counter[str]())
            lines.append(_line("all", total))
        return "\n".join(lines)


def judged(wanted: Wanted, placed: Mark, new: Squeezed) -> str:
    """What became of a mark: moved or check (at the right place), wrong, unplaced, forbidden."""
    if placed.state == "unplaced":
        return "unplaced"
    span = bisect_left(new.offsets, placed.start), bisect_left(new.offsets, placed.end)
    right = wanted.place is not None and _in_common(span, wanted.place) >= ENOUGH
    if placed.state != "check":
        same = new.text[slice(*span)] == squeeze(wanted.mark.quote) == squeeze(placed.quote)
        return "moved" if right and same else "forbidden"
    right = right or any(_in_common(span, twin) >= ENOUGH for twin in wanted.twins)
    return "check" if right else "wrong"


def _in_common(one: tuple[int, int], other: tuple[int, int]) -> float:
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, both) / (max(one[1], other[1]) - min(one[0], other[0]))


def _line(name: str, counts: Counter[str]) -> str:
    right = counts["whole moved"] + counts["whole check"]
    share = f"{right / counts['whole']:7.2%}" if counts["whole"] else " " * 7
    proposed = counts["gone check"] + counts["gone wrong"]
    return (
        f"{name:36}{counts['whole']:11}{counts['whole moved']:7}{counts['whole check']:7}"
        f"{counts['whole wrong']:7}{counts['whole unplaced']:7}{share}"
        f"{counts['part']:7}{counts['part check']:7}{counts['part wrong']:7}"
        f"{counts['part unplaced']:7}{counts['gone']:7}{counts['gone unplaced']:6}{proposed:10}"
    )


def main(first: int = 0, count: int = 1000) -> int:
    """Print the figures of some cases; non-zero where a mark was silently put wrong."""
    tallies = Tallies()
    for seed in range(first, first + count):
        tallies.add(case(seed, shared=bool(gazettes())))
    print(tallies.table())
    print("silently wrong:", len(tallies.forbidden), *tallies.forbidden, sep="\n")
    return bool(tallies.forbidden)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
