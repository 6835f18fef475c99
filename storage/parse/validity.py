"""From when a document holds, and for how long."""

from __future__ import annotations

from storage.parse import patterns
from storage.parse.draft import Draft
from storage.text import chinese_number, iso_date

_NEAR = 60


def read_validity(draft: Draft) -> None:
    """Read 自…起施行 and 有效期…年 out of the sentences that speak of the document itself."""
    texts = _paragraphs(draft)
    for text in texts:
        dated = patterns.EFFECTIVE_DATE.search(text)
        issued = patterns.EFFECTIVE_ON_ISSUE.search(text)
        found = dated or issued
        if found is None or not _of_itself(text, found.start()):
            continue
        if draft.effective is None:
            draft.effective = iso_date(dated.group(1)) if dated else "on_issue"
        if draft.validity_years is None:
            draft.validity_years = _years(text[found.start() :])
    if draft.validity_years is None:
        for text in texts:
            found = patterns.ITSELF.search(text)
            if found and "有效期" in text[found.start() :]:
                draft.validity_years = _years(text[found.start() : found.start() + _NEAR])
                if draft.validity_years is not None:
                    return


def _paragraphs(draft: Draft) -> list[str]:
    """The running text, each broken paragraph in one piece."""
    following = dict(draft.joins)
    joined = set(following.values())
    texts: list[str] = []
    for line in draft.solid(draft.body_start):
        if line.at in joined or line.rows:
            continue
        text, at = line.key, line.at
        for _ in range(8):
            if at not in following or following[at] <= at:
                break
            at = following[at]
            text += draft.line(at).key
        texts.append(text)
    return texts


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
    found = patterns.VALIDITY.search(text[: _NEAR * 2])
    if found is None:
        return None
    count = chinese_number(found.group(1))
    if not count:
        return None
    return count / 12 if found.group(2) == "个月" else count
