"""`antou searches`: listed, run, written to a file and taken in from one."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.library import Library
from tests.storage.command_line import SAMPLES, CommandLine


@pytest.fixture
def antou(tmp_path: Path) -> CommandLine:
    command = CommandLine(tmp_path)
    assert command("import", *SAMPLES).status == 0
    with opened(command) as library:
        kept = library.save_search("充电", "充电桩", "date")
        library.save_search("坏的", "充电桩 AND (")
        library.search_opened(kept.uuid, library.count_search(kept.uuid).found[8:])
    return command


def opened(command: CommandLine) -> Library:
    places = command.places
    return Library.open(command.library, cache=places.cache, dictionary=places.dictionary)


def test_they_are_listed_with_counts_and_what_is_new(antou: CommandLine):
    told = antou("searches", "list")
    total = antou("search", "充电桩", "--json").json
    assert told.status == 0
    assert f"充电  充电桩  [{len(total)} 件，新增 1 件]" in told.out
    listed = antou("searches", "list", "--json").json
    assert [(one["name"], one["notices"], one["new"]) for one in listed] == [
        ("充电", len(total), 1),
        ("坏的", len(total), None),
    ]


def test_one_is_run_by_its_name(antou: CommandLine):
    told = antou("searches", "run", "充电")
    assert told.status == 0
    assert told.out == antou("search", "充电桩", "--sort", "date").out
    broken = antou("searches", "run", "坏的")
    assert broken.status == 0
    assert broken.errors
    unknown = antou("searches", "run", "没有")
    assert (unknown.status, unknown.out) == (1, "")
    assert "没有" in unknown.errors


def test_they_go_through_a_file(antou: CommandLine, tmp_path: Path):
    file = tmp_path / "共享.antou-searches.json"
    assert antou("searches", "export", file, "充电").status == 0
    again = antou("searches", "import", file)
    assert "已有：充电" in again.out
    with opened(antou) as library:
        library.save_search("另一个", "煤矿")
        assert len(library.saved_searches()) == 3
    other = CommandLine(tmp_path / "colleague")
    other("import", SAMPLES[0])
    with opened(other) as library:
        library.save_search("充电", "充电设施")
    preview = other("searches", "import", file, "--preview")
    assert "同名，另起名称：充电" in preview.out
    with opened(other) as library:
        assert len(library.saved_searches()) == 1
    assert other("searches", "import", file, "--replace").status == 0
    with opened(other) as library:
        (kept,) = library.saved_searches()
        assert (kept.name, kept.query, kept.sort) == ("充电", "充电桩", "date")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("run",),
        ("export",),
        ("import",),
        ("import", "没有.json"),
        ("import", "a.json", "b.json"),
        ("list", "多余"),
        ("别的",),
    ],
)
def test_slips_are_told_in_one_line(antou: CommandLine, arguments, language: str):
    told = antou("searches", *arguments, language=language)
    assert (told.status, told.out) == (2, "")
    assert len(told.errors.strip().splitlines()) == 1


def test_help_names_the_actions(antou: CommandLine):
    told = antou("searches", "--help").out
    for word in ("list", "run", "export", "import", "--replace", "--preview"):
        assert word in told
    assert "searches" in antou("--help").out
