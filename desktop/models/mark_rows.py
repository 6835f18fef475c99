"""Rows of the list of marks, and the steps by which some become others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.models.mark_entries import MarkEntry
from storage.types import Mark

_MOST_STEPS = 60


@dataclass(frozen=True, slots=True)
class GroupHead:
    """The head of a group: its words, how many marks it has, whether they are shown below."""

    key: str
    label: str
    count: int
    is_open: bool

    @property
    def name(self) -> str:
        """What the row is found again by."""
        return f"head/{self.key}"


Row = GroupHead | MarkEntry


@dataclass(frozen=True, slots=True)
class Step:
    """From a row on, so many rows go and these come."""

    at: int
    gone: int
    come: list[Row]


def steps_between(old: Sequence[Row], new: Sequence[Row]) -> list[Step] | None:
    """How rows become others, to be done one after the other; None where too much is another.

    Rows that stay are the same objects; none of them is looked into, which would take longer
    than all the rest where there are thousands.
    """
    head = _same(zip(old, new, strict=False))
    tail = _same(zip(reversed(old[head:]), reversed(new[head:]), strict=False))
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    stays = set(map(id, before)) & set(map(id, after))
    gone, come = _gaps(before, stays), _gaps(after, stays)
    kept = [id(row) for row in before if id(row) in stays]
    others = len(gone.keys() | come.keys())
    if others > _MOST_STEPS or kept != [id(row) for row in after if id(row) in stays]:
        return None
    steps: list[Step] = []
    shift = head
    for place in sorted(gone.keys() | come.keys()):
        goes, comes = gone.get(place, []), come.get(place, [])
        steps += _steps_in_gap(shift + place, goes, comes)
        shift += len(goes)
    return steps[::-1]  # from the end, so that no step moves the place of another


def _same(pairs: zip[tuple[Row, Row]]) -> int:
    count = 0
    for one, other in pairs:
        if one is not other:
            break
        count += 1
    return count


def _gaps(rows: Sequence[Row], stays: set[int]) -> dict[int, list[Row]]:
    """The rows that do not stay, by the number of staying ones before them."""
    found: dict[int, list[Row]] = {}
    kept = 0
    for row in rows:
        if id(row) in stays:
            kept += 1
        else:
            found.setdefault(kept, []).append(row)
    return found


def _steps_in_gap(at: int, goes: list[Row], comes: list[Row]) -> list[Step]:
    """First the rows that only changed, then the rest."""
    same = 0
    while same < min(len(goes), len(comes)) and goes[same].name == comes[same].name:
        same += 1
    steps = [Step(at, same, comes[:same])] if same else []
    if len(goes) > same or len(comes) > same:
        steps.append(Step(at + same, len(goes) - same, comes[same:]))
    return steps


def marks_of(rows: Sequence[Row]) -> list[Mark]:
    """The marks of some rows, each once, in their order."""
    return list({row.mark.uuid: row.mark for row in rows if isinstance(row, MarkEntry)}.values())
