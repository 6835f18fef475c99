"""What must hold of every text that was recognised, however odd it is."""

from __future__ import annotations

import json
import re
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

from storage.parse import parse_source
from storage.parse.as_json import to_json
from storage.parse.markup import make_plain
from storage.types import Notice, ParsedSource, SourceText

SECONDS = 2.0
_COUNTED = re.compile(r"[\u3400-\u9fff0-9０-９\U00020000-\U0002ffff]")
# What may be markup: <p class="1">; then, without tags, \frac   &#65;   &frac12
_TAG = re.compile(r"<[/!]?[a-zA-Z-][^<>]*>")
_MARKUP = re.compile(r"\\[a-zA-Z]+|&#?[a-zA-Z0-9]{1,40};?")


class TooSlow(AssertionError):
    """A text took longer than any text may."""


@contextmanager
def _alarm() -> Iterator[None]:
    """Break off what takes too long, where the system has such alarms."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TooSlow(f"more than {SECONDS} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 2 * SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def check_whole(source: SourceText) -> float:
    """Recognise a text and check all that must hold; the seconds of processor that it took."""
    start = time.process_time()
    with _alarm():
        parsed = parse_source(source)
    seconds = time.process_time() - start
    if seconds > SECONDS:
        raise TooSlow(f"{seconds:.1f} s")
    json.dumps(to_json(parsed), ensure_ascii=False)
    check_kept(source, parsed)
    check_places(source, parsed)
    return seconds


def counted(text: str) -> Counter[str]:
    """The Chinese characters and figures of a text."""
    return Counter(_COUNTED.findall(text))


def check_kept(source: SourceText, parsed: ParsedSource) -> None:
    """Every Chinese character and figure is in exactly one block or set aside."""
    aside = Counter(item.line for item in parsed.furniture)
    assert not aside or max(aside.values()) == 1, "a line is set aside twice"
    repeats: dict[int, str] = {}
    for repeat in parsed.repeats:
        repeats[repeat.line] = repeats.get(repeat.line, "") + repeat.text
    for notice in parsed.notices:
        printed: list[str] = []
        kept = [notice.text]
        for at in range(notice.start_line, notice.end_line + 1):
            plain = plain_line(source, at)
            printed.append(plain)
            if at in aside:
                kept.append(plain)
            kept.append(repeats.get(at, ""))
        before, after = counted("\n".join(printed)), counted("\n".join(kept))
        assert before - after == Counter(), "characters are lost"
        assert after - before == Counter(), "characters are invented"


def plain_line(source: SourceText, at: int) -> str:
    """A line without its markup; where the format knew its cells, these."""
    hint = source.hints[at - 1] if source.hints else None
    raw = source.lines[at - 1]
    if hint is not None and hint.cells is not None and len(hint.cells) > 1:
        return "\t".join(hint.cells)
    plain = make_plain(raw).text
    lost = counted(_MARKUP.sub("", _TAG.sub("", raw))) - counted(plain)
    assert lost == Counter(), f"lost as markup: {lost}"
    if "&" not in raw:
        assert counted(plain) - counted(raw) == Counter(), "invented as markup"
    return plain


def check_places(source: SourceText, parsed: ParsedSource) -> None:
    """All lines and offsets lie within what they speak of."""
    count = len(source.lines)
    assert parsed.notices
    previous = 0
    for notice in parsed.notices:
        assert previous < notice.start_line <= notice.end_line <= count
        previous = notice.end_line
        _check_notice(notice, len(parsed.contents))
    lines = [item.line for item in (*parsed.furniture, *parsed.repeats, *parsed.warnings)]
    assert all(1 <= line <= count for line in lines)


def _check_notice(notice: Notice, entries: int) -> None:
    inside = range(notice.start_line, notice.end_line + 1)
    assert notice.contents_index is None or 0 <= notice.contents_index < entries
    for item in (*notice.parts, *notice.relations, *notice.outline):
        assert item.line in inside
    for first, second in notice.joins:
        assert first in inside
        assert second in inside
    for block in notice.blocks:
        assert block.lines[0] <= block.lines[1]
        assert block.lines[0] in inside
        assert block.lines[1] in inside
        for span in block.spans:
            assert 0 <= span.start < span.end <= len(block.text)
        if block.rows is not None:
            assert block.text == "\n".join("\t".join(row) for row in block.rows)


# ---------------------------------------------------------------- the smallest case


def complaint(source: SourceText) -> str:
    """What is wrong with how a text is recognised, "" where nothing is."""
    try:
        check_whole(source)
    except AssertionError as wrong:
        return str(wrong).split("\n")[0] or "assertion"
    except Exception as fault:  # noqa: BLE001 any fault of the recogniser is a finding
        return f"{type(fault).__name__}: {fault}"
    return ""


def shrunk(source: SourceText, fails: Callable[[SourceText], bool]) -> SourceText:
    """A smaller text that still fails: lines, then characters are left out while it does."""
    lines = _fewer(list(source.lines), lambda kept: fails(_with(source, kept)))
    if source.hints and fails(SourceText(source.name, tuple(lines), "")):
        source = SourceText(source.name, tuple(lines), "")
    if not source.hints:
        for at in range(len(lines)):

            def still(kept: Sequence[str], at: int = at) -> bool:
                return fails(_with(source, [*lines[:at], "".join(kept), *lines[at + 1 :]]))

            lines[at] = "".join(_fewer(list(lines[at]), still))
    return _with(source, lines)


def _with(source: SourceText, lines: Sequence[str]) -> SourceText:
    hints = source.hints if len(lines) == len(source.lines) else ()
    return SourceText(source.name, tuple(lines) or ("",), "", hints=hints)


def _fewer(items: list[str], fails: Callable[[Sequence[str]], bool]) -> list[str]:
    size = max(1, len(items) // 2)
    while size:
        at = 0
        while at < len(items):
            kept = items[:at] + items[at + size :]
            if fails(kept):
                items = kept
            else:
                at += size
        size //= 2
    return items
