"""The end of a cover: signature, date, remark; 抄送 and 印发机关 at the foot."""

from __future__ import annotations

import re
from dataclasses import dataclass

from storage.parse import patterns
from storage.parse.characters import key_of
from storage.parse.draft import Draft
from storage.parse.lines import Line
from storage.parse.names import are_bodies, core_of, is_body, issuer_in
from storage.text import iso_date, squeeze

_MOST_SIGNERS = 12
_SEAL = re.compile(r"[(（](?:印|章|印章|盖章|公章|代章)[)）]")


def read_tail(draft: Draft) -> None:
    """Mark signatures, dates and remarks; read issuer and date of the notice itself.

    The first signature below the text is the notice's own; later ones belong to what it encloses.
    A date directly below the title counts where no other is printed.
    """
    solid = [line for line in draft.solid(draft.body_start) if draft.free(line)]
    signings: list[_Signing] = []
    for index, line in enumerate(solid):
        if patterns.PRINTED_BY.match(line.key) and len(line.key) <= 60:
            draft.mark(line.at, "printed_by")
            before = solid[index - 1] if index else None
            if before is not None and draft.free(before) and _prints(before):
                draft.mark(before.at, "printed_by")
        elif patterns.SUBJECT_WORDS.match(line.key):
            draft.mark(line.at, "other")
        elif patterns.COPIES_TO.match(line.key) or _copies_on(draft, solid, index):
            draft.mark(line.at, "copies_to")
        elif line.is_remark:
            draft.mark(line.at, "remark")
        elif _is_dating(line):
            signing = _read_signing(draft, solid, index, first=not signings)
            if signing:
                signings.append(signing)
        else:
            signing = _read_run_in(draft, line)
            if signing:
                signings.append(signing)
    _choose(draft, solid, signings)
    if draft.issuer is None:
        _read_bracketed_signature(draft, solid)
    if draft.issuer is None:
        draft.issuer = _issuer_of_title(draft)


@dataclass(slots=True)
class _Signing:
    """A date with the names above it."""

    first: int
    line: int
    date: str | None
    names: str


def _choose(draft: Draft, solid: list[Line], signings: list[_Signing]) -> None:
    """Take the notice's own signing, and find where its cover ends."""
    text_at = next((line.at for line in solid if _is_text(draft, line)), 0)
    own = next((signing for signing in signings if signing.first > text_at), None)
    above = signings[0] if signings else None
    chosen = own or above
    if chosen is None:
        draft.date = draft.date or _date_in_head(draft)
        _read_undated(draft, solid)
        return
    draft.date = chosen.date or draft.date or _date_in_head(draft)
    draft.issuer = _SEAL.sub("", chosen.names) or None
    if own is None:
        return
    draft.cover_end = own.line
    for line in solid:
        near = own.line < line.at <= draft.cover_end + 4
        if near and draft.roles.get(line.at) in ("remark", "copies_to", "printed_by"):
            draft.cover_end = line.at


def _read_undated(draft: Draft, solid: list[Line]) -> None:
    """A signature that ends the notice without a date, by the body that its title names."""
    last = next((line for line in reversed(solid) if draft.free(line)), None)
    if last is not None and are_bodies(last) and last.key in key_of(draft.title):
        draft.mark(last.at, "signature")
        draft.issuer = _names_of([last])


def _copies_on(draft: Draft, solid: list[Line], index: int) -> bool:
    """抄送 goes on right below, up to its full stop."""
    before = solid[index - 1] if index else None
    if before is None or draft.roles.get(before.at) != "copies_to":
        return False
    line = solid[index]
    if before.key.endswith("。") or line.at - before.at > 1 or line.is_date:
        return False
    draft.joins.append((before.at, line.at))
    return True


def _prints(line: Line) -> bool:
    """The office that printed a document stands above the date of printing."""
    return are_bodies(line) or (len(line.key) <= 30 and line.key.endswith("科"))


