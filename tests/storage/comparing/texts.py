"""Texts to be compared, and what holds of every comparison."""

from __future__ import annotations

from collections.abc import Sequence

from storage.comparing.units import key_of
from storage.types import Block, Notice
from storage.types.comparing import LEFT, RIGHT, Comparison, Place

RULES = (
    ("title", "云州市城市供水用水管理办法"),
    ("paragraph", "第一条　为了加强城市供水用水管理，保障生活、生产用水，制定本办法。"),
    ("paragraph", "第二条　城市供水工作应当坚持保障安全、优质服务、计划用水的原则。"),
    ("paragraph", "第三条　市水行政主管部门负责供水用水的监督管理工作，组织实施本办法。"),
    ("paragraph", "财政、住建、市场监管等部门按照各自职责，做好供水用水管理的有关工作。"),
    ("paragraph", "第四条　供水企业应当保持不间断供水。确需停水的，应当提前二十四小时通知用户。"),
    ("paragraph", "第五条　任何单位和个人不得有下列行为："),
    ("list_item", "（一）擅自接用城市公共供水；"),
    ("list_item", "（二）擅自改变用水性质；"),
    ("list_item", "（三）非火警动用消防栓用水。"),
    ("paragraph", "第六条　违反本办法第五条规定的，处二百元以上一千元以下罚款。"),
    ("paragraph", "第七条　本办法自2024年5月1日起施行。"),
    ("signature", "云州市人民政府"),
)


def made(blocks: Sequence[tuple[str, str]], title: str = "", **fields: object) -> Notice:
    """A notice of these blocks: kind and text."""
    found = tuple(Block(kind, text, (line, line)) for line, (kind, text) in enumerate(blocks, 1))
    named = title or next((text for kind, text in blocks if kind == "title"), "标题")
    return Notice(named, 1, len(blocks) or 1, blocks=found, **fields)  # type: ignore[arg-type]


def rules(*changes: tuple[str, str]) -> Notice:
    """The rules with some words replaced."""
    blocks = list(RULES)
    for old, new in changes:
        assert any(old in text for _, text in blocks), old
        blocks = [(kind, text.replace(old, new)) for kind, text in blocks]
    return made(blocks)


def told(left: Notice, right: Notice, comparison: Comparison) -> list[tuple[str, str, str]]:
    """What differs: (kind of the pair or "number", words removed, words added)."""
    return [
        (
            pair.kind if edit.kind == "words" else "number",
            left.text[slice(*edit.left)],
            right.text[slice(*edit.right)],
        )
        for pair in comparison.pairs
        for edit in pair.edits
    ]


def check(left: Notice, right: Notice, comparison: Comparison) -> None:
    """Every character is in one pair, and the edits turn the left text into the right one."""
    for notice, side in ((left, LEFT), (right, RIGHT)):
        spans = [pair.right if side else pair.left for pair in comparison.pairs]
        covered = sorted(span for span in spans if span[0] < span[1])
        assert_apart(covered)
        outside = _without(notice.text, covered)
        assert not outside.strip(), outside
        for pair, span in zip(comparison.pairs, spans, strict=True):
            inside = [edit.right if side else edit.left for edit in pair.edits]
            assert inside == sorted(inside)
            assert_apart([one for one in inside if one[0] < one[1]])
            assert all(span[0] <= one[0] <= one[1] <= span[1] for one in inside)
            assert pair.kind == "same" or inside or pair.kind == "moved"
    made_anew: list[tuple[Place, str]] = []
    for pair in comparison.pairs:
        words, at = "", pair.left[0]
        for edit in pair.edits:
            words += left.text[at : edit.left[0]] + right.text[slice(*edit.right)]
            at = edit.left[1]
        words += left.text[at : pair.left[1]]
        made_anew.append((pair.right, words))
    whole = "".join(words for _, words in sorted(made_anew))
    assert key_of(whole)[0] == key_of(right.text)[0]


def assert_apart(spans: Sequence[Place]) -> None:
    """None of these spans overlaps the next."""
    for one, other in zip(spans, spans[1:], strict=False):
        assert one[1] <= other[0], (one, other)


def _without(text: str, spans: Sequence[Place]) -> str:
    kept, at = "", 0
    for start, end in spans:
        kept += text[at:start]
        at = end
    return kept + text[at:]
