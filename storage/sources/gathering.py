"""Files, folders and archives to a counted list of documents, each read when it is wanted."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from storage.errors import UserFault
from storage.sources.archive import COUNT_LIMIT, TOTAL_LIMIT, Archive
from storage.sources.content import MEGABYTE, Content
from storage.sources.formats import KNOWN_SUFFIXES, OTHER_ARCHIVE_SUFFIXES
from storage.sources.packed import kind_of
from storage.sources.reading import read_source
from storage.types import SourceText

DEPTH_LIMIT = 3
# What systems and office programs leave beside files.
_LITTER = ("~$", "._", ".~", "__macosx")
# The folders of pictures that browsers save beside a page.
_COMPANIONS = ("_files", ".files")


@dataclass(frozen=True, slots=True)
class Member:
    """A document to be read: a file, or a member of an archive (of an archive …).

    `name` is what to show (`某.zip/公报.txt`), `inside` the names from the outermost archive in.
    """

    name: str
    path: Path
    inside: tuple[str, ...] = ()

    @property
    def address(self) -> Path:
        """A path that `read_source` takes; of a member of an archive one below the archive's."""
        return Path("/".join((str(self.path), *(name.lstrip("/") for name in self.inside))))

    def read(self) -> SourceText:
        """Read it into numbered lines. Raises UserFault as `read_source`."""
        return read_source(self.address)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that can't be read, and why: a catalogue key and its arguments.

    `unknown`: it was found in a folder or archive, and no reader knows files of its kind.
    """

    name: str
    key: str
    arguments: tuple[tuple[str, str | int], ...] = ()
    unknown: bool = False

    @property
    def fault(self) -> UserFault:
        """The reason as a fault."""
        return UserFault(self.key, **dict(self.arguments))


@dataclass(frozen=True, slots=True)
class Sources:
    """What was found under some paths: the documents in order, and what was skipped."""

    members: tuple[Member, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def expand(paths: Iterable[Path]) -> Sources:
    """Find all documents in files, folders (with theirs) and ZIP archives (with theirs).

    Nothing is read but the lists of archives. What can't be read is among the skipped; a file
    named by itself is always a member, so that reading it says what is wrong. A folder or an
    archive named by itself that has no document is among the skipped.
    """
    search = _Search()
    for path in paths:
        search.add(path)
    return Sources(tuple(search.members), tuple(search.skipped))


def documents_in(archive: Archive) -> list[str]:
    """The names of the documents in one archive, those of archives within it left out."""
    names = (name for name in archive.names if not _is_litter(name))
    return sorted(name for name in names if _suffix(name) in KNOWN_SUFFIXES - {".zip"})


@dataclass(slots=True)
class _Search:
    """Goes through folders and archives and counts."""

    members: list[Member] = field(default_factory=list[Member])
    skipped: list[Skipped] = field(default_factory=list[Skipped])
    seen: set[str] = field(default_factory=set[str])
    unpacked: int = 0
    counted: int = 0
    answered: int = 0  # documents, those seen before too, and what went wrong

    def add(self, path: Path) -> None:
        """Add a file, a folder or an archive that the user named."""
        before = self.answered
        try:
            is_folder = path.is_dir()
            if is_folder:
                self._add_folder(path)
            else:
                self._add_file(path, path.name)
            if self.answered == before:
                key = "folder-empty" if is_folder else "archive-empty"
                raise UserFault(key, path=str(path))
        except UserFault as fault:
            self._skip(str(path), fault)
        except (OSError, ValueError) as fault:
            told = UserFault("source-unreadable", path=str(path), reason=str(fault))
            self._skip(str(path), told)

    def _add_folder(self, folder: Path) -> None:
        for file in _files_below(folder):
            self.counted += 1
            if self.counted > COUNT_LIMIT:
                raise UserFault("folder-many", path=str(folder), limit=COUNT_LIMIT)
            shown = f"{folder.name}/{file.relative_to(folder).as_posix()}"
            if _suffix(file.name) in KNOWN_SUFFIXES:
                self._add_file(file, shown)
            else:
                self._skip_format(shown)

    def _add_file(self, path: Path, shown: str) -> None:
        key = os.path.realpath(path)
        if key in self.seen:
            self.answered += 1
            return
        self.seen.add(key)
        if _suffix(path.name) != ".zip":
            self._take(Member(shown, path))
            return
        try:
            self._add_archive(path, Content(str(path), path), shown, ())
        except UserFault as fault:
            self._skip(shown, fault)

    def _add_archive(
        self, path: Path, content: Content, shown: str, inside: tuple[str, ...]
    ) -> None:
        if len(inside) >= DEPTH_LIMIT:
            raise UserFault("archive-deep", path=shown, limit=DEPTH_LIMIT)
        with Archive(content) as archive:
            if kind_of(archive):
                self._take(Member(shown, path, inside))
                return
            self._count(archive, shown)
            before = (self.answered, len(self.skipped))
            for name in sorted(archive.names):
                if not _is_litter(name):
                    self._add_member(path, archive, f"{shown}/{name}", (*inside, name))
            if before == (self.answered, len(self.skipped)):
                raise UserFault("archive-empty", path=shown)

    def _add_member(
        self, path: Path, archive: Archive, shown: str, inside: tuple[str, ...]
    ) -> None:
        suffix = _suffix(shown)
        if ".." in inside[-1].split("/"):
            # Such a name is made to lead out of the folder that the archive is unpacked in.
            self._skip(shown, UserFault("source-unsafe", path=shown))
        elif suffix == ".zip":
            try:
                data = archive.read(inside[-1])
                self._add_archive(path, Content(shown, held=data), shown, inside)
            except UserFault as fault:
                self._skip(shown, fault)
        elif suffix in KNOWN_SUFFIXES:
            self._take(Member(shown, path, inside))
        else:
            self._skip_format(shown)

    def _count(self, archive: Archive, shown: str) -> None:
        """Archives within archives count together."""
        self.counted += len(archive.names)
        self.unpacked += sum(archive.size(name) for name in archive.names)
        if self.counted > COUNT_LIMIT:
            raise UserFault("archive-many", path=shown, limit=COUNT_LIMIT)
        if self.unpacked > TOTAL_LIMIT:
            raise UserFault("archive-large", path=shown, limit=TOTAL_LIMIT // 1024 // MEGABYTE)

    def _take(self, member: Member) -> None:
        self.members.append(member)
        self.answered += 1

    def _skip(self, name: str, fault: UserFault) -> None:
        self.skipped.append(Skipped(name, fault.key, tuple(fault.arguments.items())))
        self.answered += 1

    def _skip_format(self, shown: str) -> None:
        suffix = _suffix(shown)
        if suffix in OTHER_ARCHIVE_SUFFIXES:
            self._skip(shown, UserFault("source-archive", path=shown))
            return
        arguments = (("path", shown), ("format", suffix or "?"))
        self.skipped.append(Skipped(shown, "source-format", arguments, unknown=True))


def _files_below(folder: Path) -> Iterator[Path]:
    """All files below a folder by name; links are not followed, so that none leads elsewhere."""

    def refuse(fault: OSError) -> None:
        raise fault

    for parent, folders, files in os.walk(folder, onerror=refuse):
        pages = {name for name in files if _suffix(name) in (".html", ".htm")}
        folders[:] = sorted(name for name in folders if not _is_companion(name, pages))
        for name in sorted(files):
            path = Path(parent, name)
            if not _is_litter(name) and path.is_file() and not path.is_symlink():
                yield path


def _is_companion(name: str, pages: Iterable[str]) -> bool:
    """The folder of a saved page's pictures and scripts, or a hidden one."""
    stems = {PurePosixPath(page).stem for page in pages}
    return name.startswith(".") or any(
        name.endswith(ending) and name.removesuffix(ending) in stems for ending in _COMPANIONS
    )


def _is_litter(name: str) -> bool:
    parts = name.lower().split("/")
    return any(part.startswith(_LITTER) for part in parts)


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
