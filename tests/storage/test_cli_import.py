"""`antou import`, `list`, `show`, `search` and `parse` on real files and a real library."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3

import pytest

from tests.storage.command_line import RESOURCES, SAMPLES, CommandLine

(SINGLE,) = [path for path in SAMPLES if "20号" in path.name]
(GAZETTE,) = [path for path in SAMPLES if path != SINGLE]


@pytest.fixture
def antou(tmp_path):
    return CommandLine(tmp_path)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A library with the sample; tests only read it."""
    antou = CommandLine(tmp_path_factory.mktemp("filled"))
    answer = antou("import", *SAMPLES)
    assert answer.status == 0, answer.errors
    return antou


# ---------------------------------------------------------------- import


def test_import_makes_the_library_and_reports_each_file(antou):
    answer = antou("import", *SAMPLES)
    assert (answer.status, answer.errors) == (0, "")
    assert antou.library.is_file()
    for path in SAMPLES:
        assert f"{path}：" in answer.out
    assert "合计：2 个文件已处理，0 个失败" in answer.out
    assert "2024年第2期" in answer.out


def test_what_is_imported_can_be_searched_at_once(antou):
    antou("import", SINGLE)
    assert antou("search", "充电", "--json").json


def test_same_file_twice_says_so_and_changes_nothing(antou):
    antou("import", SINGLE)
    before = antou("list", "--json").out
    answer = antou("import", SINGLE)
    assert answer.status == 0
    assert "已经在资料库里" in answer.out
    assert antou("list", "--json").out == before


