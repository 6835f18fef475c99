"""Single values as the cache file keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from storage.search.faults import IndexDamaged


def blob(value: object) -> bytes:
    """A value that was written as bytes; raises IndexDamaged where it is anything else."""
    if not isinstance(value, bytes):
        raise IndexDamaged(f"{type(value).__name__} instead of bytes")
    return value


def bytes_of(text: str) -> bytes:
    """A text, whatever characters it has."""
    return text.encode("utf-8", "surrogatepass")


def text_of(value: object) -> str:
    """The text that `bytes_of` was given; raises ValueError or IndexDamaged."""
    return blob(value).decode("utf-8", "surrogatepass")


def wide_bytes(text: str) -> bytes:
    """A text of Chinese characters in two thirds of the bytes."""
    return text.encode("utf-16-le", "surrogatepass")


def wide_text(value: object) -> str:
    """The text that `wide_bytes` was given; raises ValueError or IndexDamaged."""
    return blob(value).decode("utf-16-le", "surrogatepass")


def short_uuid(uuid: str) -> bytes | str:
    """A UUID in half as many bytes as it has characters; a name that is none as it is."""
    try:
        found = UUID(uuid)
    except ValueError:
        return uuid
    return found.bytes if str(found) == uuid else uuid


def long_uuid(short: object) -> str:
    """The name that `short_uuid` was given; raises IndexDamaged."""
    if isinstance(short, str):
        return short
    digits = blob(short).hex()
    # UUID's own way takes four times as long, and all notices have one.
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def lengths_of(words: Sequence[str]) -> bytes:
    """The length of each word, one byte each; b"" where one is longer than that."""
    lengths = [len(word) for word in words]
    return bytes(lengths) if max(lengths, default=0) < 1 << 8 else b""
