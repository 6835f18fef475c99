"""`antou parse`: what the recogniser makes of a file; nothing is stored."""

from __future__ import annotations

from pathlib import Path

from storage.cli.session import FINE, Session


def print_parsed(session: Session, file: str) -> int:
    """Print the file as recognised, in the form of PARSE_JSON.md."""
    from storage.parse import parse_source
    from storage.parse.as_json import to_json
    from storage.sources import read_source

    session.output.json(to_json(parse_source(read_source(Path(file)))))
    return FINE
