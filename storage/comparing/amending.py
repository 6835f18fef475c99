"""A decision to amend beside the document that it amends: each order beside its article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from storage.comparing.decision import Article, Order, sentences_of
from storage.comparing.units import Unit, Words, key_of, label_shape, units_of
from storage.comparing.wording import Cutter, edits_between
from storage.text import chinese_number, normal_number, squeeze
from storage.types import Notice
from storage.types.comparing import Pair, Place, WordChange

_SAME_TITLE = 85
_SHORTEST_TITLE = 6
_AMENDS_TITLE = re.compile(r"关于(?:修改|修订|修正|调整|废止和修改|修改和废止)")
_TITLES = re.compile(r"《([^《》]*(?:《[^《》]*》[^《》]*)*)》")
_CHANGES = re.compile(r"修改|修订|修正|调整|删去|删除|增加|改为")
_ARTICLE_LABEL = re.compile(r"第(.+)条(?:之(.))?")
_OWN_LABEL = re.compile(r"第[^条]{1,8}条(?:之.)?|\([^()]{1,4}\)")
_ITEM_LABEL = re.compile(r"\((.+)\)")
# Heads and what stands behind the last article end an article.
_ENDS_ARTICLE = re.compile(r"第#[编章节]")
_NOT_IN_ARTICLES = frozenset(
    ["heading", "part_title", "signature", "date", "remark", "attachments"]
)


def amends(decision: Notice, other: Notice) -> bool:
    """Say whether a notice amends another, by what it says of it or by its title."""
    told = [one.target for one in decision.relations if one.type == "amends"]
    if _AMENDS_TITLE.search(squeeze(decision.title)):
        told += _TITLES.findall(squeeze(decision.title))
        told.append(_AMENDS_TITLE.split(squeeze(decision.title), maxsplit=1)[1])
    return any(names(target, other) for target in told)


def names(target: str, notice: Notice) -> bool:
    """Say whether a title or document number, as another document writes it, is this notice's.

    The title of a document that the notice encloses, or of an attachment, is this notice's too.
    """
    if notice.number and normal_number(target) == normal_number(notice.number):
        return True
    inside = (*(part.title for part in notice.parts), *(one.name for one in notice.attachments))
    return any(_same_title(target, title) for title in (notice.title, *inside))


def _same_title(one: str, other: str) -> bool:
    named, title = key_of(one)[0].strip('()"'), key_of(other)[0].strip('()"')
    if min(len(named), len(title)) < _SHORTEST_TITLE:
        return False
    return named in title or title in named or fuzz.ratio(named, title) >= _SAME_TITLE


def amendments(amended: Notice, decision: Notice, cut: Cutter | None = None) -> list[Pair]:
    """The orders of a decision (right) beside the articles that they change (left)."""
    ground = _Ground.of(amended)
    here = True
    found: list[Pair] = []
    for said, sentence, orders in sentences_of(decision):
        titles = _TITLES.findall(said)
        if titles and _CHANGES.search(said):
            numbered = amended.number is not None and key_of(amended.number)[0] in key_of(said)[0]
            here = numbered or any(names(title, amended) for title in titles)
        if here:
            found += _pairs(ground, decision.text, sentence, orders, cut)
    return found


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of the amended text, as a range of its units."""

    first: int
    last: int


class _Ground:
    """The amended notice: its units, its articles, its whole key."""

    def __init__(self, units: Sequence[Unit], articles: dict[tuple[int, int], _Stretch]) -> None:
        self.units = units
        self.articles = articles

    @classmethod
    def of(cls, notice: Notice) -> _Ground:
        """Find the articles: each goes to the next one, or to the next head."""
        units = units_of(notice)
        articles: dict[tuple[int, int], _Stretch] = {}
        number: tuple[int, int] | None = None
        for at, unit in enumerate(units):
            found = _ARTICLE_LABEL.match(unit.label)
            if found:
                number = chinese_number(found[1]) or 0, chinese_number(found[2] or "") or 0
                if number in articles:
                    number = None
                else:
                    articles[number] = _Stretch(at, at + 1)
            elif unit.kind in _NOT_IN_ARTICLES or _ENDS_ARTICLE.match(label_shape(unit.label)):
                number = None
            elif number is not None:
                articles[number] = _Stretch(articles[number].first, at + 1)
        return cls(units, articles)

    def article(self, article: Article) -> _Stretch | None:
        """The units of an article; None where there is none of that number."""
        return self.articles.get(article.key)

    def part(self, article: Article, whole: _Stretch) -> _Stretch | None:
        """The part of an article that is named (all of it without one); None where it has none."""
        places = list(range(whole.first, whole.last))
        if article.paragraph:
            places = self._paragraph(places, article.paragraph)
        if article.item:
            places = self._item(places, article.item)
        return _Stretch(places[0], places[-1] + 1) if places else None

    def _paragraph(self, places: list[int], number: int) -> list[int]:
        """The n-th 款: a paragraph without a number of its own, with the items below it."""
        count = 0
        found: list[int] = []
        for at in places:
            if at == places[0] or not self.units[at].label:
                count += 1
            if count == number:
                found.append(at)
        return found

    def _item(self, places: list[int], number: int) -> list[int]:
        """The n-th 项."""
        for at in places:
            label = _ITEM_LABEL.match(self.units[at].label)
            if label and chinese_number(label[1]) == number:
                return [at]
        return []

    def place(self, stretch: _Stretch) -> Place:
        """Where units stand in the text."""
        return self.units[stretch.first].start, self.units[stretch.last - 1].end

    def before(self, number: tuple[int, int]) -> Place:
        """Where an article of a number would stand: behind those of lower ones."""
        lower = [place for other, place in self.articles.items() if other < number]
        end = max((self.units[place.last - 1].end for place in lower), default=0)
        return end, end


