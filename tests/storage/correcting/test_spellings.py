"""Likely slips are offered, each in its sentence, and corrected in one step; little else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.correcting.spellings import Text, suggest
from storage.errors import UserFault
from storage.library import Library
from storage.parse import parse_source
from storage.sources import read_source
from tests import factories
from tests.storage.correcting.hands import correct, text_of

SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "sample"
RIGHT = [f"{each}由霁川市住房城乡建设局负责，每年向霁川市人民政府报告。" for each in "甲乙丙丁戊"]
WRONG = "己由霁川市往房城乡建设局负责。"


def test_a_body_written_two_ways_is_found():
    (found,) = suggest([Text("一", "\n".join([*RIGHT, WRONG]))])
    assert (found.wrong, found.right, found.often) == ("往", "住", 5)
    assert "往房城乡" in found.before
    assert "住房城乡" in found.after
    (place,) = found.places
    assert place.sentence == WRONG
    assert place.sentence[place.offset] == "往"


def test_a_county_written_two_ways_is_found_however_short():
    text = "盂县人民政府。\n报盂县。\n由盂县负责。\n孟县人民政府。"
    (found,) = suggest([Text("一", text)])
    assert (found.before, found.after) == ("孟县", "盂县")


@pytest.mark.parametrize(
    "text",
    [
        "一季度完成。二季度完成。三季度完成。" * 5 + "四季度完成。",
        "市财政局负责。" * 6 + "市民政局负责。",
        "制定工作方案。" * 6 + "制订工作方案。",
        "各县人民政府。" * 6 + "本县人民政府。",
        "会同市地质灾害防治办公室。" * 6 + "联合发布地质灾害防治气象预警。",
    ],
)
def test_words_that_only_look_alike_are_left_alone(text: str):
    assert suggest([Text("一", text)]) == []


def test_the_sample_library_has_no_false_alarm():
    for path in sorted(SAMPLE.glob("*.txt")):
        notices = parse_source(read_source(path)).notices
        assert suggest([Text(str(at), each.text) for at, each in enumerate(notices)]) == []


def test_chosen_places_are_corrected_in_one_step(library: Library):
    first = factories.notice("云州市人民政府关于甲的通知", "云政发〔2023〕1号", [*RIGHT, WRONG])
    second = factories.notice("云州市人民政府关于乙的通知", "云政发〔2023〕2号", [WRONG])
    report = factories.take_in(library, first, second)
    one, two = (each.uuid for each in report.notices)
    before = [library.notice(uuid) for uuid in (one, two)]
    (found,) = library.spelling_suggestions(report.issue_id or 0)
    assert [place.notice for place in found.places] == [one, two]
    done = library.apply_suggestion(found, found.places, "王科长")
    assert "往房" not in text_of(library, one) + text_of(library, two)
    assert set(done.notices) == {one, two}
    assert library.spelling_suggestions(report.issue_id or 0) == []
    library.undo_correction(done.corrections[0].uuid)
    assert [library.notice(uuid) for uuid in (one, two)] == before


def test_a_place_that_was_changed_meanwhile_is_not_touched(library: Library):
    made = factories.notice(paragraphs=[*RIGHT, WRONG])
    report = factories.take_in(library, made)
    (found,) = library.spelling_suggestions(report.issue_id or 0)
    correct(library, report.notices[0].uuid, "甲由", "甲会")
    correct(library, report.notices[0].uuid, "己由", "己会")
    with pytest.raises(UserFault) as caught:
        library.apply_suggestion(found, found.places)
    assert caught.value.key == "correction-elsewhere"
