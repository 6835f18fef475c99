"""The help of the program and of each command, laid out from the catalogue."""

from __future__ import annotations

from collections.abc import Sequence

import click

from storage.cli.width import columns, pad, wrap
from storage.words import Words

_FIRST_COLUMN = 30
_GAP = 2


def command_help(context: click.Context, words: Words, width: int) -> str:
    """The help of the context's command."""
    command = context.command
    arguments = [one for one in command.params if isinstance(one, click.Argument)]
    options = [one for one in command.params if isinstance(one, click.Option)]
    lines = [_usage(context, arguments, words), ""]
    for paragraph in words.say(f"cli-help-{command.name}").split("\n"):
        lines += wrap(paragraph, width)
    if isinstance(command, click.Group):
        lines += _section(words.say("cli-help-commands"), _commands(command, words), width)
    if arguments:
        lines += _section(words.say("cli-help-arguments"), _arguments(arguments, words), width)
    lines += _section(words.say("cli-help-options"), _options(options, words), width)
    if words.has(f"cli-help-{command.name}.examples"):
        examples = words.say(f"cli-help-{command.name}.examples").split("\n")
        lines += ["", words.say("cli-help-examples")] + [f"  {line}" for line in examples]
    return "\n".join(lines)


def _usage(context: click.Context, arguments: Sequence[click.Argument], words: Words) -> str:
    command = context.command
    pieces = [context.command_path, words.say("cli-metavar-options")]
    if isinstance(command, click.Group):
        pieces += [words.say("cli-metavar-command")]
    pieces += [metavar(argument, words) for argument in arguments]
    pieces += [
        f"{min(option.opts, key=len)} {metavar(option, words)}"
        for option in command.params
        if isinstance(option, click.Option) and option.required
    ]
    return words.say("cli-help-usage", usage=" ".join(pieces))


def metavar(parameter: click.Parameter, words: Words) -> str:
    """What stands for a parameter's value in help and messages."""
    key = f"cli-metavar-{parameter.name}"
    name = words.say(key) if words.has(key) else (parameter.name or "").upper()
    return f"{name}…" if isinstance(parameter, click.Argument) and parameter.nargs < 0 else name


def _section(head: str, rows: Sequence[tuple[str, str]], width: int) -> list[str]:
    """Two columns below a head; a long first cell stands on a line of its own."""
    lines = ["", head]
    room = min(_FIRST_COLUMN, max((columns(first) for first, _ in rows), default=0))
    for first, second in rows:
        cells = wrap(second, width - room - 2 * _GAP)
        if columns(first) > room:
            lines.append(f"  {first}")
            first = ""
        for cell in cells:
            lines.append(f"  {pad(first, room)}{' ' * _GAP}{cell}".rstrip())
            first = ""
    return lines


def _commands(group: click.Group, words: Words) -> list[tuple[str, str]]:
    return [(name, words.say(f"cli-summary-{name}")) for name in group.commands]


def _arguments(arguments: Sequence[click.Argument], words: Words) -> list[tuple[str, str]]:
    return [
        (metavar(argument, words), words.say(f"cli-argument-{argument.name}"))
        for argument in arguments
    ]


def _options(options: Sequence[click.Option], words: Words) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for option in options:
        name = ", ".join(sorted(option.opts, key=len))
        if not option.is_flag:
            name = f"{name} {metavar(option, words)}"
        rows.append((name, words.say(f"cli-option-{option.name}")))
    return rows
