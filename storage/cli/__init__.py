"""The command line: `run` takes the words after `antou` and gives the exit status."""

from __future__ import annotations

from collections.abc import Sequence

from storage.cli.output import Output
from storage.cli.session import FAULT, FINE, Session
from storage.errors import Cancelled, UserFault
from storage.types import Places
from storage.words import LANGUAGES, Words

__all__ = ["run"]

_CRASHED = 3
_INTERRUPTED = 130  # what shells give for Ctrl+C


def run(argv: Sequence[str], words: Words, places: Places) -> int:
    """Do what the arguments (without the program's name) say; the exit status.

    0 fine, 1 nothing done or not found, 2 a fault, told in one line on standard error, 3 a fault
    of our own, its report saved.
    """
    session = Session(_chosen_words(argv, words, places), places, Output(), places.library)
    try:
        status = _invoke(argv, session)
        session.output.flush()
        return status
    except BrokenPipeError:
        return FINE
    except UserFault as fault:
        session.complain(fault)
        return FAULT
    except (KeyboardInterrupt, Cancelled):
        session.complain(UserFault("cli-interrupted"))
        return _INTERRUPTED
    except Exception as fault:  # noqa: BLE001 - whatever it is, no traceback for the user
        return _crashed(fault, argv, session)


def _crashed(fault: Exception, argv: Sequence[str], session: Session) -> int:
    from storage.cli.crash import report_crash

    report_crash(fault, argv, session)
    return _CRASHED


def _invoke(argv: Sequence[str], session: Session) -> int:
    import click

    from storage.cli.commands import build_program
    from storage.cli.usage import usage_fault

    program = build_program()
    try:
        with program.make_context("antou", list(argv), obj=session) as context:
            return program.invoke(context) or FINE
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.Abort as end:
        raise KeyboardInterrupt from end
    except click.UsageError as fault:
        raise usage_fault(fault, session.words) from fault


def _chosen_words(argv: Sequence[str], words: Words, places: Places) -> Words:
    """The words of `--language`, which help and messages need before anything is read."""
    for place, argument in enumerate(argv):
        if argument == "--":
            break
        name, _, value = argument.partition("=")
        if name != "--language":
            continue
        if "=" not in argument:
            value = argv[place + 1] if place + 1 < len(argv) else ""
        if value in LANGUAGES and value != words.language:
            return Words(places.messages, value)
    return words
