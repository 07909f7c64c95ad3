"""Every text of ours that is published, with its place and its scope: the texts that rules on words hold for.

Which these are is declared in the models (`generator/knowledge/model/scopes.py`), and so is the reason where a text is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.knowledge.library.library import Library
from generator.knowledge.library.scoped import marked_texts, scopes
from generator.knowledge.model import Identified, WordingScope
from generator.knowledge.reading.document import Steps


@dataclass(frozen=True)
class Passage:
    """One text of a record."""

    record: Identified
    steps: Steps
    text: str
    scope: WordingScope


def passages(library: Library) -> Iterator[Passage]:
    """Every text that readers meet, record by record."""
    for records in library.records.values():
        for record in records.values():
            yield from passages_of(record)


def passages_of(record: Identified) -> Iterator[Passage]:
    """Every text of one record that readers meet."""
    found: Iterator[tuple[Steps, str, WordingScope]] = marked_texts(record, scopes)
    for steps, text, scope in found:
        yield Passage(record, steps, text, scope)
