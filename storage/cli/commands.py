"""The commands, their arguments and options. What a command does stands in a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from storage.cli.parameters import Count, OneOf, common_options, flag, show_version
from storage.cli.session import Session
from storage.errors import UserFault
from storage.types import MARK_STYLES, SORTS

_SEARCHES_ACTIONS = ("list", "run", "export", "import")
_SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx", ".doc", ".pdf", ".ofd", ".zip")


class Program(click.Group):
    """`antou` itself: it knows what a slip of the keyboard may have meant."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command of the first word; UserFault where there is none."""
        if args[0] not in self.commands and not args[0].startswith("-"):
            raise _unknown_command(args[0], list(self.commands))
        return super().resolve_command(ctx, args)


def _unknown_command(given: str, known: Sequence[str]) -> UserFault:
    import difflib
    from pathlib import Path

    try:
        is_file = Path(given).exists()
    except (OSError, ValueError):  # no name that a file could have
        is_file = False
    if is_file or given.lower().endswith(_SUFFIXES):
        return UserFault("cli-file-without-command", path=given)
    if given.lower() in ("help", "version"):
        return UserFault("cli-command-misspelt", given=given, meant=f"--{given.lower()}")
    close = difflib.get_close_matches(given.lower(), known, n=1)
    if close:
        return UserFault("cli-command-misspelt", given=given, meant=close[0])
    return UserFault("cli-command-unknown", given=given)


def build_program() -> Program:
    """The command line as click knows it; the session is the context's object."""
    program = Program(
        "antou",
        params=[*common_options(), flag("--version", callback=show_version)],
        add_help_option=False,
        no_args_is_help=False,
        invoke_without_command=True,
        callback=_help_without_command,
    )
    for command in (
        _command("import", _import, [_argument("files", nargs=-1), flag("--confirm-classified")]),
        _command("merge", _merge, [_argument("new"), _argument("old")]),
        _command("versions", _versions, _versions_parameters()),
        _command("list", _list, [flag("--json")]),
        _command("show", _show, [_argument("notice", nargs=-1), flag("--json")]),
        _command(
            "search",
            _search,
            [
                _argument("query", nargs=-1),
                flag("--json"),
                click.Option(["--limit"], type=Count(), default=50),
                click.Option(["--sort"], type=OneOf(SORTS), default="relevance"),
                flag("--facets"),
            ],
        ),
        _command("mark", _mark, _mark_parameters()),
        _command("export", _export, _export_parameters()),
        _command("parse", _parse, [_argument("file")]),
        _command("recognise", _recognise, _recognise_parameters()),
        _command("corrections", _corrections, _corrections_parameters()),
        _command("searches", _searches, _searches_parameters()),
    ):
        program.add_command(command)
    return program


def _command(
    name: str, action: Callable[..., int], parameters: list[click.Parameter]
) -> click.Command:
    def run_it(**values: Any) -> int:
        context = click.get_current_context()
        if context.args:
            raise UserFault("cli-too-many", words=" ".join(context.args), command=name)
        session = context.find_object(Session)
        assert session is not None, "the program's context holds the session"
        return action(session, **values)

    return click.Command(
        name,
        callback=run_it,
        params=[*parameters, *common_options()],
        add_help_option=False,
        # Words too many are told in the user's language, not in click's.
        context_settings={"allow_extra_args": True},
    )


def _argument(name: str, nargs: int = 1) -> click.Argument:
    return click.Argument([name], nargs=nargs, required=True)


def _versions_parameters() -> list[click.Parameter]:
    return [
        click.Argument(["action"], required=False, default="list"),
        click.Argument(["notices"], nargs=-1, required=False),
        flag("--json"),
    ]


def _mark_parameters() -> list[click.Parameter]:
    return [
        _argument("notice"),
        _argument("quote"),
        click.Option(["--style"], type=OneOf(MARK_STYLES), default="yellow"),
        click.Option(["--note"], default=""),
        click.Option(["--occurrence"], type=Count()),
    ]


def _export_parameters() -> list[click.Parameter]:
    return [
        click.Option(["--format", "format"], type=OneOf(("docx", "md"))),
        click.Option(["--notice"]),
        click.Option(["--issue"], type=Count()),
        click.Option(["--search"]),
        flag("--marked-only"),
        click.Option(["--heading"], default=""),
        click.Option(["--output", "-o"], required=True),
    ]


