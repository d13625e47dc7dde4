"""The command line."""


def main() -> None:
    """Run the command line; an interrupt at any moment is exit code 130, a reader that went away is no error."""
    import gc
    import sys

    gc.disable()  # the process ends with the command: looking for garbage costs up to a third of a large run
    try:
        if sys.argv[1:2] == ["--version"]:
            _print_version()
        else:
            from factcheck.cli.application import run_application

            run_application()
    except KeyboardInterrupt:
        sys.exit(130)


def _print_version() -> None:
    from factcheck import __version__

    print(f"factcheck {__version__}")
