"""ZIP archives of strangers: counted before they are opened, read in memory within limits.

No member is ever written to the disk, so that no path in an archive can lead anywhere.
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from io import BytesIO
from typing import Self

from storage.errors import UserFault
from storage.sources.content import MEGABYTE, Content

MEMBER_LIMIT = 300 * MEGABYTE
TOTAL_LIMIT = 4096 * MEGABYTE
COUNT_LIMIT = 10_000
RATIO_LIMIT = 100
RATIO_FROM = 50 * MEGABYTE
_IN_MEMORY = 50 * MEGABYTE
_PIECE = MEGABYTE
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    IndexError,
    OverflowError,
    RuntimeError,
    NotImplementedError,
)


class Archive:
    """An open ZIP archive; use it in a `with` statement.

    Raises UserFault: archive-many, archive-large, archive-member-large, archive-ratio (before
    anything is unpacked), source-encrypted, source-damaged.
    """

    def __init__(self, content: Content) -> None:
        self.name = content.name
        small = content.held is not None or content.size() <= _IN_MEMORY
        try:
            file = BytesIO(content.read(_IN_MEMORY * 12)) if small else content.path
            self._zip = zipfile.ZipFile(file or content.name)
        except _FAULTS as fault:
            raise UserFault("source-damaged", path=self.name) from fault
        try:
            self._members = self._counted()
        except UserFault:
            self._zip.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    @property
    def names(self) -> list[str]:
        """The names of all files in the archive, in its order."""
        return list(self._members)

    def has(self, name: str) -> bool:
        """Whether the archive has a file of this name."""
        return name in self._members

    def size(self, name: str) -> int:
        """The size of a member when unpacked, as the archive says."""
        return self._members[name].file_size

    def read(self, name: str, limit: int = MEMBER_LIMIT) -> bytes:
        """Unpack one member in memory."""
        member = self._members.get(name)
        shown = f"{self.name}/{name}"
        if member is None:
            raise UserFault("source-damaged", path=self.name)
        if member.flag_bits & _ENCRYPTED:
            raise UserFault("source-encrypted", path=shown)
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(member) as file:
                while piece := file.read(_PIECE):
                    pieces.append(piece)
                    size += len(piece)
                    if size > limit:
                        told = limit // MEGABYTE
                        raise UserFault("archive-member-large", path=shown, limit=told)
        except _FAULTS as fault:
            raise UserFault("source-damaged", path=shown) from fault
        return b"".join(pieces)

    def _counted(self) -> dict[str, zipfile.ZipInfo]:
        members = self._zip.infolist()
        if len(members) > COUNT_LIMIT:
            raise UserFault("archive-many", path=self.name, limit=COUNT_LIMIT)
        total = sum(member.file_size for member in members)
        if total > TOTAL_LIMIT:
            raise UserFault("archive-large", path=self.name, limit=TOTAL_LIMIT // 1024 // MEGABYTE)
        for member in members:
            shown = f"{self.name}/{_name_of(member)}"
            if member.file_size > MEMBER_LIMIT:
                told = MEMBER_LIMIT // MEGABYTE
                raise UserFault("archive-member-large", path=shown, limit=told)
            packed = max(member.compress_size, 1)
            if member.file_size > RATIO_FROM and member.file_size > packed * RATIO_LIMIT:
                raise UserFault("archive-ratio", path=shown)
        # A name can be empty in a damaged file, and zipfile's own is_dir() stumbles over that.
        files = ((_name_of(member), member) for member in members)
        return {name: member for name, member in files if name and not name.endswith("/")}


def _name_of(member: zipfile.ZipInfo) -> str:
    """A member's name; Chinese names of older programs are in GBK and not marked as such."""
    name = member.filename.replace("\\", "/")
    if member.flag_bits & _UTF8_NAME or name.isascii():
        return name
    try:
        return name.encode("cp437").decode("gb18030")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return name
