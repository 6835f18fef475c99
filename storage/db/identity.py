"""Which notices of a file are which of the library: the rule of identity in DESIGN.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from storage.db.notices import PackedNotice, number_key
from storage.text import fold, squeeze
from storage.types import Doubt

SAME_SHARE = 0.8
# Comparing characters in order takes 0.2 s at 60,000, and grows with the square.
LONGEST_COMPARED = 100_000
_FIELDS = ("title", "number", "issuer", "date")


@dataclass(frozen=True, slots=True)
class KnownNotice:
    """A stored notice as the comparison sees it; its text is fetched only where it counts.

    Of one that the user corrected, what was recognised, and in `corrected` what he made of it:
    a file may have the one or, where it is a better one, the other.
    """

    uuid: str
    identity: str
    text_hash: str
    title: str
    number: str | None
    issuer: str | None
    date: str | None
    fetch_text: Callable[[], str]
    corrected: KnownNotice | None = None

    @property
    def faces(self) -> tuple[KnownNotice, ...]:
        """The notice as recognised and, where it is, as corrected."""
        return (self,) if self.corrected is None else (self, self.corrected)


@dataclass(frozen=True, slots=True)
class Question:
    """What the report will ask; `place` is the new notice's in its file, None where it has none."""

    place: int | None
    title: str
    reason: str
    old: str
    keeps_old: bool = False
    linked: bool = False
    can_merge: bool = True

    def put(self, uuids: Sequence[str]) -> Doubt:
        """The question once the file's notices have their uuids."""
        new = "" if self.place is None else uuids[self.place]
        return Doubt(
            self.title, self.reason, new, self.old, self.keeps_old, self.linked, self.can_merge
        )


@dataclass(slots=True)
class Matching:
    """For each new notice the stored one it is (or None), and what the report asks.

    `missing` are the stored ones that the new file does not have.
    """

    known: list[KnownNotice | None]
    missing: list[KnownNotice] = field(default_factory=list["KnownNotice"])
    doubtful: list[Question] = field(default_factory=list["Question"])


def equal_share(first: str, second: str) -> float:
    """The share of the longer squeezed text that both have in common; 0 below SAME_SHARE."""
    one, two = squeeze(first), squeeze(second)
    if one == two:
        return 1.0
    longer = max(len(one), len(two))
    # Texts of few characters in common, wherever they stand, need no closer look.
    if _in_common(Counter(one), Counter(two)) < SAME_SHARE * longer:
        return 0.0
    if longer > LONGEST_COMPARED:
        share = _in_common(Counter(_sentences(one)), Counter(_sentences(two))) / longer
        return share if share >= SAME_SHARE else 0.0
    # Loaded here: the window opens libraries, only an import compares texts.
    from rapidfuzz.distance import LCSseq

    return LCSseq.normalized_similarity(one, two, score_cutoff=SAME_SHARE)


def _sentences(text: str) -> list[str]:
    return text.replace("。", "。\n").replace("；", "；\n").split("\n")


def _in_common(one: Counter[str], two: Counter[str]) -> int:
    """How many characters two bags of pieces share."""
    return sum(len(piece) * count for piece, count in (one & two).items())


def match(old: Sequence[KnownNotice], new: Sequence[PackedNotice]) -> Matching:
    """Find for each new notice the stored one it is, each stored one once at most."""
    result = Matching([None] * len(new))
    left = {known.uuid: known for known in old}
    for same_text in (True, False):
        for place, packed in enumerate(new):
            if result.known[place] is None:
                found = _same(packed, left.values(), same_text=same_text)
                if found is not None:
                    result.known[place] = left.pop(found.uuid)
    result.missing = list(left.values())
    _ask(result, new)
    return result


def _same(
    packed: PackedNotice, left: Iterable[KnownNotice], *, same_text: bool
) -> KnownNotice | None:
    """The stored notice with the same head and (nearly) the same text."""
    heads = [
        (known, face)
        for known in left
        if any(face.identity == packed.identity for face in known.faces)
        for face in known.faces
    ]
    if same_text:
        same = (known for known, face in heads if face.text_hash == packed.text_hash)
        return next(same, None)
    shares = [(equal_share(face.fetch_text(), packed.notice.text), known) for known, face in heads]
    best = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= SAME_SHARE else None


def _ask(result: Matching, new: Sequence[PackedNotice]) -> None:
    """Name the new notices that may be stored ones after all, and the stored ones not found."""
    unasked = list(result.missing)
    for place, packed in enumerate(new):
        if result.known[place] is not None:
            continue
        for known in unasked:
            reason = _doubt(packed, known)
            if reason:
                result.doubtful.append(Question(place, packed.notice.title, reason, known.uuid))
                unasked.remove(known)
                break
    result.doubtful += [
        Question(None, known.title, "doubtful-not-in-new-file", known.uuid) for known in unasked
    ]


def _doubt(packed: PackedNotice, known: KnownNotice) -> str | None:
    """The key of the question whether two notices are one; None where they clearly are not."""
    if known.identity == packed.identity:
        return "doubtful-text"
    differing = [name for name in _FIELDS if _differs(packed, known, name)]
    if len(differing) == len(_FIELDS) and known.text_hash != packed.text_hash:
        return None
    if equal_share(known.fetch_text(), packed.notice.text) < SAME_SHARE:
        return None
    return f"doubtful-{differing[0]}" if len(differing) == 1 else "doubtful-head"


def _differs(packed: PackedNotice, known: KnownNotice, name: str) -> bool:
    new, old = getattr(packed.notice, name) or "", getattr(known, name) or ""
    key = number_key if name == "number" else _plain
    return key(new) != key(old)


def _plain(text: str) -> str:
    return fold(squeeze(text))
