"""Which units of two notices belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from storage.comparing.units import Unit

_ALIKE = 0.5
_CONTAINED = 0.8
_LEAST_CONTAINED = 10
"""Characters a paragraph must have to count as found again inside a longer one."""
_MOVED = 0.7
_LEAST_MOVED = 8
_PART = 0.7
"""The share of a paragraph that another lacks, to count as a piece that was cut off from it."""
# A notice has one of each: they belong together whatever they say.
_ROLES = ("title", "number", "addressees", "signature", "date", "signer", "secrecy", "urgency") + (
    "copies_to",
    "printed_by",
)


@dataclass(frozen=True, slots=True)
class Group:
    """Units that belong together: `left` and `right` are ranges of indexes, both non-empty.

    Mostly one unit each; more where a paragraph of one side is cut in two on the other.
    """

    left: range
    right: range
    moved: bool = False


def pair_units(left: Sequence[Unit], right: Sequence[Unit]) -> list[Group]:
    """The groups in reading order of the left side, the moved ones behind; each unit in one
    group at most.
    """
    known = _chain(_certain(left, right))
    for loose in (False, True):
        known = _fill_gaps(left, right, known, loose=loose)
    groups = [Group(range(one, one + 1), range(other, other + 1)) for one, other in known]
    groups = _with_pieces(left, right, groups)
    return groups + _moved(left, right, groups)


# ---------------------------------------------------------------- the heaviest chain

# Left index, right index, weight
Candidate = tuple[int, int, float]


def _chain(candidates: Iterable[Candidate]) -> list[tuple[int, int]]:
    """The heaviest row of candidates in which both indexes rise."""
    ordered = sorted(candidates, key=lambda one: (one[0], -one[1]))
    places = sorted({other for _, other, _ in ordered})
    rank = {place: at + 1 for at, place in enumerate(places)}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)
    before: list[int] = []
    for at, (_, other, weight) in enumerate(ordered):
        total, last = 0.0, -1
        node = rank[other] - 1
        while node:  # a tree of prefix maxima
            if best[node][0] > total:
                total, last = best[node]
            node -= node & -node
        before.append(last)
        node = rank[other]
        while node < len(best):
            if total + weight > best[node][0]:
                best[node] = (total + weight, at)
            node += node & -node
    end = max(best, default=(0.0, -1))[1]
    chain: list[tuple[int, int]] = []
    while end >= 0:
        chain.append(ordered[end][:2])
        end = before[end]
    return chain[::-1]


# ---------------------------------------------------------------- how alike


def _alike(left: Unit, right: Unit, shared: int) -> bool:
    """Whether so many shared pairs of characters make two units the same paragraph."""
    least, most = sorted((len(left.grams), len(right.grams)))
    contained = least >= _LEAST_CONTAINED and shared >= _CONTAINED * least
    return contained or 2 * shared >= _ALIKE * (least + most)


def _weight(left: Unit, right: Unit, shared: float) -> float:
    return shared + 0.5 * (left.label == right.label) + 0.5 * (left.kind == right.kind)


def _certain(left: Sequence[Unit], right: Sequence[Unit]) -> list[Candidate]:
    """Units with the same words, and likenesses of those that have no such one."""
    places: dict[str, list[int]] = {}
    for at, unit in enumerate(right):
        places.setdefault(unit.body, []).append(at)
    bodies = Counter(unit.body for unit in left)
    found = [
        (at, other, _weight(unit, right[other], len(unit.body)))
        for at, unit in enumerate(left)
        for other in places.get(unit.body, ())
    ]
    alone = [at for at, unit in enumerate(left) if unit.body not in places]
    others = [at for at, unit in enumerate(right) if unit.body not in bodies]
    return found + _likenesses(left, right, alone, others)


def _likenesses(
    left: Sequence[Unit], right: Sequence[Unit], lefts: Iterable[int], rights: Iterable[int]
) -> list[Candidate]:
    """The units that are alike; only those are compared that share anything."""
    holders: dict[str, list[int]] = {}
    for other in rights:
        for gram in right[other].grams:
            holders.setdefault(gram, []).append(other)
    found: list[Candidate] = []
    for at in lefts:
        counts = Counter[int]()
        for gram in left[at].grams:
            counts.update(holders.get(gram, ()))
        found += (
            (at, other, _weight(left[at], right[other], shared))
            for other, shared in counts.items()
            if _alike(left[at], right[other], shared)
        )
    return found


def _fill_gaps(
    left: Sequence[Unit], right: Sequence[Unit], known: list[tuple[int, int]], *, loose: bool
) -> list[tuple[int, int]]:
    """Pair what lies unpaired between two pairs; `loose` takes the same number or role as sign."""
    found: list[tuple[int, int]] = []
    start = (0, 0)
    for pair in [*known, (len(left), len(right))]:
        lefts, rights = range(start[0], pair[0]), range(start[1], pair[1])
        if lefts and rights:
            candidates = (
                [
                    (at, other, 1.0)
                    for at in lefts
                    for other in rights
                    if _same_place(left[at], right[other])
                ]
                if loose
                else _likenesses(left, right, lefts, rights)
            )
            found += _chain(candidates)
        found.append(pair)
        start = (pair[0] + 1, pair[1] + 1)
    return found[:-1]


def _same_place(left: Unit, right: Unit) -> bool:
    if left.kind in _ROLES or right.kind in _ROLES:
        return left.kind == right.kind
    return bool(left.label) and left.label == right.label


# ---------------------------------------------------------------- pieces, and what moved


def _with_pieces(left: Sequence[Unit], right: Sequence[Unit], groups: list[Group]) -> list[Group]:
    """Add to a group the unpaired unit beside it that was cut off from the other side's text."""
    found: list[Group] = []
    for at, group in enumerate(groups):
        start = (found[-1].left.stop, found[-1].right.stop) if found else (0, 0)
        end = groups[at + 1] if at + 1 < len(groups) else None
        stop = (end.left.start, end.right.start) if end else (len(left), len(right))
        lefts = _grow(left, right, group.left, group.right, (start[0], stop[0]))
        rights = _grow(right, left, group.right, lefts, (start[1], stop[1]))
        found.append(Group(lefts, rights))
    return found


