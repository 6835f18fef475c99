"""Notices of the shared gazettes against copies with the faults of recognition and real changes."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from storage.comparing.comparing import compare_versions
from storage.parse import parse_source
from storage.sources import read_source
from storage.types import Block, Notice
from tests.shared_texts import gazettes, needs_shared
from tests.storage.comparing.texts import check

NEW = Block("paragraph", "新增一段：由市财政局会同市审计局另行制定具体办法并组织实施。", (1, 1))


@cache
def longest(path: Path) -> Notice:
    return max(parse_source(read_source(path)).notices, key=lambda one: len(one.text))


def read_badly(notice: Notice, chance: random.Random) -> Notice:
    """One character in a hundred is read as another, one paragraph in five is cut in two."""
    blocks: list[Block] = []
    for block in notice.blocks:
        text = "".join(
            "口" if chance.random() < 0.01 and not one.isspace() else one for one in block.text
        )
        if block.kind == "paragraph" and len(text) > 80 and chance.random() < 0.2:
            place = chance.randrange(30, len(text) - 30)
            blocks += [replace(block, text=text[:place]), replace(block, text=text[place:])]
        else:
            blocks.append(replace(block, text=text))
    return replace(notice, blocks=tuple(blocks))


@needs_shared
@pytest.mark.parametrize("path", gazettes(), ids=lambda path: path.stem[:3])
def test_a_badly_read_copy_is_seen_paragraph_by_paragraph(path: Path):
    left = longest(path)
    right = read_badly(left, random.Random(7))
    start = time.perf_counter()
    comparison = compare_versions(left, right)
    assert time.perf_counter() - start < 5  # some 50 ms where nothing else runs
    check(left, right, comparison)
    alone = [one for one in comparison.pairs if one.kind in ("removed", "added", "moved")]
    assert len(alone) <= len(comparison.pairs) / 50
    red = sum(end - start for start, end in comparison.spans(0))
    assert red < 0.05 * len(left.text)


@needs_shared
@pytest.mark.parametrize("path", gazettes(), ids=lambda path: path.stem[:3])
def test_paragraphs_put_in_and_taken_out_are_just_these(path: Path):
    left = longest(path)
    kept = [block for block in left.blocks if block.kind == "paragraph" and len(block.text) > 40]
    gone = kept[len(kept) // 2]
    at = left.blocks.index(kept[len(kept) // 4])
    blocks = [*left.blocks[:at], NEW, *left.blocks[at:]]
    right = replace(left, blocks=tuple(one for one in blocks if one is not gone))
    comparison = compare_versions(left, right)
    check(left, right, comparison)
    assert [one.kind for one in comparison.differences] == ["added", "removed"]
    assert right.text[slice(*comparison.differences[0].right)] == NEW.text
    assert left.text[slice(*comparison.differences[1].left)].split() == gone.text.split()