def _is_text(draft: Draft, line: Line) -> bool:
    """A line of text proper: no name, no date."""
    return draft.free(line) and (len(line.key) >= 16 or line.ends_sentence or bool(line.form))


def _date_in_head(draft: Draft) -> str | None:
    """A date between title and number, below the title, or in the note of its adoption."""
    for line in draft.solid(draft.head.start, draft.body_start - 1):
        if draft.roles.get(line.at) == "date":
            return iso_date(line.key)
    first = next(draft.solid(draft.body_start), None)
    adopted = patterns.ADOPTED.match(first.key) if first else None
    return iso_date(adopted.group(1)) if adopted else None


def _is_dating(line: Line) -> bool:
    """A date alone, or a signature and its date on one line."""
    if line.is_date or patterns.MONTH_ALONE.fullmatch(line.key):
        return True
    if patterns.FIGURE_DATE.fullmatch(line.key):
        return True
    if len(line.key) > 60:
        return False
    found = patterns.ENDS_IN_DATE.search(line.key)
    return found is not None and is_body(line.key[: found.start()])


def _read_signing(draft: Draft, solid: list[Line], index: int, *, first: bool) -> _Signing | None:
    """Read a date and the names above it; a date without names only where it is the first."""
    line = solid[index]
    signers = _signers_above(draft, solid, index)
    alone = line.is_date or line.key.startswith("(") or line.key[-1] not in "日号目"
    run_in = "" if alone else _split_run_in(draft, line)
    if not signers and not run_in and not (first and line.is_date):
        return None
    draft.mark(line.at, "signature" if run_in else "date")
    for signer in signers:
        draft.mark(signer.at, "signature")
    found = patterns.DATE_ALONE.fullmatch(line.key) or patterns.ENDS_IN_DATE.search(line.key)
    date = iso_date(found.group(1) if found else line.key)
    start = signers[0].at if signers else line.at
    return _Signing(start, line.at, date, run_in or _names_of(signers))


def _read_run_in(draft: Draft, line: Line) -> _Signing | None:
    """A signature and date that a column set behind a sentence: ……落实。 某局 2020年5月6日"""
    found = patterns.RUN_IN_SIGNATURE.search(line.key[-60:]) if line.key.endswith("日") else None
    if found is None or line.rows or not is_body(found.group(1)):
        return None
    date_at = _offset_of_tail(line.text, len(found.group(2)))
    names_at = _offset_of_tail(line.text, len(found.group(1)) + len(found.group(2)))
    draft.cuts[line.at] = [(names_at, "signature"), (date_at, "date")]
    names = squeeze(line.text[names_at:date_at])
    return _Signing(line.at, line.at, iso_date(found.group(2)), names)


def _offset_of_tail(text: str, length: int) -> int:
    """Where the last `length` squeezed characters of a text begin."""
    offset = len(text.rstrip())
    while offset and len(key_of(text[offset:])) < length:
        offset -= 1
    return offset


def _split_run_in(draft: Draft, line: Line) -> str:
    """Part a signature from the date behind it on the same line."""
    found = patterns.ENDS_IN_DATE.search(line.key)
    if found is None:
        return ""
    offset = _offset_of_tail(line.text, len(found.group(1)))
    draft.cuts[line.at] = [(offset, "date")]
    return squeeze(line.text[:offset])


def _signers_above(draft: Draft, solid: list[Line], index: int) -> list[Line]:
    """The lines above a date that name bodies, or an office and a name (市长 某某)."""
    signers: list[Line] = []
    for line in reversed(solid[max(0, index - _MOST_SIGNERS) : index]):
        if not draft.free(line) or line.rows or line.ends_sentence:
            break
        if not (_signs(line) or (signers and _begins_name(line, signers[0]))):
            break
        signers.insert(0, line)
    if not signers and index >= 2 and _signs(solid[index - 2]) and draft.free(solid[index - 2]):
        # A column put the last line of the text between signature and date.
        signers = [solid[index - 2]]
    return signers


