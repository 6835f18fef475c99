"""Which terms of a query are words that somebody knows: the texts, or a dictionary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from storage.search.language import And, Kind, Near, Node, Not, Or, Term


def with_known(node: Node, knows: Callable[[str], bool]) -> Node:
    """The tree with its known words told as such."""
    if isinstance(node, Term):
        return _term(node, knows)
    if isinstance(node, And | Or):
        return replace(node, parts=tuple(with_known(part, knows) for part in node.parts))
    if isinstance(node, Not):
        return Not(with_known(node.part, knows))
    if isinstance(node, Near):
        choices = (tuple(_term(term, knows) for term in choice) for choice in node.parts)
        return replace(node, parts=tuple(choices))
    return node


def _term(term: Term, knows: Callable[[str], bool]) -> Term:
    known = term.kind is Kind.WORD and knows(term.text)
    return replace(term, known=True) if known else term
