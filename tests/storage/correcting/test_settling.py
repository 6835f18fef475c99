"""A warning that was dealt with stays so, also when the source is read again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storage.errors import ProgramFault
from storage.library import Library
from storage.types import Finding
from tests import factories


def take_in(library: Library, *warnings: Finding, more: str = "") -> int:
    made = factories.parsed(factories.notice(paragraphs=[*factories.BODY, more or "末段。"]))
    return factories.take_in_parsed(library, replace(made, warnings=warnings)).issue_id or 0


FIRST, SECOND = Finding(2, "no-date", "云州"), Finding(3, "no-date", "云州")


def test_a_warning_is_settled_and_opened_again(library: Library):
    issue_id = take_in(library, FIRST, SECOND)
    assert [each.how for each in library.checked_findings(issue_id)] == ["", ""]
    library.settle(issue_id, FIRST, "accepted", "王科长")
    first, second = library.checked_findings(issue_id)
    assert (first.finding, first.how, first.author) == (FIRST, "accepted", "王科长")
    assert first.settled
    assert second.how == ""
    library.settle(issue_id, FIRST, "ignored")
    assert library.checked_findings(issue_id)[0].how == "ignored"
    library.settle(issue_id, FIRST, "")
    assert library.checked_findings(issue_id)[0].how == ""
    with pytest.raises(ProgramFault):
        library.settle(issue_id, FIRST, "forgotten")


def test_it_stays_settled_where_the_same_words_give_the_same_warning(library: Library):
    issue_id = take_in(library, FIRST, SECOND)
    library.settle(issue_id, SECOND, "corrected")
    new = Finding(4, "no-date", "别处")
    assert take_in(library, new, SECOND, more="另一末段。") == issue_id
    assert [each.how for each in library.checked_findings(issue_id)] == ["", "corrected"]
    library.settle(issue_id, FIRST, "accepted")  # none of this source: nothing happens
    assert [each.how for each in library.checked_findings(issue_id)] == ["", "corrected"]
