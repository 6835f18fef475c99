"""The words that exports put around passages, from a file that users can change."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from storage.errors import UserFault

FILE = "labels.json"


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of `labels.json`, by key."""

    words: dict[str, str]
    styles: dict[str, str]
    states: dict[str, str]

    def with_styles(self, own: Mapping[str, str]) -> Labels:
        """The same labels, the user's own names of the styles behind theirs: 黄色·重点."""
        named = {
            style: f"{label}·{own[style]}" if own.get(style) else label
            for style, label in self.styles.items()
        }
        return replace(self, styles=named)

    def __getitem__(self, key: str) -> str:
        return self.words[key]


def find_template(folders: Sequence[Path], name: str) -> Path:
    """The first of the folders' files of that name; UserFault where there is none."""
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    raise UserFault("export-template-missing", path=str(folders[-1] / name))


def read_labels(folders: Sequence[Path]) -> Labels:
    """Read the labels; a user's own file may leave out what it doesn't change."""
    shipped = _read(find_template(folders[-1:], FILE))
    chosen = find_template(folders, FILE)
    own = _read(chosen)
    try:
        return Labels(
            words={
                key: str(word)
                for key, word in {**shipped, **own}.items()
                if not isinstance(word, dict)
            },
            styles={**shipped["styles"], **own.get("styles", {})},
            states={**shipped["states"], **own.get("states", {})},
        )
    except (TypeError, KeyError) as fault:
        raise _broken(chosen, fault) from fault


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as fault:
        raise UserFault("export-template-unreadable", path=str(path)) from fault
    except ValueError as fault:
        raise _broken(path, fault) from fault
    if not isinstance(content, dict):
        raise _broken(path, TypeError(type(content).__name__))
    return cast("dict[str, Any]", content)


def _broken(path: Path, fault: Exception) -> UserFault:
    return UserFault("export-template-broken", path=str(path), problem=str(fault))
