"""Compare what the recogniser read with what a careful reader wrote down.

A label file has the form of gold labels: `issue`, `contents`, `notices`, each field only where it
is asserted. A labelled notice can also say, of the notice's blocks: `holds` (passages, each
within one block), `lacks` (passages that no block holds), `tables` (rows of one table each),
`kinds` (kind of the block that starts on a line), `no_heads` (lines that the outline lacks),
`outline_optional` (lines that may or may not be in it), `doubtful` (fields not compared).
White space, markdown signs and the width of punctuation never count.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet

from storage.types import Notice, ParsedSource, SourceText

FIXTURES = Path(__file__).parent / "fixtures"
TEXTS = FIXTURES / "texts"
LABELS = FIXTURES / "labels"
SAMPLE = Path(__file__).resolve().parents[1] / "resources" / "sample"

Differences = dict[str, str]
Json = Mapping[str, Any]

_WIDTH = str.maketrans("（），：；！？．－〔〕［］【】﹝﹞—–", "(),:;!?.-[][][][]--")
_MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|\\[a-zA-Z]+|[$]")
_SAME_IN_SPIRIT = ("title", "number", "section", "issuer", "addressees", "genre")
_EQUAL = ("date", "start_line", "end_line", "contents_index", "effective", "validity_years")


def reading_cases(
    names: Iterable[str], known_misses: Mapping[tuple[str, str], str]
) -> list[ParameterSet]:
    """A case (name, "") for each text, and a strict xfail (name, place) for each known miss."""
    cases = [pytest.param(name, "", id=name) for name in names]
    for (name, place), reason in known_misses.items():
        mark = pytest.mark.xfail(strict=True, reason=reason)
        cases.append(pytest.param(name, place, id=f"{name}: {place}", marks=mark))
    return cases


def unexpected(
    wrong: Differences, name: str, place: str, known_misses: Mapping[tuple[str, str], str]
) -> Differences:
    """Of what is read wrongly in a text, what a case of `reading_cases` does not expect."""
    if place:
        return {key: what for key, what in wrong.items() if key == place}
    return {key: what for key, what in wrong.items() if (name, key) not in known_misses}


def source_of(path: Path) -> SourceText:
    """Read a UTF-8 text as the recogniser gets it."""
    return SourceText(path.name, tuple(path.read_text(encoding="utf-8").split("\n")), "")


def labels_of(path: Path) -> dict[str, Any]:
    """Read a label file."""
    labels: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return labels


def plain(text: str | None) -> str:
    """Text without white space and markdown signs, punctuation in one width."""
    return re.sub(r"[\s#*]+", "", text or "").translate(_WIDTH).rstrip(":")


def differences(labels: Json, parsed: ParsedSource, lines: Sequence[str]) -> Differences:
    """What the recogniser read otherwise than labelled, by place ("2.title"); {} where nothing."""
    found: Differences = {}
    for key, wanted in labels.get("issue", {}).items():
        _note(found, f"issue.{key}", getattr(parsed.issue, key), wanted)
    if "contents" in labels:
        found.update(_contents(labels["contents"], parsed))
    spans = [(notice.start_line, notice.end_line) for notice in parsed.notices]
    pairs = [(wanted, _same_notice(wanted, parsed.notices)) for wanted in labels["notices"]]
    if len(spans) != len(pairs) or any(notice is None for _, notice in pairs):
        starts = [wanted["start_line"] for wanted, _ in pairs]
        found["notices"] = f"{spans}, not those that start at {starts}"
    for index, (wanted, notice) in enumerate(pairs):
        if notice is not None:
            for key, message in _notice(wanted, notice):
                found[f"{index}.{key}"] = message
            message = text_kept(wanted, notice, parsed, lines)
            if message and "text" not in wanted.get("doubtful", ()):
                found[f"{index}.text"] = message
    return found


def text_kept(wanted: Json, notice: Notice, parsed: ParsedSource, lines: Sequence[str]) -> str:
    """Say which Chinese characters and digits were lost or invented; "" where none."""
    doubtful = wanted.get("doubtful", ())
    first = notice.start_line if "start_line" in doubtful else wanted["start_line"]
    last = wanted.get("end_line", notice.end_line)
    printed = _characters("\n".join(lines[first - 1 : last]))
    kept = _characters("\n".join(block.text for block in notice.blocks))
    aside = [lines[item.line - 1] for item in parsed.furniture if first <= item.line <= last]
    aside += [item.text for item in parsed.repeats if first <= item.line <= last]
    kept += _characters("\n".join(aside))
    lost, invented = printed - kept, kept - printed
    if not lost and not invented:
        return ""
    return f"lost {''.join(lost.elements())!r}, invented {''.join(invented.elements())!r}"


def _same_notice(wanted: Json, notices: Sequence[Notice]) -> Notice | None:
    """The notice that starts on the labelled line, or, where that is doubtful, holds it."""
    line = wanted["start_line"]
    if "start_line" in wanted.get("doubtful", ()):
        return next((n for n in notices if n.start_line <= line <= n.end_line), None)
    return next((n for n in notices if n.start_line == line), None)


def _note(found: Differences, key: str, have: object, wanted: object) -> None:
    if have != wanted:
        found[key] = f"{have!r}, not {wanted!r}"


def _characters(text: str) -> Counter[str]:
    return Counter(re.findall(r"[\u3400-\u9fff0-9]", _MARKUP.sub("", text)))


def _contents(wanted: Sequence[Json], parsed: ParsedSource) -> Differences:
    found: Differences = {}
    _note(found, "contents", len(parsed.contents), len(wanted))
    for index, (entry, have) in enumerate(zip(wanted, parsed.contents, strict=False)):
        for key in ("section", "title", "number", "page"):
            if key in entry and key not in entry.get("doubtful", ()):
                value = getattr(have, key)
                same = plain(str(value)) == plain(str(entry[key]))
                if not same:
                    found[f"contents.{index}.{key}"] = f"{value!r}, not {entry[key]!r}"
    return found


def _notice(wanted: Json, notice: Notice) -> Iterator[tuple[str, str]]:
    """Compare the fields that the label asserts."""
    doubtful = wanted.get("doubtful", ())
    for key in (*_SAME_IN_SPIRIT, *_EQUAL):
        if key not in wanted or key in doubtful:
            continue
        have, wish = getattr(notice, key), wanted[key]
        if (plain(have) != plain(wish)) if key in _SAME_IN_SPIRIT else (have != wish):
            yield key, f"{have!r}, not {wish!r}"
    for key, have in _lists(notice).items():
        if key in wanted and key not in doubtful:
            listed = _wanted_list(key, wanted)
            if key == "outline":
                have = _required(have, wanted.get("outline_optional", ()))
            if have != listed:
                yield key, f"missing {list(listed - have)}, too many {list(have - listed)}"
    yield from _blocks(wanted, notice)


def _lists(notice: Notice) -> dict[str, Counter[tuple[object, ...]]]:
    """The notice's lists as multisets of what is compared."""
    return {
        "attachments": Counter((plain(a.name), a.omitted) for a in notice.attachments),
        "parts": Counter((plain(part.title), part.line) for part in notice.parts),
        "relations": Counter((_kind(r.type), plain(r.target)) for r in notice.relations),
        "outline": Counter((head.line, head.level) for head in notice.outline),
        "joins": Counter(tuple(pair) for pair in notice.joins),
    }


