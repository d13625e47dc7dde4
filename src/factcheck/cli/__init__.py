"""The command line."""


def main() -> None:
    """Run the command line; an interrupt at any moment is exit code 130, a reader that went away is no error."""
    import gc
    import sys

    gc.disable()  # the process ends with the command: looking for garbage costs up to a third of a large run
    try:
        _answer(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)


def _answer(arguments: list[str]) -> None:
    """What costs little to answer, without the parser of options; all else with it."""
    if arguments[:1] == ["--version"]:
        _print_version()
        return
    from factcheck.cli.plain import is_plain, run_plain

    if is_plain(arguments):
        raise SystemExit(run_plain(arguments))
    from factcheck.cli.application import run_application

    run_application()


def _print_version() -> None:
    from factcheck import __version__

    print(f"factcheck {__version__}")
