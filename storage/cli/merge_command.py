"""`antou merge`: two stored notices are one document; the marks move and one of them goes."""

from __future__ import annotations

from storage.cli.describe import notice_line
from storage.cli.session import FINE, NOTHING, Session


def merge_notices(session: Session, new: str, old: str) -> int:
    """Keep the first notice, with all marks, and remove the second."""
    with session.open_library() as library:
        keep = session.one_notice(library, new)
        gone = session.one_notice(library, old) if keep else None
        if keep is None or gone is None:
            return NOTHING
        report = library.merge_notices(keep.uuid, gone.uuid)
        session.bring_index_up_to_date(library)
    session.say("cli-merged", kept=notice_line(report.kept, session.words), count=report.moved)
    if report.unplaced:
        session.say("cli-import-unplaced", count=len(report.unplaced))
        for mark in report.unplaced:
            session.say("cli-import-unplaced-mark", quote=mark.quote, citation=mark.citation)
    return FINE
