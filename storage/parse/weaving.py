"""Two columns read as one: the articles of both alternate line by line."""

from __future__ import annotations

from storage import numbering
from storage.parse.lines import Line
from storage.text import chinese_number


def woven_pairs(running: list[Line]) -> tuple[list[tuple[int, int]], set[int]]:
    """Joins that the numbering of the articles proves, and the lines whose rest is not known.

    Where 第二条 breaks off, 第五条 follows and breaks off too, and 第三条 comes later, columns
    alternate: the first loose line below goes on with the first of the two, the second with the
    other.
    """
    counts = {line.at: count for line in running if (count := _count(line)) is not None}
    pairs: list[tuple[int, int]] = []
    unknown: set[int] = set()
    for index, line in enumerate(running[:-1]):
        other = running[index + 1]
        if line.ends_sentence or other.ends_sentence:
            continue
        if line.at not in counts or other.at not in counts:
            continue
        later = {
            counts[after.at] for after in running[index + 2 : index + 42] if after.at in counts
        }
        if counts[other.at] <= counts[line.at] + 1 or counts[line.at] + 1 not in later:
            continue
        loose = _loose_lines(running, index + 2)
        unknown.update((line.at, other.at, *(part.at for part in loose)))
        if len(loose) >= 2:
            pairs += [(line.at, loose[0].at), (other.at, loose[1].at)]
    return pairs, unknown


def _loose_lines(running: list[Line], index: int) -> list[Line]:
    """The lines up to the next that begins something."""
    loose: list[Line] = []
    for line in running[index : index + 6]:
        if line.form or line.rows:
            break
        loose.append(line)
    return loose


def _count(line: Line) -> int | None:
    found = numbering.ARTICLE.match(line.key) if line.form == "article" else None
    return chinese_number(found.group(1)) if found else None
