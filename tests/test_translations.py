"""The Chinese catalogue: complete, up to date, with the same placeholders."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.catalogue import SOURCE, build

ROOT = Path(__file__).resolve().parents[1]
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def messages() -> list[tuple[str, str, str]]:
    """Context, source and translation of every message."""
    found = []
    for context in ElementTree.parse(SOURCE).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            done = "" if translation.get("type") else translation.text or ""
            found.append((name, message.findtext("source") or "", done))
    return found


@pytest.mark.parametrize(("context", "source", "chinese"), messages())
def test_each_message_is_translated_with_its_placeholders(context: str, source: str, chinese: str):
    assert chinese, f"{context}: {source} is not translated"
    assert sorted(PLACEHOLDER.findall(source)) == sorted(PLACEHOLDER.findall(chinese))
    assert source.count("\n") == chinese.count("\n")
    if source.endswith("…"):
        assert chinese.endswith("…")


def test_menus_have_letters_to_press_and_none_twice():
    letters: dict[str, list[str]] = {}
    for context, source, chinese in messages():
        if context == "Actions" and "&" in source:
            found = re.search(r"\(&([A-Z])\)", chinese)
            assert found, f"{source}: {chinese} has no letter"
            letters.setdefault(found.group(1), []).append(source)
    menus = ["&File", "&Edit", "&Go", "&Mark", "&Correct", "&View", "&Help"]
    assert all(sum(menu in sources for sources in letters.values()) == 1 for menu in menus)


def test_the_catalogue_knows_every_string_of_the_code(tmp_path: Path):
    copy = tmp_path / SOURCE.name
    shutil.copy(SOURCE, copy)
    files = sorted(str(path) for path in (ROOT / "desktop").rglob("*.py"))
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    command = [tool, "-silent", "-no-obsolete", "-locations", "none", *files, "-ts", copy]
    subprocess.run(command, check=True, cwd=ROOT)
    known = set(re.findall(r"<source>(.*?)</source>", SOURCE.read_text(encoding="utf-8"), re.S))
    now = set(re.findall(r"<source>(.*?)</source>", copy.read_text(encoding="utf-8"), re.S))
    assert now == known


def test_the_built_catalogue_speaks_chinese(qapp):
    from PySide6.QtCore import QTranslator

    translator = QTranslator()
    assert translator.load(str(build()))
    assert translator.translate("MainWindow", "Marks") == "标注"
