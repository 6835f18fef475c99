"""What the text says of other documents: amends, repeals, replaces."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storage.parse import patterns
from storage.parse.characters import key_of
from storage.parse.draft import Draft
from storage.parse.paragraphs import Paragraph
from storage.text import normal_number, squeeze
from storage.types import Relation

# …同时废止   自本政策生效之日起废止   停止执行
_REPLACES = re.compile(
    r"同时(?:废止|失效|停止执行)|自动(?:废止|失效)|自行(?:废止|失效)|起(?:即行)?废止|相应废止"
)
_REPEALS = re.compile(
    r"予以废止|即行废止|宣布失效|宣布废止|停止执行|不再执行|废止[。;]?$|失效[。;]?$"
)
# 废止《…》   决定废止下列文件:
_REPEALS_BEFORE = re.compile(r"(?:^|[,、起定])(?:予以|宣布)?废止(?=[《\u3400-\u9fff]{1,16})")
# 决定对下列文件予以废止:   现将废止的文件公布如下:
_REPEALS_LIST = re.compile(
    r"(?:废止|失效)[^。]{0,24}[:。]$|(?:下列|以下)[^。]{0,40}(?:废止|失效)[^。]{0,12}[:。]$"
)
# …与本办法不一致的,以本办法为准
_YIELDS = re.compile(r"以本[\u3400-\u9fff]{2,8}为准")
# 第三条修改为   作如下修改   删去   增加一款
_AMENDS = re.compile(
    r"修改为|修订为|(?:修改|修订|调整)如下|作(?:出)?(?:如下|以下|相应)?(?:修改|修订)|予以修改|删去|删除|增加一[条款项句]|调整为"
)
_AMENDS_TITLE = re.compile(r"关于(?:修改|修订|修正|调整)")
_REPEALS_TITLE = re.compile(r"关于(?:修改和)?(?:废止|宣布失效|宣布废止)")
# 根据《…》   按照《…》
_BASIS = re.compile(r"(?:根据|按照|依据|依照|遵照|贯彻|落实|结合|执行|参照|适用|经)[^,。;]{0,12}$")
# (某政发〔2020〕8号)
_BRACKETED = re.compile(
    rf"[(,]?(?:文号:?)?({patterns.CODE}{patterns.BRACKETED_YEAR}{patterns.COUNT})[),]?"
)
_NUMBER = re.compile(rf"{patterns.CODE}{patterns.BRACKETED_YEAR}{patterns.COUNT}")
# 二、将《…》(…)   对《…》  删去《…》, the change itself on the next lines
_CHANGED = re.compile(r"^(?:[^、,。《]{1,5}[、.])?(?:将|对|删去|在)《")
# 不得擅自废止   《…》以外的规定
_NOT_SO = re.compile(r"不得|擅自|以外|尚未|未被")
# 《…》印发给你们   《…》已经市政府同意 (what the notice itself issues)
_ISSUED = re.compile(
    r"[^《》,。;]{0,12}(?:印发|转发|下发|发)给|(?:,?现)?(?:予|予以)?(?:印发|发布|公布)|(?:业|已)经?.{2,30}(?:同意|通过)"
)
_STOP = re.compile(r"[。;]")
_LONGEST_TITLE = 160


@dataclass(slots=True)
class _Target:
    """A document named in a sentence: where its name starts and ends, and how it is called."""

    start: int
    end: int
    words: str


def read_relations(draft: Draft, texts: Sequence[Paragraph]) -> None:
    """Find sentences that end or change another document."""
    title = key_of(draft.title)
    repealing = _REPEALS_TITLE.search(title) is not None
    listing = ""
    known: set[tuple[str, str]] = set()
    for paragraph in texts:
        found = list(_of_paragraph(paragraph))
        if not found and _AMENDS_TITLE.search(title) and _CHANGED.match(paragraph.key):
            found = [("amends", target.words) for target in _targets(paragraph)[:1]]
        if not found and listing and not _says_something(paragraph.key):
            found = [(listing, target.words) for target in _targets(paragraph)]
        for kind, words in found:
            if (kind, words) not in known:
                known.add((kind, words))
                draft.relations.append(Relation(kind, words, paragraph.at))
        if not found and not paragraph.form:
            ends = _REPEALS_LIST.search(paragraph.key) is not None
            listing = "repeals" if ends or (repealing and paragraph.key.endswith(":")) else ""
    if _AMENDS_TITLE.search(title) and not any(r.type == "amends" for r in draft.relations):
        whole = Paragraph(draft.head.start, title, squeeze(draft.title), "")
        for target in _targets(whole):
            draft.relations.append(Relation("amends", target.words, draft.head.start))


def _says_something(key: str) -> bool:
    """The item of a list says itself what becomes of the document."""
    return _AMENDS.search(key) is not None


def _of_paragraph(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    """The relations that the sentences of a paragraph state: type and target."""
    key = paragraph.key
    if not any(
        word in key for word in ("废止", "失效", "停止执行", "为准", "修", "删", "增加", "不再")
    ):
        return
    targets = deque(_targets(paragraph))
    start = 0
    for end in [*(hit.end() for hit in _STOP.finditer(key)), len(key)]:
        inside: list[_Target] = []
        while targets and targets[0].start < end:
            inside.append(targets.popleft())
        if inside:
            yield from _of_sentence(key, start, end, inside)
        start = end


def _of_sentence(
    key: str, start: int, end: int, targets: list[_Target]
) -> Iterator[tuple[str, str]]:
    """What one sentence says of the documents that it names."""
    last = targets[-1].end
    for pattern, kind in (
        (_REPLACES, "supersedes"),
        (_YIELDS, "supersedes"),
        (_REPEALS, "repeals"),
    ):
        if pattern.search(key, last, end) and not _NOT_SO.search(key, start, end):
            ended = [target for target in targets if not _ISSUED.match(key, target.end)]
            yield from ((kind, target.words) for target in ended)
            return
    before = _REPEALS_BEFORE.search(key, start, targets[0].start + 1)
    if before:
        yield from (("repeals", target.words) for target in targets)
        return
    said = _AMENDS.search(key, targets[0].end, end) or _AMENDS.search(key, start, targets[0].start)
    if said:
        first = targets[0]
        if said.start() >= first.end or key[first.start - 2 : first.start] in ("删去", "删除"):
            yield "amends", first.words


def _targets(paragraph: Paragraph) -> list[_Target]:
    """The documents that a paragraph names and that are not merely the ground it stands on."""
    key = paragraph.key
    found: list[_Target] = []
    last = 0
    for start, end in quoted_titles(key):
        based = _BASIS.search(key[max(0, start - 24) : start])
        number = _BRACKETED.match(key, end)
        if not based and key[max(0, start - 2) : start] != "附件":
            words = (
                normal_number(paragraph.part(number.start(1), number.end(1)))
                if number
                else paragraph.part(start + 1, end - 1)
            )
            found.append(_Target(start, number.end() if number else end, words))
        last = number.end() if number else end
    found += _bare_numbers(paragraph, found, last)
    found.sort(key=lambda target: target.start)
    return found


def _bare_numbers(paragraph: Paragraph, found: list[_Target], last: int) -> list[_Target]:
    """Numbers that stand without a title in 《》: 某政办发〔2016〕9号文件同时废止"""
    if found or last:
        return []
    bare: list[_Target] = []
    for hit in _NUMBER.finditer(paragraph.key):
        words = re.split(r"原|及|和|与|对|将|废止|通知|办法|规定|意见|方案|的", hit.group())[-1]
        start = hit.end() - len(words)
        bare.append(_Target(start, hit.end(), normal_number(paragraph.part(start, hit.end()))))
    return bare


def quoted_titles(key: str) -> Iterator[tuple[int, int]]:
    """The outermost 《…》 of a text; 《》 inside 《》 belongs to the title around it."""
    depth, start = 0, 0
    for at, character in enumerate(key):
        if character == "《":
            if depth and at - start > _LONGEST_TITLE:
                depth = 0
            start = start if depth else at
            depth += 1
        elif character == "》" and depth:
            depth -= 1
            if not depth and at - start > 2:
                yield start, at + 1
