"""Where the document stands on a page: the element that holds the sentences, and its title.

Menus, breadcrumbs, sidebars and footers stay as lines, marked as furniture of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from storage.sources.html.tree import Element
from storage.sources.html.walk import Block
from storage.text import squeeze

MENU = "menu"
FIELD = "page field"
_TITLE_NAME = re.compile(r"(?:^|[\s_-])(?:title|biaoti|bt|subject)", re.IGNORECASE)
_MARKS = re.compile(r"[，。；：、？！]")
# 发布时间：2024-05-06   来源：市政府办公室   【字号：大 中 小】   浏览次数：12
_PAGE_WORDS = re.compile(
    r"^[\[【（(]?(?:发布时间|发布日期|更新时间|时间|日期|来源|信息来源|稿件来源|作者|责任编辑|编辑|浏览|浏览次数|"
    r"浏览量|阅读|阅读次数|点击|点击数|点击量|访问量|字号|字体|字体大小|打印|打印本页|分享|分享到|收藏|"
    r"朗读|语音播报|保存|下载|关闭|关闭窗口|返回|返回顶部|视力保护色|扫一扫)"
    r"(?=[：:\]】\s|）)]|$)"
)
# 版权所有：…   某ICP备12345号   网站标识码：…
_FOOT_WORDS = re.compile(
    r"版权所有|ICP备|网站标识码|公网安备|技术支持|网站地图|联系我们|上一篇|下一篇|相关阅读|相关文章|相关链接|"
    r"扫一扫|返回顶部|打印本页|关闭窗口|关闭本页"
)
_ENOUGH = 40
_SHARE = 0.85
_SENTENCE = 20
_DEEPEST = 200
_LONGEST_FIELD = 80
_SHORTEST_TITLE = 6


def mark_page_furniture(blocks: Sequence[Block], page_title: str) -> None:
    """Mark the blocks that belong to the page and not to its document.

    Where no document can be told from the rest, nothing is marked.
    """
    weights = [_weight(block) for block in blocks]
    holder = _holder(blocks, weights)
    if holder is None:
        return
    inside = _within(blocks, holder)
    wanted = squeeze(page_title)
    begin, last = _begin(blocks, weights, inside, page_title), _end(blocks, weights, inside)
    for index, block in enumerate(blocks):
        is_outside = index < begin or index > last
        is_aside = block.aside and not weights[index] and not _is_of_title(block, wanted)
        if is_outside or is_aside:
            block.piece.furniture = MENU
        elif _is_page_field(block):
            block.piece.furniture = FIELD


def _weight(block: Block) -> float:
    """How much a block speaks for a document: its sentences, not its links."""
    if block.linked * 2 > block.length or _is_page_field(block) or block.aside:
        return 0
    has_sentence = block.length >= 20 and _MARKS.search(block.piece.text) is not None
    is_foot = block.length < 200 and _FOOT_WORDS.search(block.piece.text) is not None
    return 0 if is_foot else block.length * (1.0 if has_sentence else 0.3)


def _lineage(element: Element) -> Iterator[Element]:
    """The element and those around it, from the inside out."""
    for _ in range(_DEEPEST):
        if element is None:
            return
        yield element
        element = element.getparent()


def _holder(blocks: Sequence[Block], weights: Sequence[float]) -> Element | None:
    """The smallest element that holds nearly all sentences; None where there are too few."""
    total = sum(weights)
    if total < _ENOUGH:
        return None
    by_element: dict[Element, float] = {}
    for block, weight in zip(blocks, weights, strict=True):
        if weight:
            around = block.element.getparent() if block.element.tag == "p" else block.element
            by_element[around] = by_element.get(around, 0) + weight
    held: dict[Element, float] = {}
    for element, weight in by_element.items():
        for around in _lineage(element):
            held[around] = held.get(around, 0) + weight
    heavy = [element for element, weight in held.items() if weight >= total * _SHARE]
    # A paragraph that is nearly all of the text still stands among its like.
    inner = [element for element in heavy if element.tag not in ("p", "td", "th", "tr", "li")]
    return max(inner or heavy, key=lambda element: sum(1 for _ in _lineage(element)), default=None)


def _within(blocks: Sequence[Block], holder: Element) -> list[int]:
    """The places of the blocks that stand in an element; `known` spares climbing twice."""
    known: dict[Element, bool] = {holder: True}
    inside: list[int] = []
    for index, block in enumerate(blocks):
        climbed: list[Element] = []
        found = False
        for around in _lineage(block.element):
            if around in known:
                found = known[around]
                break
            climbed.append(around)
        known.update(dict.fromkeys(climbed, found))
        if found:
            inside.append(index)
    return inside


def _title_above(blocks: Sequence[Block], first: int, page_title: str) -> int | None:
    """The block above the document's element that is its title."""
    wanted = squeeze(page_title)
    best, length = None, 0
    for index in range(first):
        block = blocks[index]
        if _is_of_title(block, wanted) and block.length >= length:
            best, length = index, block.length
    if best is not None:
        return _first_line_of_title(blocks, best, wanted)
    named = [index for index in range(first) if _is_named_title(blocks[index])]
    return named[-1] if named else None


def _is_of_title(block: Block, wanted: str) -> bool:
    """The block is, or is a line of, what the browser shows as the page's title."""
    text = squeeze(block.piece.text)
    return block.linked * 2 <= block.length and len(text) >= _SHORTEST_TITLE and text in wanted


def _first_line_of_title(blocks: Sequence[Block], index: int, wanted: str) -> int:
    """Go back over the lines of a title that stands on several."""
    while index > 0:
        before = squeeze(blocks[index - 1].piece.text)
        joined = before + squeeze(blocks[index].piece.text)
        if len(before) < 3 or joined not in wanted:
            break
        index -= 1
    return index


def _is_named_title(block: Block) -> bool:
    if block.linked * 2 > block.length or block.aside:
        return False
    element = block.element
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag in ("h1", "h2", "h3") or _TITLE_NAME.search(names) is not None


def _begin(
    blocks: Sequence[Block], weights: Sequence[float], inside: Sequence[int], page_title: str
) -> int:
    """The first block of the document: of its element, or its title above that."""
    sentences = [index for index in inside if weights[index] >= _SENTENCE]
    sentence = sentences[0] if sentences else inside[0]
    title = _title_above(blocks, sentence, page_title)
    if len(inside) < len(blocks):
        return inside[0] if title is None else min(inside[0], title)
    # The page has no element for its document: it begins behind the last link.
    if title is not None:
        return title
    links = [index for index in range(sentence) if not weights[index] and blocks[index].linked]
    return links[-1] + 1 if links else inside[0]


def _end(blocks: Sequence[Block], weights: Sequence[float], inside: Sequence[int]) -> int:
    """The last block of the document: what follows its last sentence may be the page's foot."""
    last = inside[-1]
    heavy = [index for index in inside if weights[index] >= _SENTENCE]
    for index in range(heavy[-1] + 1 if heavy else inside[0], last + 1):
        block = blocks[index]
        is_foot = _FOOT_WORDS.search(block.piece.text) and block.length < 200
        if is_foot and not block.piece.cells:
            return index - 1
    return last


def _is_page_field(block: Block) -> bool:
    text = block.piece.text
    if block.length > _LONGEST_FIELD or not _PAGE_WORDS.match(text):
        return False
    return "。" not in text
