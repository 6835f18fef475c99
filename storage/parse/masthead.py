"""The masthead of an issue: name, year, number, serial number, publisher, date."""

from __future__ import annotations

from collections.abc import Sequence

from storage.parse import patterns
from storage.parse.lines import Line
from storage.text import chinese_number, iso_date, squeeze
from storage.types import Issue


def read_masthead(lines: Sequence[Line]) -> Issue:
    """Read the masthead out of the lines above the first notice.

    A gazette says its name and which issue it is; a text that says only one of them is none.
    """
    solid = [line for line in lines if line.key and len(line.key) <= 60]
    name = next((found for line in solid if (found := _name_on(line))), None)
    year, number = _issue_number(solid)
    if name is None or number is None:
        return Issue()
    return Issue(name, year, number, _serial(solid), _published(solid), _publisher(solid))


def _name_on(line: Line) -> str | None:
    """The gazette's name, alone on its line or before the number of the issue."""
    found = patterns.GAZETTE_NAME.match(line.key) or patterns.GAZETTE_AND_ISSUE.match(line.key)
    squeezed = squeeze(line.text)
    return squeezed[: found.end()] if found and len(squeezed) == len(line.key) else None


def _issue_number(solid: Sequence[Line]) -> tuple[int | None, int | None]:
    """Year and number: 2020年第3期, 2023.5, or 第9号 with the year in a date beside it."""
    for line in solid:
        found = patterns.ISSUE_NUMBER.search(line.key) or patterns.YEAR_AND_COUNT.match(line.key)
        if found:
            return chinese_number(found.group(1)), chinese_number(found.group(2))
    for index, line in enumerate(solid):
        found = patterns.ISSUE_COUNT.search(line.key)
        if found:
            around = "".join(other.key for other in solid[max(0, index - 1) : index + 2])
            year = patterns.YEAR_SAID.search(around)
            return int(year.group(1)) if year else None, chinese_number(found.group(1))
    return None, None


def _serial(solid: Sequence[Line]) -> int | None:
    found = next((hit for line in solid if (hit := patterns.SERIAL.search(line.key))), None)
    return chinese_number(found.group(1)) if found else None


def _published(solid: Sequence[Line]) -> str | None:
    """The date of publication; where it is not called so, the only date of the masthead."""
    for line in solid:
        found = patterns.PUBLISHED.search(line.key)
        if found:
            return iso_date(found.group(1) or found.group(2))
    dates = {hit.group() for line in solid for hit in patterns.ANY_DATE.finditer(line.key)}
    return iso_date(dates.pop()) if len(dates) == 1 else None


def _publisher(solid: Sequence[Line]) -> str | None:
    """Who issues the gazette (主办); who is above it (主管) only where none else is named."""
    named: list[tuple[str, str]] = []
    for line in solid:
        squeezed = squeeze(line.text)
        if len(squeezed) != len(line.key) or patterns.GAZETTE_NAME.match(line.key):
            continue
        field = patterns.PUBLISHER_FIELD.match(line.key)
        if field:
            return squeezed[field.start(1) : field.end(1)]
        named += [
            (found.group(2), squeezed[found.start(1) : found.end(1)])
            for found in patterns.PUBLISHER.finditer(line.key)
        ]
    issuing = [name for role, name in named if "主办" in role]
    return issuing[0] if issuing else named[0][1] if named else None