def bad_files(folder):
    text = SINGLE.read_text(encoding="utf-8")
    (folder / "空.txt").write_bytes(b"")
    (folder / "二进制.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "乱码.txt").write_bytes(text.encode()[:300] + b"\xff\xfe\x81\xff\xff\xc0" * 60)
    (folder / "太大.txt").write_bytes(b"a" * (21 * 1024 * 1024))
    (folder / "文件夹").mkdir()
    (folder / "图.jpg").write_bytes(b"\xff\xd8\xff")
    return ["没有.txt", "空.txt", "二进制.txt", "乱码.txt", "太大.txt", "图.jpg", "文件夹"]


def test_bad_files_are_named_and_the_rest_goes_on(antou, tmp_path):
    names = bad_files(tmp_path)
    answer = antou("import", *(tmp_path / name for name in names), SINGLE)
    assert answer.status == 2
    lines = answer.errors.splitlines()
    assert len(lines) == len(names)
    for name, line in zip(names, lines, strict=True):
        assert str(tmp_path / name) in line
        assert line.endswith("。")
    assert "合计：1 个文件已处理，7 个失败" in answer.out
    assert len(antou.notices()) == 1


def test_pictures_beside_documents_are_told_and_no_failure(antou, tmp_path):
    folder = tmp_path / "来文"
    folder.mkdir()
    shutil.copy(SINGLE, folder)
    (folder / "图.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "Thumbs.db").write_bytes(b"x")
    for count in ("新增 1 件", "已经在资料库里"):
        answer = antou("import", folder)
        assert (answer.status, answer.errors) == (0, "")
        assert count in answer.out
        left_out = answer.out.split("下列 2 个文件不是可导入的格式，没有收入：\n")[1]
        assert left_out.splitlines()[:2] == ["  来文/Thumbs.db", "  来文/图.jpg"]
        assert "合计：1 个文件已处理，0 个失败" in answer.out
    # Named by itself, it is what the user wanted to have.
    answer = antou("import", folder, folder / "图.jpg")
    assert (answer.status, "图.jpg" in answer.errors) == (2, True)


def test_a_folder_of_pictures_or_with_a_damaged_file_is_a_failure(antou, tmp_path):
    folder = tmp_path / "来文"
    folder.mkdir()
    (folder / "图.jpg").write_bytes(b"\xff\xd8\xff")
    answer = antou("import", folder)
    assert (answer.status, answer.errors.count("\n")) == (2, 1)
    assert "文件夹中没有能读取的文档" in answer.errors
    shutil.copy(SINGLE, folder)
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 damaged")
    answer = antou("import", folder)
    assert (answer.status, "坏.docx" in answer.errors) == (2, True)
    assert "合计：1 个文件已处理，1 个失败" in answer.out


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_other_encodings_are_the_same_document(antou, tmp_path, encoding):
    antou("import", SINGLE)
    other = tmp_path / "另存.txt"
    other.write_bytes(SINGLE.read_text(encoding="utf-8").encode(encoding))
    assert antou("import", other).status == 0
    assert len(antou.notices()) == 1


def test_pattern_is_expanded_where_the_shell_did_not(antou, tmp_path):
    for number in (1, 2):
        text = SINGLE.read_text(encoding="utf-8").replace("20号", f"{number}号")
        (tmp_path / f"文件{number}.txt").write_text(text, encoding="utf-8")
    assert "合计：2 个文件已处理" in antou("import", tmp_path / "文件*.txt").out
    answer = antou("import", tmp_path / "无*.txt")
    assert (answer.status, "无*.txt" in answer.errors) == (2, True)


def test_libraries_that_take_nothing(antou, tmp_path):
    text, foreign, damaged = (tmp_path / f"{name}.antoudb" for name in ("文本", "别家", "坏"))
    text.write_text("这不是资料库", encoding="utf-8")
    with sqlite3.connect(foreign) as connection:
        connection.execute("create table recipes (name)")
    connection.close()
    antou("import", SINGLE, "--library", damaged)
    content = bytearray(damaged.read_bytes())
    content[4096:] = bytes(byte ^ 0x55 for byte in content[4096:])
    damaged.write_bytes(content)
    (tmp_path / "夹.antoudb").mkdir()
    for library in (text, foreign, damaged, tmp_path / "夹.antoudb"):
        before = library.read_bytes() if library.is_file() else b""
        for arguments in (["import", SINGLE], ["list"], ["search", "充电"]):
            answer = antou(*arguments, "--library", library)
            assert answer.status == 2, (library, arguments)
            assert str(library) in answer.errors
            assert "Traceback" not in answer.errors
        assert before == (library.read_bytes() if library.is_file() else b"")


def test_library_where_no_folder_can_be_is_told(antou, tmp_path):
    (tmp_path / "文件").write_bytes(b"")
    answer = antou("import", SINGLE, "--library", tmp_path / "文件" / "a.antoudb")
    assert answer.status == 2
    assert answer.errors.count("\n") == 1
    assert str(tmp_path / "文件") in answer.errors


# ---------------------------------------------------------------- list


def test_list_shows_gazette_issue_section_and_single_documents(filled):
    answer = filled("list")
    assert answer.status == 0
    lines = answer.out.splitlines()
    assert "霁川市人民政府公报" in lines
    assert [line for line in lines if line.startswith("  [") and "2024年第2期" in line]
    assert "    【市政府文件】" in lines
    assert lines.index("单独文件") > lines.index("霁川市人民政府公报")


def test_list_as_json_holds_every_notice_with_its_citation(filled):
    issues = filled("list", "--json").json
    gazette = next(issue for issue in issues if not issue["single"])
    assert (gazette["gazette"], gazette["year"], gazette["number"]) == (
        "霁川市人民政府公报",
        2024,
        2,
    )
    assert [issue["source"] for issue in issues if issue["single"]] == [SINGLE.name]
    assert all(notice["title"] and notice["notice"] for notice in filled.notices())


# ---------------------------------------------------------------- show


def test_show_finds_a_number_however_it_is_written(filled):
    wanted = filled("show", "霁政办发〔2024〕20号").out
    assert "霁政办发〔2024〕20号" in wanted
    for written in (
        ["霁政办发[2024]20号"],
        ["霁政办发（2024）20 号"],
        ["霁政办发〔2024〕", "20号"],
    ):
        assert filled("show", *written).out == wanted


def test_show_takes_the_beginning_of_an_id(filled):
    notice = filled.notices()[0]
    assert notice["title"][:8] in filled("show", notice["notice"][:8]).out


def test_show_sets_tables_with_straight_columns(filled):
    from storage.cli.width import columns

    tables = 0
    for notice in filled.notices():
        lines = filled("show", notice["notice"]).out.splitlines()
        for line, below in zip(lines, lines[1:], strict=False):
            if "─┼─" in below and " │ " in line:
                tables += 1
                bar = columns(below[: below.index("┼")])
                assert columns(line[: line.index("│")]) == bar
    assert tables


def test_show_as_json_holds_text_and_blocks(filled):
    shown = filled("show", "霁政办发〔2024〕20号", "--json").json
    assert shown["number"] == "霁政办发〔2024〕20号"
    assert shown["text"] == "\n".join(block["text"] for block in shown["blocks"])
    assert shown["marks"] == []


def test_unknown_notice_is_not_found(filled):
    answer = filled("show", "无此号")
    assert (answer.status, answer.out) == (1, "")
    assert "“无此号”" in answer.errors


def test_several_notices_of_one_number_are_listed(antou, tmp_path):
    first = SINGLE.read_text(encoding="utf-8")
    other = tmp_path / "另一件.txt"
    other.write_text(
        "霁川市人民政府关于表彰先进集体的决定\n霁政办发〔2024〕20号\n各县（市、区）人民政府：\n"
        "为树立典型，决定对下列集体予以表彰。\n霁川市人民政府\n2024年6月1日\n",
        encoding="utf-8",
    )
    assert first
    assert antou("import", SINGLE, other).status == 0
    answer = antou("show", "霁政办发〔2024〕20号")
    assert (answer.status, answer.out) == (1, "")
    assert "有 2 件文件符合" in answer.errors
    for notice in antou.notices():
        assert notice["notice"][:8] in answer.errors
        assert antou("show", notice["notice"][:8]).status == 0


# ---------------------------------------------------------------- search


def test_search_as_json_has_the_form_that_was_promised(filled):
    found = filled("search", "充电", "--json").json
    assert found
    for notice in found:
        assert list(notice) == [
            "notice",
            "title",
            "number",
            "issuer",
            "date",
            "gazette",
            "issue",
            "hits",
            "versions",
        ]
        text = filled("show", notice["notice"], "--json").json["text"]
        for hit in notice["hits"]:
            assert list(hit) == [
                *("start", "end", "text", "before", "after", "path", "kind", "mark")
            ]
            assert text[hit["start"] : hit["end"]] == hit["text"]
    printed = {notice["issue"] for notice in found if notice["gazette"]}
    assert printed == {"2024年第2期（总第62期）"}
    assert filled("search", "充电", "--json", "--language", "en").json == found
    single = [notice for notice in found if notice["gazette"] is None]
    assert [notice["issue"] for notice in single] == [None] * len(single)


def test_quoted_search_finds_every_literal_place(filled):
    places = {
        notice["notice"]: filled("show", notice["notice"], "--json").json["text"].count("充电设施")
        for notice in filled.notices()
    }
    found = filled("search", '"充电设施"', "--json", "--limit", "1000").json
    counted = {notice["notice"]: len(notice["hits"]) for notice in found}
    # The search looks across line breaks too, so it may find more than the plain count.
    assert all(counted[uuid] >= count for uuid, count in places.items() if count)
    assert sum(places.values()) > 0


def test_search_without_a_hit_is_no_fault(filled):
    answer = filled("search", "“此处绝无”", "--json")
    assert (answer.status, answer.json) == (0, [])
    answer = filled("search", "“此处绝无”")
    assert (answer.status, answer.out) == (0, "没有找到“此处绝无”。\n")


def test_search_for_people_shows_the_place_and_says_what_is_left(filled):
    answer = filled("search", "充电", "--limit", "1")
    assert "【充电" in answer.out
    assert "显示前 1 件，共" in answer.out
    assert answer.out.splitlines()[0].startswith("找到 ")


def test_several_words_must_all_be_there(filled):
    both = filled("search", "充电", "消防", "--json").json
    one = filled("search", "充电", "--json").json
    assert {notice["notice"] for notice in both} <= {notice["notice"] for notice in one}


def test_empty_search_says_so(filled):
    answer = filled("search", " ", "--json")
    assert (answer.status, answer.json) == (0, [])
    assert answer.errors


# ---------------------------------------------------------------- parse


def test_parse_prints_json_and_stores_nothing(antou):
    answer = antou("parse", GAZETTE)
    assert (answer.status, answer.errors) == (0, "")
    assert answer.json["issue"]["year"] == 2024
    assert len(answer.json["notices"]) > 5
    assert os.listdir(antou.folder) == []


def test_parse_tells_what_cannot_be_read(antou, tmp_path):
    for name in bad_files(tmp_path):
        answer = antou("parse", tmp_path / name)
        assert (answer.status, answer.out) == (2, "")
        assert answer.errors.count("\n") == 1
        assert str(tmp_path / name) in answer.errors


def test_json_survives_odd_characters(antou, tmp_path):
    odd = tmp_path / "怪.txt"
    odd.write_text(SINGLE.read_text(encoding="utf-8").replace("各", "\u2028\x85各\x1b[31m𠮷", 1))
    answer = antou("parse", odd)
    assert answer.status == 0
    assert not {"\x1b", "\x85", "\u2028"} & set(answer.out)
    assert "𠮷" in json.dumps(answer.json, ensure_ascii=False)


def test_terminal_gets_no_commands_from_a_strangers_text(antou, tmp_path):
    odd = tmp_path / "怪.txt"
    odd.write_text(SINGLE.read_text(encoding="utf-8").replace("通知", "通\x1b]0;x\x07知\u202e"))
    assert antou("import", odd).status == 0
    shown = antou("show", antou.notices()[0]["notice"]).out + antou("list").out
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_resources_hold_the_sample():
    assert RESOURCES.is_dir()
    assert len(SAMPLES) == 2


# ---------------------------------------------------------------- updates, and a lost cache


def test_update_reports_what_changed_and_which_marks_lost_their_place(antou, tmp_path):
    antou("import", GAZETTE)
    notice = next(notice for notice in antou.notices() if notice["number"])
    text = antou("show", notice["notice"], "--json").json["text"]
    quote = next(line for line in text.split("\n")[4:] if len(line) > 20 and text.count(line) == 1)
    assert antou("mark", notice["notice"], quote[:20]).status == 0

    changed = tmp_path / "更正.txt"
    content = GAZETTE.read_text(encoding="utf-8")
    assert content.count(quote[:20]) == 1
    changed.write_text(content.replace(quote[:20], "这里换成了别的话"), encoding="utf-8")
    answer = antou("import", changed)
    assert answer.status == 0
    assert "更新 1 件" in answer.out
    assert f"“{quote[:20]}”" in answer.out
    shown = antou("show", notice["notice"])
    assert f"（未定位） {quote[:20]}" in shown.out


def test_search_misses_nothing_when_the_cache_is_gone(antou):
    antou("import", *SAMPLES)
    before = antou("search", "充电", "--json").json
    shutil.rmtree(antou.places.cache)
    assert antou("search", "充电", "--json").json == before
    shutil.rmtree(antou.places.cache)
    antou.places.cache.write_bytes(b"a file where the folder should be")
    answer = antou("search", "充电", "--json")
    assert answer.status == 0
    assert {notice["notice"] for notice in answer.json} == {notice["notice"] for notice in before}
    assert answer.errors.count("\n") == 1
