"""From when a document holds, and for how long."""

from __future__ import annotations

import re
from collections.abc import Sequence

from storage.parse import patterns
from storage.parse.draft import Draft
from storage.parse.paragraphs import Paragraph
from storage.text import chinese_number, iso_date

_IN_FORCE = re.compile(r"施行|实施|执行|试行|生效|之日起")


def read_validity(draft: Draft, paragraphs: Sequence[Paragraph]) -> None:
    """Read 自…起施行 and 有效期…年 out of the sentences that speak of the document itself."""
    texts = [paragraph.key for paragraph in paragraphs]
    for text in texts:
        dated = patterns.EFFECTIVE_DATE.search(text)
        issued = patterns.EFFECTIVE_ON_ISSUE.search(text)
        found = dated or issued
        if found is None or not _of_itself(text, found.start()):
            continue
        if draft.effective is None:
            draft.effective = iso_date(dated.group(1)) if dated else "on_issue"
    draft.validity_years = next((years for text in texts if (years := _years(text))), None)


def _of_itself(text: str, at: int) -> bool:
    """The clause speaks of this document, not of one that it quotes."""
    start = max(text.rfind("。", 0, at), text.rfind(";", 0, at)) + 1
    clause = text[start:at]
    if patterns.ITSELF.search(clause):
        return True
    if "现公布" in clause or "现予公布" in clause or "现予发布" in clause:
        return True
    return not clause or clause.endswith(")")


def _years(text: str) -> float | None:
    """有效期 of the document: in the sentence that puts it into force, or that names it."""
    start = checked = 0
    force = _IN_FORCE.search(text)
    for found in patterns.VALIDITY.finditer(text):
        at = found.start()
        start = max(start, text.rfind("。", checked, at) + 1, text.rfind(";", checked, at) + 1)
        checked = at
        if force and force.start() < start:
            force = _IN_FORCE.search(text, start)
        last = text[max(start, at - 1) : at]
        itself = patterns.ITSELF.search(text[max(start, at - 12) : at]) is not None
        said = force is not None and force.end() <= at
        if not (said and last in ("", ",", "(", "、")) and not itself:
            continue
        count = chinese_number(found.group(1))
        months = chinese_number(found.group(3)) if found.group(3) else 0
        if count:
            return count / 12 if found.group(2) == "个月" else count + (months or 0) / 12
    return None
