"""The sample in many prints: reading does not hang on markdown, blanks, contents or masthead."""

from __future__ import annotations

from functools import cache

import pytest

from storage.parse import parse_source
from tests.labels import Differences, differences, reading_cases, unexpected
from tests.variants import VARIANTS, variant

# What the recogniser is known to read wrongly: variant, place → why. Shrinks; never bends a label.
KNOWN_MISSES: dict[tuple[str, str], str] = {}


@cache
def misread(name: str) -> Differences:
    """What is read otherwise than labelled in one of the variants."""
    source, labels = variant(name)
    return differences(labels, parse_source(source), source.lines)


@pytest.mark.parametrize(("name", "place"), reading_cases(VARIANTS, KNOWN_MISSES))
def test_the_variant_is_read_as_labelled(name: str, place: str) -> None:
    assert unexpected(misread(name), name, place, KNOWN_MISSES) == {}
