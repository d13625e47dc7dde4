"""Small immutable records: made by the hundred thousand, and by every start of the program declared by the hundred."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import Field, dataclass

    def record(*, frozen=False, slots=False, kw_only=False, eq=True):
        """A dataclass whose methods are written when the first of them is needed, and that costs no more to make if frozen.

        Writing them takes half a millisecond for each class: most of the time in which the program would start, and most
        classes are not needed in most runs. ``dataclass(frozen=True)`` sets each field through ``object.__setattr__``,
        which makes a record of eighteen fields three times as slow. Here ``frozen`` binds the type checker only; equality
        and hash are those of the fields.

        With ``slots``, fields that a class names in ``_rare`` take no place in instances that leave them at their default; such
        a class writes its own ``__init__``, and sets of them only what differs (:func:`keep_rare`).

        >>> from dataclasses import replace
        >>> @record(frozen=True, slots=True)
        ... class Place:
        ...     line: int
        ...     column: int = 1
        >>> replace(Place(3), line=4), {Place(3)} == {Place(3, 1)}
        (Place(line=4, column=1), True)
        """

        def declare(cls):
            compared = ("__eq__", "__hash__") if eq and frozen else ("__eq__",) if eq else ()
            return _Declared(cls, slots, kw_only, ("__init__", "__repr__", *compared)).record

        return declare

    class _Declared:
        """A class that is to be a dataclass: its fields, and the methods that stand in until they are written."""

        def __init__(self, cls, slots, kw_only, methods):
            own = dict(cls.__dict__)
            rare = own.get("_rare", ())
            self.kw_only = kw_only
            self.fields = tuple(own.get("__annotations__", ()))
            self.defaults = {name: own.pop(name) for name in self.fields if name in own}
            new = {name: self._stand_in(name) for name in methods if name not in own}
            new["__dataclass_fields__"] = _Fields(self)
            if "__eq__" in new and "__hash__" not in methods:
                new["__hash__"] = None
            if not kw_only:
                new["__match_args__"] = tuple(
                    dict.fromkeys((*getattr(cls, "__match_args__", ()), *self.fields))
                )
            new |= {name: self.defaults[name] for name in rare}
            self.record = (
                _with_slots(cls, own | new, self.fields, rare) if slots else self._without_slots(cls, new)
            )

        def _without_slots(self, cls, new):
            for name, value in new.items():
                setattr(cls, name, value)
            for name, default in self.defaults.items():
                if isinstance(default, Field):
                    delattr(cls, name)
            return cls

        def _stand_in(self, name):
            def method(instance, *values, **named):
                self.write(name)
                return getattr(self.record, name)(instance, *values, **named)

            return method

        def write(self, *names):
            """Have these methods written, in place of those that stood in, and the fields described."""
            record = self.record
            taken = {"__module__", "__qualname__", "__doc__", "__annotations__", "__post_init__"}
            own = {name: value for name, value in record.__dict__.items() if name in taken} | self.defaults
            own["__doc__"] = record.__doc__ or record.__name__
            compared = "__eq__" in names or "__hash__" in names
            made = dataclass(
                init="__init__" in names,
                repr="__repr__" in names,
                eq=compared,
                unsafe_hash="__hash__" in names,
                kw_only=self.kw_only,
            )(type(record.__name__, record.__bases__, own))
            for name in (*names, "__dataclass_fields__", "__dataclass_params__"):
                setattr(record, name, made.__dict__[name])

    def _with_slots(cls, own, fields, rare):
        for name in ("__dict__", "__weakref__"):
            own.pop(name, None)
        taken = tuple(name for name in fields if name not in rare) + (("__dict__",) if rare else ())
        made = type(cls)(cls.__name__, cls.__bases__, own | {"__slots__": taken})
        made.__qualname__ = cls.__qualname__
        return made

    class _Fields:
        """The description of a record's fields, which ``dataclasses.replace`` and inheriting classes ask for."""

        def __init__(self, declared):
            self.declared = declared

        def __get__(self, instance, owner):
            self.declared.write()
            return self.declared.record.__dataclass_fields__


def keep_rare(record: Any, fields: dict[str, Any]) -> None:
    """Set those rare fields of a record that differ from their defaults."""
    kind = type(record)
    for name, value in fields.items():
        if name not in kind._rare:
            raise TypeError(f"{kind.__name__} has no field {name!r}")
        if value != getattr(kind, name):
            setattr(record, name, value)


__all__ = ["keep_rare", "record"]
