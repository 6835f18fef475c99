"""What whoosh adds to the order of results: python -m tests.benchmarks.search_ranking [pool].

Twenty queries over the shared texts, the first five results of each judged by hand: 2 for what
is about the thing asked for, 1 for what has something to say about it, 0 for what only mentions
it. The table gives nDCG of the first five; `pool` prints what is to be judged.
"""

from __future__ import annotations

import math
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from storage.search import searching
from storage.search.layout import HEADING
from storage.search.prepare import PreparedNotice, Preparer
from storage.search.segmenter import Segmenter
from tests.shared_texts import all_texts
from tests.storage.search.indexes import ask, build
from tests.storage.search.texts import DICTIONARY, notices_of_shared_texts

# Each query with the judged notices, by the last four digits of their names.
JUDGED = {
    "煤矿": "0026:2 0084:2 0001:2 0056:1 0049:1",
    "安全生产": "0001:2 0084:2 0095:1 0012:1 0000:0 0015:1",
    "充电桩": "0027:1 0056:1",
    "不动产登记": "0089:1 0000:1 0047:0 0075:1",
    "营商环境": "0002:1 0089:2 0031:1 0060:1 0027:1",
    "医疗保障": "0075:1 0027:1 0067:0 0010:2 0051:2",
    "地下水": "0033:2 0008:1",
    "人事任免": "0067:0",
    "消防": "0043:1 0035:1 0018:1 0015:1 0027:0 0065:1",
    "养老服务": "0017:1 0000:0 0051:2 0050:1 0061:1",
    "供暖": "0034:2 0032:2 0055:1 0054:0",
    "煤矿 智能化": "0026:2 0049:1 0011:1 0027:1",
    "安全 责任 追究": "0028:2 0084:2 0053:1 0017:0 0029:1",
    "招商引资": "0041:1 0093:1 0040:1 0019:1 0027:1 0089:1",
    "老旧小区 改造": "0027:1 0035:1 0030:1",
    "应急预案": "0052:2 0079:2 0018:2 0094:0 0053:0 0069:1",
    "国有资产": "0067:2",
    "教育 培训": "0061:2 0050:2 0047:1 0012:1 0013:0",
    "环境保护 污染": "0052:2 0055:1 0009:2 0094:0 0029:2",
    "创业 就业": "0047:2 0050:2 0061:1 0011:1 0057:0",
}
FIELDS = {
    "without whoosh": (),
    "titles": ("title",),
    "titles, headings": ("title", "headings"),
    "titles, headings, key words": ("title", "headings", "key_words"),
    "titles, headings, key words, body": ("title", "headings", "key_words", "body"),
}
_FIRST = 5
_KEY_WORDS = 20


def main() -> None:
    """Print the table, or what is to be judged."""
    if not all_texts():
        print("There are no shared texts here.")
        return
    notices = notices_of_shared_texts()
    segmenter = Segmenter(DICTIONARY, DICTIONARY)
    preparer = Preparer(segmenter)
    titles = {one.summary.uuid: one.summary.title for one in notices}
    with tempfile.TemporaryDirectory() as folder:
        searcher = whoosh_of([preparer.prepare(one) for one in notices], Path(folder, "whoosh"))
        index = build(Path(folder, "index"), notices)
        found: dict[str, dict[str, list[str]]] = {}
        for query in JUDGED:
            words = [word for term in query.split() for word in {term, *segmenter.cut(term)}]
            for name, fields in FIELDS.items():
                with ranked_by(scores_of(searcher, words, fields)):
                    result = ask(index, query, notices, limit=_FIRST)
                keys = [one.summary.uuid for one in result.notices]
                found.setdefault(query, {})[name] = keys
        index.close()
        searcher.close()
    if sys.argv[1:] == ["pool"]:
        for query, orders in found.items():
            print(f"## {query}")
            for uuid in dict.fromkeys(uuid for keys in orders.values() for uuid in keys):
                print(f"  {uuid} {titles[uuid]}")
        return
    print("| whoosh knows | nDCG of the first five |\n|---|---|")
    for name in FIELDS:
        values = [gain(orders[name], judged_of(query)) for query, orders in found.items()]
        print(f"| {name} | {sum(values) / len(values):.3f} |")


