"""Remember what checks found, so that they need not run again on the same records."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from generator.knowledge.library.library import Library
from generator.knowledge.model import Identified
from generator.machine.digests import digest_of_parts
from generator.problems import Problem
from generator.problems.stored import problems_as_bytes, problems_in


class Store(Protocol):
    """Keeps bytes by key, such as a cache on disk. What it returns is whole, and was stored under this key."""

    def get(self, key: bytes) -> bytes | None:
        """The content stored under a key; None if there is none."""

    def put(self, key: bytes, content: bytes) -> None:
        """Store content under a key."""


DIGEST = 16
"""The bytes of a record's digest in a list of records in which nothing was found."""


@dataclass(frozen=True)
class Memory:
    """What earlier runs of the checks left. `program` is a digest of all that decides what checks find, except the data and the day."""

    store: Store
    program: bytes

    def key(self, name: str, read: Iterable[bytes]) -> bytes:
        """The key of a check that reads what is in `read`."""
        return digest_of_parts((self.program, name.encode(), *read))

    def found(self, key: bytes) -> list[Problem] | None:
        """What a check found earlier; None if it has to run."""
        kept = self.store.get(key)
        return None if kept is None else problems_in(kept)

    def keep(self, key: bytes, problems: Iterable[Problem]) -> None:
        """Store what a check found."""
        self.store.put(key, problems_as_bytes(problems))

    def remembered(self, name: str, read: Iterable[bytes], check: Callable[[], Iterable[Problem]]) -> list[Problem]:
        """What a check finds that reads nothing but what is in `read`. It runs only if it did not run on exactly that before."""
        key = self.key(name, read)
        found = self.found(key)
        if found is None:
            found = list(check())
            self.keep(key, found)
        return found

    def clean(self, key: bytes) -> frozenset[bytes]:
        """The digests of the records in which a check found nothing."""
        kept = self.store.get(key) or b""
        return frozenset(kept[at : at + DIGEST] for at in range(0, len(kept), DIGEST))

    def keep_clean(self, key: bytes, digests: Iterable[bytes]) -> None:
        """Store the digests of the records in which a check found nothing."""
        self.store.put(key, b"".join(sorted(digests)))


def files_of(library: Library, *kinds: type[Identified], but: Collection[type[Identified]] = ()) -> Iterator[bytes]:
    """What a digest needs to know of a library: the kind, name and digest of each file. Of some kinds, or of all but some."""
    for (model, name), document in library.documents.items():
        if model in kinds if kinds else model not in but:
            yield f"{model.__name__} {name}".encode() + b"\0" + document.digest()
    yield repr(sorted((model.__name__, name) for model, name in library.broken)).encode()
