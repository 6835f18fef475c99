"""The facade's side for versions: the same document from several sources."""

from __future__ import annotations

from storage.db import version_marks, versions
from storage.db.store import Store
from storage.types import MovedMarks, Version


class VersionsOfLibrary:
    """What the facade answers about notices that are one document."""

    _store: Store

    def families(self) -> list[list[str]]:
        """The uuids of the versions of each document that has several, the main one first."""
        return versions.families(self._store)

    def versions(self, uuid: str) -> list[Version]:
        """All versions of a notice's document, the main one first; [] where it is the only one."""
        return versions.versions(self._store, uuid)

    def link_versions(self, one: str, other: str) -> None:
        """Say that two notices are one document.

        Raises UserFault: notice-missing, version-itself, versions-apart.
        """
        versions.link(self._store, one, other)

    def unlink_version(self, uuid: str) -> None:
        """Take a notice from its other versions; it is never linked to them again by itself.

        Raises UserFault: notice-missing, version-alone.
        """
        versions.unlink(self._store, uuid)

    def keep_apart(self, one: str, other: str) -> None:
        """Say that two notices are two documents, so that nothing links them or asks again."""
        versions.keep_apart(self._store, one, other)

    def choose_main_version(self, uuid: str) -> None:
        """Let a notice stand for all its versions. Raises UserFault as `unlink_version` does."""
        versions.choose_main(self._store, uuid)

    def move_marks_to_main(self, uuid: str) -> MovedMarks:
        """Move the marks of a version to the main one; `take_back` of the edit undoes it.

        Raises UserFault: notice-missing, version-alone, version-is-main.
        """
        return version_marks.move_marks(self._store, uuid)
