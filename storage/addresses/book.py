"""Every place of a notice that has an address, and under which other one it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from storage.numbering import Number, number_of
from storage.text import chinese_number, fold, squeeze, squeeze_with_offsets
from storage.types import Attachment, Block, Heading, Notice

PART, LISTED, CLAUSE = "part", "listed", "clause"
_WITH_PLACES = frozenset(("heading", "paragraph", "list_item", "other"))
_RANKS = {
    PART: 0,
    "book": 10,
    "chapter": 20,
    "section": 30,
    "article": 40,
    CLAUSE: 50,
    "one": 60,
    "figure": 60,
    "decimal": 60,
    "paren": 70,
    "dot": 80,
    "small": 90,
    "circle": 100,
}
_LONGEST = 44
_ALIKE = 0.84
_SENTENCE_END = re.compile(r"[。：:；;！？\n]")
# 附件2：   附录1   附件1-2   附表三 (before the title; matched against the key)
_MARK_BEFORE = re.compile(
    r"^附[件录表图]?((?:[0-9]{1,2}(?:-[0-9]{1,2})?|[一二三四五六七八九十]{1,3}))?[:.、]?"
)
# …流程图（发改委）
_TAIL = re.compile(r"(?:\([^()]{1,24}\))+$")
# …组织机构图附录1 (behind the title, where a page was read in another order)
_MARK_BEHIND = re.compile(
    r"附[件录表图]([0-9]{1,2}(?:-[0-9]{1,2})?|[一二三四五六七八九十]{1,3}):?$"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with an address; `above` is the index of the entry it stands under, -1 for none.

    `form` is that of the number (storage.numbering), or "part" (`value` the attachment's number,
    () for an enclosed document), "listed" (an attachment that is only named), "clause" (款),
    "" (a head without a number). `start` and `end` hold the words shown of it.
    """

    form: str
    value: tuple[int, ...]
    start: int
    end: int
    words: str
    above: int
    is_head: bool


@dataclass(frozen=True, slots=True)
class Book:
    """The entries of a notice in reading order."""

    entries: tuple[Entry, ...]
    text: str = ""

    def chain(self, at: int) -> tuple[int, ...]:
        """The entries that entry `at` stands under, from the nearest to the outermost."""
        found: list[int] = []
        while (at := self.entries[at].above) >= 0:
            found.append(at)
        return tuple(found)

    def path(self, at: int) -> str:
        """The words above an entry, outermost first, joined by " / "."""
        above = (self.entries[one] for one in reversed(self.chain(at)))
        return " / ".join(entry.words for entry in above if entry.form != CLAUSE)

    def at(self, offset: int) -> int:
        """The last entry that begins at or before an offset, -1 for none; attachments' list not."""
        found = -1
        for at, entry in enumerate(self.entries):
            if entry.start > offset:
                break
            found = found if entry.form == LISTED else at
        return found


def make_book(notice: Notice) -> Book:
    """List the places of a notice."""
    builder = _Builder(notice)
    offset = 0
    for block in notice.blocks:
        builder.take(block, offset)
        offset += len(block.text) + 1
    return Book(tuple(builder.finish()), notice.text)


