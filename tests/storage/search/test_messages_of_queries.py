"""Every problem that a query can have is told in both languages, with its arguments."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from storage.search.language import parse_query
from storage.words import LANGUAGES, Words

ROOT = Path(__file__).resolve().parents[3]
MESSAGES = ROOT / "resources" / "translations" / "messages"
CODE = [*(ROOT / "storage" / "search").rglob("*.py")]
KEYS = sorted({key for file in CODE for key in re.findall(r'"(search-[a-z-]+)"', file.read_text())})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", KEYS)
def test_every_key_has_words(key, language):
    assert Words(MESSAGES, language).has(key)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "query",
    ['"', '""', "a”", "(a", "a)", "()", "OR a", "a AND", "a NEAR NOT b", "标题:", "titel:a"]
    + ["日期:昨天", "a *", "，", " ", " ".join(f"词{n}" for n in range(99)), "(" * 99 + "a"],
)
def test_every_problem_is_told_with_its_arguments(query, language):
    words = Words(MESSAGES, language)
    problems = parse_query(query).problems
    assert problems
    for one in problems:
        assert "{" not in words.say(one.key, **dict(one.arguments))
