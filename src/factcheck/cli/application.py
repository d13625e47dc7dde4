"""The command line: one command per file under ``commands``, each listed here once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Annotated

import typer

from factcheck import __version__
from factcheck.cli.options import LanguageOption
from factcheck.cli.speech import either

COMMANDS = (
    "run",
    "diff",
    "baseline",
    "draft",
    "init",
    "scan",
    "solve",
    "what-if",
    "coverage",
    "conflicts",
    "suggest",
    "explain",
    "rules",
    "schema",
)
"""Every command in the order of ``--help``: the module and the function in it bear its name, with ``_`` for ``-``."""


def command_of(name: str) -> Callable[..., None]:
    """The function of a command; importing it is what makes a command cost anything at start."""
    python_name = name.replace("-", "_")
    function: Callable[..., None] = getattr(
        import_module(f"factcheck.cli.commands.{python_name}"), python_name
    )
    return function


def needed(arguments: Sequence[str]) -> Sequence[str]:
    """The commands worth importing: the one that is called, or all of them for help, completion and a misspelt name.

    >>> needed(["explain", "FC201"]), len(needed(["--help"])) == len(COMMANDS)
    (['explain'], True)
    """
    return [arguments[0]] if arguments and arguments[0] in COMMANDS else COMMANDS


def build(arguments: Sequence[str]) -> typer.Typer:
    """The application with the commands that these arguments can need."""
    application = typer.Typer(
        name="factcheck",
        help=either(
            "证明文章里的数字能不能同时成立。",
            "Prove whether the numbers of an article can all be true at once.",
        ),
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    application.callback()(program)
    for name in needed(arguments):
        application.command(name)(command_of(name))
    return application


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


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
    lang: LanguageOption = None,
) -> None:
    """Options of the program itself; the language is read before the options are, so that their help can speak it."""


def run_application() -> None:
    """Run the command that the process was called with."""
    build(sys.argv[1:])()
