"""Every fault and question of the library has words and advice in both languages."""

from __future__ import annotations

import json
import re
from pathlib import Path
from string import Formatter

import pytest

ROOT = Path(__file__).resolve().parents[2]
MESSAGES = ROOT / "resources/translations/messages"
WORDS = {
    key: words
    for name in ("library.json", "searches.json")
    for key, words in json.loads((MESSAGES / name).read_text(encoding="utf-8")).items()
}
SOURCES = [*(ROOT / "storage/db").glob("*.py"), *(ROOT / "storage/library").glob("*.py")]
# "library-busy"   "doubtful-text"   "import-writing"
KEYS = sorted(
    {
        key
        for source in SOURCES
        for key in re.findall(
            r'"((?:library|notice|issue|mark|search|import|doubtful)-[a-z-]+)"',
            source.read_text(encoding="utf-8"),
        )
    }
)


@pytest.mark.parametrize("key", KEYS)
def test_each_key_has_words(key: str):
    assert key in WORDS
    if not key.startswith(("import-", "doubtful-")):
        assert f"{key}.advice" in WORDS


@pytest.mark.parametrize("key", sorted(WORDS))
def test_both_languages_tell_the_same(key: str):
    fields = [
        {name for _, name, _, _ in Formatter().parse(WORDS[key][language]) if name}
        for language in ("zh", "en")
    ]
    assert fields[0] == fields[1]
    assert re.search(r"[一-鿿]", WORDS[key]["zh"])
    assert not re.search(r"[一-鿿]", WORDS[key]["en"])
