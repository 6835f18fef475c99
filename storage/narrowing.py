"""A query and the facets it is narrowed to, as one line of text: what a saved search keeps.

    充电桩 | 年="2023","2024" | 发文机关="霁川市人民政府"

Behind the query each facet stands with the values of which a notice must have one; "" is for
notices without any.
"""

from __future__ import annotations

import json
import re

from storage.types import FACETS, Choice, Query

_CHINESE = ("年", "公报", "发文机关", "栏目", "种类", "标签")
_SHOWN: dict[str, str] = dict(zip(FACETS, _CHINESE, strict=True))
_FACET_OF = {name: facet for facet, shown in _SHOWN.items() for name in (facet, shown)}
_VALUE = r'"(?:[^"\\]|\\.)*"'
_CHOICE = re.compile(rf"\|\s*({'|'.join(_FACET_OF)})\s*=\s*({_VALUE}(?:\s*,\s*{_VALUE})*)")


def write_query(query: Query) -> str:
    """The query as one line; its order is left out."""
    told = [query.text.strip()]
    for choice in query.chosen:
        values = ",".join(json.dumps(value, ensure_ascii=False) for value in choice.values)
        told.append(f"{_SHOWN[choice.facet]}={values}")
    return " | ".join(told)


def read_query(line: str, sort: str = "relevance") -> Query:
    """The query that a line names; what is no narrowing stays part of its text."""
    end = len(line.rstrip())
    chosen: list[Choice] = []
    for found in reversed(list(_CHOICE.finditer(line))):
        if line[found.end() : end].strip():
            break
        try:
            values = json.loads(f"[{found[2]}]", strict=False)
        except ValueError:
            break
        chosen.insert(0, Choice(_FACET_OF[found[1]], tuple(values)))
        end = found.start()
    return Query(line[:end].rstrip() if chosen else line, tuple(chosen), sort)
