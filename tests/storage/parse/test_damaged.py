"""Each oddity of real texts, in a small text of its own, read as a careful reader reads it."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from storage.parse import parse_source
from storage.parse.as_json import to_json
from storage.sources import read_source
from tests.labels import (
    LABELS,
    TEXTS,
    Differences,
    differences,
    labels_of,
    reading_cases,
    source_of,
    unexpected,
)

NAMES = sorted(path.relative_to(TEXTS).with_suffix("").as_posix() for path in TEXTS.rglob("*.txt"))

# What the recogniser is known to read wrongly: text, place → why. Shrinks; never bends a label.
KNOWN_MISSES: dict[tuple[str, str], str] = {}

ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "utf-8-with-bom": lambda text: text.encode("utf-8-sig"),
    "gb18030": lambda text: text.encode("gb18030"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-le-without-bom": lambda text: text.encode("utf-16-le"),
    "utf-16-be-without-bom": lambda text: text.encode("utf-16-be"),
    "crlf": lambda text: text.replace("\n", "\r\n").encode("utf-8"),
    "gb18030-crlf": lambda text: text.replace("\n", "\r\n").encode("gb18030"),
}


@cache
def misread(name: str) -> Differences:
    """What is read otherwise than labelled in one of the texts."""
    source = source_of(TEXTS / f"{name}.txt")
    labels = labels_of(LABELS / f"{name}.json")
    return differences(labels, parse_source(source), source.lines)


@pytest.mark.parametrize(("name", "place"), reading_cases(NAMES, KNOWN_MISSES))
def test_the_text_is_read_as_labelled(name: str, place: str) -> None:
    assert unexpected(misread(name), name, place, KNOWN_MISSES) == {}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", ["contents_differ", "traditional_characters"])
def test_the_encoding_of_a_file_changes_nothing(name: str, encoding: str, tmp_path: Path) -> None:
    plain = TEXTS / f"{name}.txt"
    encoded = tmp_path / plain.name
    encoded.write_bytes(ENCODINGS[encoding](plain.read_text(encoding="utf-8")))
    expected = to_json(parse_source(read_source(plain)))
    assert to_json(parse_source(read_source(encoded))) == expected


@pytest.mark.parametrize("name", NAMES)
def test_lines_at_random_places_are_no_reason_to_fail(name: str) -> None:
    lines = source_of(TEXTS / f"{name}.txt").lines
    for step in (2, 3, 5):
        source = source_of(TEXTS / f"{name}.txt")
        torn = type(source)(source.name, tuple(lines[::step]), source.sha256)
        backwards = type(source)(source.name, tuple(reversed(lines)), source.sha256)
        for odd in (torn, backwards):
            json.dumps(to_json(parse_source(odd)), ensure_ascii=False)
