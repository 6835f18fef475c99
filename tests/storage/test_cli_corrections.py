"""`antou corrections`: what was put right by hand is listed, taken back and made again."""

from __future__ import annotations

import pytest

from storage.library import Library
from storage.types import FieldCorrection
from tests.storage.command_line import SAMPLES, CommandLine
from tests.storage.correcting.hands import correct

(SINGLE,) = [path for path in SAMPLES if "20号" in path.name]


@pytest.fixture
def antou(tmp_path):
    line = CommandLine(tmp_path)
    line("import", SINGLE)
    return line


def corrected(antou) -> list[str]:
    """Correct the words and the section of the notice; the ids of both corrections."""
    places = antou.places
    with Library.open(antou.library, cache=places.cache, dictionary=places.dictionary) as library:
        summary = library.notices()[0]
        correct(library, summary.uuid, "充电", "快充")
        wanted = FieldCorrection("section", summary.section, "能源")
        library.correct_fields(summary.uuid, [wanted])
        return [each.uuid for each in library.corrections()]


def test_nothing_is_listed_where_nothing_was_corrected(antou):
    assert antou("corrections").out.strip() == "没有人工更正。"


def test_corrections_are_listed_and_turned(antou):
    words, field = corrected(antou)
    told = antou("corrections", "list", "--notice", "霁政办发〔2024〕20号")
    first, second = told.out.splitlines()
    assert first.startswith(words[:8])
    assert "王科长" in first
    assert "“充电”→“快充”" in first
    assert "未署名" in second
    assert "栏目" in second
    answer = antou("corrections", "undo", words[:8])
    assert (answer.status, answer.errors) == (0, "")
    assert antou("corrections").out.splitlines()[0].endswith("（已撤销）")
    assert antou("corrections", "redo", words[:8]).status == 0
    (one, other) = antou("corrections", "--json", "--issue", "1").json
    assert (one["uuid"], one["undone"], other["uuid"]) == (words, None, field)


def test_what_is_none_is_told(antou):
    corrected(antou)
    assert antou("corrections", "undo", "ffffffff").status == 1
    assert antou("corrections", "undo").status == 2
    assert antou("corrections", "twist", "ffff").status == 2
    assert antou("corrections", "list", "--notice", "没有〔2024〕1号").status == 1