def _pairs(
    ground: _Ground, text: str, sentence: Place, orders: Sequence[Order], cut: Cutter | None
) -> Iterator[Pair]:
    for order in orders:
        if order.kind in ("words", "beside"):
            yield from _word_pairs(ground, text, order)
            continue
        if order.kind == "insert" and not order.articles and order.new_place and order.new:
            place = ground.before(order.new_place.key)
            yield Pair("amended", place, sentence, (WordChange(place, order.new),))
        for article in order.articles:
            yield _article_pair(ground, text, order, article, cut)


def _article_pair(
    ground: _Ground, text: str, order: Order, article: Article, cut: Cutter | None
) -> Pair:
    """An order beside its article, or the part of it that it names."""
    whole = ground.article(article)
    part = ground.part(article, whole) if whole else None
    place = ground.place(part or whole) if whole else ground.before(article.key)
    behind = order.sentence[1], order.sentence[1]
    edits: tuple[WordChange, ...] = ()
    if part is None or order.kind == "insert":
        # Nothing is known to go: an article or part that is not found is left as it stands.
        edits = (WordChange((place[1], place[1]), order.new),) if order.new else ()
    elif order.kind == "replace" and order.new:
        edits = tuple(_replaced(ground.units[part.first : part.last], text, order.new, cut))
    elif order.kind == "delete":
        edits = (WordChange(place, behind),)
    elif order.kind == "renumber":
        unit = ground.units[part.first]
        number = unit.start, unit.offsets[len(unit.label) - 1] + 1
        return Pair("renumbered", place, order.sentence, (WordChange(number, behind, "number"),))
    return Pair("amended", place, order.sentence, edits)


def _replaced(
    units: Sequence[Unit], text: str, new: Place, cut: Cutter | None
) -> Iterator[WordChange]:
    """The old words of an article against the new ones; a number that is not told stays."""
    words = Words.of_text(text, *new)
    label = _OWN_LABEL.match(words.key)
    old = Words.of_units(units)
    if label:
        return edits_between((old, units[0].label), (words, label.group()), cut)
    return edits_between((old.without(len(units[0].label)), ""), (words, ""), cut)


def _word_pairs(ground: _Ground, text: str, order: Order) -> Iterator[Pair]:
    """Words that are replaced, taken out or put beside others, in each place they have."""
    articles = [(one, stretch) for one in order.articles if (stretch := ground.article(one))]
    stretches = [ground.part(one, whole) or whole for one, whole in articles]
    if order.articles and not stretches:
        return
    whole = _Stretch(0, len(ground.units))
    for stretch in stretches or [whole]:
        words = Words.of_units(ground.units[stretch.first : stretch.last])
        edits: list[WordChange] = []
        start = _start_within(words, text, order)
        end = order.sentence[1], order.sentence[1]
        for old in order.old:
            for first, last in _all_of(words.key, key_of(text[old[0] : old[1]])[0], start):
                if order.kind == "beside":
                    at = first if order.before else last
                    edits.append(WordChange(words.place(at, at), order.new or end))
                else:
                    edits.append(WordChange(words.place(first, last), order.new or end))
                if start:
                    break
        if edits:
            around = _units_around(ground, stretch, edits)
            yield Pair("amended", around, order.sentence, tuple(edits))


def _start_within(words: Words, text: str, order: Order) -> int:
    """Where in the key the last of the heads stands that an order names."""
    start = 0
    for head in order.within:
        key = key_of(text[head[0] : head[1]])[0]
        start = next((first for first, _ in _all_of(words.key, key, start)), start)
    return start


def _units_around(ground: _Ground, stretch: _Stretch, edits: Sequence[WordChange]) -> Place:
    """The units from the first to the last place that an order changes."""
    first, last = edits[0].left[0], edits[-1].left[1]
    units = [
        unit
        for unit in ground.units[stretch.first : stretch.last]
        if unit.end >= first and unit.start <= last
    ]
    return units[0].start, units[-1].end


def _all_of(key: str, words: str, start: int) -> Iterator[tuple[int, int]]:
    """Every place of some words in a key."""
    at = key.find(words, start) if words else -1
    while at >= 0:
        yield at, at + len(words)
        at = key.find(words, at + len(words))
