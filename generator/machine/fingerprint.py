"""Fingerprints of values: equal for equal values, so that output made from a value can be cached by its fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from types import FunctionType

from pydantic import BaseModel

PLAIN = (str, int, float, bool, type(None), date)
"""Types whose `repr` is a complete description. Markup is a subclass of str; the type's name in the fingerprint distinguishes it."""


class NoFingerprint(Exception):  # not an error: output made from such a value is simply not cached
    """A value of a type that has no fingerprint."""


class Fingerprints:
    """Computes fingerprints. Those of records and views are cached by `id()`, since many pages use them.

    The values are kept alive with their fingerprints, so that no id is reused.
    """

    def __init__(self) -> None:
        """Start with an empty cache."""
        self._cached: dict[int, tuple[object, str]] = {}
        self._field_names: dict[type, tuple[str, ...] | None] = {}

    def of(self, value: object) -> str:
        """The fingerprint of a plain value, list, mapping, set, record, dataclass, or function of ours.

        Raises NoFingerprint for other types.
        """
        kind = type(value)
        if kind is str:  # the most common case
            return f"str{value!r}"
        if kind in self._field_names:
            cached = self._cached.get(id(value))
            return cached[1] if cached else self._digest(value)
        if isinstance(value, PLAIN):
            return f"{kind.__name__}{value!r}"
        if isinstance(value, list | tuple):
            return f"[{','.join(map(self.of, value))}]"
        if isinstance(value, Mapping):
            return f"{{{','.join([f'{self.of(key)}:{self.of(item)}' for key, item in value.items()])}}}"
        if isinstance(value, set | frozenset):
            return f"<{','.join(sorted(map(self.of, value)))}>"
        if isinstance(value, FunctionType) and value.__module__.startswith("generator.") and value.__closure__ is None:
            return f"{value.__module__}.{value.__qualname__}"  # its body is covered by the digest of our code in every cache key
        if isinstance(value, BaseModel) or (is_dataclass(value) and not isinstance(value, type)):
            self._field_names[kind] = None if isinstance(value, BaseModel) else tuple(field.name for field in fields(value))
            return self._digest(value)
        raise NoFingerprint(kind.__name__)

    def _digest(self, value: object) -> str:
        """The fingerprint of a record or a dataclass, which is cached."""
        kind, names = type(value), self._field_names[type(value)]
        if isinstance(value, BaseModel):
            content = value.model_dump_json()
        else:
            content = ",".join([f"{name}={self.of(getattr(value, name))}" for name in names or ()])
        digest = hashlib.sha256(f"{kind.__module__}.{kind.__qualname__} {content}".encode()).hexdigest()
        self._cached[id(value)] = value, digest
        return digest