def _wanted_list(key: str, wanted: Json) -> Counter[tuple[object, ...]]:
    """The labelled list in the same form."""
    items = wanted[key]
    if key == "attachments":
        return Counter((plain(item["name"]), item["omitted"]) for item in items)
    if key == "parts":
        return Counter((plain(item["title"]), item["line"]) for item in items)
    if key == "relations":
        return Counter((_kind(item["type"]), plain(item["target"])) for item in items)
    if key == "outline":
        return Counter((item["line"], item["level"]) for item in items)
    return Counter(tuple(pair) for pair in items)


def _required(
    heads: Counter[tuple[object, ...]], optional: Sequence[int]
) -> Counter[tuple[object, ...]]:
    """The heads without those that two careful readers may see differently."""
    return Counter({head: count for head, count in heads.items() if head[0] not in optional})


def _kind(relation: str) -> str:
    """Replacing and repealing are one for the reader."""
    return "repeals" if relation == "supersedes" else relation


def _blocks(wanted: Json, notice: Notice) -> Iterator[tuple[str, str]]:
    """Compare what the label says of the blocks."""
    texts = [plain(block.text) for block in notice.blocks]
    for passage in wanted.get("holds", ()):
        if not any(plain(passage) in text for text in texts):
            yield "holds", f"no block holds {passage!r}"
    for passage in wanted.get("lacks", ()):
        if any(plain(passage) in text for text in texts):
            yield "lacks", f"a block holds {passage!r}"
    tables = [_rows(block.rows) for block in notice.blocks if block.rows is not None]
    for rows in wanted.get("tables", ()):
        if _rows(rows) not in tables:
            yield "tables", f"no table {_rows(rows)} among {tables}"
    heads = {head.line for head in notice.outline}
    if wrong := heads.intersection(wanted.get("no_heads", ())):
        yield "no_heads", f"heads at {sorted(wrong)}"
    kinds = {block.lines[0]: block.kind for block in reversed(notice.blocks)}
    for line, kind in wanted.get("kinds", ()):
        if kinds.get(line) != kind:
            yield "kinds", f"line {line} starts {kinds.get(line)!r}, not {kind!r}"


def _rows(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[plain(cell) for cell in row] for row in rows]
