"""What click finds wrong with the arguments, as faults of the catalogue."""

from __future__ import annotations

import difflib

import click

from storage.cli.help import metavar
from storage.errors import UserFault
from storage.words import Words


def usage_fault(fault: click.UsageError, words: Words) -> UserFault:
    """The fault in our words, naming the command whose help is worth reading."""
    command = fault.ctx.command_path if fault.ctx else "antou"
    if isinstance(fault, click.NoSuchOption):
        return _unknown_option(fault, command)
    if isinstance(fault, click.MissingParameter) and fault.param:
        if isinstance(fault.param, click.Option):
            return UserFault(
                "cli-option-missing", option=" / ".join(fault.param.opts), command=command
            )
        name = metavar(fault.param, words)
        return UserFault("cli-argument-missing", argument=name, command=command)
    if isinstance(fault, click.BadOptionUsage):
        return UserFault("cli-option-value", option=fault.option_name, command=command)
    return UserFault("cli-usage", problem=fault.format_message(), command=command)


def _unknown_option(fault: click.NoSuchOption, command: str) -> UserFault:
    given = fault.option_name
    known = (
        [name for parameter in fault.ctx.command.params for name in parameter.opts]
        if fault.ctx
        else []
    )
    close = difflib.get_close_matches(given, known, n=1)
    if close:
        return UserFault("cli-option-misspelt", option=given, meant=close[0], command=command)
    return UserFault("cli-option-unknown", option=given, command=command)
