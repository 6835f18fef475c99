"""The content of a file or of an archive's member: its bytes, read when they are wanted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from storage.errors import UserFault

MEGABYTE = 1024 * 1024
_HEAD = 8192
_PIECE = 1 * MEGABYTE
# Larger files are not kept beside their lines.
_MOST_KEPT = 50 * MEGABYTE


@dataclass(slots=True)
class Content:
    """Bytes with a name to show; `path` where they are a file's, `held` where they are in memory.

    All methods raise UserFault for what the disk does: missing, a folder, no rights, unreadable.
    """

    name: str
    path: Path | None = None
    held: bytes | None = field(default=None, repr=False)

    @property
    def suffix(self) -> str:
        """The name's suffix in lower case, with its dot; "" where it has none."""
        return Path(self.name).suffix.lower()

    def size(self) -> int:
        """The number of bytes."""
        if self.held is not None:
            return len(self.held)
        try:
            path = self._file()
            if path.is_dir():
                raise UserFault("source-folder", path=self.name)
            return path.stat().st_size
        except (OSError, ValueError) as fault:
            raise fault_of(fault, self.name) from fault

    def head(self) -> bytes:
        """The first bytes, enough to tell the format."""
        if self.held is not None:
            return self.held[:_HEAD]
        try:
            with self._file().open("rb") as file:
                return file.read(_HEAD)
        except (OSError, ValueError) as fault:
            raise fault_of(fault, self.name) from fault

    def read(self, limit: int) -> bytes:
        """All bytes. Raises UserFault("source-large") above `limit` bytes."""
        if self.size() > limit:
            raise UserFault("source-large", path=self.name, limit=limit // MEGABYTE)
        if self.held is None:
            self.held = b"".join(self._pieces())
        return self.held

    def sha256(self) -> str:
        """SHA-256 in hex, read piece by piece."""
        digest = hashlib.sha256()
        for piece in self._pieces():
            digest.update(piece)
        return digest.hexdigest()

    def kept(self) -> bytes:
        """The bytes to keep beside the lines; none of a very large file."""
        return self.read(_MOST_KEPT) if self.size() <= _MOST_KEPT else b""

    def _pieces(self) -> Iterator[bytes]:
        if self.held is not None:
            yield self.held
            return
        try:
            with self._file().open("rb") as file:
                while piece := file.read(_PIECE):
                    yield piece
        except (OSError, ValueError) as fault:
            raise fault_of(fault, self.name) from fault

    def _file(self) -> Path:
        return self.path if self.path is not None else Path(self.name)


def fault_of(fault: Exception, name: str) -> UserFault:
    """Put a fault of the disk into the user's terms."""
    if isinstance(fault, FileNotFoundError):
        return UserFault("source-missing", path=name)
    if isinstance(fault, PermissionError):
        return UserFault("source-rights", path=name)
    return UserFault("source-unreadable", path=name, reason=str(fault))
