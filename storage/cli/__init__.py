"""The command line: `run` takes the words after `antou` and gives the exit status."""

from __future__ import annotations

import errno
from collections.abc import Sequence

from storage.cli.output import Output
from storage.cli.session import FAULT, FINE, Session
from storage.errors import Cancelled, UserFault
from storage.types import Places
from storage.words import LANGUAGES, Words

__all__ = ["run"]

_INTERRUPTED = 130  # what shells give for Ctrl+C


def run(argv: Sequence[str], words: Words, places: Places) -> int:
    """Do what the arguments (without the program's name) say; the exit status.

    0 fine, 1 nothing done or not found, 2 a fault, told in one line on standard error.
    """
    session = Session(_chosen_words(argv, words, places), places, Output(), places.library)
    try:
        status = _invoke(argv, session)
        session.output.flush()
    except BrokenPipeError:
        session.output.give_up()
        return FINE
    except UserFault as fault:
        session.complain(fault)
        return FAULT
    except (KeyboardInterrupt, Cancelled):
        session.complain(UserFault("cli-interrupted"))
        return _INTERRUPTED
    except OSError as fault:
        if fault.errno not in (errno.ENOSPC, errno.EINVAL, errno.EIO):
            raise
        session.output.give_up()
        session.complain(UserFault("cli-output-failed", reason=fault.strerror or ""))
        return FAULT
    return status


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