def _signs(line: Line) -> bool:
    return are_bodies(line) or _names_office(line)


def _names_office(line: Line) -> bool:
    """An office and who holds it: 市长 某某, 某部部长 某某."""
    plain = patterns.OFFICE_AND_NAME.match(line.key)
    return plain is not None or patterns.BODY_OFFICE_AND_NAME.match(line.key) is not None


def _begins_name(line: Line, below: Line) -> bool:
    """The first line of a name that goes on below: 某开发区 / 管理委员会党政办公室."""
    if line.form or len(line.key) > 30 or not patterns.BODY_NAME.match(line.key):
        return False
    return below.key.startswith(("管理委员会", "办公", "委员会")) or below.key.endswith("专家组")


def _names_of(signers: list[Line]) -> str:
    """The signature as one name, or several joined by 、."""
    names: list[str] = []
    for line in signers:
        if _names_office(line):
            continue
        for word in _words_of(line):
            goes_on = names and (
                patterns.BODY_TAIL.match(key_of(word)) or not is_body(key_of(names[-1]))
            )
            if goes_on:
                names[-1] += word
            else:
                names.append(word)
    return "、".join(names)


def _words_of(line: Line) -> list[str]:
    """The names on a line: parted by wide blanks where each is a body, else one."""
    words = line.text.split()
    if len(words) > 1 and all(is_body(key_of(word)) for word in words):
        return words
    return [squeeze(line.text)]


def _read_bracketed_signature(draft: Draft, solid: list[Line]) -> None:
    """（某县统计局） alone on a line near the end."""
    for line in solid[-12:]:
        key = line.key
        if key.startswith("(") and key.endswith(")") and is_body(key[1:-1]):
            draft.mark(line.at, "signature")
            draft.issuer = squeeze(line.text)[1:-1]


def _issuer_of_title(draft: Draft) -> str | None:
    """The bodies that the title names, or the one that gives an order (某市人民政府令)."""
    key = key_of(draft.title)
    if len(key) != len(draft.title):
        return None
    length = issuer_in(key)
    if length:
        return _bodies_at(draft, length)
    core = core_of(key)
    ending = next((word for word in ("令", "公告", "通告") if core.endswith(word)), None)
    if ending is None:
        return None
    government = patterns.GOVERNMENT_ANNOUNCES.match(core)
    if government:
        return draft.title[: government.end(1)]
    joint = _bodies_of_order(draft)
    if ending == "令" and joint:
        return joint
    body = draft.title[: len(core) - len(ending)]
    short = body.removeprefix("中华人民共和国")
    return short if is_body(short) else body if is_body(body) else None


def _bodies_of_order(draft: Draft) -> str | None:
    """The bodies that give a joint order, one below the other in its title."""
    words = [squeeze(draft.line(at).text).removesuffix("令") for at in draft.head.titles]
    names = [word.removeprefix("中华人民共和国") for word in words if word]
    joint = len(names) > 1 and all(is_body(key_of(name)) for name in names)
    return "、".join(names) if joint and not _is_tail_of_name(names[1:]) else None


def _bodies_at(draft: Draft, length: int) -> str:
    """The issuers at the head of the title, joined by 、 where blanks or lines part them."""
    words: list[str] = []
    for at in draft.head.titles:
        words += draft.line(at).text.split()
    names: list[str] = []
    for word in words:
        if not is_body(key_of(word)) or len("".join(names)) + len(word) > length:
            break
        names.append(word)
    if len(names) > 1 and len("".join(names)) == length and not _is_tail_of_name(names[1:]):
        return "、".join(names)
    return draft.title[:length]


def _is_tail_of_name(names: list[str]) -> bool:
    """One of the words is only the end of a name (办公室)."""
    return any(patterns.BODY_TAIL.match(key_of(name)) for name in names)
