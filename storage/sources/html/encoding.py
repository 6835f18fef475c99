"""Which encoding a web page is in: its mark, what it says of itself, what fits."""

from __future__ import annotations

import codecs
import re

from storage.errors import UserFault
from storage.sources.decoding import decode

# <meta charset="gb2312">   content="text/html; charset=gbk"   <?xml encoding="utf-8"?>
_TOLD = re.compile(
    rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-zA-Z0-9_.:-]{2,30})""", re.IGNORECASE
)
_HEAD = 4096
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "cp936": "gb18030"}
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Of a page in its own encoding hardly a character is damaged.
_MOST_DAMAGED = 0.005


def decode_page(data: bytes, name: str, told: str = "") -> str:
    """Turn the bytes of a page into characters; `told` is the encoding that its envelope names.

    Raises UserFault: binary, wrongly encoded.
    """
    if data.startswith(_MARKS):
        return decode(data, name)
    encoding = _usable(told) or _told_encoding(data)
    if encoding is not None:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass  # what fits is tried next; browsers do not trust the page either
    try:
        return decode(data, name)
    except UserFault:
        text = data.decode(encoding or "utf-8", errors="replace")
        if text.count("\ufffd") > len(text) * _MOST_DAMAGED or "\x00" in text:
            raise
        return text


def _told_encoding(data: bytes) -> str | None:
    found = _TOLD.search(data[:_HEAD])
    return _usable(found.group(1).decode("ascii")) if found else None


def _usable(name: str) -> str | None:
    """The codec of a name; None where there is none, or one that can't be a page's.

    UTF-16 told in ASCII bytes is a mistake, and codecs like "hex" are no text.
    """
    name = _WIDER.get(name.lower(), name.lower())
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    is_text = getattr(codec, "_is_text_encoding", True)
    if not is_text or codec.name.startswith(("utf-16", "utf-32", "idna", "punycode", "unicode")):
        return None
    return "gb18030" if codec.name in ("gbk", "gb2312") else codec.name