def _grow(
    units: Sequence[Unit],
    others: Sequence[Unit],
    own: range,
    counterpart: range,
    room: range | tuple[int, int],
) -> range:
    lacking = _grams(others, counterpart) - _grams(units, own)
    first, last = own.start, own.stop
    while last < room[1] and _is_piece(units[last], lacking):
        last += 1
    while first > room[0] and _is_piece(units[first - 1], lacking):
        first -= 1
    return range(first, last)


def _grams(units: Sequence[Unit], places: range) -> frozenset[str]:
    return frozenset[str]().union(*(units[at].grams for at in places))


def _is_piece(unit: Unit, lacking: frozenset[str]) -> bool:
    return len(unit.grams & lacking) >= max(_PART * len(unit.grams), 2)


def _moved(left: Sequence[Unit], right: Sequence[Unit], groups: list[Group]) -> list[Group]:
    """Pair what is left over and stands somewhere else on the other side."""
    taken = {at for group in groups for at in group.left}
    taken_right = {at for group in groups for at in group.right}
    lefts = [
        at for at, unit in enumerate(left) if at not in taken and len(unit.body) >= _LEAST_MOVED
    ]
    rights = [
        at
        for at, unit in enumerate(right)
        if at not in taken_right and len(unit.body) >= _LEAST_MOVED
    ]
    found: list[Group] = []
    likeliest = sorted(_likenesses(left, right, lefts, rights), key=lambda one: -one[2])
    for at, other, _ in likeliest:
        one, two = left[at].grams, right[other].grams
        if 2 * len(one & two) < _MOVED * (len(one) + len(two)):
            continue
        if at not in taken and other not in taken_right:
            taken.add(at)
            taken_right.add(other)
            found.append(Group(range(at, at + 1), range(other, other + 1), moved=True))
    return sorted(found, key=lambda group: group.left.start)
