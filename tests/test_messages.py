"""Every message that the code can say is in the catalogue, in both languages."""

from __future__ import annotations

import ast
import json
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from storage.types import MARK_STATES, MARK_STYLES
from storage.words import LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
MESSAGES = ROOT / "resources" / "translations" / "messages"

# What each of our types gives to the message of its key.
FINDING = {"line", "text"}
PROGRESS = {"done", "total", "name"}


def entries() -> list[tuple[str, str, dict[str, str]]]:
    """File, key and words of every message."""
    return [
        (file.name, key, words)
        for file in sorted(MESSAGES.glob("*.json"))
        for key, words in json.loads(file.read_text(encoding="utf-8")).items()
    ]


CATALOGUE = {key: words for _, key, words in entries()}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@dataclass(frozen=True)
class Use:
    """A place in the code that names a key; `given` None where its arguments can't be read."""

    place: str
    key: str
    given: frozenset[str] | None
    is_prefix: bool = False


def uses() -> Iterator[Use]:
    for folder in ("storage", "desktop"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            constants = constants_of(tree)
            for node in ast.walk(tree):
                if isinstance(node, ast.Call):
                    place = f"{path.relative_to(ROOT)}:{node.lineno}"
                    yield from uses_of(node, place, constants)


def constants_of(tree: ast.Module) -> dict[str, ast.expr]:
    """The module's constants, by name."""
    return {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def uses_of(call: ast.Call, place: str, constants: dict[str, ast.expr]) -> Iterator[Use]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    given: frozenset[str] | None = frozenset(word.arg for word in call.keywords if word.arg)
    if any(word.arg is None for word in call.keywords):
        given = None
    asks_words = name != "has" or "words" in ast.unparse(call.func).lower()
    if name in ("UserFault", "say", "fault", "has", "Progress") and call.args and asks_words:
        key = call.args[0]
    elif name == "Finding" and len(call.args) > 1:
        key = call.args[1]
    else:
        return
    given = {"Finding": frozenset(FINDING), "Progress": frozenset(PROGRESS), "has": None}.get(
        name, given
    )
    for text, is_prefix in texts_of(key, constants):
        yield Use(place, text, given, is_prefix)


def texts_of(node: ast.expr, constants: dict[str, ast.expr]) -> Iterator[tuple[str, bool]]:
    """The strings that an expression can be; of an f-string its beginning."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value, False
    elif isinstance(node, ast.IfExp):
        yield from texts_of(node.body, constants)
        yield from texts_of(node.orelse, constants)
    elif isinstance(node, ast.Name) and node.id in constants:
        yield from texts_of(constants[node.id], constants)
    elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
        yield str(node.values[0].value), True


USES = list(uses())


def test_the_code_names_keys():
    assert len(USES) > 100


@pytest.mark.parametrize("use", USES, ids=lambda use: f"{use.place}-{use.key}")
def test_key_is_in_the_catalogue(use: Use):
    if use.is_prefix:
        assert [key for key in CATALOGUE if key.startswith(use.key)], use
        return
    assert use.key in CATALOGUE, f"{use.place}: no words for {use.key}"
    if use.given is None:
        return
    for language in LANGUAGES:
        for key in (use.key, f"{use.key}.advice"):
            wanted = placeholders(CATALOGUE.get(key, {}).get(language, ""))
            assert wanted <= use.given, f"{use.place}: {key} wants {wanted - use.given}"


@pytest.mark.parametrize(("file", "key", "words"), entries(), ids=lambda value: str(value)[:40])
def test_message_is_whole(file: str, key: str, words: dict[str, str]):
    assert set(words) == set(LANGUAGES), key
    assert all(text.strip() for text in words.values()), key
    assert placeholders(words["zh"]) == placeholders(words["en"]), key


def test_no_key_is_in_two_files():
    keys = [key for _, key, _ in entries()]
    assert sorted(set(keys)) == sorted(keys)


def test_advice_belongs_to_a_message():
    lonely = [
        key
        for key in CATALOGUE
        if key.endswith(".advice") and key[: -len(".advice")] not in CATALOGUE
    ]
    assert not lonely


def test_no_message_is_left_over():
    """A key is spelled somewhere in the code, whole, or by the beginning of an f-string."""
    spelled: set[str] = set()
    beginnings: set[str] = set()
    for path in [*(ROOT / "storage").rglob("*.py"), *(ROOT / "desktop").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                spelled.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                beginnings |= {text for text, _ in texts_of(node, {}) if text.endswith("-")}
    left = [
        key
        for key in CATALOGUE
        if not key.endswith((".advice", ".examples"))
        and key not in spelled
        and not key.startswith(tuple(beginnings))
    ]
    assert not left


def test_every_style_and_state_has_a_name():
    assert all(f"cli-style-{style}" in CATALOGUE for style in MARK_STYLES)
    assert {state for state in MARK_STATES if f"cli-state-{state}" in CATALOGUE} == {
        "check",
        "unplaced",
    }
