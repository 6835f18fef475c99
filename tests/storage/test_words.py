from __future__ import annotations

import json
from pathlib import Path

import pytest

from storage.words import Words

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.json").write_text(
        json.dumps(
            {
                "greet": {"zh": "你好，{name}", "en": "Hello {name}"},
                "greet.advice": {"zh": "请进，{name}", "en": "Come in"},
            }
        ),
        encoding="utf-8",
    )
    (tmp_path / "b.json").write_text('{"end": {"zh": "再见", "en": "Bye"}}', encoding="utf-8")
    return tmp_path


def test_all_files_of_the_folder_are_one_catalogue(folder):
    words = Words(folder)
    assert (words.say("greet", name="张三"), words.say("end")) == ("你好，张三", "再见")
    assert words.has("end")
    assert not words.has("nothing")


def test_language_is_chosen_and_chinese_by_default(folder):
    assert Words(folder, "en").say("end") == "Bye"
    assert Words(folder, "fr").language == "zh"


def test_fault_has_message_and_advice(folder):
    assert Words(folder).fault("greet", name="张三") == ("你好，张三", "请进，张三")
    assert Words(folder).fault("end") == ("再见", "")


def test_unknown_key_is_shown_with_its_arguments(folder):
    assert Words(folder).say("what-is-this", path="a.txt") == "what-is-this path=a.txt"


def test_braces_in_arguments_are_left_alone(folder):
    assert Words(folder).say("greet", name="{0} {name}") == "你好，{0} {name}"


def test_shipped_catalogue_is_read_in_both_languages():
    shipped = ROOT / "resources" / "translations" / "messages"
    chinese, english = Words(shipped), Words(shipped, "en")
    assert chinese.say("export-empty") != english.say("export-empty")
