"""Where the user made one notice two, or two one: lines of a source, found in another one too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from storage.db.store import Store
from storage.db.values import from_json, stored_values
from storage.text import squeeze

_KEY = 40
_LINES = 20


@dataclass(frozen=True, slots=True)
class Borders:
    """The lines of a source where a notice must start, and those where none may."""

    starts: frozenset[int] = frozenset()
    not_starts: frozenset[int] = frozenset()

    def with_start(self, line: int) -> Borders:
        """One more line where a notice starts."""
        return Borders(self.starts | {line}, self.not_starts - {line})

    def without_start(self, line: int) -> Borders:
        """One more line where none starts."""
        return Borders(self.starts - {line}, self.not_starts | {line})

    @property
    def known(self) -> bool:
        """Whether there is any."""
        return bool(self.starts or self.not_starts)


def line_key(lines: Sequence[str], at: int) -> str:
    """By what a line is found again in another source: its words and those behind it."""
    return squeeze("".join(lines[at - 1 : at - 1 + _LINES]))[:_KEY]


def borders_of(
    store: Store, issue_id: int, lines: Sequence[str], without: str = ""
) -> tuple[Borders, list[tuple[str, str]]]:
    """The borders that an issue's corrections give to these lines, and what became of each.

    That is the uuid of the correction and "" or the key of the reason why it does not fit.
    `without` is the uuid of one that is left out.
    """
    rows = store.rows(
        "SELECT uuid, kind, payload FROM corrections WHERE issue_id = ? AND undone IS NULL"
        " AND kind IN ('split', 'merge') ORDER BY sequence",
        [issue_id],
    )
    found, told = Borders(), list[tuple[str, str]]()
    with stored_values(store.path):
        payloads = [(uuid, kind, from_json(payload)) for uuid, kind, payload in rows]
    for uuid, kind, payload in payloads:
        if uuid == without:
            continue
        line = _line_in(lines, payload)
        told.append((uuid, "" if line else "correction-line-gone"))
        if line:
            found = found.with_start(line) if kind == "split" else found.without_start(line)
    return found, told


def _line_in(lines: Sequence[str], payload: dict[str, Any]) -> int:
    """The line of a correction in a source: the same, else the only one with its words; 0."""
    at, key = int(payload["line"]), str(payload["words"])
    same = [
        number
        for number, line in enumerate(lines, 1)
        if line.strip() and line_key(lines, number) == key
    ]
    if at in same:
        return at
    return same[0] if len(same) == 1 else 0