def _recognise_parameters() -> list[click.Parameter]:
    return [
        flag("--again"),
        click.Option(["--notice", "reread_notice"]),
        click.Option(["--issue", "reread_issue"], type=Count()),
        flag("--all"),
        flag("--preview"),
        flag("--sources"),
        click.Option(["--source"], type=Count()),
    ]


def _searches_parameters() -> list[click.Parameter]:
    return [
        click.Argument(["searches_action"], type=OneOf(_SEARCHES_ACTIONS), required=True),
        click.Argument(["searches_values"], nargs=-1),
        flag("--json"),
        click.Option(["--limit"], type=Count(), default=50),
        flag("--replace"),
        flag("--preview", "searches_preview"),
    ]


def _corrections_parameters() -> list[click.Parameter]:
    return [
        click.Argument(["corrections_action"], required=False, default="list"),
        click.Argument(["correction"], nargs=-1, required=False),
        click.Option(["--notice", "corrected_notice"]),
        click.Option(["--issue", "corrected_issue"], type=Count()),
        flag("--json"),
    ]


def _help_without_command() -> None:
    context = click.get_current_context()
    session = context.find_object(Session)
    if context.invoked_subcommand is None and session:
        from storage.cli.help import command_help

        session.output.line(command_help(context, session.words, session.output.width))


# Each command's work is loaded when it is asked for: `antou --version` needs none of it.


def _import(session: Session, files: Sequence[str], confirm_classified: bool) -> int:
    from storage.cli.import_command import import_files

    return import_files(session, files, confirmed=confirm_classified)


def _merge(session: Session, new: str, old: str) -> int:
    from storage.cli.merge_command import merge_notices

    return merge_notices(session, new, old)


def _versions(session: Session, action: str, notices: Sequence[str], json: bool) -> int:
    from storage.cli.versions_command import ACTIONS, versions

    if action not in ACTIONS:
        choices = " / ".join(ACTIONS)
        raise UserFault("cli-choice-bad", option="versions", value=action, choices=choices)
    return versions(session, action, notices, as_json=json)


def _corrections(
    session: Session,
    corrections_action: str,
    correction: Sequence[str],
    corrected_notice: str | None,
    corrected_issue: int | None,
    json: bool,
) -> int:
    from storage.cli.corrections_command import ACTIONS, corrections

    if corrections_action not in ACTIONS:
        choices = " / ".join(ACTIONS)
        raise UserFault(
            "cli-choice-bad", option="corrections", value=corrections_action, choices=choices
        )
    return corrections(
        session, corrections_action, correction, corrected_notice, corrected_issue, as_json=json
    )


def _list(session: Session, json: bool) -> int:
    from storage.cli.list_command import list_library

    return list_library(session, as_json=json)


def _show(session: Session, notice: Sequence[str], json: bool) -> int:
    from storage.cli.show_command import show_notice

    return show_notice(session, " ".join(notice), as_json=json)


def _search(
    session: Session, query: Sequence[str], json: bool, limit: int, sort: str, facets: bool
) -> int:
    from storage.cli.search_command import search_library
    from storage.types import Query

    asked = Query(" ".join(query), sort=sort)
    return search_library(session, asked, limit, as_json=json, with_facets=facets)


def _mark(
    session: Session, notice: str, quote: str, style: str, note: str, occurrence: int | None
) -> int:
    from storage.cli.mark_command import mark_quote

    return mark_quote(session, notice, quote, style, note, occurrence)


def _export(session: Session, **values: Any) -> int:
    from storage.cli.export_command import ExportWish, export_passages

    return export_passages(session, ExportWish(**values))


def _parse(session: Session, file: str) -> int:
    from storage.cli.parse_command import print_parsed

    return print_parsed(session, file)


def _recognise(session: Session, **values: Any) -> int:
    from storage.cli.recognise_command import RecogniseWish, recognise

    return recognise(session, RecogniseWish(**values))


def _searches(session: Session, **values: Any) -> int:
    from storage.cli.searches_command import SearchesWish, searches

    wanted = {name.removeprefix("searches_"): value for name, value in values.items()}
    return searches(session, SearchesWish(**wanted))
