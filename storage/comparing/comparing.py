"""Two notices compared: pairs of paragraphs and the words that differ in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from storage.comparing.amending import amendments, amends
from storage.comparing.pairing import Group, pair_units
from storage.comparing.units import Unit, Words, key_of, units_of
from storage.comparing.wording import Cutter, edits_between
from storage.types import Notice
from storage.types.comparing import LEFT, RIGHT, Comparison, Pair, Place, WordChange

_SAME_TEXT = 0.4
"""The share of a text that the other one repeats, so that they are versions of one text."""


def compare(left: Notice, right: Notice, cut: Cutter | None = None) -> Comparison:
    """Compare two notices: as versions of one text, or an amended and an amending one.

    `cut` cuts Chinese text into words; without it changes are cut between any two characters.
    """
    versions = compare_versions(left, right, cut)
    if versions.common >= _SAME_TEXT:
        return versions
    if amends(right, left):
        pairs = amendments(left, right, cut)
        return Comparison(tuple(pairs), RIGHT) if pairs else versions
    if amends(left, right):
        pairs = [_turned(pair) for pair in amendments(right, left, cut)]
        return Comparison(tuple(pairs), LEFT) if pairs else versions
    return versions


def _turned(pair: Pair) -> Pair:
    """The same pair with the amending side on the left; what is old stays on its own side."""
    edits = tuple(WordChange(edit.right, edit.left, edit.kind) for edit in pair.edits)
    return Pair(pair.kind, pair.right, pair.left, edits)


def compare_versions(left: Notice, right: Notice, cut: Cutter | None = None) -> Comparison:
    """Compare two versions of a text; `cut` cuts Chinese text into words.

    White space, the width and case of letters, and the shape of brackets, quotation marks and
    dashes are no change.
    """
    lefts, rights = units_of(left), units_of(right)
    groups = pair_units(lefts, rights)
    pairs = _pairs(lefts, rights, groups, cut)
    numbers = {lefts[group.left.start].label: rights[group.right.start].label for group in groups}
    texts = left.text, right.text
    return Comparison(tuple(_with_references(pair, texts, numbers) for pair in pairs))


def _with_references(pair: Pair, texts: tuple[str, str], numbers: dict[str, str]) -> Pair:
    """Tell references that only follow a renumbering (违反第十条, now 第十一条) from words."""
    if pair.kind != "changed":
        return pair
    edits = tuple(_followed(edit, texts, numbers) or edit for edit in pair.edits)
    worded = any(edit.kind == "words" for edit in edits)
    return Pair("changed" if worded else "renumbered", pair.left, pair.right, edits)


def _followed(
    edit: WordChange, texts: tuple[str, str], numbers: dict[str, str]
) -> WordChange | None:
    left, old = _reference(texts[0], edit.left)
    right, new = _reference(texts[1], edit.right)
    return WordChange(left, right, "number") if new and numbers.get(old) == new else None


def _reference(text: str, place: Place) -> tuple[Place, str]:
    """The number of an article that stands at a place, as a label; "" for other words."""
    start, end = place
    start -= text[start - 1 : start] == "第"
    end += text[end : end + 1] == "条"
    key = key_of(text[start:end])[0]
    return (start, end), key if key[:1] == "第" and key[-1:] == "条" else ""


def _pairs(
    lefts: Sequence[Unit], rights: Sequence[Unit], groups: Sequence[Group], cut: Cutter | None
) -> Iterator[Pair]:
    """The pairs in reading order, what only one side has between them."""
    steady = [group for group in groups if not group.moved]
    moved = {group.left.start: group for group in groups if group.moved}
    elsewhere = {group.right.start for group in moved.values()}
    end = Group(range(len(lefts), len(lefts) + 1), range(len(rights), len(rights) + 1))
    at, other = 0, 0
    for group in [*steady, end]:
        here, there = _behind(lefts, at), _behind(rights, other)
        for place in range(at, group.left.start):
            if place in moved:
                yield _pair(lefts, rights, moved[place], cut)
            else:
                span = lefts[place].start, lefts[place].end
                yield Pair("removed", span, there, (WordChange(span, there),))
                here = span[1], span[1]
        for place in range(other, group.right.start):
            if place not in elsewhere:
                span = rights[place].start, rights[place].end
                yield Pair("added", here, span, (WordChange(here, span),))
        if group is not end:
            yield _pair(lefts, rights, group, cut)
        at, other = group.left.stop, group.right.stop


def _behind(units: Sequence[Unit], at: int) -> Place:
    """The place behind the unit before `at`."""
    end = units[at - 1].end if at else 0
    return end, end


def _pair(lefts: Sequence[Unit], rights: Sequence[Unit], group: Group, cut: Cutter | None) -> Pair:
    left, right = (
        [units[at] for at in places]
        for units, places in ((lefts, group.left), (rights, group.right))
    )
    edits = tuple(
        edits_between(
            (Words.of_units(left), left[0].label), (Words.of_units(right), right[0].label), cut
        )
    )
    worded = any(edit.kind == "words" for edit in edits)
    kind = "changed" if worded else "renumbered" if edits else "same"
    return Pair(
        "moved" if group.moved else kind,
        (left[0].start, left[-1].end),
        (right[0].start, right[-1].end),
        edits,
    )
