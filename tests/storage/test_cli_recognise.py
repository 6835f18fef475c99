"""`antou recognise --again`: what it would do, what it does, and what it does not understand."""

from __future__ import annotations

import sqlite3

import pytest

from tests.storage.command_line import SAMPLES, CommandLine


@pytest.fixture
def antou(tmp_path):
    return CommandLine(tmp_path)


@pytest.fixture
def upgraded(antou):
    """A library of an older program, in which a title was cut short and a number not found."""
    assert antou("import", *SAMPLES).status == 0
    with sqlite3.connect(antou.library) as file:
        file.execute("UPDATE issues SET recogniser = 0")
        file.execute(
            "UPDATE notices SET body = CAST(replace(CAST(body AS TEXT), '\"number\"',"
            " '\"nothing\"') AS BLOB) WHERE number IS NOT NULL"
        )
    file.close()
    return antou


def test_preview_then_reading(upgraded):
    before = upgraded("list").out
    told = upgraded("recognise", "--again", "--all", "--preview")
    assert (told.status, told.errors) == (0, "")
    assert "文号：新识别出" in told.out
    assert upgraded("list").out == before
    done = upgraded("recognise", "--again", "--all")
    assert (done.status, "更新" in done.out) == (0, True)
    assert "无须重新识别" in upgraded("recognise", "--again", "--all").out
    again = upgraded("recognise", "--again", "--all", "--preview")
    assert "无须重新识别" in again.out


def test_one_issue_and_one_notice(upgraded):
    notice = upgraded.notices()[0]["notice"]
    assert upgraded("recognise", "--again", "--notice", notice[:8]).status == 0
    told = upgraded("recognise", "--again", "--issue", "1", language="en")
    assert (told.status, "updated" in told.out) == (0, True)


def test_sources_are_listed_and_chosen(upgraded):
    listed = upgraded("recognise", "--issue", "1", "--sources").out
    assert "正在使用" in listed
    assert upgraded("recognise", "--again", "--issue", "1", "--source", "1").status == 0
    missing = upgraded("recognise", "--again", "--issue", "1", "--source", "77")
    assert (missing.status, "没有这份来源" in missing.errors) == (2, True)


@pytest.mark.parametrize(
    "words",
    [
        ("--again",),
        ("--all",),
        ("--again", "--all", "--issue", "1"),
        ("--again", "--issue", "99"),
        ("--again", "--all", "--source", "1"),
        ("--sources", "--all"),
    ],
)
def test_what_it_does_not_understand(upgraded, words):
    before = upgraded("list").out
    answer = upgraded("recognise", *words)
    assert answer.status == 2
    assert answer.errors.strip()
    assert upgraded("list").out == before


def test_an_unknown_notice(upgraded):
    assert upgraded("recognise", "--again", "--notice", "无此号").status == 1
