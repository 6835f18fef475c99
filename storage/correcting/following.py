"""What else of a notice says a block's words: it says the new ones when the block does."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from storage.anchors.carrying import Script, carried_span
from storage.correcting.fields import genre_of_title
from storage.text import iso_date, normal_number, squeeze, squeeze_with_offsets
from storage.types import Block, Heading, Notice


@dataclass(frozen=True, slots=True)
class _Changed:
    """A block before and after, and what was put where in it."""

    old: Block
    new: Block
    script: Script

    def holds(self, line: int) -> bool:
        """Whether the block stands on this line of the source."""
        return self.old.lines[0] <= line <= self.old.lines[1]

    def follow(self, words: str) -> str | None:
        """Words without white space that the block says, as it says them now; None where gone."""
        squeezed = squeeze_with_offsets(self.old.text)
        at = squeezed.text.find(words) if words else -1
        if at < 0:
            return words
        if words == squeezed.text:
            return squeeze(self.new.text) or None
        span = carried_span(self.old.text, squeezed.source_span(at, at + len(words)), self.script)
        return squeeze(self.new.text[slice(*span)]) if span else None

    def target(self, words: str) -> str | None:
        """Words with white space as they are printed, followed in the same way."""
        return self.follow(squeeze(words)) if squeeze(words) in squeeze(self.old.text) else words


def follow_words(
    notice: Notice, blocks: Mapping[int, Block], scripts: Mapping[int, Script]
) -> Notice:
    """The notice with outline, parts, attachments, relations and fields as its new blocks say.

    The blocks themselves stay as they are.
    """
    changed = [
        _Changed(notice.blocks[number], block, scripts[number])
        for number, block in sorted(blocks.items())
    ]
    followed = notice
    for each in changed:
        followed = _follow_fields(_follow_lists(followed, each), each)
    return followed


def _follow_lists(notice: Notice, changed: _Changed) -> Notice:
    outline = tuple(
        replace(head, text=text)
        for head in notice.outline
        if (text := changed.follow(head.text) if changed.holds(head.line) else head.text)
    )
    parts = tuple(
        replace(part, title=title)
        for part in notice.parts
        if (title := changed.target(part.title) if changed.holds(part.line) else part.title)
    )
    relations = tuple(
        replace(each, target=target)
        for each in notice.relations
        if (target := changed.target(each.target) if changed.holds(each.line) else each.target)
    )
    lists = changed.old.kind == "attachments"
    attachments = tuple(
        replace(each, name=name)
        for each in notice.attachments
        if (name := changed.target(each.name) if lists else each.name)
    )
    return replace(
        notice, outline=outline, parts=parts, relations=relations, attachments=attachments
    )


def _follow_fields(notice: Notice, changed: _Changed) -> Notice:
    """Fields that were just what a block of the head or the signature says."""
    kind, old, new = changed.old.kind, changed.old.text, changed.new.text
    fields = dict(_fields(notice, kind, old, new))
    return replace(notice, **fields) if fields else notice


def _fields(notice: Notice, kind: str, old: str, new: str) -> Iterator[tuple[str, str | None]]:
    words = squeeze(new)
    if not words:
        return
    if kind == "title" and squeeze(old) == squeeze(notice.title):
        yield "title", words
        yield "genre", genre_of_title(words)
    if kind == "number" and notice.number and normal_number(old) == notice.number:
        yield "number", normal_number(new)
    if kind == "addressees" and notice.addressees:
        plain = squeeze(notice.addressees)
        if squeeze(old) == plain:
            yield "addressees", words
        elif squeeze(old).rstrip("：:") == plain:
            yield "addressees", words.rstrip("：:")
    if kind == "signature" and notice.issuer and squeeze(old) == squeeze(notice.issuer):
        yield "issuer", words
    date = iso_date(new) if kind == "date" and iso_date(old) == notice.date else None
    if date:
        yield "date", date


def with_head(notice: Notice, head: tuple[int, int, str]) -> Notice:
    """The notice with one more head (line, level, words) in its outline."""
    lines = [each.line for each in notice.outline]
    at = bisect_left(lines, head[0] + 1)
    outline = (*notice.outline[:at], Heading(*head), *notice.outline[at:])
    return replace(notice, outline=outline)
