"""The command line: one command per file, each listed here once."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck import __version__
from factcheck.cli.commands.coverage import coverage
from factcheck.cli.commands.explain import explain
from factcheck.cli.commands.rules import rules
from factcheck.cli.commands.run import run
from factcheck.cli.commands.schema import schema
from factcheck.cli.commands.solve import solve
from factcheck.cli.commands.suggest import suggest
from factcheck.cli.commands.what_if import what_if
from factcheck.cli.speech import either

COMMANDS = (run, solve, what_if, coverage, suggest, explain, rules, schema)
"""Every command in the order of ``--help``. Its name is the function's, with ``-`` for ``_``."""

application = typer.Typer(
    name="factcheck",
    help=either(
        "证明文章里的数字能不能同时成立。", "Prove whether the numbers of an article can all be true at once."
    ),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in COMMANDS:
    application.command(command.__name__.replace("_", "-"))(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


@application.callback()
def program(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_print_version,
            is_eager=True,
            help=either("显示版本。", "Show the version."),
        ),
    ] = False,
) -> None:
    """Options of the program itself."""
