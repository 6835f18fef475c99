"""What a decision to amend says, sentence by sentence: which articles, and what becomes of them."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

from storage.comparing.units import NUMERALS
from storage.text import chinese_number, squeeze_with_offsets
from storage.types import Notice

Place = tuple[int, int]
_NUMBER = rf"[{NUMERALS}\d]{{1,8}}"
# 第十五条之一第二款第(三)项
_ARTICLE = re.compile(
    rf"第({_NUMBER})条(?:之([{NUMERALS}]))?(?:第({_NUMBER})款)?(?:第\(?({_NUMBER})\)?项)?"
)
# …改为第十六条   作为第十一条
_NEW_PLACE = re.compile(rf"(?:改为|调整为|作为)第{_NUMBER}条(?:之[{NUMERALS}])?(?:第{_NUMBER}款)?")
_ADDS = re.compile(r"增加|增写|增设|补充|插入")
_BECOMES = re.compile(r"(?:修改|修订|更改|变更|调整|替换|更换|改|表述)(?:成|为):?$")
_TAKES_OUT = re.compile(r"删去|删除|去掉")
# “甲”后增加“乙”
_BESIDE = re.compile(r"^(?:之|的)?([前后])")
# “二、重点任务”中“(三)…”的“甲”   “教育入学”的完成时限,由“甲”
_WITHIN = re.compile(r"^(?:[^,]{0,6}?[中里内]的?|[^,]{0,6}的)[^,的]{0,8}(?:,?由)?$")
_AND = re.compile(r"^(?:[、,和及与或]|以及)?$")
_OPENING, _CLOSING = "“「『", "”」』"
_MARKS = frozenset('“「『"')
_MASK = "\ue000"
_ENDS = "。;"


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it is named: 第十五条之一第二款第（三）项; 0 where nothing is said."""

    number: int
    insertion: int = 0
    paragraph: int = 0
    item: int = 0

    @property
    def key(self) -> tuple[int, int]:
        """Its number and, for 第十五条之一, the insertion's."""
        return self.number, self.insertion


@dataclass(slots=True)
class Order:
    """One thing that a decision orders. Spans are places in the decision's text.

    `kind`: replace (an article by `new`) · insert (`new` as an article or part of one) · delete
    (an article) · words (`old` words by `new`, None where they go) · beside (`new` after or before
    the `old` words). `within` are heads between which the old words are to be looked for.
    `new_place` is the number that an inserted or renumbered article gets.
    """

    kind: str
    sentence: Place
    articles: tuple[Article, ...] = ()
    new: Place | None = None
    old: tuple[Place, ...] = ()
    within: tuple[Place, ...] = ()
    new_place: Article | None = None
    before: bool = False


@dataclass(slots=True)
class _Text:
    """A decision without white space but for the ends of its blocks; quotations masked."""

    key: str
    masked: str
    offsets: array[int]
    quotes: list[Place]

    def place(self, span: Place) -> Place:
        """A span of the key as a place of the text."""
        return self.offsets[span[0]], self.offsets[max(span[1] - 1, span[0])] + 1


@dataclass(slots=True)
class _State:
    """What has been named so far and waits for its verb."""

    articles: tuple[Article, ...] = ()
    pending: list[Place] = field(default_factory=list[Place])
    within: list[Place] = field(default_factory=list[Place])


def sentences_of(decision: Notice) -> Iterator[tuple[str, Place, list[Order]]]:
    """The sentences of a decision: key with quotations masked, place, and what they order."""
    text = _read(decision)
    state = _State()
    for first, last in _sentences(text):
        if text.masked[first:last].strip("\n"):
            yield (
                text.masked[first:last],
                text.place((first, last)),
                _orders(text, first, last, state),
            )


def _read(decision: Notice) -> _Text:
    keys: list[str] = []
    offsets = array("l")
    start = 0
    for block in decision.blocks:
        squeezed = squeeze_with_offsets(block.text, folded=True)
        keys.append(squeezed.text)
        offsets.extend(at + start for at in squeezed.offsets)
        start += len(block.text) + 1
        offsets.append(start - 1)
    key = "\n".join(keys) + "\n"
    quotes = list(_quotes(key))
    masked = list(key)
    for first, last in quotes:
        masked[first:last] = _MASK * (last - first)
    return _Text(key, "".join(masked), offsets, quotes)


