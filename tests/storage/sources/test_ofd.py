"""OFD: the sample, steps and matrices, templates, several documents, broken files."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from storage.errors import UserFault
from storage.parse import parse_source
from storage.sources import read_source
from tests.formats.ofd_file import text_object, write_ofd, write_sample_ofd
from tests.formats.sample import ISSUE
from tests.formats.scores import sample_scores


def shown(path: Path) -> list[str]:
    return [line for line in read_source(path).lines if line]


def test_the_sample_as_ofd_is_read_like_its_text(tmp_path: Path):
    text = parse_source(read_source(ISSUE))
    source = read_source(write_sample_ofd(tmp_path / "公报.ofd"))
    figures, misses = sample_scores(parse_source(source), text)
    expected, _ = sample_scores(text, text)
    worse = {key: figures[key] for key in figures if figures[key] < expected[key] - 0.02}
    assert worse == {}, misses
    assert {hint.furniture for hint in source.hints if hint} == {"", "running head", "page number"}


def test_steps_and_matrices_put_characters_where_they_are_seen(tmp_path: Path):
    page = (
        text_object("通知全文", 20, 30, code='X="0" Y="5" DeltaX="g 2 5 15"')
        + text_object("缩放", 20, 50, 'CTM="0.5 0 0 0.5 0 0"')
        + text_object("粗体", 20, 70, 'Font="4"')
        + text_object("⼀竖", 20, 90, code='X="0" Y="5" DeltaY="6"')
    )
    path = write_ofd(tmp_path / "a.ofd", [page])
    assert shown(path) == ["通知全\u3000文", "缩放", "粗体", "一", "竖"]
    hints = {line: hint for line, hint in zip(*_lines(path), strict=True) if hint}
    assert (hints["粗体"].bold, hints["缩放"].bold) == (True, False)
    assert hints["缩放"].size == pytest.approx(7, abs=0.5)


def _lines(path: Path):
    source = read_source(path)
    return source.lines, source.hints


def test_the_text_of_templates_stands_on_every_page(tmp_path: Path):
    pages = [text_object(words, 20, 100) for words in ("甲", "乙")]
    path = write_ofd(tmp_path / "a.ofd", pages, text_object("页眉的字", 20, 15))
    assert shown(path) == ["页眉的字", "甲", "页眉的字", "乙"]


@pytest.mark.parametrize(
    ("name", "text", "key"),
    [
        ("OFD.xml", "<x/>", "source-damaged"),
        ("OFD.xml", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>", "source-unsafe"),
        ("Doc_0/Document.xml", "no xml", "source-damaged"),
        ("Doc_0/Encryptions.xml", "<x/>", "source-encrypted"),
        ("Doc_0/Pages/Page_0/Content.xml", "<x/>", "source-scanned-ofd"),
    ],
)
def test_broken_files_say_what_is_wrong(tmp_path: Path, name: str, text: str, key: str):
    good = write_ofd(tmp_path / "a.ofd", [text_object("字", 20, 20)])
    path = tmp_path / "b.ofd"
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w") as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, text)
    with pytest.raises(UserFault) as caught:
        read_source(path)
    assert caught.value.key == key
