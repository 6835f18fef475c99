"""Where the program's things are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """The program's paths: the usual library file, its own folders, and what is shipped with it."""

    library: Path
    data: Path
    cache: Path
    config: Path
    log: Path
    resources: Path

    @property
    def dictionary(self) -> Path:
        """The folder of word lists."""
        return self.resources / "dictionary"

    @property
    def messages(self) -> Path:
        """The folder of the message catalogue."""
        return self.resources / "translations" / "messages"

    @property
    def sample(self) -> Path:
        """The folder of the sample gazette."""
        return self.resources / "sample"

    @property
    def templates(self) -> Path:
        """The folder of shipped export templates."""
        return self.resources / "templates"
