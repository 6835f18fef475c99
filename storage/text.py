"""Characters: white space taken out, widths folded, always with the way back to the source."""

from __future__ import annotations

import hashlib
import unicodedata
from array import array
from dataclasses import dataclass


def _fold_table() -> dict[int, int]:
    """Map each character to its narrow lower-case form where that is one character."""
    table: dict[int, int] = {}
    for code in [*range(0x41, 0x250), *range(0x370, 0x590), *range(0xFF00, 0xFFEF)]:
        folded = unicodedata.normalize("NFKC", chr(code)).lower()
        if len(folded) == 1 and ord(folded) != code and not folded.isspace():
            table[code] = ord(folded)
    brackets = {
        "〔": "[",
        "〕": "]",
        "【": "[",
        "】": "]",
        "﹝": "[",
        "﹞": "]",
        "—": "-",
        "–": "-",
    }
    table.update({ord(wide): ord(narrow) for wide, narrow in brackets.items()})
    return table


_FOLDED = _fold_table()


def fold(text: str) -> str:
    """Fold width and case, one character to one character, so that offsets stay."""
    return text.translate(_FOLDED)


def squeeze(text: str) -> str:
    """Take every white-space character out, full-width blanks and line breaks too."""
    return "".join(text.split())


def text_hash(text: str) -> str:
    """SHA-256 in hex of the squeezed text: equal where two texts differ only in white space."""
    return hashlib.sha256(squeeze(text).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text without white space, and for each of its characters the offset in the source."""

    text: str
    offsets: array[int]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Turn a non-empty span of the squeezed text into a span of the source."""
        return self.offsets[start], self.offsets[end - 1] + 1


def squeeze_with_offsets(text: str, *, folded: bool = False) -> Squeezed:
    """Squeeze a text and keep the way back; `folded` folds width and case too."""
    kept = array("l", (at for at, character in enumerate(text) if not character.isspace()))
    squeezed = squeeze(text)
    return Squeezed(fold(squeezed) if folded else squeezed, kept)
