"""The end of a cover: signature, date, remark; 抄送 and 印发机关 at the foot."""

from __future__ import annotations

from storage.parse import patterns
from storage.parse.characters import key_of
from storage.parse.draft import Draft
from storage.parse.lines import Line
from storage.parse.names import are_bodies, core_of, is_body, issuer_in
from storage.text import iso_date, squeeze

_MOST_SIGNERS = 12


def read_tail(draft: Draft) -> None:
    """Mark signatures, dates and remarks; read issuer and date of the notice itself."""
    solid = [line for line in draft.solid(draft.body_start) if draft.free(line)]
    first = True
    for index, line in enumerate(solid):
        if patterns.PRINTED_BY.match(line.key) and len(line.key) <= 60:
            draft.mark(line.at, "printed_by")
        elif patterns.COPIES_TO.match(line.key):
            draft.mark(line.at, "copies_to")
        elif line.is_remark:
            draft.mark(line.at, "remark")
            if not first and draft.cover_end and line.at - draft.cover_end <= 4:
                draft.cover_end = line.at
        elif _is_dating(line):
            first = _read_signature(draft, solid, index, first=first) and first
    if draft.issuer is None:
        _read_bracketed_signature(draft, solid)
    if draft.issuer is None:
        draft.issuer = _issuer_of_title(draft)


def _is_dating(line: Line) -> bool:
    """A date alone, or a signature and its date on one line."""
    if line.is_date or patterns.MONTH_ALONE.fullmatch(line.key):
        return True
    if len(line.key) > 60 or not patterns.ENDS_IN_DATE.search(line.key):
        return False
    found = patterns.ENDS_IN_DATE.search(line.key)
    return found is not None and is_body(line.key[: found.start()])


def _read_signature(draft: Draft, solid: list[Line], index: int, *, first: bool) -> bool:
    """Read the signature above a date; the first of a notice is its own. True where none read."""
    line = solid[index]
    signers = _signers_above(draft, solid, index)
    alone = line.is_date or line.key.startswith("(")
    run_in = "" if alone else _split_run_in(draft, line)
    if not signers and not run_in and not (first and line.is_date):
        return first
    draft.mark(line.at, "date" if not run_in else "signature")
    for signer in signers:
        draft.mark(signer.at, "signature")
    if first:
        found = patterns.ENDS_IN_DATE.search(line.key)
        draft.date = iso_date(found.group(1) if found else line.key)
        draft.issuer = run_in or _names_of(signers) or None
        draft.cover_end = line.at
    return False


def _split_run_in(draft: Draft, line: Line) -> str:
    """Part a signature from the date behind it on the same line."""
    found = patterns.ENDS_IN_DATE.search(line.key)
    if found is None:
        return ""
    length = len(found.group(1))
    text = line.text.rstrip()
    offset = len(text)
    while offset and len(key_of(text[offset:])) < length:
        offset -= 1
    draft.cuts[line.at] = (offset, "date")
    return squeeze(text[:offset])


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
    return are_bodies(line) or patterns.OFFICE_AND_NAME.match(line.key) is not None


def _begins_name(line: Line, below: Line) -> bool:
    """The first line of a name that goes on below: 某开发区 / 管理委员会党政办公室."""
    if line.form or len(line.key) > 30 or not patterns.BODY_NAME.match(line.key):
        return False
    return below.key.startswith(("管理委员会", "办公", "委员会")) or below.key.endswith("专家组")


def _names_of(signers: list[Line]) -> str:
    """The signature as one name, or several joined by 、."""
    names: list[str] = []
    for line in signers:
        if patterns.OFFICE_AND_NAME.match(line.key):
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
    """The body that the title names, or that gives an order (某市人民政府令)."""
    key = key_of(draft.title)
    length = issuer_in(key)
    if length and len(key) == len(draft.title):
        return draft.title[:length]
    core = core_of(key)
    for ending in ("令", "公告", "通告"):
        if core.endswith(ending) and len(core) == len(draft.title):
            body = draft.title[: -len(ending)]
            short = body.removeprefix("中华人民共和国")
            return short if is_body(short) else body if is_body(body) else None
    return None
