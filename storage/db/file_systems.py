"""Which disks bear a write-ahead log: local fixed ones, not FAT, USB sticks or network drives."""

from __future__ import annotations

import sys
from pathlib import Path

# Shared memory and locks are missing or unsound here, or the disk can be pulled at any moment.
_FAT = ("vfat", "msdos", "fat", "fat32", "exfat", "umsdos")
_FOREIGN = ("fuseblk", "ntfs", "ntfs3")
_NETWORK = ("nfs", "nfs4", "cifs", "smb", "smbfs", "smb3", "9p", "afs", "ncpfs", "ceph", "davfs")
_OF_THE_HOST = ("vboxsf", "vmhgfs", "hgfs", "prl_fs", "drvfs", "virtiofs")
UNSOUND = frozenset(_FAT + _FOREIGN + _NETWORK + _OF_THE_HOST)
_MOUNTS = Path("/proc/mounts")
_BLOCK_DEVICES = Path("/sys/class/block")


def needs_rollback_journal(path: Path) -> bool:
    """Say whether a library in this place must do without a write-ahead log."""
    if sys.platform == "win32":
        return _windows_disk_is_unsound(path)
    return _mount_is_unsound(path)


def file_system(path: Path, mounts: str) -> tuple[str, str]:
    """Device and type of the file system that holds `path`, from the text of /proc/mounts.

    ("", "") where no line fits. Blanks in mount points stand as \\040 there.
    """
    best, found = -1, ("", "")
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(_unescape(fields[1]))
        depth = len(point.parts)
        # Of two mounts on one point the later hides the earlier.
        if depth >= best and path.is_relative_to(point):
            best, found = depth, (_unescape(fields[0]), fields[2])
    return found


def _unescape(field: str) -> str:
    """Undo the octal escapes of /proc/mounts; they stand for bytes of the file name."""
    if "\\" not in field:
        return field
    raw = field.encode("utf-8", "surrogateescape")
    for code in (b"040", b"011", b"012", b"134"):
        raw = raw.replace(b"\\" + code, bytes([int(code, 8)]))
    return raw.decode("utf-8", "surrogateescape")


def _mount_is_unsound(path: Path) -> bool:
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        device, kind = file_system(path.resolve(), mounts)
    except OSError:
        # No /proc (another Unix): SQLite itself tells where a log cannot be written.
        return False
    return kind.lower() in UNSOUND or kind.startswith("fuse.") or _is_removable(device)


def _is_removable(device: str) -> bool:
    """Say whether a block device (/dev/sdb1) is one that can be pulled out."""
    name = Path(device).name
    if not device.startswith("/dev/") or not name:
        return False
    try:
        node = (_BLOCK_DEVICES / name).resolve()
        if any(part.startswith("usb") for part in node.parts):
            return True
        # A partition's own folder has no such file; its disk's folder is one above.
        flags = [folder / "removable" for folder in (node, node.parent)]
        return any(flag.is_file() and flag.read_text().strip() == "1" for flag in flags)
    except OSError:
        return False


def _windows_disk_is_unsound(path: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    fixed = 3
    root = path.resolve().anchor
    if not root.endswith("\\"):
        root += "\\"
    if ctypes.windll.kernel32.GetDriveTypeW(root) != fixed:
        return True
    name = ctypes.create_unicode_buffer(64)
    told = ctypes.windll.kernel32.GetVolumeInformationW(
        root, None, 0, None, None, None, name, len(name)
    )
    return bool(told) and name.value.lower() in _FAT