class _Builder:
    """Goes through the blocks with the entries that are open at each."""

    def __init__(self, notice: Notice) -> None:
        self._notice = notice
        self._entries: list[Entry] = []
        self._open: list[int] = []
        self._clauses = 0
        self._before = ""
        self._heads: dict[int, list[Heading]] = {}
        for head in notice.outline:
            self._heads.setdefault(head.line, []).append(head)
        self._listed: list[tuple[int, Block]] = []

    def take(self, block: Block, offset: int) -> None:
        """Add the places that begin in a block."""
        if block.kind == "part_title":
            self._open = []
            self._add(Number(PART, _printed_number(block.text)), block.text, offset, head=True)
        elif block.kind == "attachments":
            self._listed.append((offset, block))
        elif block.kind in _WITH_PLACES:
            self._take_text(block, offset)
        if block.kind != "title":
            self._before = block.text

    def _take_text(self, block: Block, offset: int) -> None:
        number = number_of(block.text)
        named = [
            head
            for line in range(block.lines[0], block.lines[1] + 1)
            for head in self._heads.get(line, ())
        ]
        if number is not None:
            told = bool(named) and _starts_alike(block.text, named[0].text)
            self._add(number, block.text, offset, head=block.kind == "heading" or told)
        elif block.kind == "heading":
            self._entries.append(_entry(Number("", ()), block.text, offset, self._last(), True))
        else:
            self._add_clause(block, offset)
        for head in named:
            self._add_inner(head, block, offset)

    def _add_inner(self, head: Heading, block: Block, offset: int) -> None:
        """A head that begins within its block: lines that were joined, or columns."""
        if _starts_alike(block.text, head.text):
            return
        at = _find_loosely(block.text, head.text)
        number = number_of(head.text)
        if at > 0 and number is not None:
            self._add(number, block.text[at:], offset + at, head=True)

    def _add_clause(self, block: Block, offset: int) -> None:
        """A paragraph of an article that is no item: its next 款.

        What follows an item without an end is the item's own text.
        """
        article = next((one for one in self._open if self._entries[one].form == "article"), None)
        if article is None or block.kind != "paragraph":
            return
        opened = self._entries[self._open[-1]]
        item = opened.form not in ("article", CLAUSE)
        if item and not _SENTENCE_END.match(self._before.rstrip()[-1:]):
            return
        self._clauses += 1
        self._add(Number(CLAUSE, (self._clauses,)), block.text, offset, head=False)

    def _add(self, number: Number, text: str, offset: int, *, head: bool) -> None:
        rank = _rank(number)
        while self._open and self._rank_of(self._open[-1]) >= rank:
            self._open.pop()
        self._entries.append(_entry(number, text, offset, self._last(), head))
        self._open.append(len(self._entries) - 1)
        if number.form == "article":  # its own paragraph is its first 款
            self._clauses = 1
            self._add(Number(CLAUSE, (1,)), text, offset, head=False)

    def _last(self) -> int:
        return self._open[-1] if self._open else -1

    def _rank_of(self, at: int) -> int:
        entry = self._entries[at]
        return _rank(Number(entry.form, entry.value))

    def finish(self) -> Iterator[Entry]:
        """The entries, attachments that bear no number numbered by the notice's list."""
        known = {entry.value for entry in self._entries if entry.form == PART and entry.value}
        listed = {
            (count,): attachment
            for count, attachment in enumerate(self._notice.attachments, 1)
            if (count,) not in known
        }
        for entry in self._entries:
            if entry.form == PART and not entry.value:
                entry = replace(entry, value=_take_alike(listed, entry.words))
            yield entry
        for value, attachment in listed.items():
            offset = self._place_in_list(attachment.name)
            if offset is not None:
                yield Entry(LISTED, value, offset, offset + 1, attachment.name, -1, False)

    def _place_in_list(self, name: str) -> int | None:
        for offset, block in self._listed:
            at = _find_loosely(block.text, name[:8])
            if at >= 0:
                return offset + at
        return self._listed[0][0] if self._listed else None


def _rank(number: Number) -> int:
    """How high a number stands: the lower, the higher; 1.1 below 1, 1.1.1 below 1.1."""
    return _RANKS[number.form] + (len(number.value) - 1 if number.form == "decimal" else 0)


def _entry(number: Number, text: str, offset: int, above: int, head: bool) -> Entry:
    shown = _words(text) if number.form != PART else text
    words = " ".join(shown.split())
    cut = len(shown) < len(text.rstrip()) and not _SENTENCE_END.match(text[len(shown)])
    value = number.value
    return Entry(
        number.form, value, offset, offset + len(shown), f"{words}…" if cut else words, above, head
    )


def _words(text: str) -> str:
    """The head of a paragraph: to its first stop, or as much as a line holds."""
    end = _SENTENCE_END.search(text)
    return text[: min(end.start() if end else len(text), _LONGEST)]


def _printed_number(title: str) -> tuple[int, ...]:
    """The number that an attachment's own head bears, () where it has none."""
    key = fold(squeeze(title))
    found = _MARK_BEFORE.match(key)
    if found is None or found.group(1) is None:
        found = _MARK_BEHIND.search(key)
    if found is None:
        return ()
    parts = [chinese_number(part) for part in found.group(1).split("-")]
    return tuple(part for part in parts if part is not None)


def _core(title: str) -> str:
    """A title without mark and brackets behind it, to be compared."""
    key = fold(squeeze(title))
    key = _MARK_BEFORE.sub("", key, count=1) if key.startswith("附") else key
    return _TAIL.sub("", key) or key


def _take_alike(listed: dict[tuple[int, ...], Attachment], title: str) -> tuple[int, ...]:
    """The number of the attachment that a title is most like, taken out of `listed`; () for none.

    Some are named like the plan they belong to but for the last word (方案, 任务清单).
    """
    wanted = _core(title)
    ratios: dict[tuple[int, ...], float] = {}
    for value, attachment in listed.items():
        name = _core(attachment.name)
        if not attachment.omitted and name[-2:] == wanted[-2:]:
            ratios[value] = SequenceMatcher(None, name, wanted, autojunk=False).ratio()
    best = max(ratios, key=ratios.__getitem__, default=())
    if not best or ratios[best] < _ALIKE:
        return ()
    listed.pop(best)
    return best


def _starts_alike(text: str, words: str) -> bool:
    wanted = squeeze(words)[:8]
    return fold(squeeze(text[: 3 * _LONGEST])).startswith(fold(wanted))


def _find_loosely(text: str, words: str) -> int:
    """Where words stand in a text, white space and width not counted; -1 for nowhere."""
    squeezed = squeeze_with_offsets(text, folded=True)
    at = squeezed.text.find(fold(squeeze(words))[:10])
    return squeezed.offsets[at] if at >= 0 and words.strip() else -1
