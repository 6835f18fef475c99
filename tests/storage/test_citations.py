"""Citations as officials write them, and by GB/T 7714—2015."""

from __future__ import annotations

from dataclasses import replace

from storage.citations import (
    citation,
    cited_passage,
    cited_title,
    issue_label,
    page_label,
    reference,
    referenced_passage,
)
from storage.pages import PageRange
from storage.types import Issue
from tests.desktop.pages import stored

SUMMARY = stored().summary
TITLE = "《云州市人民政府关于加快充电桩建设的通知》（云政发〔2023〕12号）"


def test_a_citation_names_title_number_issue_and_page():
    told = citation(SUMMARY)
    assert told == f"{TITLE}，云州市人民政府公报2023年第4期"
    assert citation(SUMMARY, PageRange(12, 12)) == f"{told}，第12页"
    assert citation(SUMMARY, PageRange(12, 13)) == f"{told}，第12—13页"
    assert citation(SUMMARY, PageRange(12, None)) == f"{told}，第12页起"
    assert cited_passage(" 甲乙 ", SUMMARY) == f"“甲乙”——{told}"
    assert page_label(None) == ""


def test_what_is_not_known_is_left_out():
    single = replace(SUMMARY, number=None, is_issue=False)
    assert citation(single) == cited_title(single) == f"《{SUMMARY.title}》"
    assert issue_label(Issue()) == ""


def test_a_piece_of_a_gazette_is_a_piece_of_a_periodical():
    told = reference(SUMMARY, PageRange(12, 13))
    assert told == (
        "云州市人民政府. 关于加快充电桩建设的通知[J]. 云州市人民政府公报, 2023(4): 12-13."
    )
    assert reference(SUMMARY, PageRange(12, 12)).endswith("2023(4): 12.")
    assert reference(SUMMARY).endswith("云州市人民政府公报, 2023(4).")
    bare = replace(SUMMARY, issue=Issue("云州市人民政府公报"))
    assert reference(bare).endswith("[J]. 云州市人民政府公报.")


def test_a_single_document_is_an_archived_one_with_its_number_and_date():
    single = replace(SUMMARY, is_issue=False, issue=Issue())
    assert reference(single) == (
        "云州市人民政府. 关于加快充电桩建设的通知: 云政发〔2023〕12号[A]. (2023-07-05)."
    )
    bare = replace(single, number=None, date=None, issuer=None)
    assert reference(bare) == f"{SUMMARY.title}[A]."


def test_of_many_issuers_three_are_named():
    joint = replace(SUMMARY, issuer="甲局、乙局、丙局", title="甲局 乙局 丙局关于某事的通知")
    assert reference(joint).startswith("甲局, 乙局, 丙局. 甲局 乙局 丙局关于某事的通知[J]")
    many = replace(SUMMARY, issuer="甲局、乙局、丙局、丁局")
    assert reference(many).startswith("甲局, 乙局, 丙局, 等. ")


def test_a_title_that_begins_with_the_issuer_alone_keeps_it():
    order = replace(SUMMARY, title="云州市人民政府令")
    assert reference(order).startswith("云州市人民政府. 云州市人民政府令[J]")


def test_a_passage_has_its_reference_below_and_no_page_that_is_not_certain():
    told = referenced_passage(" 甲乙\n", SUMMARY, PageRange(12, 12))
    assert told == f"“甲乙”\n{reference(SUMMARY, PageRange(12, 12))}"
    open_end = referenced_passage("甲乙", SUMMARY, PageRange(12, None))
    assert open_end == f"“甲乙”\n{reference(SUMMARY)}"
    assert reference(SUMMARY, PageRange(12, None)).endswith(": 12.")
