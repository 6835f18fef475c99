"""Long terms that no dictionary knows: found as they stand, or by their words.

农村公路养护补贴办法 may stand nowhere just so. Where the term itself finds next to nothing,
notices that hold all its words are found too, behind those that hold it whole.
"""

from __future__ import annotations

from dataclasses import replace

from storage.search.evaluation import Evaluation
from storage.search.language import And, Kind, Loose, Node, Or, Term
from storage.types import QueryProblem

_LONG, _LONGEST = 5, 60
_NEXT_TO_NOTHING = 2
# Where pairs propose more than these the term is hardly rare, and looking would take long.
_MOST_LOOKED = 1200


def loosened(tree: Node, evaluation: Evaluation) -> tuple[Node, tuple[QueryProblem, ...]]:
    """The tree with its unknown long terms taken loosely, and what is to be told about it."""
    if isinstance(tree, And | Or):
        done = [loosened(part, evaluation) for part in tree.parts]
        told = tuple(problem for _, problems in done for problem in problems)
        return (replace(tree, parts=tuple(part for part, _ in done)) if told else tree), told
    words = _words(tree, evaluation) if isinstance(tree, Term) else ()
    if not isinstance(tree, Term) or not words:
        return tree, ()
    shown = " ".join(word.text for word in words)
    told = QueryProblem("search-loosened", tree.start, tree.end, (("words", shown),))
    return Loose(tree, words), (told,)


def _words(term: Term, evaluation: Evaluation) -> tuple[Term, ...]:
    """The words of a term that is to be taken loosely; () for any other."""
    universe = evaluation.universe
    if term.kind is not Kind.WORD or term.field or not _LONG <= len(term.text) <= _LONGEST:
        return ()
    proposed = evaluation.bound(term)
    if term.known or len(proposed) > _MOST_LOOKED:
        return ()
    if len(evaluation.matches(term, proposed)) > _NEXT_TO_NOTHING:
        return ()
    words = [word for word in universe.cut(term.text) if len(word) > 1]
    if len(words) < 2:
        return ()
    return tuple(replace(term, text=word, known=True) for word in dict.fromkeys(words))
