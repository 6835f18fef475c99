"""What a page or a web site adds: page numbers, running heads, menus; marked on the lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from storage.parse import patterns, vocabulary
from storage.parse.characters import key_of
from storage.parse.lines import Line
from storage.parse.names import are_bodies, issuer_in, number_on
from storage.text import squeeze

_FIGURES = str.maketrans("", "", "0123456789")
_ISSUE_SIGNS = str.maketrans("", "", "0123456789.·-年第期总号()")
_FIELD_NAMES = frozenset(vocabulary.PAGE_FIELDS)
_OFTEN = 3
_FIELDS = 3
_PAGE_LINES = 80


def mark_pages(lines: Sequence[Line], first: int) -> None:
    """Mark page numbers and running heads after line `first` (where the cover ends)."""
    for line in lines:
        if line.key and len(line.key) <= 16 and patterns.PAGE_LINE.match(line.key):
            line.furniture = "page number"
        elif line.is_picture:
            line.furniture = "picture"
        elif line.key and len(line.key) <= 60 and patterns.RULE_LINE.match(line.key):
            line.furniture = "rule"
        elif len(line.key) <= 40 and patterns.REGISTRATION.match(line.key):
            line.furniture = "registration number"
    solid = [line for line in lines if line.key]
    _mark_running_heads(solid, first)
    _mark_bare_figures(solid)


def _mark_running_heads(solid: Sequence[Line], first: int) -> None:
    """Short lines that come back page after page: the gazette's name, its issue, a section."""
    short = [index for index, line in enumerate(solid) if _short(line)]
    named = Counter(_shape(solid[index]) for index in short)
    edges = {index for index in short if _at_edge(solid, index)}
    at_edge = Counter(_shape(solid[index]) for index in edges)
    for index in short:
        line = solid[index]
        if line.furniture or line.at <= first:
            continue
        if index and patterns.ANNOUNCEMENT.search(solid[index - 1].key):
            continue
        both = patterns.GAZETTE_AND_ISSUE.match(line.key) is not None
        again = both or named[_shape(line)] >= 2 or index in edges
        of_issue = _names_issue(line) and again
        of_page = index in edges and at_edge[_shape(line)] >= _OFTEN and not _of_document(line)
        if of_issue or of_page:
            line.furniture = "running head"


def _shape(line: Line) -> str:
    """The words of a line without its figures; which issue it is, though, counts."""
    if patterns.ISSUE_NUMBER.search(line.key):
        return line.key.strip("0123456789-·")
    return line.key.translate(_FIGURES)


def _of_document(line: Line) -> bool:
    """Dates, signatures, remarks and 附件 come back page after page, too."""
    mark = patterns.ATTACHMENT_MARK.match(line.key) is not None
    if mark or line.is_date or line.is_remark or number_on(line):
        return True
    return are_bodies(line) or issuer_in(line.key) > 0


def _names_issue(line: Line) -> bool:
    """The gazette's name, or which issue it is."""
    if len(line.key) > 30 or line.is_date:
        return False
    named = patterns.GAZETTE_NAME.match(line.key.translate(_ISSUE_SIGNS))
    return named is not None or patterns.ISSUE_NUMBER.search(line.key) is not None


def _short(line: Line) -> bool:
    return 2 <= len(line.key) <= 40 and not line.rows and not line.ends_sentence


def _at_edge(solid: Sequence[Line], index: int) -> bool:
    """The line before or after is a page number, and so the line stands at a page's edge."""
    return any(line.furniture == "page number" for line in _around(solid, index))


def _around(solid: Sequence[Line], index: int) -> list[Line]:
    return [*solid[max(0, index - 1) : index], *solid[index + 1 : index + 2]]


def _mark_bare_figures(solid: Sequence[Line]) -> None:
    """Bare figures are page numbers where they stand beside running heads."""
    for index, line in enumerate(solid):
        if len(line.key) > 4 or not patterns.BARE_FIGURE.match(line.key) or line.rows:
            continue
        beside = any(other.furniture == "running head" for other in _around(solid, index))
        if beside or _counts_pages(solid, index) or _cuts_sentence(solid, index):
            line.furniture = "page number"


def _counts_pages(solid: Sequence[Line], index: int) -> bool:
    """The figure goes on the count of the page number before or after it."""
    figure = int(solid[index].key)
    for step in (-1, 1):
        place = index + step
        while 0 <= place < len(solid) and abs(place - index) <= _PAGE_LINES:
            if solid[place].furniture == "page number":
                marked = "".join(filter(str.isdigit, solid[place].key.partition("共")[0]))
                if marked and figure - int(marked) == -step:
                    return True
                break
            place += step
    return False


