"""Warnings of the recogniser that the user has dealt with; they stay so when they come again."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from storage.db.issues import findings
from storage.db.sources import source_lines
from storage.db.store import Store
from storage.db.values import now, text_from, to_column
from storage.errors import ProgramFault
from storage.text import squeeze
from storage.types import SETTLEMENTS, CheckedFinding, Finding


def checked_findings(store: Store, issue_id: int) -> list[CheckedFinding]:
    """The warnings about an issue's current source, each with how it was settled."""
    found = findings(store, issue_id)
    rows = store.rows(
        "SELECT finding, how, author, settled FROM settled WHERE issue_id = ?", [issue_id]
    )
    known = {key: (how, text_from(author), moment) for key, how, author, moment in rows}
    keys = _keys(found, source_lines(store, issue_id))
    return [
        CheckedFinding(finding, *known.get(key, ("", "", "")))
        for finding, key in zip(found, keys, strict=True)
    ]


def settle(store: Store, issue_id: int, finding: Finding, how: str, author: str) -> None:
    """Note how a warning was dealt with, one of SETTLEMENTS; "" makes it open again.

    One that is no more a warning about this issue is left alone.
    """
    if how and how not in SETTLEMENTS:
        raise ProgramFault(f"no way to settle a warning: {how}")
    with store.writing():
        found = findings(store, issue_id)
        keys = _keys(found, source_lines(store, issue_id))
        key = next((key for each, key in zip(found, keys, strict=True) if each == finding), None)
        if key is None:
            return
        store.run("DELETE FROM settled WHERE issue_id = ? AND finding = ?", [issue_id, key])
        if how:
            store.run(
                "INSERT INTO settled (issue_id, finding, how, author, settled)"
                " VALUES (?, ?, ?, ?, ?)",
                [issue_id, key, how, to_column(author), now()],
            )


def _keys(found: Sequence[Finding], lines: Sequence[str]) -> list[str]:
    """By what each warning is known again: what it says, of which words, the how-manieth such."""
    seen: Counter[str] = Counter()
    keys: list[str] = []
    for finding in found:
        words = lines[finding.line - 1] if 0 < finding.line <= len(lines) else ""
        plain = "\x1f".join((finding.key, squeeze(finding.text), squeeze(words)))
        seen[plain] += 1
        whole = f"{plain}\x1f{seen[plain]}".encode("utf-8", "surrogatepass")
        keys.append(hashlib.sha256(whole).hexdigest())
    return keys
