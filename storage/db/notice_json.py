"""A recognised notice as compact JSON and back; the form in which the library keeps it."""

from __future__ import annotations

from typing import Any

from storage.db.values import from_json, to_json
from storage.types import Attachment, Block, Heading, Notice, Part, Relation, Span

_PLAIN = (
    "title",
    "start_line",
    "end_line",
    "number",
    "section",
    "issuer",
    "date",
    "addressees",
    "genre",
    "contents_index",
    "effective",
    "validity_years",
)


def pack_notice(notice: Notice) -> bytes:
    """A notice as JSON: an object of its fields, those that are empty left out."""
    fields: dict[str, object] = {
        name: value for name in _PLAIN if (value := getattr(notice, name)) is not None
    }
    fields["attachments"] = [[item.name, item.omitted] for item in notice.attachments]
    fields["parts"] = [[part.title, part.line] for part in notice.parts]
    fields["relations"] = [[item.type, item.target, item.line] for item in notice.relations]
    fields["outline"] = [[head.line, head.level, head.text] for head in notice.outline]
    fields["joins"] = [list(join) for join in notice.joins]
    fields["blocks"] = [_pack_block(block) for block in notice.blocks]
    return to_json({name: value for name, value in fields.items() if value != []})


def _pack_block(block: Block) -> list[object]:
    """[kind, text, first line, last line], then level, spans and rows where there are any.

    The rows of a table whose text is just these rows, cell by cell, are told by `true`.
    """
    packed: list[object] = [block.kind, block.text, *block.lines]
    if not (block.level or block.spans or block.rows is not None):
        return packed
    rows: object = None
    if block.rows is not None:
        plain = rows_of_text(block.text) == block.rows
        rows = True if plain else [list(row) for row in block.rows]
    packed += [block.level, [[span.start, span.end, span.kind] for span in block.spans], rows]
    return packed


def rows_of_text(text: str) -> tuple[tuple[str, ...], ...]:
    """The rows that a table's text says: tabs between cells, line breaks between rows."""
    return tuple(tuple(line.split("\t")) for line in text.split("\n"))


def unpack_notice(data: bytes) -> Notice:
    """The notice that `pack_notice` packed."""
    fields: dict[str, Any] = from_json(data)
    many = fields.get
    return Notice(
        **{name: fields[name] for name in _PLAIN if name in fields},
        attachments=tuple(Attachment(*item) for item in many("attachments", ())),
        parts=tuple(Part(*item) for item in many("parts", ())),
        relations=tuple(Relation(*item) for item in many("relations", ())),
        outline=tuple(Heading(*item) for item in many("outline", ())),
        joins=tuple((first, second) for first, second in many("joins", ())),
        blocks=tuple(_unpack_block(item) for item in many("blocks", ())),
    )


def unpack_text(data: bytes) -> tuple[list[str], list[int], list[tuple[int, int, str]]]:
    """Of a packed notice: the text of its blocks, their first lines, and its heads.

    The heads are those of the outline, else the headings, each its line, level and text.
    """
    fields: dict[str, Any] = from_json(data)
    blocks: list[list[Any]] = fields.get("blocks", [])
    heads = [(line, level, text) for line, level, text in fields.get("outline", ())] or [
        (block[2], block[4] if len(block) > 4 else 0, block[1])
        for block in blocks
        if block[0] == "heading"
    ]
    return [block[1] for block in blocks], [block[2] for block in blocks], heads


def _unpack_block(packed: list[Any]) -> Block:
    kind, text, first, last = packed[:4]
    if len(packed) == 4:
        return Block(kind, text, (first, last))
    level, spans, rows = packed[4:]
    if rows is True:
        rows = rows_of_text(text)
    elif rows is not None:
        rows = tuple(tuple(row) for row in rows)
    return Block(kind, text, (first, last), level, rows, tuple(Span(*span) for span in spans))
