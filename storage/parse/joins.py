"""Paragraphs that a page, a column or a hard line end broke."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from storage.parse import patterns
from storage.parse.draft import Draft
from storage.parse.lines import Line
from storage.parse.names import genre_of, is_body
from storage.parse.persons import is_person, office_is_whole
from storage.parse.weaving import woven_pairs

_CLOSED = (*"。;:!?…)]", "。”", "!”", "?”", "。》")
_STARTS = ("※", "--", "·", "注:", "附件", "附表", "●", "■", "◆", "★")
# Words that stand in a sentence and hardly in a head.
_SENTENCE = re.compile(
    r"应当|应该|必须|不得|可以|可参照|适用于|是指|坚持以|根据|总体上|予以|给予|存在|本(?:办法|规定|条例|政策|"
    r"方案|意见|细则|行政区)|要(?:在|把|按|将|认真|加强)|、$|(?<!目)的$|依$|(?<![自理缘事])由$|(?<![应面针核相配校])对$|将$|"
    r"(?<![温缓调共总])和$|(?<!参)与$|(?<![以涉普触])及$"
)
# Words that begin the sentence of an article, and stand in heads of other forms too.
_ARTICLE_SENTENCE = re.compile(r"各(?:县|市|区|部门|单位|有关)|在.{2,}$")
# Words that go on with a sentence and begin none.
_GOES_ON = re.compile(
    r"^(?:和(?![谐平睦])|与(?![会时])|及(?!时)|以及|或|的(?!确)|等(?![级候待])|[、,;。:)》”]|并(?!购)|而|其中的)"
)
_FULL_LINE = 14
_RAGGED = 4
_NARROWEST = 30
_LONGEST_HEAD = 48
_HEADS = frozenset({"chapter", "section", "article", "one", "paren", "decimal", "dot", "figure"})
_ITEMS = frozenset({"small", "circle"})


@dataclass(slots=True)
class _Habits:
    """How this notice is set: whether paragraphs are indented, which numbered lines are whole
    sentences (`ended` of `seen`, by form), which lines stand in a list of persons, and where the
    lines were cut: the width in columns and the length in characters; 0 where they were not.
    """

    indented: bool = False
    seen: Counter[str] = field(default_factory=Counter[str])
    ended: Counter[str] = field(default_factory=Counter[str])
    entries: set[int] = field(default_factory=set[int])
    width: int = 0
    length: int = 0

    def sentences(self, form: str) -> float:
        """The share of the lines of a form that end as sentences do."""
        return self.ended[form] / self.seen[form] if self.seen[form] > 1 else 0.5


def read_joins(draft: Draft) -> None:
    """Find the pairs of lines where the second goes on with the paragraph of the first."""
    running = [line for line in draft.solid(draft.body_start) if _counts(draft, line)]
    habits = _habits([line for line in running if _running(draft, line)])
    pairs, woven = woven_pairs([line for line in running if _running(draft, line)])
    draft.joins += pairs
    for index, line in enumerate(running[:-1]):
        following = running[index + 1]
        if line.at in woven:
            continue
        if following.rows and _running(draft, line):
            beyond = _beyond_table(draft, running, index, habits)
            if beyond is not None:
                draft.joins.append((line.at, beyond.at))
            continue
        if not (_running(draft, line) and _running(draft, following)):
            continue
        if is_person(following) and not is_person(line):
            beyond = _beyond_stray(draft, running, index, habits)
            if beyond is not None:
                draft.joins.append((line.at, beyond.at))
        elif _joined(line, following, habits):
            draft.joins.append((line.at, following.at))
    draft.joins.sort()


def _counts(draft: Draft, line: Line) -> bool:
    return draft.roles.get(line.at) != "remark" or not draft.joins


def _running(draft: Draft, line: Line) -> bool:
    """A line of running text."""
    return draft.free(line) and not line.rows


def _habits(running: list[Line]) -> _Habits:
    indented = sum(1 for line in running if line.indent >= 2 and not is_person(line))
    habits = _Habits()
    habits.indented = (
        len(running) >= 4 and 2 <= indented <= len(running) - 2 and indented * 12 >= len(running)
    )
    habits.width = _usual_end(running, _width, _RAGGED)
    habits.length = _usual_end(running, _length, 1)
    before: Line | None = None
    for line in running:
        if line.form:
            habits.seen[line.form] += 1
            habits.ended[line.form] += line.ends_sentence
        listed = before is not None and (is_person(before) or before.at in habits.entries)
        if listed and office_is_whole(line) and len(line.key) <= 40 and "," not in line.key:
            habits.entries.add(line.at)
        before = line
    return habits


def _beyond_stray(draft: Draft, running: list[Line], index: int, habits: _Habits) -> Line | None:
    """A column set an entry of a list into the paragraph: it goes on behind the entry."""
    if index + 2 >= len(running) or len(running[index].key) < 2 * _FULL_LINE:
        return None
    line, beyond = running[index], running[index + 2]
    whole = not _running(draft, beyond) or is_person(beyond) or line.form in _HEADS
    return None if whole or not _joined(line, beyond, habits) else beyond


def _beyond_table(draft: Draft, running: list[Line], index: int, habits: _Habits) -> Line | None:
    """A page set a table into the paragraph: the sentence goes on below the table."""
    line = running[index]
    if line.key.endswith(_CLOSED) or len(line.key) < 2 * _FULL_LINE or is_person(line):
        return None
    place = index + 1
    while place < len(running) and running[place].rows:
        place += 1
    beyond = running[place] if place < len(running) else None
    if beyond is None or not _running(draft, beyond) or _starts(beyond) or is_person(beyond):
        return None
    ends = beyond.key.endswith(("。", ";"))
    return beyond if ends and not _stands_alone(line, beyond, habits) else None


def _usual_end(running: list[Line], measure: Callable[[Line], int], ragged: int) -> int:
    """Where the text was cut: most lines with a neighbour below come close to it; else 0."""
    neighbours = [a for a, b in pairwise(running) if b.at - a.at == 1 and not is_person(a)]
    sizes = sorted(measure(line) for line in neighbours if len(line.text) <= 100)
    if len(sizes) < 6 or len(sizes) * 4 < len(running):
        return 0
    largest = sizes[-1 - len(sizes) // 20]
    full = sum(1 for size in sizes if size >= largest - ragged)
    return largest if largest >= _NARROWEST // 2 and full * 5 >= len(sizes) * 2 else 0


def _width(line: Line) -> int:
    """Columns that a line takes, its indent too."""
    return len(line.text) + sum(1 for sign in line.text if sign > "⺀") + 2 * line.indent


def _length(line: Line) -> int:
    """Characters of a line, its indent too."""
    return len(line.text) + line.indent


def _full(line: Line, habits: _Habits) -> bool:
    """The line reaches to where the text was cut."""
    wide = habits.width >= _NARROWEST and _width(line) >= habits.width - 2 * _RAGGED
    return wide or (habits.length > 0 and _length(line) >= habits.length - 2)


def _joined(line: Line, following: Line, habits: _Habits) -> bool:
    adjacent = following.at - line.at == 1
    if line.at in habits.entries and not is_person(line):
        return False
    if adjacent and (habits.indented or habits.width or habits.length):
        return _runs_over(line, following, habits)
    if line.form in _HEADS and line.key.endswith(")") and _rest_of_head(line, following):
        return "。" not in line.key and genre_of(following.key) is not None
    if line.key.endswith(_CLOSED) or _starts(following):
        return False
    if is_body(line.key) and is_body(following.key) and not patterns.BODY_TAIL.match(following.key):
        return False
    if habits.indented and following.indent >= 2:
        return False
    if is_person(line):
        return _rest_of_office(line, following)
    return not _stands_alone(line, following, habits)


def _runs_over(line: Line, following: Line, habits: _Habits) -> bool:
    """In a text of cut lines, a line that is full goes on below; an indent begins a paragraph."""
    if _starts(following) or line.depth or (habits.indented and following.indent >= 2):
        return False
    cut = habits.width or habits.length
    if is_person(line) and not (cut and _full(line, habits)):
        return _rest_of_office(line, following)
    if cut:
        return _full(line, habits)
    return len(line.key) >= _FULL_LINE and not line.ends_sentence


def _rest_of_office(line: Line, following: Line) -> bool:
    """An office was cut: 某公司总 / 经理."""
    if line.key.endswith("、") and len(following.key) <= 12 and not _starts(following):
        return not is_person(following)
    if office_is_whole(line) or is_person(following) or following.at - line.at > 2:
        return False
    return len(following.key) <= 12 and office_is_whole(following)


def _starts(line: Line) -> bool:
    """The line begins something of its own."""
    if line.depth or line.form or line.key.startswith(_STARTS):
        return True
    if patterns.CAPTION.match(line.text):
        return True
    return patterns.CONTACT.match(line.key) is not None


def _stands_alone(line: Line, following: Line, habits: _Habits) -> bool:
    """A head or a short entry that ends without a mark and is whole nevertheless."""
    if patterns.CAPTION.match(line.text) and len(line.key) <= _LONGEST_HEAD:
        return True
    if (line.depth and len(line.key) <= _LONGEST_HEAD) or patterns.CONTACT.match(line.key):
        return True
    if _GOES_ON.match(following.key):
        return False
    if line.form in _HEADS:
        return _whole_head(line, following, habits)
    if line.form in _ITEMS:
        return len(line.key) <= 20 and "," not in line.key
    if is_person(following) or "_" in line.key or _is_field(line):
        return True
    return len(line.key) < _FULL_LINE


def _is_field(line: Line) -> bool:
    """责任单位：市财政局、市教育局 (a short field is whole, unless it ends in a list)"""
    found = patterns.FIELD.match(line.key)
    short = len(line.key) <= _LONGEST_HEAD and "," not in line.key
    closed = line.key.count("(") == line.key.count(")") and not line.key.endswith("、")
    return found is not None and short and closed


def _whole_head(line: Line, following: Line, habits: _Habits) -> bool:
    """A numbered line without a full stop: a head that is whole, or a sentence that was cut?"""
    key = line.key
    if "。" in key or len(key) > _LONGEST_HEAD:
        return False
    if line.form in ("chapter", "section", "figure"):
        return True
    if _rest_of_head(line, following):
        return False
    if len(key) >= _FULL_LINE and _SENTENCE.search(key):
        return False
    if line.form in ("article", "dot") and len(key) >= _FULL_LINE and _ARTICLE_SENTENCE.search(key):
        return False
    share = habits.sentences(line.form)
    commas = key.count(",")
    if share >= 0.7:
        # Among whole sentences, a phrase with a paragraph of its own below is a head.
        own = line.form == "dot" and not commas and len(following.key) >= 2 * _FULL_LINE
        return own or len(key) < _FULL_LINE
    if share <= 0.4:
        return commas < 2 and not (commas and len(key) > 32)
    return not commas


def _rest_of_head(line: Line, following: Line) -> bool:
    """A long head is followed by a few words that are neither a sentence nor an entry."""
    if len(line.key) < _FULL_LINE + 2 or len(following.key) > 12 or following.ends_sentence:
        return False
    return not is_person(following) and not following.form
