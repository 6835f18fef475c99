"""The sample gazette as what it is: titles, paragraphs, entries, tables. Builders lay it out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tests.labels import SAMPLE

ISSUE = SAMPLE / "霁川市人民政府公报2024年第2期.txt"
_NUMBER = re.compile(r"^[\u4e00-\u9fff]+〔\d{4}〕\d+号$|^第\d+号$|^\d{4}年第\d+号$")
_DATE = re.compile(r"^\d{4}年\d{1,2}月\d{1,2}日$")
_CHAPTER = re.compile(r"^第[一二三四五六七八九十]+章")


@dataclass(frozen=True)
class Item:
    """A piece of the gazette: `kind` is cover, section, entry, title, number, chapter,
    paragraph, person, signature, list or table (`rows`); a title may have several lines."""

    kind: str
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        return "".join(self.lines)


@cache
def sample_items() -> tuple[Item, ...]:
    """All pieces of the sample issue in order."""
    text = ISSUE.read_text(encoding="utf-8")
    cover, _, body = text.partition("目 录\n")
    items = [Item("cover", (line,)) for line in cover.split("\n") if line.strip()]
    items.append(Item("cover", ("目 录",)))
    contents, mark, body = body.partition("# 霁川市人民政府令")
    items += _contents(contents)
    for block in re.split(r"\n{2,}", mark + body):
        if block.strip():
            items.append(_item(block.strip("\n")))
    return tuple(_mended(items))


def _contents(text: str) -> list[Item]:
    items: list[Item] = []
    entry: list[str] = []
    for line in text.split("\n"):
        if line.startswith("【"):
            items.append(Item("section", (line,)))
        elif line.strip():
            entry.append(line)
            if line.endswith("）") and "……" in line:
                items.append(Item("entry", tuple(entry)))
                entry = []
    return items


def _item(block: str) -> Item:
    lines = tuple(line.lstrip("# ") for line in block.split("\n"))
    if "\t" in block or block.startswith("|"):
        rows = [line.strip("|").split("|" if line.startswith("|") else "\t") for line in lines]
        cells = [tuple(cell.strip() for cell in row) for row in rows]
        return Item("table", rows=tuple(row for row in cells if not row[0].startswith("---")))
    if _CHAPTER.match(lines[0]):
        return Item("chapter", lines)
    if block.startswith("#"):
        return Item("title", lines)
    if _NUMBER.match(block):
        return Item("number", lines)
    if lines[0].startswith("附件：") and len(lines) > 1:
        return Item("list", lines)
    if _DATE.match(block) or lines[0].startswith("霁川市") and _is_signature(lines):
        return Item("signature", lines)
    if len(lines) > 1 or (block.startswith("霁川市") and not block.endswith("。")):
        return Item("title", lines)
    if block.startswith("\u3000") or re.match(r"^[组副成].{1,2}[：　]", block):
        return Item("person", (block,))
    return Item("paragraph", lines)


def _is_signature(lines: tuple[str, ...]) -> bool:
    endings = ("人民政府", "办公室", "教育局", "财政局", "建设局", "委员会")
    return all(line.endswith(endings) for line in lines)


def _mended(items: list[Item]) -> list[Item]:
    """The two paragraphs that a page cut in the text are whole in other formats."""
    mended: list[Item] = []
    for item in items:
        before = mended[-1] if mended else None
        if (
            before is not None
            and before.kind == item.kind == "paragraph"
            and len(before.text) > 60
            and before.text[-1] not in "。；：）"
        ):
            mended[-1] = Item("paragraph", (before.text + item.text,))
        else:
            mended.append(item)
    return mended