def _quotes(key: str) -> Iterator[Place]:
    """What stands between quotation marks; those inside a title 《…》 or a quotation do not count.

    A quotation over several paragraphs has an opening mark before each, a closing one at its end.
    """
    depth, titles, start, straight = 0, 0, 0, False
    for at, character in enumerate(key):
        if not depth and not straight:
            titles += (character == "《") - (character == "》" and titles > 0)
            titles = 0 if character == "\n" else titles
            if titles:
                continue
        if character == '"' and not depth:
            if straight:
                yield start, at
            straight, start = not straight, at + 1
        elif character in _OPENING and not straight:
            if not (depth and key[at - 1] == "\n"):
                start = start if depth else at + 1
                depth += 1
        elif character in _CLOSING and depth:
            depth -= 1
            if not depth:
                yield start, at


def _sentences(text: _Text) -> Iterator[Place]:
    """The sentences; what stands before a quotation on a line of its own goes on there."""
    start = 0
    for at, character in enumerate(text.masked):
        goes_on = text.masked[at + 1 : at + 2] in _MARKS
        if character in _ENDS or (character == "\n" and not goes_on):
            if at > start:
                yield start, at + (character != "\n")
            start = at + 1


def _orders(text: _Text, first: int, last: int, state: _State) -> list[Order]:
    """What one sentence orders, quotation by quotation."""
    found: list[Order] = []
    place = text.place((first, last))
    state.pending, state.within = [], []
    if _ARTICLE.search(text.masked, first, last) or not text.masked.startswith(
        ("并", "其中"), first
    ):
        state.articles = ()
    at = first
    for quote in text.quotes:
        if quote[0] < first or quote[1] > last:
            continue
        said = text.masked[at : quote[0] - 1]
        order = _order_of(said, quote, state)
        if order is not None:
            found.append(_finished(text, order, place))
        at = quote[1] + 1
    found += (_finished(text, order, place) for order in _unquoted(text.masked[at:last], state))
    return found


def _order_of(said: str, quote: Place, state: _State) -> Order | None:
    """What is ordered by the words before a quotation; None where it is only named."""
    new_place = _take_articles(said, state)
    order: Order | None = None
    words, within = tuple(state.pending), tuple(state.within)
    if _ADDS.search(said):
        beside = _BESIDE.match(said) if words else None
        kind = "beside" if beside else "insert"
        order = Order(kind, quote, state.articles, quote, words, within, new_place)
        order.before = beside is not None and beside.group(1) == "前"
    elif _BECOMES.search(said):
        kind = "words" if words else "replace"
        order = Order(kind, quote, state.articles, quote, words, within, new_place)
    elif _TAKES_OUT.search(said):
        order = Order("words", quote, state.articles, None, (quote,), within)
    elif words and _WITHIN.match(said):
        state.within += state.pending
        state.pending = [quote]
    elif words and _AND.match(said):
        state.pending.append(quote)
    else:
        state.pending = [quote]
    if order is not None:
        state.pending, state.within = [], []
    return order


def _unquoted(said: str, state: _State) -> Iterator[Order]:
    """What the words behind the last quotation order."""
    named = state.articles
    new_place = _take_articles(said, state)
    if _TAKES_OUT.search(said):
        if state.pending and state.articles == named:
            yield Order("words", (0, 0), state.articles, None, tuple(state.pending))
        elif state.articles:
            yield Order("delete", (0, 0), state.articles)
    elif new_place is not None and state.articles and "改为" in said:
        yield Order("renumber", (0, 0), state.articles, new_place=new_place)


def _take_articles(said: str, state: _State) -> Article | None:
    """Note the articles that are named; the answer is the number that one is to have."""
    new = _NEW_PLACE.search(said)
    target = _articles(new.group())[0] if new else None
    named = _articles(_NEW_PLACE.sub("", said))
    if named:
        state.articles = named
    return target


def _articles(said: str) -> tuple[Article, ...]:
    return tuple(
        Article(*(chinese_number(part) or 0 if part else 0 for part in hit.groups()))
        for hit in _ARTICLE.finditer(said)
    )


def _finished(text: _Text, order: Order, sentence: Place) -> Order:
    """The order with places of the text instead of the key."""
    order.sentence = sentence
    order.new = text.place(order.new) if order.new else None
    order.old = tuple(text.place(span) for span in order.old)
    order.within = tuple(text.place(span) for span in order.within)
    return order
