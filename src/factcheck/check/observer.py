"""Progress, for whoever wants to show it."""

from __future__ import annotations

from typing import Protocol


class Observer(Protocol):
    """Told of the progress of a run; what it does with it is its own affair."""

    def reading(self, files: int) -> None:
        """So many files are about to be read."""

    def judging(self, checks: int) -> None:
        """So many checks are about to be judged."""

    def judged(self, checks: int) -> None:
        """So many more checks were judged."""

    def checked(self, files: int) -> None:
        """So many more of the files were read and judged."""

    def done(self) -> None:
        """The run is over."""


class Silent:
    """An observer that shows nothing."""

    def reading(self, files: int) -> None:
        """Nothing."""

    def judging(self, checks: int) -> None:
        """Nothing."""

    def judged(self, checks: int) -> None:
        """Nothing."""

    def checked(self, files: int) -> None:
        """Nothing."""

    def done(self) -> None:
        """Nothing."""
