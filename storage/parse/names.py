"""Names of bodies and titles of documents: what looks like one."""

from __future__ import annotations

import re

from storage.parse import patterns
from storage.parse.characters import key_of
from storage.parse.lines import Line
from storage.parse.persons import has_role, is_person, office_is_whole
from storage.text import fold, squeeze

# How a sentence begins, and hardly a title.
_SENTENCE_START = re.compile(
    r"你[省市县区州厅局委部院]|根据|按照|依据|依照|为了|为认真|为深入|为进一步|为贯彻|为落实|经.{2,30}(?:同意|批准|研究)|现将|现就|现予|遵照|鉴于|特此"
)
_SHORTEST_ISSUER = 3
_LONGEST_TITLE_LINE = 70
_LONGEST_BODY = 40
_LONGEST_TAIL = 200


def is_body(key: str) -> bool:
    """The name of a body (某市财政局), as a signature or an issuer is written."""
    key = patterns.SEAL.sub("", key)
    if not 2 <= len(key) <= _LONGEST_BODY or patterns.NOT_A_BODY.search(key):
        return False
    return bool(patterns.BODY_END.search(key) and patterns.BODY_NAME.match(key))


def are_bodies(line: Line) -> bool:
    """One body, or several side by side, parted by blanks or 、."""
    if not 2 <= len(line.key) <= 3 * _LONGEST_BODY or line.ends_sentence:
        return False
    if is_body(line.key):
        return True
    return len(line.key) <= 80 and all(is_body(fold(squeeze(word))) for word in line.text.split())


def core_of(key: str) -> str:
    """A title without what follows its genre: （试行）, （征求意见稿）, footnote marks."""
    end = len(key) - _LONGEST_TAIL
    if end > 0:
        return key[:end] + patterns.TITLE_TAIL.sub("", key[end:])
    return patterns.TITLE_TAIL.sub("", key)


def genre_of(key: str) -> str | None:
    """The kind of document that a title ends in."""
    found = patterns.GENRE_END.search(core_of(key))
    return found.group() if found else None


def is_official(key: str) -> bool:
    """The title ends in one of the genres of official documents (通知, 决定 …)."""
    return patterns.OFFICIAL_END.search(core_of(key)) is not None


def issuer_in(key: str) -> int:
    """Length of the issuer's name at the head of a title (…关于…, …转发…); 0 where none."""
    for found in patterns.TITLE_VERB.finditer(key):
        prefix = key[: found.start()]
        if len(prefix) < _SHORTEST_ISSUER:
            return 0
        if is_body(prefix):
            return len(prefix)
        loose = found.group() == "关于" and len(prefix) <= _LONGEST_BODY
        if loose and patterns.BODY_NAME.match(prefix) and not patterns.NOT_A_BODY.search(prefix):
            return len(prefix)
    return 0


def title_like(line: Line) -> bool:
    """The line could be (a part of) a title: short, no sentence, no numbering, no field."""
    key = line.key
    if not line.solid or line.rows or not 2 <= len(key) <= _LONGEST_TITLE_LINE:
        return False
    if (
        line.form not in ("", "figure")
        or "。" in key
        or key.endswith((";", ":", ",", "?", "!", "."))
    ):
        return False
    if line.is_date or line.is_remark or key.startswith(("※", "--", "注:", "抄送", "签发人")):
        return False
    if key.endswith("》") or _SENTENCE_START.match(key) or patterns.CONTENTS_HEAD.match(key):
        return False
    if key.startswith("《") and not _quotes_in_title(key):
        return False
    if patterns.ANSWER_CLASS.match(key):
        return False
    if patterns.OFFICE_AND_NAME.match(key) or patterns.ADOPTED.match(key):
        return False
    if is_person(line) and (has_role(line) or office_is_whole(line)):
        return False
    if number_on(line) or patterns.BARE_FIGURE.match(key):
        return False
    if patterns.ATTACHMENT_MARK.match(key) or patterns.ATTACHMENT_LIST.match(key):
        return False
    return not (patterns.CONTACT.match(key) or patterns.PAGE_FIELD.match(key))


def number_on(line: Line) -> str | None:
    """The document number that fills a line, alone or beside 签发人 or 等级; a key."""
    if len(line.key) > 60 or line.rows or not ("号" in line.key or "號" in line.key):
        return None
    dated = patterns.DATED_NUMBER.fullmatch(line.key)
    if dated:
        return dated.group(1) or dated.group(2)
    alone = patterns.NUMBER_ALONE.match(line.key)
    if alone and "关于" not in alone.group(1):
        return alone.group(1)
    words = [key_of(word) for word in line.text.split()]
    found = next((word for word in words if patterns.NUMBER_ALONE.match(word)), None)
    rest = [word for word in words if word != found]
    beside = all(
        patterns.RED_FIELD.match(word) or patterns.DATE_ALONE.fullmatch(word) for word in rest
    )
    return found if found and beside else None


def number_behind(line: Line) -> int:
    """Where in the text a document number begins behind a title, parted by a blank; 0 for none."""
    words = line.text.split()
    if len(words) < 2 or line.rows or not patterns.NUMBER_ALONE.match(key_of(words[-1])):
        return 0
    offset = line.text.rindex(words[-1])
    title = key_of(line.text[:offset])
    return offset if issuer_in(title) and is_official(title) else 0


def _quotes_in_title(key: str) -> bool:
    """A title's later line that begins with what it issues: 《某规则》的通知."""
    rest = key.rpartition("》")[2]
    return "》" not in key or (bool(rest) and genre_of(rest) is not None)
