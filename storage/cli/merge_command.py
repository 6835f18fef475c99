"""`antou merge`: two stored notices are one document; the marks move and one of them goes."""

from __future__ import annotations

from storage.cli.describe import notice_line
from storage.cli.doubtful_marks import print_doubtful_marks
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
    print_doubtful_marks(session, report)
    return FINE
