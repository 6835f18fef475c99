"""Small invented notices and sources for tests."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from storage.db import importing, reports
from storage.library import Library
from storage.types import (
    Block,
    Heading,
    ImportReport,
    Issue,
    LineHint,
    Notice,
    ParsedSource,
    Progress,
    SourceText,
)

Result = TypeVar("Result")
ISSUE = Issue("云州市人民政府公报", 2023, 4, 40, "2023-08-31", "云州市人民政府办公室")
BODY = (
    "为贯彻落实国家关于电动汽车充电桩建设的要求，结合我市实际，现将有关事项通知如下。",
    "各县（市、区）财政局要安排专项资金，确保按期完成建设任务。",
    "市工业和信息化局负责日常督查，每季度向市人民政府报告一次进展情况。",
)
TABLE = (("序号", "牵头单位", "完成时限"), ("1", "市财政局", "2024年6月"))


def notice(
    title: str = "云州市人民政府关于加快充电桩建设的通知",
    number: str | None = "云政发〔2023〕12号",
    paragraphs: Sequence[str] = BODY,
    *,
    first_line: int = 1,
    issuer: str | None = "云州市人民政府",
    date: str | None = "2023-07-05",
    section: str | None = "市政府文件",
) -> Notice:
    """A notice with a head, two headings, paragraphs, a table, and a signature."""
    texts: list[tuple[str, str, int]] = [("title", title, 0)]
    if number:
        texts.append(("number", number, 0))
    texts.append(("heading", "一、总体要求", 1))
    texts += [("paragraph", text, 0) for text in paragraphs]
    texts.append(("heading", "二、任务分工", 1))
    blocks = [
        Block(kind, text, (line, line), level)
        for line, (kind, text, level) in enumerate(texts, first_line)
    ]
    line = first_line + len(blocks)
    blocks.append(
        Block("table", "\n".join("\t".join(row) for row in TABLE), (line, line + 1), rows=TABLE)
    )
    if issuer:
        blocks.append(Block("signature", issuer, (line + 2, line + 2)))
    return Notice(
        title,
        first_line,
        line + 2,
        number,
        section,
        issuer,
        date,
        addressees="各县（市、区）人民政府：",
        genre="通知",
        outline=tuple(
            Heading(block.lines[0], block.level, block.text)
            for block in blocks
            if block.kind == "heading"
        ),
        blocks=tuple(blocks),
    )


def parsed(*notices: Notice, issue: Issue = ISSUE, source: str = "公报.txt") -> ParsedSource:
    """What the recogniser would give for these notices."""
    return ParsedSource(source, issue, notices=notices)


def source_of(parsed_source: ParsedSource) -> SourceText:
    """A source text that holds the notices' lines."""
    lines: list[str] = [parsed_source.issue.name or ""]
    for each in parsed_source.notices:
        lines += each.text.split("\n")
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    return SourceText(parsed_source.source, tuple(lines), hashlib.sha256(data).hexdigest(), data)


def run(task: Generator[Progress, None, Result]) -> Result:
    """Run a task to its end; its result."""
    while True:
        try:
            next(task)
        except StopIteration as end:
            return end.value


def take_in(library: Library, *notices: Notice, issue: Issue = ISSUE) -> ImportReport:
    """Import hand-made notices into a library."""
    made = parsed(*notices, issue=issue)
    return take_in_parsed(library, made)


def take_in_parsed(
    library: Library, made: ParsedSource, hints: tuple[LineHint | None, ...] = ()
) -> ImportReport:
    """Import a hand-made recognised source into a library, as a file of its own would be."""
    source = replace(source_of(made), hints=hints)
    known = reports.known_already(library._store, made.source, source)
    return known or run(importing.import_parsed(library._store, made.source, source, made, 1))


def changed_text(known: Notice, old: str, new: str) -> Notice:
    """The notice with some characters replaced in its blocks."""
    return replace(
        known,
        blocks=tuple(replace(block, text=block.text.replace(old, new)) for block in known.blocks),
    )


def open_library(folder: Path, *, create: bool = True) -> Library:
    """A library in a test's folder."""
    return Library.open(
        folder / "library.antoudb",
        cache=folder / "cache",
        dictionary=Path(__file__).resolve().parents[1] / "resources" / "dictionary",
        create=create,
    )
