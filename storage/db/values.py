"""How values lie in columns: texts of any characters, moments of time, packed JSON."""

from __future__ import annotations

import json
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from storage.errors import UserFault
from storage.moments import now as now


def to_column(text: str | None) -> str | bytes | None:
    """A text for a column; one with lone surrogates, which SQLite refuses, as bytes."""
    if text is None or not _has_surrogates(text):
        return text
    return text.encode("utf-8", "surrogatepass")


def from_column(value: str | bytes | None) -> str | None:
    """The text that `to_column` laid down."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def text_from(value: str | bytes | None) -> str:
    """The text of a column that is never null."""
    return from_column(value) or ""


def _has_surrogates(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def to_json(value: object) -> bytes:
    """Compact JSON as UTF-8; lone surrogates are kept."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def from_json(data: bytes) -> Any:
    """The value that `to_json` packed."""
    return json.loads(data.decode("utf-8", "surrogatepass"))


def unpack_text(data: bytes) -> str:
    """The text of compressed UTF-8; lone surrogates are kept."""
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


@contextmanager
def stored_values(path: Path) -> Generator[None, None, None]:
    """Raise library-damaged for packed values that cannot be unpacked: the disk changed them."""
    try:
        yield
    except (zlib.error, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise UserFault("library-damaged", path=str(path)) from error
