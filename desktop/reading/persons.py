"""Lists of persons as plain lines (组 长：王 刚 副市长): roles, names and posts in columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.reading.holding import JOINER
from desktop.reading.styles import STYLES, BlockStyle, Paragraph
from storage.types import Block

_KINDS = frozenset(("paragraph", "list_item"))
_LONGEST = 90
_LEFT = 2.0
_GAP = 1.0
"""Characters between a name and the post."""
_HAIR = 0.05
"""A stop that the text before it just reaches would be passed over."""
_WIDE_BLANK = "\u3000"

# 组 长：  副组长:  第一副总指挥：
_ROLE = (
    r"(?P<role>[\u4e00-\u9fff \u3000]{0,10}"
    r"(?:组\s*长|主\s*任|成\s*员|委\s*员|召\s*集\s*人|指\s*挥(?:\s*长)?|秘\s*书\s*长|顾\s*问|"
    r"联\s*络\s*员|理\s*事\s*长|主\s*席|会\s*长|组\s*员|负\s*责\s*人)\s*[:：]\s*)"
)
# 王 刚   韩千来   欧阳某某, then a blank, then the post
_NAME = r"(?P<name>[\u4e00-\u9fff](?:[ \u3000][\u4e00-\u9fff]|[\u4e00-\u9fff·]{1,3}))"
_ROLE_ALONE = re.compile(_ROLE)
_LINE = re.compile(rf"{_ROLE}?{_NAME}(?P<gap>[ \u3000]+)(?P<post>\S.*)$")
POST_END = re.compile(
    r"(?:长|主任|书记|委员|主席|经理|秘书|专员|调研员|科员|干部|领导|总监|院士|教授|队长|参谋|"
    r"总工程师|巡视员|指挥|负责人|代表)(?:\s*[（(][^（）()]{1,16}[）)])?[、，；。]?$"
)


@dataclass(frozen=True, slots=True)
class _Person:
    """A line of a list: where its role ends, its name begins, and the blank before its post.

    `sure` where a role or a known post says that it is one.
    """

    at: int
    role: int
    name: int
    gap: tuple[int, int]
    sure: bool


def persons(
    blocks: Sequence[Block], width: Callable[[str], float]
) -> dict[int, tuple[Paragraph, ...]]:
    """The lines of lists of persons, keyed by the block's place."""
    found: dict[int, tuple[Paragraph, ...]] = {}
    run: list[_Person] = []
    for at, block in enumerate(blocks):
        person = _person(at, block)
        if person is None:
            found.update(_columns(blocks, run, width))
            run = []
        else:
            run.append(person)
    found.update(_columns(blocks, run, width))
    return found


def _person(at: int, block: Block) -> _Person | None:
    if block.kind not in _KINDS or len(block.text) > _LONGEST or block.spans:
        return None
    text = block.text
    line = _LINE.match(text)
    if line is None and not _ROLE_ALONE.fullmatch(text):
        return None
    if line is None:
        return _Person(at, len(text), len(text), (len(text), len(text)), sure=True)
    role = line.end("role") if line["role"] else 0
    sure = role > 0 or POST_END.search(line["post"]) is not None
    return _Person(at, role, line.start("name"), line.span("gap"), sure)


def _columns(
    blocks: Sequence[Block], run: Sequence[_Person], width: Callable[[str], float]
) -> dict[int, tuple[Paragraph, ...]]:
    if len(run) < 2 or sum(person.sure for person in run) * 2 < len(run):
        return {}
    changes = [_changed(blocks[person.at].text, person) for person in run]
    lines = [
        _shown(blocks[person.at].text, changed)
        for person, changed in zip(run, changes, strict=True)
    ]
    both = list(zip(lines, run, strict=True))
    roles = max(width(line[: person.role]) for line, person in both)
    names = max(width(line[person.name : person.gap[0]]) for line, person in both)
    posts = _LEFT + roles + names + _GAP
    style = BlockStyle(
        align=STYLES["addressees"].align,
        left=posts,
        first=_LEFT - posts,
        stops=(roles + _HAIR, posts - _LEFT) if roles else (posts - _LEFT,),
    )
    return {
        person.at: (
            Paragraph(
                0,
                len(blocks[person.at].text),
                style,
                tabs=(person.name,) if roles and person.name < person.gap[1] else (),
                changed=changed,
            ),
        )
        for person, changed in zip(run, changes, strict=True)
    }


def _changed(text: str, person: _Person) -> tuple[tuple[int, str], ...]:
    """The blanks of 组 长 and 王 刚 as wide as a character, the one before the post a tab."""
    first, last = person.gap
    colon = len(text[: person.role].rstrip(" \u3000:："))
    changed = [
        (at, _WIDE_BLANK)
        for at in (*range(colon), *range(person.name, first))
        if text[at].isspace()
    ]
    if first < last:
        changed += [(first, "\t"), *((at, JOINER) for at in range(first + 1, last))]
    return tuple(changed)


def _shown(text: str, changed: Sequence[tuple[int, str]]) -> str:
    signs = list(text)
    for at, sign in changed:
        signs[at] = sign
    return "".join(signs)
