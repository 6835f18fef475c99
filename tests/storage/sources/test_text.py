"""Text files and Markdown: encodings, line breaks, what is wrong with files."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from storage.errors import UserFault
from storage.sources import read_source

TEXT = "某市人民政府关于印发某办法的通知\n\n某政发〔2024〕1号\n\n各县（区）人民政府：\n"
LINES = tuple(TEXT.split("\n"))


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-32"),
        TEXT.replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "mark", "gb18030", "utf-16", "big", "no-mark", "utf-32", "crlf"],
)
def test_any_encoding_gives_the_same_lines(tmp_path: Path, data: bytes):
    path = tmp_path / "公报.txt"
    path.write_bytes(data)
    source = read_source(path)
    assert source.lines == LINES
    assert source.data == data
    assert source.name == "公报.txt"


def test_form_feeds_and_line_separators_stay_within_lines(tmp_path: Path):
    path = tmp_path / "公报.txt"
    path.write_text("一\f二\n三\u2028四\n", encoding="utf-8")
    assert read_source(path).lines == ("一\f二", "三\u2028四", "")


def test_unknown_suffix_is_read_as_text(tmp_path: Path):
    path = tmp_path / "公报.2024年第2期"
    path.write_bytes(TEXT.encode("gb18030"))
    assert read_source(path).lines == LINES


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "source-empty"),
        (b" \n\r\n\t", "source-empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "source-picture"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 40, "source-picture"),
        (b"Rar!\x1a\x07\x00" + b"x" * 40, "source-archive"),
        (b"\x7fELF" + bytes(range(256)) * 8, "source-binary"),
        (b"\xd5\xfe\xb8\xae\xff\xff\xff" * 9, "source-encoding"),
    ],
)
def test_what_is_no_text_is_refused_by_name(tmp_path: Path, data: bytes, key: str):
    path = tmp_path / "文件.txt"
    path.write_bytes(data)
    with pytest.raises(UserFault) as caught:
        read_source(path)
    assert caught.value.key == key


def test_missing_files_and_folders_are_told_apart(tmp_path: Path):
    for path, key in ((tmp_path / "无.txt", "source-missing"), (tmp_path, "source-folder")):
        with pytest.raises(UserFault) as caught:
            read_source(path)
        assert caught.value.key == key


def test_markdown_keeps_its_lines_and_drops_links(tmp_path: Path):
    path = tmp_path / "通知.md"
    path.write_text(
        "---\ntitle: 通知\ndate: 2024-01-01\n---\n# 某市人民政府关于某事的通知\n"
        '见[办法](https://example.invalid/a.html "全文")和![公章](seal.png)。\n\n'
        "[1]: https://example.invalid/\n",
        encoding="utf-8",
    )
    source = read_source(path)
    assert source.lines[4:] == (
        "# 某市人民政府关于某事的通知",
        "见办法和公章。",
        "",
        "[1]: https://example.invalid/",
        "",
    )
    aside = [at for at, hint in enumerate(source.hints) if hint and hint.furniture]
    assert aside == [0, 1, 2, 3, 7]
