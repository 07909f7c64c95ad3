"""Remember the services in which checks found nothing, where a check looks at each service alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from generator.checks.memory import DIGEST, Memory
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service
from generator.problems import Problem


@dataclass(frozen=True)
class CleanServices:
    """Which services of a library need no check, because nothing was found in exactly their file.

    `key` has everything else that the checks read.
    """

    key: bytes
    before: frozenset[bytes]
    """The digests of files in which nothing was found."""
    digests: dict[str, bytes]
    """The digest of each service’s file, by id."""
    to_check: dict[str, str]
    """The file of each service that has to be checked, by id."""

    @classmethod
    def of(cls, library: Library, memory: Memory, key: bytes) -> CleanServices:
        """Look up the services of a library."""
        before = memory.clean(key)
        digests = {name: library.documents[Service, name].digest()[:DIGEST] for name in library.services}
        to_check = {name: library.documents[Service, name].file for name, digest in digests.items() if digest not in before}
        return cls(key, before, digests, to_check)

    def left_out_of(self, library: Library) -> Library:
        """The library without the clean services."""
        services = {name: service for name, service in library.services.items() if name in self.to_check}
        kept = {at: document for at, document in library.documents.items() if at[0] is not Service or at[1] in self.to_check}
        return replace(library, records={**library.records, Service: services}, documents=kept)

    def own(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems that are in services’ files."""
        files = set(self.to_check.values())
        return [problem for problem in problems if problem.place.file in files]

    def keep(self, memory: Memory, problems: Collection[Problem]) -> None:
        """Store which services are clean, now that the others were checked and these problems found."""
        wrong = {problem.place.file for problem in problems}
        clean = {digest for name, digest in self.digests.items() if self.to_check.get(name) not in wrong}
        if clean != self.before:
            memory.keep_clean(self.key, clean)
