"""What a format knows of a source's lines as compact JSON and back."""

from __future__ import annotations

import dataclasses
import zlib
from collections.abc import Sequence
from typing import Any

from storage.db.values import from_json, to_json
from storage.types import LineHint

_DEFAULTS = {field.name: field.default for field in dataclasses.fields(LineHint)}
_LEVEL = 6


def pack_hints(hints: Sequence[LineHint | None]) -> bytes | None:
    """Compressed JSON: for each line null or an object of what is known; None without hints."""
    if not hints:
        return None
    return zlib.compress(to_json([hint and _known(hint) for hint in hints]), _LEVEL)


def _known(hint: LineHint) -> dict[str, object]:
    values = ((name, getattr(hint, name)) for name in _DEFAULTS)
    return {name: value for name, value in values if value != _DEFAULTS[name]}


def unpack_hints(data: bytes | None) -> tuple[LineHint | None, ...]:
    """The hints that `pack_hints` packed."""
    if data is None:
        return ()
    return tuple(
        None if fields is None else _hint(fields) for fields in from_json(zlib.decompress(data))
    )


def _hint(fields: dict[str, Any]) -> LineHint:
    if "cells" in fields:
        fields["cells"] = tuple(fields["cells"])
    return LineHint(**fields)