def judged_of(query: str) -> dict[str, int]:
    """The judgements of a query's notices."""
    pairs = (pair.split(":") for pair in JUDGED[query].split())
    return {name: int(value) for name, value in pairs}


def gain(keys: Sequence[str], judged: Mapping[str, int]) -> float:
    """The discounted gain of an order, as a part of the best one's."""
    best = sum_of(sorted(judged.values(), reverse=True)[:_FIRST])
    return sum_of([judged.get(key[-4:], 0) for key in keys]) / best if best else 1.0


def sum_of(values: Sequence[int]) -> float:
    """The discounted gain of judgements in order."""
    return sum((2**value - 1) / math.log2(place + 2) for place, value in enumerate(values))


def whoosh_of(prepared: Sequence[PreparedNotice], folder: Path) -> Any:
    """A whoosh index of everything that was tried; its searcher."""
    from whoosh import fields, index  # pyright: ignore[reportMissingTypeStubs]

    typed: Any = fields
    schema = typed.Schema(
        uuid=typed.ID(stored=True),
        title=typed.KEYWORD(scorable=True, field_boost=3.0),
        headings=typed.KEYWORD(scorable=True, field_boost=1.5),
        key_words=typed.KEYWORD(scorable=True),
        body=typed.KEYWORD(scorable=True),
    )
    folder.mkdir()
    opened: Any = index
    made = opened.create_in(str(folder), schema)
    writer = made.writer()
    spread = Counter(word for notice in prepared for word in set(notice.words))
    for notice in prepared:
        words = telling(notice.words)
        counts = Counter(words)
        rare = {
            word: count * math.log(len(prepared) / spread[word]) for word, count in counts.items()
        }
        key_words = sorted(rare, key=rare.__getitem__, reverse=True)[:_KEY_WORDS]
        writer.add_document(
            uuid=notice.uuid,
            title=" ".join(dict.fromkeys(telling(notice.title))),
            headings=" ".join(telling(list(headings(notice)))),
            key_words=" ".join(key_words),
            body=" ".join(words),
        )
    writer.commit()
    return made.searcher()


def telling(words: Sequence[str]) -> list[str]:
    """The words that whoosh is given."""
    return [word for word in words if len(word) > 1 and word.isalpha()]


def headings(notice: PreparedNotice) -> Iterator[str]:
    """The words of the headings."""
    zones = {start: end for start, end, _ in notice.layout.zones(HEADING)}
    at = until = 0
    for word in notice.words:
        until = max(until, zones.get(at, 0))
        if at < until:
            yield word
        at += len(word)


def scores_of(searcher: Any, words: Sequence[str], fields: Sequence[str]) -> dict[str, float]:
    """How well the words fit each notice in these fields."""
    from whoosh import query  # pyright: ignore[reportMissingTypeStubs]

    typed: Any = query
    asked = typed.Or([typed.Term(field, word) for word in telling(words) for field in fields])
    return {hit["uuid"]: hit.score for hit in searcher.search(asked, limit=None)} if fields else {}


@contextmanager
def ranked_by(scores: Mapping[str, float]) -> Iterator[None]:
    """Let searches take these scores for those of their own index."""

    def about(self: Any) -> dict[int, float]:
        numbers = self._universe.catalogue.numbers
        return {numbers[uuid]: score for uuid, score in scores.items() if uuid in numbers}

    before = searching.Search.__dict__["_about"]
    searching.Search._about = property(about)  # pyright: ignore
    try:
        yield
    finally:
        searching.Search._about = before


if __name__ == "__main__":
    main()
