"""Running the command line in a test's own folder, on the sample gazette."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from storage.cli import run
from storage.types import Places
from storage.words import Words

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SAMPLES = sorted((RESOURCES / "sample").glob("*.txt"))


@dataclass(frozen=True)
class Answer:
    status: int
    out: str
    errors: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class CommandLine:
    """`antou` with all its places in one folder."""

    folder: Path

    @property
    def places(self) -> Places:
        names = ("data", "cache", "config", "log")
        own = {name: self.folder / name for name in names}
        return Places(library=self.library, resources=RESOURCES, **own)

    @property
    def library(self) -> Path:
        return self.folder / "data" / "library.antoudb"

    def __call__(self, *arguments: str | Path, language: str = "zh") -> Answer:
        streams = [io.TextIOWrapper(io.BytesIO(), encoding="ascii") for _ in range(2)]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdout", streams[0])
            patch.setattr(sys, "stderr", streams[1])
            words = Words(self.places.messages, language)
            status = run([str(argument) for argument in arguments], words, self.places)
        told: list[str] = []
        for stream in streams:
            stream.flush()
            told.append(stream.buffer.getvalue().decode("utf-8"))  # type: ignore[attr-defined]
        return Answer(status, *told)

    def notices(self) -> list[dict[str, Any]]:
        """All notices of the library, as `list --json` gives them."""
        return [notice for issue in self("list", "--json").json for notice in issue["notices"]]
