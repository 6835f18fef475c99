"""Writing a file whole or not at all: a temporary file beside the target takes its place."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from storage.errors import UserFault

_NO_SPACE = (
    {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
)
_BAD_NAME = {errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ}
_SQLITE_MAGIC = b"SQLite format 3\0"


def write_whole(target: Path, write: Callable[[BinaryIO], None]) -> Path:
    """Let `write` fill the target; on any failure what was there before is still there.

    Returns the absolute path written. Raises UserFault where folder, file or disk don't allow it.
    """
    try:
        # A link keeps pointing to what it points to: the file behind it is replaced.
        real = Path(os.path.realpath(target))
        _check(real, target)
    except (OSError, ValueError) as fault:
        raise _fault(fault, target) from fault
    draft = real.with_name(f".antou-{secrets.token_hex(6)}.part")
    try:
        _fill(draft, write)
        _take_place(draft, real, target)
    except OSError as fault:
        raise _fault(fault, target) from fault
    finally:
        # Gone already where all went well; where even this fails the first fault matters more.
        with contextlib.suppress(OSError):
            draft.unlink()
    return Path(os.path.abspath(target))


def _check(real: Path, target: Path) -> None:
    """Refuse targets that are no place for a file, before anything is written."""
    if real.is_dir():
        raise UserFault("export-target-folder", path=str(target))
    if not real.parent.exists():
        raise UserFault("export-folder-missing", path=str(target), folder=str(target.parent))
    if not real.parent.is_dir():
        raise UserFault("export-folder-is-file", path=str(target), folder=str(target.parent))
    if not real.exists():
        return
    if not real.is_file():
        raise UserFault("export-target-special", path=str(target))
    try:
        # Opened for writing: replacing would go round a file's own write protection.
        with real.open("r+b") as file:
            head = file.read(len(_SQLITE_MAGIC))
    except PermissionError as fault:
        key = "export-target-open" if os.name == "nt" else "export-no-rights"
        raise UserFault(key, path=str(target)) from fault
    if head == _SQLITE_MAGIC:
        # A slip of the keyboard must not cost all marks.
        raise UserFault("export-target-library", path=str(target))


def _fill(draft: Path, write: Callable[[BinaryIO], None]) -> None:
    # "x" takes the rights that the user's umask gives, which temporary files don't.
    with draft.open("xb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())


def _take_place(draft: Path, real: Path, target: Path) -> None:
    if real.exists():
        draft.chmod(real.stat().st_mode & 0o777)
    try:
        os.replace(draft, real)
    except PermissionError as fault:
        # Windows refuses to replace what another program holds open.
        raise UserFault("export-target-open", path=str(target)) from fault
    if hasattr(os, "O_DIRECTORY"):
        _sync_folder(real.parent)


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk; some file systems (network, FAT) can't, and needn't."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _fault(fault: OSError | ValueError, target: Path) -> UserFault:
    """Put the system's word for a failure into ours."""
    path = str(target)
    if isinstance(fault, ValueError) or fault.errno in _BAD_NAME:
        return UserFault("export-name-bad", path=path)
    if fault.errno in _NO_SPACE:
        return UserFault("export-disk-full", path=path)
    if fault.errno == errno.EROFS:
        return UserFault("export-read-only", path=path)
    if isinstance(fault, PermissionError):
        return UserFault("export-no-rights", path=path)
    reason = fault.strerror or type(fault).__name__
    return UserFault("export-failed", path=path, reason=reason)
