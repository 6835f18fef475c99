"""Over random edits of a text: nothing is lost, and what stays is seen to stay."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.comparing.comparing import compare_versions
from storage.types import Notice
from tests.storage.comparing.texts import RULES, check, made, rules

ODD = '的市、。，（第三条（一）2 　\t\n"“”‘’—𠮷e\u0301\u200b'
words = st.text(st.sampled_from(ODD + "供水企业"), max_size=12)
kinds = st.sampled_from(["paragraph", "list_item", "heading", "table", "title", "signature"])
notices = st.builds(made, st.lists(st.tuples(kinds, words), max_size=8), st.just("标题"))


@st.composite
def edited(draw: st.DrawFn) -> Notice:
    """The rules with paragraphs deleted, moved, cut in two and put in, and words changed."""
    blocks = list(RULES)
    for _ in range(draw(st.integers(0, 6))):
        if not blocks:
            break
        at = draw(st.integers(0, len(blocks) - 1))
        kind, text = blocks[at]
        place = draw(st.integers(0, len(text)))
        action = draw(st.sampled_from(["change", "delete", "move", "cut", "insert"]))
        if action == "change":
            gone = draw(st.integers(0, 9))
            blocks[at] = (kind, text[:place] + draw(words) + text[place + gone :])
        elif action == "insert":
            blocks.insert(at, (draw(kinds), draw(words)))
        else:
            del blocks[at]
            if action == "move":
                blocks.insert(draw(st.integers(0, len(blocks))), (kind, text))
            elif action == "cut":
                blocks[at:at] = [(kind, text[:place]), (kind, text[place:])]
    return made(blocks, "标题")


@given(notices, notices)
@settings(max_examples=200, deadline=None)
def test_any_two_notices(left: Notice, right: Notice):
    check(left, right, compare_versions(left, right))


@given(edited(), edited())
@settings(max_examples=200, deadline=None)
def test_edited_rules(left: Notice, right: Notice):
    comparison = compare_versions(left, right)
    check(left, right, comparison)
    for side, notice in enumerate((left, right)):
        found = [comparison.counterpart(side, at) for at in range(len(notice.text))]
        assert found == sorted(found)  # type: ignore[type-var]


@given(edited())
@settings(max_examples=100, deadline=None)
def test_a_text_equals_itself(notice: Notice):
    assert compare_versions(notice, notice).differences == ()


@given(st.integers(0, len(RULES[4][1]) - 1), words)
@settings(max_examples=100, deadline=None)
def test_one_change_stays_in_its_paragraph(place: int, put_in: str):
    text = RULES[4][1]
    blocks = [*RULES[:4], ("paragraph", text[:place] + put_in + text[place:]), *RULES[5:]]
    left, right = rules(), made(blocks)
    changed = compare_versions(left, right).differences
    assert len(changed) <= 1
    for one in changed:
        assert text.startswith(left.text[slice(*one.left)][:3])
