"""A short text that changes whenever anything in a value does, so that what is made from equal values need not be made again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from types import FunctionType

from pydantic import BaseModel

PLAIN = (str, int, float, bool, type(None), date)
"""Values that their own notation tells whole. Markup is a str, and is told apart by its type."""


class NotTold(Exception):  # not an error: what is made from such a value is simply made again
    """A value that has more to it than can be told."""


class Fingerprints:
    """Tells values. Records and views are told once, however many pages show them; they are kept, so that no id is used twice."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._told: dict[int, tuple[object, str]] = {}
        self._whole: dict[type, tuple[str, ...] | None] = {}

    def of(self, value: object) -> str:
        """The fingerprint of a value: plain, a list, a mapping, a record, a dataclass, or a function of ours. Raises NotTold for others."""
        kind = type(value)
        if kind is str:  # most are
            return f"str{value!r}"
        if kind in self._whole:
            kept = self._told.get(id(value))
            return kept[1] if kept else self._tell(value)
        if isinstance(value, PLAIN):
            return f"{kind.__name__}{value!r}"
        if isinstance(value, list | tuple):
            return f"[{','.join(map(self.of, value))}]"
        if isinstance(value, Mapping):
            return f"{{{','.join([f'{self.of(key)}:{self.of(item)}' for key, item in value.items()])}}}"
        if isinstance(value, set | frozenset):
            return f"<{','.join(sorted(map(self.of, value)))}>"
        if isinstance(value, FunctionType) and value.__module__.startswith("generator.") and value.__closure__ is None:
            return f"{value.__module__}.{value.__qualname__}"  # the digest of our code, which every key holds, tells the rest
        if isinstance(value, BaseModel) or (is_dataclass(value) and not isinstance(value, type)):
            self._whole[kind] = None if isinstance(value, BaseModel) else tuple(field.name for field in fields(value))
            return self._tell(value)
        raise NotTold(kind.__name__)

    def _tell(self, value: object) -> str:
        """The fingerprint of a record or a dataclass, of which each may be told many times."""
        kind, names = type(value), self._whole[type(value)]
        if isinstance(value, BaseModel):
            whole = value.model_dump_json()
        else:
            whole = ",".join([f"{name}={self.of(getattr(value, name))}" for name in names or ()])
        told = hashlib.sha256(f"{kind.__module__}.{kind.__qualname__} {whole}".encode()).hexdigest()
        self._told[id(value)] = value, told
        return told
