"""Our own faults on the command line: a report in the log folder instead of a traceback."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from storage import __version__
from storage.cli.session import Session
from storage.errors import UserFault


def report_crash(fault: Exception, argv: Sequence[str], session: Session) -> None:
    """Save what is known of the fault and tell where; the report never leaves the machine."""
    text = "\n".join(
        [
            f"antou {__version__}  {datetime.now().astimezone().isoformat(timespec='seconds')}",
            f"Python {sys.version}",
            f"{platform.platform()}  frozen: {getattr(sys, 'frozen', False)}",
            f"argv: {list(argv)!r}",
            "",
            "".join(traceback.format_exception(fault)),
        ]
    )
    file = session.places.log / f"report-{datetime.now():%Y%m%d-%H%M%S-%f}.txt"
    try:
        _save(file, text)
    except OSError:
        # Nowhere to keep it: then it is shown after all, or nobody could ever tell what happened.
        session.complain(UserFault("cli-crash-unsaved", problem=type(fault).__name__))
        session.output.error(text)
        return
    session.complain(UserFault("cli-crash", path=str(file)))


def _save(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", errors="backslashreplace")
