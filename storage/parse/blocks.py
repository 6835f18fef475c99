"""The blocks of a notice in reading order; each line's text goes into exactly one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from storage.parse import patterns
from storage.parse.characters import key_of
from storage.parse.draft import Draft
from storage.parse.lines import Line, same_table
from storage.types import Block, Span

# Lines of these kinds that follow each other make one block.
_GATHERED = frozenset({"title", "addressees", "table", "part_title"})
_LISTED = frozenset({"paren", "dot", "small", "circle"})


@dataclass(slots=True)
class _Piece:
    """A line, or the part of it before or behind a cut."""

    line: Line
    kind: str
    text: str
    spans: tuple[Span, ...] = ()
    level: int = 0


@dataclass(slots=True)
class _Group:
    kind: str
    level: int
    pieces: list[_Piece] = field(default_factory=list[_Piece])


def build_blocks(draft: Draft) -> tuple[Block, ...]:
    """Put every piece of the notice into a block."""
    goes_on_to = dict(draft.joins)
    groups: list[_Group] = []
    waiting: dict[int, _Group] = {}
    for piece in _pieces(draft):
        group = waiting.pop(piece.line.at, None)
        if group is not None:
            group.pieces.append(piece)
        elif groups and _gathers(groups[-1], piece):
            group = groups[-1]
            group.pieces.append(piece)
        else:
            group = _Group(piece.kind, piece.level, [piece])
            groups.append(group)
        following = goes_on_to.get(piece.line.at)
        if following is not None:
            same = piece.kind == _kind(draft, draft.line(following))
            if same or following not in waiting:
                waiting[following] = group
    return tuple(_block(group) for group in groups)


def _gathers(group: _Group, piece: _Piece) -> bool:
    if group.kind != piece.kind or piece.kind not in _GATHERED:
        return False
    last = group.pieces[-1].line.at
    if piece.kind == "table":
        return not piece.line.opens_table and same_table(group.pieces[-1].line, piece.line)
    if piece.kind == "part_title":
        return not piece.level and piece.line.at - last <= 2
    return True


def _pieces(draft: Draft) -> list[_Piece]:
    pieces: list[_Piece] = []
    heads = {part.line for part in draft.parts}
    for line in draft.solid():
        kind = _kind(draft, line)
        level = draft.levels.get(line.at, 0)
        if kind == "part_title" and line.at in heads:
            level = 0
        taken = draft.repeats.get(line.at, 0)
        text = line.text[taken:]
        cuts = [(at - taken, role) for at, role in draft.cuts.get(line.at, ()) if at > taken]
        if not cuts:
            spans = () if taken else line.spans
            if text or (line.rows and not taken):
                pieces.append(_Piece(line, kind, text, spans, level))
            continue
        ends = [at for at, _ in cuts] + [len(text)]
        pieces.append(_Piece(line, kind, text[: ends[0]].strip(), (), level))
        for (at, role), end in zip(cuts, ends[1:], strict=True):
            pieces.append(_Piece(line, role, text[at:end].strip()))
    return pieces


def _kind(draft: Draft, line: Line) -> str:
    role = draft.roles.get(line.at)
    if role:
        return role
    if line.rows:
        return "table"
    if line.at in draft.levels:
        return "heading"
    if line.form in _LISTED or line.bullet:
        return "list_item"
    return "paragraph"


def _block(group: _Group) -> Block:
    places = [piece.line.at for piece in group.pieces]
    lines = (min(places), max(places))
    if group.kind == "table":
        rows = tuple(row for piece in group.pieces for row in piece.line.rows)
        text = "\n".join("\t".join(row) for row in rows)
        return Block("table", text, lines, rows=rows)
    text = ""
    spans: list[Span] = []
    for piece in group.pieces:
        text += _gap(text, piece.text)
        offset = len(text)
        spans += [Span(s.start + offset, s.end + offset, s.kind) for s in piece.spans]
        text += piece.text
    return Block(group.kind, text, lines, group.level, spans=tuple(spans))


def _gap(before: str, after: str) -> str:
    """A blank between two Latin words, or after 附件1; nothing between Chinese characters."""
    if len(before) <= 8 and patterns.ATTACHMENT_MARK.match(key_of(before)):
        return " "
    if before and after and before[-1].isascii() and after[0].isascii():
        return " " if before[-1].isalpha() and after[0].isalpha() else ""
    return ""


def text_of(blocks: Sequence[Block]) -> str:
    """The text of blocks, one line break between two."""
    return "\n".join(block.text for block in blocks)
