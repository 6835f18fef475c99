"""Reading a file from the disk, whatever is wrong with it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from storage.errors import UserFault
from storage.sources.decoding import decode
from storage.types import SourceText

LARGEST = 20 * 1024 * 1024


def _read_text(data: bytes, name: str) -> tuple[str, ...]:
    """Split a text on \\n only: form feeds and U+2028 stand inside the lines of PDF text."""
    text = decode(data, name).replace("\r\n", "\n")
    return tuple(text.split("\n"))


# One reader a format: bytes and name to numbered lines. Other formats are added here.
_READERS: dict[str, Callable[[bytes, str], tuple[str, ...]]] = {
    ".txt": _read_text,
    ".text": _read_text,
    ".md": _read_text,
    ".markdown": _read_text,
    "": _read_text,
}


def read_source(path: Path) -> SourceText:
    """Read a file into numbered lines.

    Raises UserFault: missing, a folder, without rights, empty, larger than 20 MB, binary,
    wrongly encoded, of an unknown format.
    """
    reader = _READERS.get(path.suffix.lower())
    data = _bytes_of(path, known=reader is not None)
    if reader is None:
        raise UserFault("source-format", path=str(path), format=path.suffix)
    lines = reader(data, str(path))
    if not any(line.strip() for line in lines):
        raise UserFault("source-empty", path=str(path))
    return SourceText(path.name, lines, hashlib.sha256(data).hexdigest(), data)


def _bytes_of(path: Path, *, known: bool) -> bytes:
    """All bytes of the file; of an unknown format none are read."""
    try:
        if path.is_dir():
            raise UserFault("source-folder", path=str(path))
        size = path.stat().st_size
        if size > LARGEST:
            raise UserFault("source-large", path=str(path), limit=LARGEST // (1024 * 1024))
        data = path.read_bytes() if known else b""
    except FileNotFoundError as fault:
        raise UserFault("source-missing", path=str(path)) from fault
    except PermissionError as fault:
        raise UserFault("source-rights", path=str(path)) from fault
    except (OSError, ValueError) as fault:
        raise UserFault("source-unreadable", path=str(path), reason=str(fault)) from fault
    if known and not data:
        raise UserFault("source-empty", path=str(path))
    return data
