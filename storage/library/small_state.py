"""The library's small things: reading places, the names of the colours."""

from __future__ import annotations

import json
from typing import Any

from storage.db import state
from storage.db.store import Store
from storage.types import MARK_STYLES

_STYLE_NAMES = "style-names"


class SmallStateOfLibrary:
    """What the facade answers about small values."""

    _store: Store

    def state(self, key: str, default: str = "") -> str:
        """A small value kept with the library: reading places, what was opened last."""
        return state.state(self._store, key, default)

    def set_state(self, key: str, value: str) -> None:
        """Keep a small value with the library; one that can only be read keeps none."""
        state.set_state(self._store, key, value)

    def style_names(self) -> dict[str, str]:
        """The user's own names of the styles of marks; those without one are left out."""
        try:
            names: dict[str, Any] = json.loads(self.state(_STYLE_NAMES, "{}"))
        except ValueError:
            return {}
        return {style: str(names[style]) for style in MARK_STYLES if names.get(style)}

    def set_style_names(self, names: dict[str, str]) -> None:
        """Keep the user's own names of the styles of marks."""
        self.set_state(_STYLE_NAMES, json.dumps(names, ensure_ascii=False))
