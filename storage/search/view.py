"""What a search sees of the library beside the index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from storage.types import MarkText, NoticeAttributes, NoticeSummary, NoticeText, StoredNotice

Fetch = Callable[[Sequence[str]], Sequence[StoredNotice]]
FetchTexts = Callable[[Sequence[str]], Sequence[NoticeText]]


def _nothing_told(_uuid: str) -> NoticeSummary | None:
    return None


@dataclass(frozen=True, slots=True)
class LibraryView:
    """The library as it stands for one search.

    The stamps change with what `attributes` and `marks` give, the first also with the texts of
    notices; these are asked only then, and with attributes the `families`: uuids of notices that
    are one document, the main one first. `pending` are notices changed since the index's
    revision, read instead of their indexed form; `deleted` are left out. `gone` tells what was
    shown of notices that are in the library no more.
    """

    fetch: Fetch
    fetch_texts: FetchTexts
    attributes: Callable[[], Sequence[NoticeAttributes]]
    marks: Callable[[], Sequence[MarkText]]
    stamp: object
    marks_stamp: object
    pending: Sequence[StoredNotice] = field(default=())
    deleted: Sequence[str] = field(default=())
    families: Callable[[], Sequence[Sequence[str]]] = field(default=tuple)
    gone: Callable[[str], NoticeSummary | None] = field(default=_nothing_told)
