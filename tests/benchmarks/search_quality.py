"""Recall and precision of search over the shared texts: python -m tests.benchmarks.search_quality.

Literal terms against a plain scan of all texts; words against all places where a word of the text
begins or ends; a hundred terms that officials type against what they mean (test_quality.py).
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterable
from pathlib import Path

from storage.search import SearchIndex
from storage.search.prepare import cuts_of
from storage.search.segmenter import Segmenter
from storage.search.words import Cuts
from storage.text import fold, squeeze
from storage.types import StoredNotice
from tests.shared_texts import all_texts
from tests.storage.search.indexes import ask, build
from tests.storage.search.test_quality import TERMS, false_places, hit_places, places
from tests.storage.search.texts import DICTIONARY, notices_of_shared_texts

Places = dict[str, set[int]]
_PASSAGES = 300


def main() -> None:
    """Print the table."""
    if not all_texts():
        print("There are no shared texts here.")
        return
    notices = notices_of_shared_texts()
    cut = Segmenter(DICTIONARY, DICTIONARY).cut
    texts = {one.summary.uuid: fold(squeeze(one.notice.text)) for one in notices}
    cuts = {one.summary.uuid: cuts_of(one.notice, cut) for one in notices}
    print("| what is asked | places there | recall | precision |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        index = build(Path(folder), notices)
        passages = [*TERMS, *passages_of(list(texts.values()))]
        asked = [(f'"{one}"', all_places(texts, one)) for one in passages]
        print_row(f"{len(passages)} quoted terms and passages", asked, index, notices)
        asked = [(term, at_borders(texts, cuts, term)) for term in TERMS]
        print_row(f"{len(TERMS)} words, at borders of words", asked, index, notices)
        asked = [(term, meant(texts, term)) for term in TERMS]
        print_row(f"{len(TERMS)} words, what they mean", asked, index, notices)
        seldom = [term for term in TERMS if term != "市政"]
        asked = [(term, meant(texts, term)) for term in seldom]
        print_row("the same without 市政, which may find 市政府", asked, index, notices)
        index.close()


def print_row(
    name: str,
    asked: Iterable[tuple[str, Places]],
    index: SearchIndex,
    notices: list[StoredNotice],
) -> None:
    """A row of the table for queries with the places that they should find."""
    there = right = all_found = 0
    sources = {one.summary.uuid: one.notice.text for one in notices}
    for query, expected in asked:
        result = ask(index, query, notices, limit=len(notices))
        found = {
            one.summary.uuid: hit_places(one, sources[one.summary.uuid]) for one in result.notices
        }
        there += sum(map(len, expected.values()))
        all_found += sum(map(len, found.values()))
        right += sum(len(where & found.get(uuid, set())) for uuid, where in expected.items())
    print(f"| {name} | {there:,} | {right / there:.4f} | {right / all_found:.4f} |")


def passages_of(texts: list[str]) -> list[str]:
    """Passages of one to thirty characters out of the texts, the same ones each time."""
    chance = random.Random(5)
    found: list[str] = []
    while len(found) < _PASSAGES:
        text, length = chance.choice(texts), chance.randint(1, 30)
        start = chance.randrange(max(1, len(text) - length))
        passage = text[start : start + length]
        if not set(passage) & set('"“”„‟「」『』?*'):
            found.append(passage)
    return found


def all_places(texts: dict[str, str], term: str) -> Places:
    """What a plain scan finds."""
    return {uuid: set(places(text, term)) for uuid, text in texts.items() if term in text}


def at_borders(texts: dict[str, str], cuts: dict[str, Cuts], term: str) -> Places:
    """The places where a word of the text begins at the start, or ends at the end."""
    return {
        uuid: {at for at in where if at in cuts[uuid] or at + len(term) in cuts[uuid]}
        for uuid, where in all_places(texts, term).items()
    }


def meant(texts: dict[str, str], term: str) -> Places:
    """The places that mean the term."""
    return {
        uuid: where - false_places(texts[uuid], term)
        for uuid, where in all_places(texts, term).items()
    }


if __name__ == "__main__":
    main()
