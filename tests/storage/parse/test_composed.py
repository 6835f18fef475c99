"""Documents that follow each other in one text are read as each is read alone."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache

import pytest

from storage.parse import parse_source
from storage.sources import read_source
from storage.types import Notice, SourceText
from tests.shared_texts import DOCUMENTS, needs_shared

pytestmark = [needs_shared, pytest.mark.shared]

Lines = list[str]
_FIELDS = ("title", "number", "issuer", "date", "addressees", "genre", "effective")
# Pages of departments and converted texts begin with what belongs to no document.
_LEFT_OUT = {"034", "035", "036", "037", "075", "076", "077"}


@cache
def _documents() -> list[tuple[str, Notice, Lines]]:
    """Each document alone: its name, how it is read, and its own lines."""
    found: list[tuple[str, Notice, Lines]] = []
    for path in sorted(DOCUMENTS.glob("notices/*.txt")):
        source = read_source(path)
        parsed = parse_source(source)
        notice = parsed.notices[0]
        aside = {item.line for item in parsed.furniture}
        own = range(notice.start_line, notice.end_line + 1)
        if path.stem not in _LEFT_OUT:
            lines = [source.lines[at - 1] for at in own if at not in aside]
            found.append((path.stem, notice, lines))
    return found


def _without_blanks(lines: Lines, chance: random.Random) -> Lines:
    return [line for line in lines if line.strip()]


def _blank_after_each(lines: Lines, chance: random.Random) -> Lines:
    return [part for line in lines if line.strip() for part in (line, "")]


def _with_pages(lines: Lines, chance: random.Random) -> Lines:
    printed: Lines = []
    for line in lines:
        printed.append(line)
        if chance.random() < 0.05:
            printed += ["", f"— {len(printed)} —", "柳堤省人民政府公报　2022年第3期", ""]
    return printed


def _with_marks(lines: Lines, chance: random.Random) -> Lines:
    marked: Lines = []
    for line in _without_blanks(lines, chance):
        words = line.strip()
        short = len(words) < 25 and chance.random() < 0.6
        sign = "#" * chance.randint(1, 4)
        marked += [
            chance.choice([f"{sign} {words}", f"**{words}**"]) if short else words + "  ",
            "",
        ]
    return marked


def _wrapped(lines: Lines, chance: random.Random) -> Lines:
    cut: Lines = []
    for line in lines:
        words = line.strip()
        while len(words) > 30 and "\t" not in words:
            cut.append(words[:30])
            words = words[30:]
        cut.append(words)
    return cut


_PRINTS: dict[str, tuple[Callable[[Lines, random.Random], Lines], Lines]] = {
    "as they are": (lambda lines, chance: lines, ["", ""]),
    "no blank lines": (_without_blanks, []),
    "a blank after each line": (_blank_after_each, [""]),
    "pages": (_with_pages, ["", ""]),
    "markdown": (_with_marks, [""]),
    "wrapped": (_wrapped, ["", ""]),
}


@pytest.mark.parametrize("name", _PRINTS)
@pytest.mark.parametrize("seed", range(3))
def test_documents_in_one_text_are_read_as_alone(name: str, seed: int):
    change, between = _PRINTS[name]
    chance = random.Random(seed)
    order = chance.sample(_documents(), len(_documents()))
    lines: Lines = []
    starts: list[int] = []
    for _, _, own in order:
        starts.append(len(lines) + 1)
        lines += change(own, chance) + between
    notices = parse_source(SourceText("all.txt", tuple(lines), "")).notices
    assert [notice.start_line for notice in notices] == starts
    for (stem, alone, _), notice in zip(order, notices, strict=True):
        read = {field: getattr(notice, field) for field in _FIELDS}
        assert (stem, read) == (stem, {field: getattr(alone, field) for field in _FIELDS})
        assert [p.title for p in notice.parts] == [p.title for p in alone.parts], stem
