"""The query language: what the user typed, as a tree of small values.

- quotes: where text stands between quotes · numbers: document numbers in any form
- values: dates, years and issues with their ranges · fields: the names of fields
- tokens: words, operators and fields with their places · parser: the tree, and what was mended
"""

from storage.search.language.parser import ParsedQuery, parse_query
from storage.search.language.tree import (
    And,
    Filled,
    Kind,
    Leaf,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Range,
    Reach,
    Term,
    wanted,
)

__all__ = [
    "And",
    "Filled",
    "Kind",
    "Leaf",
    "Loose",
    "Near",
    "Node",
    "Not",
    "Or",
    "ParsedQuery",
    "Range",
    "Reach",
    "Term",
    "parse_query",
    "wanted",
]
