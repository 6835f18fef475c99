"""Nothing of a text is lost or invented, whatever the text is."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.parse import parse_source
from storage.types import ParsedSource, SourceText
from tests.labels import TEXTS
from tests.shared_texts import all_texts

# Tags, LaTeX and entities are markup: the figures in them are no text.
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|\\[a-zA-Z]+|\$|&#?[a-zA-Z0-9]{2,8};")
_COUNTED = re.compile(r"[\u3400-\u9fff0-9]")
_ODD = (
    "\x00\x0b\x0c\u2028\ue000\ue004\ue005\u200b\ufeff|#*-<>$&\\{}()（）〔〕《》“”：。；\t 号第附1一"
)


def _texts() -> list[Path]:
    return [*sorted(TEXTS.rglob("*.txt")), *all_texts()]


def _characters(text: str) -> Counter[str]:
    return Counter(_COUNTED.findall(_MARKUP.sub("", text)))


def _parse(lines: list[str]) -> ParsedSource:
    return parse_source(SourceText("x.txt", tuple(lines), ""))


def check_conserved(lines: list[str], parsed: ParsedSource) -> None:
    """Every character between a notice's first and last line is in one block or set aside."""
    previous = 0
    for notice in parsed.notices:
        assert previous < notice.start_line <= notice.end_line <= len(lines)
        previous = notice.end_line
        inside = range(notice.start_line, notice.end_line + 1)
        printed = _characters("\n".join(lines[at - 1] for at in inside))
        kept = _characters(notice.text)
        for item in parsed.furniture:
            if item.line in inside:
                kept += _characters(lines[item.line - 1])
        for repeat in parsed.repeats:
            if repeat.line in inside:
                kept += _characters(repeat.text)
        assert printed - kept == Counter()
        assert kept - printed == Counter()


def check_placed(lines: list[str], parsed: ParsedSource) -> None:
    """Every line with words belongs to a notice, to the contents, or to the furniture."""
    placed = {item.line for item in parsed.furniture}
    for notice in parsed.notices:
        placed.update(range(notice.start_line, notice.end_line + 1))
    missing = [at for at, line in enumerate(lines, 1) if _COUNTED.search(line) and at not in placed]
    assert bool(missing) <= bool(parsed.contents)
    words = sum(len(_COUNTED.findall(lines[at - 1])) for at in missing)
    entries = sum(len(f"{e.section}{e.title}{e.number}{e.page}") for e in parsed.contents)
    assert words <= entries + 20 * len(missing)


@pytest.mark.parametrize("path", _texts(), ids=lambda path: path.stem[:40])
def test_every_text_is_kept_whole(path: Path) -> None:
    lines = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n").split("\n")
    parsed = _parse(lines)
    assert parsed.notices
    check_conserved(lines, parsed)
    check_placed(lines, parsed)


_SMALL = [path for path in sorted(TEXTS.rglob("*.txt")) if path.stat().st_size < 12_000]


@st.composite
def _damaged(draw: st.DrawFn) -> list[str]:
    """A text with lines dropped, doubled and exchanged, and odd characters put in."""
    path = draw(st.sampled_from(_SMALL))
    lines = path.read_text(encoding="utf-8").split("\n")
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        change = draw(st.sampled_from(["drop", "double", "exchange", "cut", "insert", "join"]))
        if change == "drop" and len(lines) > 1:
            del lines[at]
        elif change == "double":
            lines.insert(other, lines[at])
        elif change == "exchange":
            lines[at], lines[other] = lines[other], lines[at]
        elif change == "cut":
            place = draw(st.integers(0, len(lines[at])))
            lines[at : at + 1] = [lines[at][:place], lines[at][place:]]
        elif change == "insert":
            place = draw(st.integers(0, len(lines[at])))
            odd = draw(st.text(_ODD, min_size=1, max_size=4))
            lines[at] = lines[at][:place] + odd + lines[at][place:]
        elif at + 1 < len(lines):
            lines[at : at + 2] = [lines[at] + lines[at + 1]]
    return lines


@settings(max_examples=150, deadline=2000)
@given(_damaged())
def test_damaged_texts_are_kept_whole(lines: list[str]) -> None:
    parsed = _parse(lines)
    without_markup = [line for line in lines if not re.search(r"[<$&\\]", line)]
    if len(without_markup) == len(lines):
        check_conserved(lines, parsed)
    else:
        assert parsed.notices


@settings(max_examples=150, deadline=2000)
@given(st.lists(st.text(max_size=80), max_size=30))
def test_any_text_is_one_document_at_least(lines: list[str]) -> None:
    lines = [line.replace("\n", " ") for line in lines] or [""]
    assert _parse(lines).notices
