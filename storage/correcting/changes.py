"""What a correction changes, as it is kept; `storage.correcting.folding` applies it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from storage.correcting.anchor import Anchor


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """A field of the head."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Words at one or more places, each with what is to stand there."""

    places: tuple[Anchor, ...]
    afters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindEdit:
    """The kind and level of the block that begins with the words of `place`."""

    place: Anchor
    kind: str
    level: int
    kind_before: str
    level_before: int


@dataclass(frozen=True, slots=True)
class JoinEdit:
    """Two blocks made one; `place` is about the border between them."""

    place: Anchor


@dataclass(frozen=True, slots=True)
class CutEdit:
    """A block made two, behind the first character of `place`.

    `line` is the line of the source where the second begins, 0 where that is not known.
    """

    place: Anchor
    line: int


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A cell of a table; `place` is a row that holds words, `below` how far the cell's is below."""

    place: Anchor
    below: int
    column: int
    before: str
    after: str


Change = FieldEdit | TextEdit | KindEdit | JoinEdit | CutEdit | CellEdit
KINDS: dict[str, type[Any]] = {
    "field": FieldEdit,
    "text": TextEdit,
    "kind": KindEdit,
    "join": JoinEdit,
    "cut": CutEdit,
    "cells": CellEdit,
}
_NAMES = {made: name for name, made in KINDS.items()}


def kind_of(change: Change) -> str:
    """The kind as it is named in the table of corrections."""
    return _NAMES[type(change)]


def pack_change(change: Change) -> dict[str, Any]:
    """A change as plain values."""
    return asdict(change)


def unpack_change(kind: str, fields: dict[str, Any]) -> Change:
    """The change that `pack_change` packed."""
    plain = dict(fields)
    if "place" in plain:
        plain["place"] = Anchor(**plain["place"])
    if "places" in plain:
        plain["places"] = tuple(Anchor(**place) for place in plain["places"])
        plain["afters"] = tuple(plain["afters"])
    return KINDS[kind](**plain)


def anchors_of(change: Change) -> tuple[Anchor, ...]:
    """Where in the text a change was made; none for a field."""
    if isinstance(change, FieldEdit):
        return ()
    return change.places if isinstance(change, TextEdit) else (change.place,)


def with_anchors(change: Change, anchors: Sequence[Anchor]) -> Change:
    """The same change at other places."""
    if isinstance(change, FieldEdit):
        return change
    if isinstance(change, TextEdit):
        return replace(change, places=tuple(anchors))
    return replace(change, place=anchors[0])


def told(change: Change) -> tuple[str, str, str]:
    """What was changed, the words before, and the words after, as a list shows them."""
    if isinstance(change, FieldEdit):
        return change.field, change.before or "", change.after or ""
    if isinstance(change, TextEdit):
        return str(len(change.places)), change.places[0].quote, change.afters[0]
    if isinstance(change, KindEdit):
        before = _kind_and_level(change.kind_before, change.level_before)
        return change.place.quote, before, _kind_and_level(change.kind, change.level)
    if isinstance(change, CellEdit):
        return change.place.quote, change.before, change.after
    first, _, last = change.place.quote.partition("\n")
    return "", first, last


def _kind_and_level(kind: str, level: int) -> str:
    return f"{kind} {level}" if level else kind
