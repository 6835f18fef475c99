"""The facade's side for the proof view: the source beside the text."""

from __future__ import annotations

from storage.db import proofreading
from storage.db.store import Store
from storage.types.proofreading import ProofSource


class ProofreadingOfLibrary:
    """What the facade answers about the sources that notices came from."""

    _store: Store

    def proof_source(self, notice: str) -> ProofSource:
        """The lines of the source that a notice came from, and what became of each.

        Raises UserFault: notice-missing, kept-source-missing, library-damaged.
        """
        return proofreading.proof_source(self._store, notice)

    def source_file(self, source_id: int) -> bytes | None:
        """The bytes of a kept source; None where they were too many to keep, or it is gone."""
        return proofreading.source_file(self._store, source_id)
