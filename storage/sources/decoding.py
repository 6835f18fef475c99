"""From bytes to characters: which encoding a text file is in."""

from __future__ import annotations

import codecs

from storage.errors import UserFault

# The marks of UTF-32 begin with those of UTF-16, or with two zero bytes.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Signatures of formats that are no text, so that the message can name what they are.
_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"Rar!",
    b"GIF8",
)
_SAMPLE = 200_000


def decode(data: bytes, name: str) -> str:
    """Turn the bytes of a text file into characters.

    Raises UserFault: binary (not text), wrongly encoded (no encoding that we know fits).
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name)
    if data.startswith(_BINARY):
        raise UserFault("source-binary", path=name)
    wide = _wide_encoding(data)
    if wide:
        return _strictly(data, wide, name)
    if b"\x00" in data:
        raise UserFault("source-binary", path=name)
    text = _first_that_fits(data)
    if text is None:
        raise UserFault("source-encoding", path=name)
    if _looks_binary(text):
        raise UserFault("source-binary", path=name)
    return text


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise UserFault("source-encoding", path=name) from fault


def _first_that_fits(data: bytes) -> str | None:
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: zero bytes, and one of the two byte orders gives usual characters.

    Zero bytes alone do not tell the order: 一 has one on the other side than ASCII.
    """
    sample = data[:_SAMPLE]
    if len(data) % 2 or b"\x00" not in sample:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, errors="replace")
        if sum(map(_is_usual, text)) * 20 >= len(text) * 19 and not _looks_binary(text):
            return encoding
    return None


def _is_usual(character: str) -> bool:
    """A character that Chinese texts are made of: Han, its punctuation, ASCII, wide forms."""
    code = ord(character)
    return (
        0x3000 <= code < 0x30FF
        or 0x3400 <= code < 0xA000
        or 0x2000 <= code < 0x2700
        or 0xFF00 <= code < 0xFFF0
        or 0x20 <= code < 0x250
        or code in (9, 10, 13)
    )


def _looks_binary(text: str) -> bool:
    """Text has hardly any control characters; what was binary is full of them."""
    sample = text[:_SAMPLE]
    odd = sum(1 for character in sample if character < " " and character not in "\t\n\r\f\v\x1a")
    odd += sample.count("\ufffd")
    return odd * 50 > len(sample)
