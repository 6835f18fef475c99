"""What may have been meant by a query that finds nothing: one character wrong.

Characters that look alike (OCR) are tried first, then words of the index, then the texts
themselves are asked, each character of the term left open in turn.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from storage.search.evaluation import Evaluation
from storage.search.language import Kind, Loose, Node, Term, parse_query, wanted
from storage.search.language.fields import TITLE
from storage.search.universe import Universe

_MOST_MEANT = 3
_MOST_TRIED = 12
_LONGEST = 24
_MOST_READ = 60
# Characters that OCR and hands take for one another.
_ALIKE = (
    " 矿广 府俯腑 己已巳 未末 土士 日曰 人入八 千干于 刀力 大太犬 天夫 木本术"
    " 王玉主 田由甲申 白自 目且 午牛 又叉 贝见 今令 免兔 候侯 戌戍戊"
    " 师帅 折拆析 晴睛 辨辩 复夏 冶治 沪泸 栗粟 崇祟 拔拨 抢枪 杨扬"
    " 炉护 桩椿 场扬 坏环 待侍 第弟 徒徙 微徽 旅族 氏民 仓仑 住往佳"
    " 使便 债责 化花华 历厉 园圆 坚竖 埋理 妨防 导异 帐账 幅福辐"
    " 度席 建健 拟似 撒撤 晓饶 朗郎 柱桂 检捡 毫亳 测侧 港巷 煤媒"
    " 爪瓜 监临"
)


def _alike() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in _ALIKE.split():
        for character in group:
            found[character] = found.get(character, frozenset()) | set(group)
    return found


_LOOKS_LIKE = _alike()


def meant(query: str, tree: Node, universe: Universe) -> tuple[str, ...]:
    """At most three queries that find something, each with one term changed in one character."""
    found: list[str] = []
    for term in _terms(tree):
        if _finds_nothing(term, universe):
            for text in islice(_candidates(term, universe), _MOST_TRIED):
                changed = query[: term.start] + text + query[term.end :]
                if changed not in found and _finds(changed, universe):
                    found.append(changed)
                if len(found) == _MOST_MEANT:
                    return tuple(found)
    return tuple(found)


def _terms(tree: Node) -> Iterator[Term]:
    for leaf in wanted(tree):
        term = leaf.term if isinstance(leaf, Loose) else leaf
        if (
            isinstance(term, Term)
            and term.kind in (Kind.WORD, Kind.LITERAL)
            and term.field in ("", TITLE)
            and 2 <= len(term.text) <= _LONGEST
        ):
            yield term


def _finds_nothing(term: Term, universe: Universe) -> bool:
    evaluation = Evaluation(universe)
    return not evaluation.matches(term, evaluation.bound(term))


def _finds(query: str, universe: Universe) -> bool:
    tree = parse_query(query).tree
    evaluation = Evaluation(universe)
    return tree is not None and bool(evaluation.matches(tree, evaluation.bound(tree)))


def _candidates(term: Term, universe: Universe) -> Iterator[str]:
    """Texts that differ in one character, the likeliest first."""
    text = term.text
    for at, character in enumerate(text):
        for other in sorted(_LOOKS_LIKE.get(character, frozenset()) - {character}):
            changed = f"{text[:at]}{other}{text[at + 1 :]}"
            if universe.proposed([_word(changed)]):
                yield changed
    if len(text) > 2:
        words = [word for word in universe.lexicon.like(text) if len(word) > 1]
        yield from sorted(words, key=lambda word: -len(universe.proposed([_word(word)])))
        yield from _from_texts(text, universe)


def _from_texts(text: str, universe: Universe) -> Iterator[str]:
    """What the texts have where one character of a long term is left open."""
    found: Counter[str] = Counter()
    for at in range(len(text)):
        head, tail = text[:at], text[at + 1 :]
        open_there = _word(text, (head, tail))
        proposed = universe.proposed([open_there])
        pattern = re.compile(f"{re.escape(head)}.{re.escape(tail)}", re.DOTALL)
        for _, notice in universe.notices(islice(proposed, _MOST_READ)):
            found.update(pattern.findall(notice.text))
    del found[text]
    yield from (changed for changed, _ in found.most_common())


def _word(text: str, parts: tuple[str, ...] = ()) -> Term:
    """A term that asks for its parts only."""
    pattern = re.compile("") if parts else None
    return Term(text, Kind.WORD, pattern, tuple(part for part in parts if part))
