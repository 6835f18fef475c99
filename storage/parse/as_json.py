"""What was recognised as a JSON object (the form of PARSE_JSON.md)."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from storage.types import Block, Notice, ParsedSource


def to_json(parsed: ParsedSource) -> dict[str, Any]:
    """The object that `antou parse` prints: only dicts, lists, strings, numbers and None."""
    return {
        "source": parsed.source,
        "issue": asdict(parsed.issue),
        "contents": [asdict(entry) for entry in parsed.contents],
        "notices": [_notice(notice) for notice in parsed.notices],
        "furniture": [asdict(line) for line in parsed.furniture],
        "repeats": [asdict(repeat) for repeat in parsed.repeats],
        "warnings": [asdict(warning) for warning in parsed.warnings],
    }


def _notice(notice: Notice) -> dict[str, Any]:
    plain = {
        name: getattr(notice, name)
        for name in (
            "title",
            "number",
            "section",
            "issuer",
            "date",
            "addressees",
            "genre",
            "start_line",
            "end_line",
            "contents_index",
            "effective",
            "validity_years",
        )
    }
    return plain | {
        "attachments": [asdict(attachment) for attachment in notice.attachments],
        "parts": [asdict(part) for part in notice.parts],
        "relations": [asdict(relation) for relation in notice.relations],
        "outline": [asdict(heading) for heading in notice.outline],
        "joins": [list(join) for join in notice.joins],
        "blocks": [_block(block) for block in notice.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    found: dict[str, Any] = {
        "kind": block.kind,
        "level": block.level,
        "text": block.text,
        "lines": list(block.lines),
    }
    if block.rows is not None:
        found["rows"] = [list(row) for row in block.rows]
    if block.spans:
        found["spans"] = [asdict(span) for span in block.spans]
    return found
