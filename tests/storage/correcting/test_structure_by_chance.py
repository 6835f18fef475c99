"""Notices split, merged, moved and corrected in random order, and all of it taken back."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from storage.library import Library
from storage.types import Mark, TextCorrection
from tests import factories
from tests.storage.correcting.hands import attempt

SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "sample"
SEQUENCES = int(os.environ.get("ANTOU_SEQUENCES", "4"))
STEPS = 12


def places(library: Library) -> dict[str, Mark]:
    return {each.uuid: replace(each, changed="") for each in library.marks()}


def everything(library: Library) -> list[object]:
    return [library.notice(each.uuid) for each in library.notices()]


def any_words(library: Library, chance: random.Random) -> tuple[str, int, int]:
    """A random notice and a span within one of its paragraphs."""
    while True:
        uuid = chance.choice(library.notices()).uuid
        text = library.notice(uuid).notice.text
        start = chance.randrange(max(1, len(text) - 12))
        words = text[start : start + chance.randint(2, 10)]
        if words and not any(sign.isspace() for sign in words):
            return uuid, start, start + len(words)


def happen(library: Library, chance: random.Random) -> None:
    uuid, start, end = any_words(library, chance)
    seen = library.notice(uuid)
    issues = [each.id for each in library.issues()]
    wanted = TextCorrection(start, end, seen.notice.text[start:end], "改过的字")
    line = chance.choice(seen.notice.blocks).lines[0]
    attempt(
        chance.choice(
            [
                partial(library.correct_text, seen, [wanted]),
                partial(library.split_notice, uuid, line),
                partial(library.split_notice, uuid, line),
                partial(library.merge_with_next, uuid),
                partial(library.move_notice, uuid, chance.choice(issues)),
            ]
        )
    )


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_notices_and_marks_come_back_whatever_was_done(library: Library, seed: int):
    for path in sorted(SAMPLE.glob("*.txt")):
        factories.run(library.import_file(path))
    chance = random.Random(seed)
    for _ in range(25):
        library.new_mark(*any_words(library, chance))
    before, stood = everything(library), places(library)
    for _ in range(STEPS):
        happen(library, chance)
        for mark in library.marks(states=["sure", "moved"]):
            assert library.notice(mark.notice).notice.text[mark.start : mark.end] == mark.quote
        assert set(places(library)) == set(stood)
    done = library.corrections()
    assert len({each.kind for each in done}) > 1
    for each in reversed(done):
        library.undo_correction(each.uuid)
    assert everything(library) == before
    assert places(library) == stood
    assert library._store.rows("PRAGMA foreign_key_check") == []
