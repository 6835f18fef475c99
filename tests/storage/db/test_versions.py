"""The same document from several sources: linked, counted once, and never lost again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storage.errors import UserFault
from storage.library import Library
from storage.types import Choice, Issue, Query
from tests import factories
from tests.storage.db.test_identity import LONG

CITY = factories.ISSUE
PROVINCE = Issue("河东省人民政府公报", 2023, 2)
KNOWN = factories.notice(paragraphs=LONG)
NOWHERE = Issue()
FREE = factories.changed_text(KNOWN, "抓好", "切实抓好")


def take_in(library: Library, *notices, issue: Issue = NOWHERE) -> str:
    return factories.take_in(library, *notices, issue=issue).notices[0].uuid


def family(library: Library, uuid: str) -> list[str]:
    return [version.summary.uuid for version in library.versions(uuid)]


def mark(library: Library, uuid: str, words: str):
    start = library.notice(uuid).notice.text.index(words)
    return library.new_mark(uuid, start, start + len(words))


@pytest.fixture
def chain(library: Library) -> tuple[str, str, str]:
    """One document from three sources: a red-head file, the city's and the province's gazette."""
    single = take_in(library, FREE)
    province = take_in(library, KNOWN, issue=PROVINCE)
    city = take_in(library, factories.changed_text(KNOWN, "抓好", "抓"), issue=CITY)
    return city, province, single


# ---- found


def test_three_sources_are_one_document_and_the_issuers_gazette_is_the_main_one(library, chain):
    assert family(library, chain[2]) == list(chain)
    assert library.families() == [list(chain)]
    assert [version.main for version in library.versions(chain[0])] == [True, False, False]
    assert {version.how for version in library.versions(chain[0])} == {"found"}


def test_the_import_tells_what_it_linked_and_asks_what_is_only_likely(library: Library):
    old = take_in(library, KNOWN, issue=CITY)
    short = replace(KNOWN, blocks=KNOWN.blocks[:20])
    (asked,) = factories.take_in(library, short, issue=Issue()).doubtful
    assert (asked.reason, asked.old, asked.linked, asked.keeps_old) == (
        *("doubtful-copy", old),
        *(False, True),
    )
    (told,) = factories.take_in(library, FREE, issue=PROVINCE).doubtful
    assert (told.reason, told.linked, told.can_merge) == ("linked-copy", True, False)
    assert family(library, old) == [old, told.new]


def test_a_document_of_the_same_issue_is_no_version(library: Library):
    factories.take_in(library, KNOWN, replace(FREE, title=KNOWN.title), issue=CITY)
    assert library.families() == []


def test_in_a_library_that_exists_they_are_found_while_the_index_is_brought_up(library, chain):
    store = library._store
    for table in ("versions", "state"):
        store.db.execute(f"DELETE FROM {table}")
    store.db.conn.commit()
    assert library.families() == []
    assert not library.index_is_current
    before = library.change_counter
    factories.run(library.catch_up())
    assert library.families() == [list(chain)]
    assert library.index_is_current
    assert library.change_counter > before
    before = library.change_counter
    factories.run(library.catch_up())
    assert library.change_counter == before


def test_a_head_that_is_read_later_links_them(library: Library):
    old = take_in(library, KNOWN, issue=CITY)
    unread = replace(KNOWN, number=None, date=None)
    factories.take_in(library, unread, issue=PROVINCE)
    assert library.families() == []
    again = factories.take_in(library, FREE, issue=PROVINCE)
    assert family(library, old) == [old, again.notices[0].uuid]


# ---- by hand


def test_linked_by_hand_and_unlinked_for_good(library: Library):
    one = take_in(library, KNOWN, issue=CITY)
    other = take_in(library, factories.notice("另一份", "云办〔2023〕3号"))
    library.link_versions(other, one)
    assert family(library, other) == [one, other]
    assert {version.how for version in library.versions(one)} == {"hand"}
    library.unlink_version(other)
    assert library.families() == []
    with pytest.raises(UserFault, match="version-alone"):
        library.unlink_version(other)


def test_what_is_not_one_is_never_linked_again(library: Library, chain):
    city, province, single = chain
    library.unlink_version(single)
    assert library.families() == [[city, province]]
    library.set_state("versions-looked", "0")
    factories.run(library.catch_up())
    assert library.families() == [[city, province]]
    report = factories.take_in(library, replace(FREE, section="别处"), issue=Issue("公报", 2020, 1))
    fourth = report.notices[0].uuid
    # It is one with all of them; what the user said of two of them still holds.
    assert len(library.families()) == 1
    assert not {city, single} <= set(library.families()[0])
    assert fourth in library.families()[0]


def test_the_answer_two_documents_holds(library: Library):
    old = take_in(library, KNOWN, issue=CITY)
    (told,) = factories.take_in(library, FREE, issue=Issue()).doubtful
    library.keep_apart(told.new, told.old)
    assert library.families() == []
    factories.run(library.catch_up())
    assert library.families() == []
    library.keep_apart(old, told.new)
    library.link_versions(old, told.new)
    assert family(library, old) == [old, told.new]


def test_a_link_against_what_was_said_is_refused(library: Library, chain):
    city, province, single = chain
    library.unlink_version(single)
    other = take_in(library, factories.notice("另一份", "云办〔2023〕3号"))
    library.link_versions(other, single)
    before = library.change_counter
    with pytest.raises(UserFault, match="versions-apart"):
        library.link_versions(other, province)
    with pytest.raises(UserFault, match="version-itself"):
        library.link_versions(city, city)
    with pytest.raises(UserFault, match="notice-missing"):
        library.link_versions(city, "不在")
    assert library.change_counter == before
    assert sorted(library.families()) == sorted([[city, province], [single, other]])
    library.link_versions(single, province)
    assert len(family(library, single)) == 4


def test_another_main_one_is_chosen_and_stays_so(library: Library, chain):
    city, province, single = chain
    library.choose_main_version(single)
    assert family(library, city) == [single, city, province]
    assert library.versions(city)[0].chosen
    fourth = take_in(library, FREE, issue=Issue("公报", 2020, 1))
    assert family(library, fourth)[0] == single
    library.choose_main_version(city)
    assert family(library, fourth)[0] == city


# ---- what comes and goes


def test_a_new_import_of_a_file_keeps_its_links(library: Library, chain):
    factories.take_in(library, factories.changed_text(KNOWN, "职责分工", "分工"), issue=CITY)
    assert library.families() == [list(chain)]


def test_a_deleted_version_comes_back_linked(library: Library, chain):
    city, province, single = chain
    library.choose_main_version(city)
    issue = library.notice(city).summary.issue_id
    library.delete_issue(issue)
    assert library.families() == [[province, single]]
    library.delete_issue(library.notice(province).summary.issue_id)
    assert library.families() == []
    assert library.versions(single) == []
    again = factories.take_in(library, factories.changed_text(KNOWN, "抓好", "抓"), issue=CITY)
    assert again.notices[0].uuid == city
    assert again.doubtful == ()
    assert family(library, single) == [city, single]


def test_merging_hands_the_links_on(library: Library, chain):
    city, province, single = chain
    other = take_in(library, factories.notice("另一份", "云办〔2023〕3号"))
    library.merge_notices(other, single)
    assert set(family(library, other)) == {city, province, other}


def test_two_windows_see_and_change_the_same_links(library: Library, chain, tmp_path):
    city, province, single = chain
    with factories.open_library(library.path.parent, create=False) as other:
        library.unlink_version(single)
        assert "notices" in other.changed_elsewhere()
        assert other.families() == [[city, province]]
        with pytest.raises(UserFault, match="version-alone"):
            other.unlink_version(single)
        other.link_versions(single, city)
    assert library.families() == [list(chain)]


# ---- marks


def test_marks_move_to_the_main_one_and_back(library: Library, chain):
    city, _, single = chain
    sure = mark(library, single, "市财政局")
    doubtful = mark(library, single, "要按照职责分工切实抓好第3项工作的落实")
    alone = mark(library, single, "二、任务分工")
    own = mark(library, city, "一、总体要求")
    moved = library.move_marks_to_main(single)
    assert moved.main.uuid == city
    assert [one.uuid for one in moved.to_check] == [doubtful.uuid]
    assert {one.uuid for one in library.marks(city)} == {
        *(sure.uuid, doubtful.uuid, alone.uuid, own.uuid)
    }
    text = library.notice(city).notice.text
    there = next(one for one in library.marks(city) if one.uuid == sure.uuid)
    assert text[there.start : there.end] == "市财政局"
    again = library.take_back(moved.edit)
    back = {one.uuid: one for one in library.marks(single)}
    assert set(back) == {sure.uuid, doubtful.uuid, alone.uuid}
    for known in (sure, doubtful, alone):
        assert replace(back[known.uuid], changed="") == replace(known, changed="")
    library.take_back(again)
    assert len(library.marks(city)) == 4


def test_a_mark_whose_words_the_main_one_lacks_stays(library: Library):
    more = replace(
        KNOWN, blocks=(*KNOWN.blocks, replace(KNOWN.blocks[-1], text="抄送：霁川水利枢纽建管处"))
    )
    single, city = take_in(library, more), take_in(library, KNOWN, issue=CITY)
    kept = mark(library, single, "抄送：霁川水利枢纽建管处")
    moved = library.move_marks_to_main(single)
    assert (moved.edit.marks, moved.stayed) == ((), (kept,))
    assert library.marks(single) == [kept]
    with pytest.raises(UserFault, match="version-is-main"):
        library.move_marks_to_main(city)


# ---- search


def shown(library: Library, query: Query | str) -> list[str]:
    return [found.summary.uuid for found in library.search(query).notices]


@pytest.fixture(params=["indexed", "scanned"])
def searched(request, library: Library, chain) -> Library:
    take_in(library, factories.notice("别的通知", "云办〔2023〕9号"))
    if request.param == "indexed":
        factories.run(library.catch_up())
    return library


def test_a_document_is_found_and_counted_once(searched: Library, chain):
    city, province, single = chain
    result = searched.search("职责分工")
    assert [found.summary.uuid for found in result.notices] == [city]
    assert result.total_notices == 1
    (found,) = result.notices
    assert result.total_hits == len(found.hits) == 40
    assert [one.uuid for one in found.others] == [province, single]
    both = searched.search('"市财政局"')
    assert both.total_notices == 2
    assert both.total_hits == sum(len(one.hits) for one in both.notices)


def test_where_the_main_one_is_not_found_the_next_one_is_shown(searched: Library, chain):
    city, province, single = chain
    assert shown(searched, "切实抓好") == [single]
    assert shown(searched, "抓好") == [province]
    assert shown(searched, Query("职责分工", (Choice("gazette", ("河东省人民政府公报",)),))) == [
        province
    ]
    assert shown(searched, Query("职责分工", (Choice("gazette", ("",)),))) == [single]


def test_each_count_of_a_facet_is_what_choosing_it_shows(searched: Library):
    result = searched.search("市财政局")
    for facet in result.facets:
        for value in facet.values:
            asked = Query("市财政局", (Choice(facet.name, (value.value,)),))
            assert searched.search(asked).total_notices == value.count, (facet.name, value)
    gazettes = next(facet for facet in result.facets if facet.name == "gazette")
    assert {value.value: value.count for value in gazettes.values} == {
        **{CITY.name: 1, PROVINCE.name: 1},
        "": 2,
    }


def test_a_link_made_by_hand_counts_at_once(searched: Library, chain):
    city, *_, other = (*chain, searched.notices()[-1].uuid)
    assert searched.search('"市财政局"').total_notices == 2
    searched.link_versions(other, city)
    assert searched.search('"市财政局"').total_notices == 1
    searched.unlink_version(other)
    assert searched.search('"市财政局"').total_notices == 2


def test_an_export_of_a_search_has_the_shown_version_and_all_marks(searched: Library, chain):
    city, _, single = chain
    kept = mark(searched, single, "市财政局")
    excerpts = searched.excerpts(query="职责分工")
    assert {one.summary.uuid for one in excerpts if one.kind == "hit"} == {city}
    assert [(one.summary.uuid, one.text) for one in excerpts if one.kind == "mark"] == [
        (single, kept.quote)
    ]
    assert len(searched.excerpts(query="职责分工", marked_only=True)) == 1
