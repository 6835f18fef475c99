"""Options that all commands share, and values checked with messages of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from storage.cli.session import Session
from storage.errors import UserFault
from storage.words import LANGUAGES

_LONGEST_NUMBER = 9


class OneOf(click.ParamType[str]):
    """A word out of a few."""

    name = "word"

    def __init__(self, choices: Sequence[str]) -> None:
        self.choices = tuple(choices)

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """The word as it is; UserFault where it is none of them."""
        if value not in self.choices:
            choices = " / ".join(self.choices)
            raise UserFault(
                "cli-choice-bad", option=_name(param), value=str(value), choices=choices
            )
        return str(value)


class Count(click.ParamType[int]):
    """A whole number from 1 on."""

    name = "number"

    def convert(self, value: Any, param: Any, ctx: Any) -> int:
        """The number; UserFault where it is none, or below 1."""
        text = str(value)
        if not text.isdecimal() or len(text) > _LONGEST_NUMBER or int(text) == 0:
            raise UserFault("cli-number-bad", option=_name(param), value=text)
        return int(text)


def _name(parameter: Any) -> str:
    return max(parameter.opts, key=len) if isinstance(parameter, click.Parameter) else ""


def common_options() -> list[click.Parameter]:
    """--library, --language and --help, before or after the command's name."""
    return [
        click.Option(["--library"], expose_value=False, callback=_choose_library),
        # The words are chosen before anything is read; here it only has to be a known language.
        click.Option(["--language"], type=OneOf(LANGUAGES), expose_value=False),
        flag("--help", "-h", callback=_show_help),
    ]


def flag(*names: str, callback: Any = None) -> click.Option:
    """An option without a value; one with a callback acts at once and ends the run."""
    return click.Option(
        list(names),
        is_flag=True,
        callback=callback,
        is_eager=bool(callback),
        expose_value=not callback,
    )


def _choose_library(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    if value is None:
        return
    if not value:
        raise UserFault("cli-value-empty", option="--library")
    context.find_object(Session).library = Path(value)  # pyright: ignore[reportOptionalMemberAccess]


def _show_help(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    session = context.find_object(Session)
    if value and session:
        from storage.cli.help import command_help

        session.output.line(command_help(context, session.words, session.output.width))
        context.exit()


def show_version(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    """Print the program's version and end."""
    session = context.find_object(Session)
    if value and session:
        from storage import __version__

        session.say("cli-version", version=__version__)
        context.exit()
