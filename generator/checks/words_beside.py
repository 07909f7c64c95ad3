"""Check words in a child process: of what was not checked before, and of what had problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from generator.checks import wording
from generator.checks.clean_services import CleanServices
from generator.checks.memory import Memory, files_of
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service, Wording
from generator.knowledge.reading.pages import WrittenPage
from generator.machine.child_process import in_child_process
from generator.problems import Problem

_Found = tuple[list[Problem], list[Problem], list[Problem]]
"""What is wrong with the words of services, of all other records, and of pages."""


@contextmanager
def words_beside(
    library: Library, today: date, pages: Sequence[WrittenPage], memory: Memory | None
) -> Iterator[Callable[[], list[Problem]]]:
    """Start checking the words of a library and of hand-written pages. Yields a function that waits for the problems."""
    if memory is None:
        with in_child_process(lambda: _all_words(library, today, pages)) as found:
            yield found
        return
    asked = _Asked.of(library, today, pages, memory)
    if asked.answered:
        yield asked.known
        return
    with in_child_process(lambda: asked.missing(library, today, pages)) as missing:
        yield lambda: asked.kept(memory, missing())


def _all_words(library: Library, today: date, pages: Sequence[WrittenPage]) -> list[Problem]:
    return [*wording.wording_right(library, today), *wording.page_words_right(library, pages, today)]


def _digest(page: WrittenPage) -> bytes:
    """A digest of all that a page’s problems come from."""
    parts = (page.path, page.kind, page.source.file, *page.source.lines, page.body)
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()


@dataclass(frozen=True)
class _Asked:
    """What the memory knows. A service is checked alone: no rule on words compares it with another record."""

    keys: tuple[bytes, bytes]
    """For other records, and for pages."""
    services: CleanServices
    records: list[Problem] | None
    pages: list[Problem] | None

    @classmethod
    def of(cls, library: Library, today: date, pages: Sequence[WrittenPage], memory: Memory) -> _Asked:
        """Look up everything."""
        day, rules = today.isoformat().encode(), list(files_of(library, Wording))
        services, records, written = (
            memory.key("words of services", [day, *rules]),
            memory.key("words of other records", [day, *files_of(library, but=(Service,))]),
            memory.key("words of pages", [day, *rules, *map(_digest, pages)]),
        )
        clean = CleanServices.of(library, memory, services)
        return cls((records, written), clean, memory.found(records), memory.found(written))

    @property
    def answered(self) -> bool:
        """Whether nothing has to be checked."""
        return not self.services.to_check and self.records is not None and self.pages is not None

    def known(self) -> list[Problem]:
        """What was found before, where nothing has to be checked."""
        return [*(self.records or []), *(self.pages or [])]

    def missing(self, library: Library, today: date, pages: Sequence[WrittenPage]) -> _Found:
        """Check what is not known. What is known comes as it is."""
        left = self.services.left_out_of(library)
        alone = replace(left, records={Wording: left.all(Wording), Service: left.services})
        others = replace(library, records={model: all_ for model, all_ in library.records.items() if model is not Service})
        return (
            self.services.own(wording.wording_right(alone, today)) if self.services.to_check else [],
            list(wording.wording_right(others, today)) if self.records is None else self.records,
            list(wording.page_words_right(library, pages, today)) if self.pages is None else self.pages,
        )

    def kept(self, memory: Memory, found: _Found) -> list[Problem]:
        """All that was found, now and before. What is new is stored."""
        services, records, pages = found
        self.services.keep(memory, services)
        for key, before, now in ((self.keys[0], self.records, records), (self.keys[1], self.pages, pages)):
            if before is None:
                memory.keep(key, now)
        return [*services, *records, *pages]
