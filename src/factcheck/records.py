"""Small immutable records, made by the hundred thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    import dataclasses

    def record(*, frozen: bool, slots: bool):
        """A dataclass that the type checker keeps from being changed, and that costs no more to make than one that may be.

        ``dataclass(frozen=True)`` sets each field through ``object.__setattr__``, which makes a record of eighteen fields three
        times as slow. Here ``frozen`` binds the type checker only; equality and hash are those of the fields.
        """
        return dataclasses.dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["record"]
