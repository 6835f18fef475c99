"""The entry point: no arguments open the window, a command is the command line's.

It stays light: the worker process imports it again, and `antou --version` answers at once.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from desktop import paths
from storage.errors import UserFault
from storage.types import Places
from storage.words import Words

FAILED = 1  # exit status where the program itself failed
NO_WINDOW = 2  # exit status where no window can be shown


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """What the window is opened with."""

    library: Path | None = None
    sample: bool = False


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # a worker process of the bundle goes no further
    given = list(sys.argv[1:] if arguments is None else arguments)
    places = paths.places()
    words = Words(places.messages, paths.language(places))
    options = window_options(given)
    if options is not None:
        return open_window(options, places, words)
    from storage import cli

    return cli.run(given, words, places)


def window_options(arguments: Sequence[str]) -> WindowOptions | None:
    """The window's options, None where the arguments are the command line's.

    A library file alone opens the window on it, as a file manager does.
    """
    library: Path | None = None
    sample = False
    left = list(arguments)
    while left:
        argument = left.pop(0)
        if argument == "--sample":
            sample = True
        elif argument == "--library" and left:
            library = Path(left.pop(0))
        elif argument.startswith("--library="):
            library = Path(argument.removeprefix("--library="))
        elif argument.endswith(".antoudb") and not argument.startswith("-"):
            library = Path(argument)
        else:
            return None
    return WindowOptions(library, sample)


def open_window(options: WindowOptions, places: Places, words: Words) -> int:
    """Open the window, or say in one message why none can be shown."""
    from desktop import display

    try:
        display.look()
        app = _import_app()
        return app.run(places, words, library=options.library, sample=options.sample)
    except UserFault as fault:
        message, advice = words.fault(fault.key, **fault.arguments)
    except Exception:  # noqa: BLE001 - the window is not there to say it: a report, not a traceback
        path = _save_report(places)
        message, advice = words.fault("start-failed", path=path)
        sys.stderr.write(f"{message}\n{advice}\n")
        return FAILED
    sys.stderr.write(f"{message}\n{advice}\n" if advice else f"{message}\n")
    return NO_WINDOW


def _import_app() -> ModuleType:
    """The window's program; a system library that Qt misses is the world's fault."""
    from desktop import display

    try:
        from desktop import app
    except ImportError as fault:
        if fault.name and not fault.name.startswith("PySide6"):
            raise
        library = display.library_named_in(str(fault))
        raise UserFault("system-library-missing", library=library) from fault
    return app


def _save_report(places: Places) -> str:
    """Write the traceback into the log folder; where, or the traceback where it cannot be."""
    import traceback

    report = places.log / "start-failed.txt"
    try:
        places.log.mkdir(parents=True, exist_ok=True)
        report.write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        return traceback.format_exc()
    return str(report)


if __name__ == "__main__":
    sys.exit(main())
