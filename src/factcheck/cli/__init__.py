"""The command line."""


def main() -> None:
    """Run the command line."""
    from factcheck.cli.application import application

    application()
