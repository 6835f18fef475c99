"""Which disks bear a write-ahead log."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.db.file_systems import UNSOUND, file_system, needs_rollback_journal

MOUNTS = """\
proc /proc proc rw 0 0
/dev/nvme0n1p2 / ext4 rw,relatime 0 0
/dev/sda1 /home ext4 rw 0 0
/dev/sdb1 /media/user/U\\040盘 vfat rw,utf8 0 0
//server/share /mnt/net cifs rw 0 0
server:/data /mnt/nfs nfs4 rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
tmpfs /home/user/over tmpfs rw 0 0
/dev/sdc1 /home/user/over xfs rw 0 0
broken line
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/opt/库.antoudb", ("/dev/nvme0n1p2", "ext4")),
        ("/home/user/库.antoudb", ("/dev/sda1", "ext4")),
        ("/homely/库.antoudb", ("/dev/nvme0n1p2", "ext4")),
        ("/media/user/U 盘/公报/库.antoudb", ("/dev/sdb1", "vfat")),
        ("/mnt/net/库.antoudb", ("//server/share", "cifs")),
        ("/home/user/over/库.antoudb", ("/dev/sdc1", "xfs")),
    ],
)
def test_the_innermost_and_latest_mount_holds_the_file(path: str, expected: tuple[str, str]):
    assert file_system(Path(path), MOUNTS) == expected


def test_no_line_fits_without_a_root():
    assert file_system(Path("/a"), "") == ("", "")


def test_sticks_and_shares_are_unsound():
    assert {"vfat", "exfat", "cifs", "nfs4", "fuseblk"} <= UNSOUND
    assert not {"ext4", "xfs", "btrfs", "apfs", "overlay", "tmpfs"} & UNSOUND


def test_this_machines_disk_is_told_without_a_fault(tmp_path: Path):
    assert needs_rollback_journal(tmp_path / "还没有.antoudb") in (True, False)
