"""How alike a document is recognised in two formats: what does not depend on line numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from storage.types import Notice, ParsedSource
from tests.labels import LABELS, labels_of
from tests.labels import plain as printed

FIELDS = ("title", "number", "section", "issuer", "date", "addressees", "genre", "contents_index")
OWN = ("effective", "validity_years")


def sample_scores(parsed: ParsedSource, text: ParsedSource) -> tuple[dict[str, float], list[str]]:
    """Figures between 0 and 1 by field, and the misses.

    Fields are compared with the labels, outlines and blocks with what was read of the text.
    """
    labels = labels_of(LABELS / "sample.json")
    hits: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    misses: list[str] = []

    def compare(field: str, where: str, have: Any, wanted: Any) -> None:
        asked[field] += 1
        hits[field] += have == wanted
        if have != wanted:
            misses.append(f"{where} {field}: {have!r}, not {wanted!r}")

    compare("notices", "issue", len(parsed.notices), len(labels["notices"]))
    for key, wanted in labels["issue"].items():
        compare("issue", key, getattr(parsed.issue, key), wanted)
    entries = [(plain(e.title), e.number, e.page, e.section) for e in parsed.contents]
    told = [(plain(e.title), e.number, e.page, e.section) for e in text.contents]
    _share(entries, told, "contents", "contents", hits, asked, misses)
    for wanted, have, other in zip(
        labels["notices"], _matched(labels, parsed), text.notices, strict=True
    ):
        where = wanted["number"] or wanted["title"]
        if have is None:
            misses.append(f"{where}: not found")
            asked.update((*FIELDS, *OWN))
            continue
        for key in FIELDS:
            if key in wanted:
                compare(key, where, plain(str(getattr(have, key))), plain(str(wanted[key])))
        for key in OWN:
            if key in wanted:
                compare(key, where, getattr(have, key), wanted[key])
        for key, mine, theirs in _lists(have, wanted, other):
            _share(mine, theirs, where, key, hits, asked, misses)
    return {key: hits[key] / asked[key] for key in asked}, misses


def plain(text: str) -> str:
    """As labels compare; Qt names the glyph of 户 by its other character."""
    return printed(text).replace("戶", "户")


def _matched(labels: Any, parsed: ParsedSource) -> list[Notice | None]:
    """For each labelled notice the one with its number and title, or its title."""
    found: list[Notice | None] = []
    for wanted in labels["notices"]:
        same = [n for n in parsed.notices if n.number == wanted["number"] and n.number]
        same = same or [n for n in parsed.notices if plain(n.title) == plain(wanted["title"])]
        found.append(same[0] if same else None)
    return found


def _lists(have: Notice, wanted: Any, other: Notice) -> Iterable[tuple[str, list[Any], list[Any]]]:
    yield (
        "attachments",
        [(plain(a.name), a.omitted) for a in have.attachments],
        [(plain(a["name"]), a["omitted"]) for a in wanted.get("attachments", ())],
    )
    yield (
        "parts",
        [plain(part.title) for part in have.parts],
        [plain(part["title"]) for part in wanted.get("parts", ())],
    )
    yield (
        "relations",
        [plain(relation.target) for relation in have.relations],
        [plain(relation["target"]) for relation in wanted.get("relations", ())],
    )
    yield (
        "outline",
        [(head.level, plain(head.text)) for head in have.outline],
        [(head.level, plain(head.text)) for head in other.outline],
    )
    yield (
        "blocks",
        [plain(block.text) for block in have.blocks],
        [plain(block.text) for block in other.blocks],
    )
    yield "rows", _rows(have), _rows(other)


def _rows(notice: Notice) -> list[tuple[str, ...]]:
    rows = (row for block in notice.blocks for row in block.rows or ())
    return [tuple(map(plain, row)) for row in rows]


def _share(mine, theirs, where, key, hits, asked, misses) -> None:
    """Count what both have; what one has alone is asked and missed."""
    have, wanted = Counter(mine), Counter(theirs)
    hits[key] += (have & wanted).total()
    asked[key] += (have | wanted).total()
    if have != wanted:
        lost, more = list((wanted - have).elements()), list((have - wanted).elements())
        misses.append(f"{where} {key}: without {lost}, with {more}")
