"""Whether two notices of different sources are one document: the rule of 其他版本.

A document's number, or issuer, title and date together, say which document it is; the text says
whether it really is. A title alone says nothing, and a text alone nothing either: a document and
the notice that only forwards it share most of theirs.
"""

from __future__ import annotations

import re

from storage.db.identity import SAME_SHARE, KnownNotice, equal_share
from storage.db.notices import number_key
from storage.text import fold, squeeze

SURE, LIKELY, NONE = "sure", "likely", ""
# Without a number two appointments of one day may have nearly the same words.
_SAME_WITHOUT_NUMBER = 0.95
_LIKE_TITLE = 0.8
# …[2024]12号: agency, year and count together are given once; 第41号 is every city's
_FULL_NUMBER = re.compile(r"[^\W\d_]\[\d{4}\]\D{0,2}\d+号?$")
_FORWARDS = re.compile("批转|转发|印发")


def kinship(one: KnownNotice, other: KnownNotice) -> str:
    """SURE where both are one document, LIKELY where the user is to be asked, else NONE.

    Of a corrected notice what was recognised counts as well as what the user made of it.
    """
    told = {_kinship(first, second) for first in one.faces for second in other.faces}
    return next((each for each in (SURE, LIKELY) if each in told), NONE)


def _kinship(one: KnownNotice, other: KnownNotice) -> str:
    same_head = one.identity == other.identity and bool(one.number or one.date)
    if not (same_head or _same_number(one, other)) or _forwards(one) != _forwards(other):
        return NONE
    share = _share(one, other)
    if not _dates_agree(one.date, other.date):
        # An amended edition has its old number and most of its words.
        return LIKELY if share >= _SAME_WITHOUT_NUMBER and _like_titles(one, other) else NONE
    if share < (SAME_SHARE if one.number else _SAME_WITHOUT_NUMBER):
        # One of them may lack its attachments.
        return LIKELY if same_head and (one.number or share) else NONE
    return SURE if same_head or _like_titles(one, other) else LIKELY


def _same_number(one: KnownNotice, other: KnownNotice) -> bool:
    first, second = (number_key(each.number or "") for each in (one, other))
    return first == second and _FULL_NUMBER.search(first) is not None


def _forwards(notice: KnownNotice) -> bool:
    return _FORWARDS.search(squeeze(notice.title)) is not None


def _share(one: KnownNotice, other: KnownNotice) -> float:
    if one.text_hash == other.text_hash:
        return 1.0
    return equal_share(one.fetch_text(), other.fetch_text())


def _dates_agree(one: str | None, other: str | None) -> bool:
    """Where one is not known, or known to the month only, nothing speaks against it."""
    first, second = one or "", other or ""
    return first.startswith(second) or second.startswith(first)


def _like_titles(one: KnownNotice, other: KnownNotice) -> bool:
    first, second = (fold(squeeze(each.title)) for each in (one, other))
    if first in second or second in first:
        return bool(first and second)
    # Loaded here as in identity: the window opens libraries, only an import compares.
    from rapidfuzz.distance import LCSseq

    return LCSseq.normalized_similarity(first, second) >= _LIKE_TITLE
