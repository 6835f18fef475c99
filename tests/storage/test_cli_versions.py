"""`antou versions`: what is linked at an import, and what is said of it afterwards."""

from __future__ import annotations

import re

import pytest

from tests.storage.command_line import SAMPLES, CommandLine

(SINGLE,) = [path for path in SAMPLES if "20号" in path.name]
NUMBER = "霁政办发〔2024〕20号"
COMMAND = re.compile(r"antou versions (link|apart) ([0-9a-f]{8}) ([0-9a-f]{8})")


@pytest.fixture
def antou(tmp_path):
    return CommandLine(tmp_path)


@pytest.fixture
def copy(antou, tmp_path):
    """A file with most of the single document's words, taken in after it."""
    antou("import", SINGLE)
    file = tmp_path / "网上.txt"
    file.write_text(SINGLE.read_text("utf-8").replace("应当", "应该") + "\n", encoding="utf-8")
    return file


def families(antou) -> list[list[dict]]:
    return antou("versions", "--json").json


def test_an_import_links_and_tells_how_to_undo_it(antou, copy):
    answer = antou("import", copy)
    assert "有 1 件已与库中的同一文件互相关联" in answer.out
    assert "antou merge" in answer.out
    (family,) = families(antou)
    assert [version["main"] for version in family] == [True, False]
    assert {version["how"] for version in family} == {"found"}
    action, *ids = COMMAND.search(answer.out).groups()
    assert action == "apart"
    assert antou("versions", action, *ids).status == 0
    assert families(antou) == []
    assert "没有互相关联的版本" in antou("versions").out


def test_what_is_only_likely_is_asked_and_linked_by_the_printed_command(antou, copy):
    lines = copy.read_text("utf-8").split("\n")
    # A print that leaves most of the body out.
    copy.write_text("\n".join(one for one in lines if len(one) < 60), encoding="utf-8")
    answer = antou("import", copy)
    assert "有 1 件请核对" in answer.out
    action, *ids = COMMAND.search(answer.out).groups()
    assert (action, families(antou)) == ("link", [])
    answer = antou("versions", action, *ids)
    assert "主版本" in answer.out
    assert len(families(antou)) == 1


def test_a_search_shows_a_document_once(antou, copy):
    antou("import", copy)
    answer = antou("search", "充电")
    assert "另有 1 个版本" in answer.out
    (found,) = antou("search", "充电", "--json").json
    assert found["versions"] == [families(antou)[0][1]["notice"]]


def test_the_main_one_is_chosen_and_marks_move_to_it(antou, copy):
    antou("import", copy)
    ids = [version["notice"] for version in families(antou)[0]]
    assert antou("mark", ids[0], "充电", "--occurrence", "1").status == 0
    assert "主版本" in antou("versions", "main", ids[1]).out
    assert [version["notice"] for version in families(antou)[0]] == ids[::-1]
    answer = antou("versions", "marks", ids[0])
    assert "已把 1 条标注转到主版本" in answer.out
    assert "就是主版本" in antou("versions", "marks", ids[1]).errors


def test_listed_by_number_and_unlinked(antou, copy):
    antou("import", copy)
    answer = antou("versions", "list", NUMBER)
    assert answer.out.count(NUMBER) >= 2
    assert "已移出" in antou("versions", "unlink", families(antou)[0][1]["notice"]).out
    assert families(antou) == []
    assert antou("versions", "list", "无此号").status == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("link", "一件"), "要写 2 到 2 件"),
        (("unlink",), "要写 1 到 1 件"),
        (("list", "一", "二"), "要写 0 到 1 件"),
        (("合并",), "list / link"),
        (("unlink", NUMBER), "没有关联其他版本"),
    ],
)
def test_what_is_wrong_is_told(antou, copy, arguments, told):
    answer = antou("versions", *arguments)
    assert answer.status == 2
    assert told in answer.errors
