"""Character pairs: how a text is entered in the cache of pairs, and how it is asked for.

A pair is two neighbouring characters of the squeezed, folded text. SQLite's plain tokenizer
splits at everything of ASCII that is neither letter nor digit, so signs are moved out of ASCII
first. Different characters may be moved to the same one: the pairs only propose notices, the
text itself decides.
"""

from __future__ import annotations

# Stands behind the last character, so that this one begins a pair too.
_END = "\uf8ff"
# More pairs than these hardly narrow the proposals down, and each costs time.
_MOST_PAIRS = 48


def _moves() -> dict[int, int]:
    """Where characters go that the tokenizer would split at, or SQLite would not take."""
    moved = {code: 0xFEE0 + code for code in range(0x21, 0x7F) if not chr(code).isalnum()}
    moved |= {code: 0xE100 + code for code in (*range(0x21), 0x7F)}
    return moved | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)


_MOVES = _moves()


def document_pairs(text: str) -> str:
    """All pairs of a squeezed, folded text, each once, with a blank between."""
    moved = text.translate(_MOVES) + _END
    return " ".join(sorted({moved[at : at + 2] for at in range(len(moved) - 1)}))


def asked_pairs(text: str) -> list[str]:
    """What must be there where `text` is: expressions for SQLite's MATCH, at most 48.

    One character asks for any pair that begins with it.
    """
    moved = text.translate(_MOVES)
    if len(moved) == 1:
        return [f'"{moved}"*']
    every_other = range(0, len(moved) - 1, 2)
    starts = [*every_other, len(moved) - 2]
    spread = starts[:: -(-len(starts) // _MOST_PAIRS)]
    return sorted({f'"{moved[at : at + 2]}"' for at in spread})


def match_expression(texts: list[str]) -> str:
    """The MATCH expression for notices that may hold all of `texts` (squeezed, folded)."""
    pairs = sorted({pair for text in texts if text for pair in asked_pairs(text)})
    return " AND ".join(pairs[:: max(1, -(-len(pairs) // _MOST_PAIRS))])