def _cuts_sentence(solid: Sequence[Line], index: int) -> bool:
    """The figure stands amid a sentence: a long line without an end, then its rest."""
    if not 0 < index < len(solid) - 1:
        return False
    before, line, after = solid[index - 1], solid[index], solid[index + 1]
    if before.rows or after.rows or before.ends_sentence or after.form:
        return False
    apart = line.at - before.at > 1 and after.at - line.at > 1
    return apart and len(before.key) >= 20 and after.key.endswith("。")


@dataclass(slots=True)
class PageFields:
    """What the table of a web page says of its document, as printed; None where it does not."""

    title: str | None = None
    number: str | None = None


def mark_page_fields(lines: Sequence[Line]) -> PageFields:
    """Mark the table of fields that a web page puts above a document (索引号, 发文字号 …).

    A field's value stands on its line, or below it at the distance that most values of the page
    have; a field without a value is followed by something else.
    """
    above = _above_text(lines)
    for line in above:
        tools = len(line.key) <= 80 and patterns.PAGE_TOOLS.search(line.key)
        if tools or patterns.PAGE_NOTE.match(line.key):
            line.furniture = "page field"
    labels = [index for index, line in enumerate(above) if _fields_on(line)]
    names = {name for index in labels for name, _ in _fields_on(above[index])}
    found = PageFields()
    if len(names) < _FIELDS:
        return found
    usual = _usual_gap(above, labels)
    for index in labels:
        line = above[index]
        line.furniture = "page field"
        for name, value in _fields_on(line):
            alone = len(_fields_on(line)) == 1
            if not value and alone and index + 1 < len(above) and index + 1 not in labels:
                below = above[index + 1]
                near = below.at - line.at <= usual
                if near and (name in vocabulary.TITLE_FIELDS or not issuer_in(below.key)):
                    below.furniture = "page field"
                    value = squeeze(below.text)
            if value and name in vocabulary.TITLE_FIELDS:
                found.title = value
            elif value and name in vocabulary.NUMBER_FIELDS:
                found.number = value
    return found


def _usual_gap(above: Sequence[Line], labels: Sequence[int]) -> int:
    """How many lines below its field a value usually stands."""
    gaps = [
        above[index + 1].at - above[index].at
        for index in labels
        if not _fields_on(above[index])[0][1] and index + 1 < len(above)
    ]
    return Counter(gaps).most_common(1)[0][0] if gaps else 0


def _fields_on(line: Line) -> list[tuple[str, str]]:
    """The fields on a line with their squeezed values: 名：值, or cells of a table."""
    if line.rows:
        cells = [squeeze(cell) for row in line.rows for cell in row]
        pairs = zip(cells[::2], cells[1::2], strict=False)
        found = [(key_of(name).rstrip(":"), value) for name, value in pairs]
        known = sum(1 for name, _ in found if name in _FIELD_NAMES)
        return found if known * 2 >= max(len(found), 1) else []
    if line.key in _FIELD_NAMES:
        return [(line.key, "")]
    if not patterns.PAGE_FIELD.match(line.key):
        return _fields_between_blanks(line)
    squeezed = squeeze(line.text)
    same = len(squeezed) == len(line.key)
    hits = list(patterns.PAGE_FIELD_INSIDE.finditer(line.key))
    ends = [*(hit.start() for hit in hits[1:]), len(line.key)]
    return [
        (hit.group(1), squeezed[hit.end() : end] if same else "")
        for hit, end in zip(hits, ends, strict=True)
    ]


def _fields_between_blanks(line: Line) -> list[tuple[str, str]]:
    """Fields and values parted by blanks only: 索引号 123 成文日期 2020-05-06; two at least."""
    words = line.text.split()
    if len(words) < 2 or key_of(words[0]) not in _FIELD_NAMES:
        return []
    found: list[tuple[str, str]] = []
    for word in words:
        if key_of(word) in _FIELD_NAMES:
            found.append((key_of(word), ""))
        else:
            found[-1] = (found[-1][0], found[-1][1] + word)
    return found


def _above_text(lines: Sequence[Line]) -> list[Line]:
    """The lines above the first paragraph."""
    above: list[Line] = []
    for line in lines[:200]:
        if line.blank:
            continue
        if len(line.key) >= 60 and "。" in line.key:
            break
        above.append(line)
    return above


def page_end(lines: Sequence[Line], start: int) -> int | None:
    """The line where a web page's own footer begins after line `start`, None where none does.

    The same words stand above a document too (关联稿件), so only what follows its last
    paragraph counts.
    """
    found: int | None = None
    for line in reversed(lines[start:]):
        if len(line.key) >= 60 and "。" in line.key:
            break
        if line.key and len(line.key) <= 60 and patterns.PAGE_END.match(line.key):
            found = line.at
    return found
