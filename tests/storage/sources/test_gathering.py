"""Folders and archives: what is found, counted, skipped and refused."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from storage.errors import UserFault
from storage.sources import archive, expand, gathering, read_source

TEXT = "某市人民政府关于某事的通知\n"


def pack(members: dict[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return out.getvalue()


def names(*paths: Path) -> list[str]:
    return [member.name for member in expand(paths).members]


def refusals(*paths: Path) -> list[tuple[str, str]]:
    return [(skipped.name, skipped.key) for skipped in expand(paths).skipped]


def test_a_folder_gives_its_documents_and_those_of_its_archives(tmp_path: Path):
    folder = tmp_path / "公报"
    (folder / "2024" / "页_files").mkdir(parents=True)
    (folder / "2024" / "页.html").write_text("<p>页</p>", encoding="utf-8")
    (folder / "2024" / "页_files" / "menu.html").write_text("<p>菜单</p>", encoding="utf-8")
    (folder / "甲.txt").write_text(TEXT, encoding="utf-8")
    (folder / "~$甲.docx").write_bytes(b"x")
    (folder / "表.xlsx").write_bytes(b"x")
    (folder / "Thumbs.db").write_bytes(b"x")
    (folder / "旧.rar").write_bytes(b"Rar!")
    inner = pack({"内.txt": TEXT, "图.png": b"x"})
    (folder / "包.zip").write_bytes(pack({"子/乙.txt": TEXT, "再.zip": inner, "__MACOSX/._": ""}))
    found = expand([folder])
    assert [member.name for member in found.members] == [
        "公报/包.zip/再.zip/内.txt",
        "公报/包.zip/子/乙.txt",
        "公报/甲.txt",
        "公报/2024/页.html",
    ]
    assert refusals(folder) == [
        ("公报/Thumbs.db", "source-format"),
        ("公报/包.zip/再.zip/图.png", "source-format"),
        ("公报/旧.rar", "source-archive"),
        ("公报/表.xlsx", "source-format"),
    ]
    assert [skipped.unknown for skipped in found.skipped] == [True, True, False, True]
    read = [member.read() for member in found.members]
    assert {source.lines[0] for source in read} == {TEXT.strip(), "页"}
    assert read[0].name == "包.zip/再.zip/内.txt"
    assert read[2].name == "甲.txt"
    assert [member.address for member in found.members] == [
        folder / "包.zip/再.zip/内.txt",
        folder / "包.zip/子/乙.txt",
        folder / "甲.txt",
        folder / "2024/页.html",
    ]


def test_a_file_named_twice_is_one_and_a_missing_one_says_so_when_read(tmp_path: Path):
    path = tmp_path / "甲.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert names(path, tmp_path, path) == ["甲.txt"]
    (missing,) = expand([tmp_path / "无.txt"]).members
    with pytest.raises(UserFault) as caught:
        missing.read()
    assert caught.value.key == "source-missing"


def test_a_folder_without_documents_says_so(tmp_path: Path):
    (tmp_path / "空").mkdir()
    assert refusals(tmp_path / "空") == [(str(tmp_path / "空"), "folder-empty")]
    (tmp_path / "空" / "图.png").write_bytes(b"x")
    assert refusals(tmp_path / "空") == [
        ("空/图.png", "source-format"),
        (str(tmp_path / "空"), "folder-empty"),
    ]


def test_an_archive_without_documents_says_so(tmp_path: Path):
    pictures, nothing = tmp_path / "图.zip", tmp_path / "空.zip"
    pictures.write_bytes(pack({"图.png": b"x"}))
    nothing.write_bytes(pack({}))
    empty = (str(pictures), "archive-empty")
    assert refusals(pictures) == [("图.zip/图.png", "source-format"), empty]
    assert refusals(nothing) == [("空.zip", "archive-empty")]
    (tmp_path / "甲.txt").write_text(TEXT, encoding="utf-8")
    shown = tmp_path.name
    assert refusals(tmp_path) == [
        (f"{shown}/图.zip/图.png", "source-format"),
        (f"{shown}/空.zip", "archive-empty"),
    ]


def test_a_folder_named_twice_is_not_empty_at_the_second_time(tmp_path: Path):
    (tmp_path / "内").mkdir()
    (tmp_path / "内" / "甲.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "内" / "包.zip").write_bytes(pack({"乙.txt": TEXT}))
    paths = (tmp_path, tmp_path / "内", tmp_path / "内" / "包.zip")
    assert (len(names(*paths)), refusals(*paths)) == (2, [])


def test_links_out_of_a_folder_are_not_followed(tmp_path: Path):
    (tmp_path / "外.txt").write_text(TEXT, encoding="utf-8")
    folder = tmp_path / "内"
    folder.mkdir()
    os.symlink(tmp_path / "外.txt", folder / "链.txt")
    os.symlink(tmp_path, folder / "上")
    assert names(folder) == []


def test_chinese_names_of_old_archives_are_read(tmp_path: Path):
    data = pack({"abcd.txt": TEXT}).replace(b"abcd", "公报".encode("gb18030"))
    path = tmp_path / "旧.zip"
    path.write_bytes(data)
    (member,) = expand([path]).members
    assert member.name == "旧.zip/公报.txt"
    assert member.read().lines[0] == TEXT.strip()


def test_names_that_lead_out_lead_nowhere(tmp_path: Path):
    path = tmp_path / "坏.zip"
    path.write_bytes(pack({"../../外.txt": TEXT, "/etc/外.txt": TEXT}))
    (member,) = expand([path]).members
    assert member.address == path / "etc" / "外.txt"
    assert member.read().lines[0] == TEXT.strip()
    assert refusals(path) == [("坏.zip/../../外.txt", "source-unsafe")]
    assert [file.name for file in tmp_path.iterdir()] == ["坏.zip"]


def test_an_address_below_an_archive_that_has_no_such_member_is_missing(tmp_path: Path):
    (tmp_path / "包.zip").write_bytes(pack({"甲.txt": TEXT}))
    (tmp_path / "文.txt").write_text(TEXT, encoding="utf-8")
    for address, key in (("包.zip/乙.txt", "source-missing"), ("文.txt/乙.txt", "source-damaged")):
        with pytest.raises(UserFault) as caught:
            read_source(tmp_path / address)
        assert caught.value.key == key


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "包.zip"
    path.write_bytes(pack({"甲.txt": b"a" * 2000, "乙.txt": b"b" * 2000}))
    for name, value, key in (
        ("MEMBER_LIMIT", 1999, "archive-member-large"),
        ("TOTAL_LIMIT", 3999, "archive-large"),
        ("COUNT_LIMIT", 1, "archive-many"),
        ("RATIO_FROM", 1000, "archive-ratio"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(archive, name, value)
            assert refusals(path) == [("包.zip", key)]
    monkeypatch.setattr(gathering, "COUNT_LIMIT", 1)
    for at in range(2):
        (tmp_path / f"{at}.txt").write_text(TEXT, encoding="utf-8")
    assert refusals(tmp_path)[-1] == (str(tmp_path), "folder-many")


def test_archives_may_stand_three_deep(tmp_path: Path):
    data = pack({"文.txt": TEXT})
    for _ in range(2):
        data = pack({"包.zip": data})
    path = tmp_path / "深.zip"
    path.write_bytes(data)
    assert names(path) == ["深.zip/包.zip/包.zip/文.txt"]
    path.write_bytes(pack({"包.zip": data}))
    assert refusals(path) == [("深.zip/包.zip/包.zip/包.zip", "archive-deep")]


def test_a_member_that_lies_about_its_size_is_refused(tmp_path: Path):
    data = bytearray(pack({"a.txt": b"x" * 100_000}))
    at = data.rindex(b"PK\x01\x02") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")
    path = tmp_path / "假.zip"
    path.write_bytes(bytes(data))
    with pytest.raises(UserFault) as caught:
        expand([path]).members[0].read()
    assert caught.value.key == "source-damaged"


@pytest.mark.parametrize(
    ("members", "key"),
    [
        ({"甲.txt": TEXT, "乙.txt": TEXT}, "archive-several"),
        ({"甲.png": "x"}, "archive-empty"),
        ({"[Content_Types].xml": "<x/>", "xl/book.xml": "<x/>"}, "source-format"),
    ],
)
def test_one_archive_read_as_one_document(tmp_path: Path, members: dict[str, str], key: str):
    path = tmp_path / "包.zip"
    path.write_bytes(pack({"甲.txt": TEXT}))
    assert read_source(path).lines[0] == TEXT.strip()
    path.write_bytes(pack(members))
    with pytest.raises(UserFault) as caught:
        read_source(path)
    assert caught.value.key == key


def test_members_without_a_name_are_passed_over(tmp_path: Path):
    data = pack({"甲.txt": TEXT, "b": TEXT}).replace(b"b", b"\0")
    path = tmp_path / "空名.zip"
    path.write_bytes(data)
    assert names(path) == ["空名.zip/甲.txt"]


def test_locked_archives_say_so(tmp_path: Path):
    data = bytearray(pack({"甲.txt": TEXT}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    path = tmp_path / "锁.zip"
    path.write_bytes(bytes(data))
    with pytest.raises(UserFault) as caught:
        expand([path]).members[0].read()
    assert caught.value.key == "source-encrypted"
