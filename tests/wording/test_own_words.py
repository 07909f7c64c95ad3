"""The packs say what the sample documents say in words of their own: no sentence is taken over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.knowledge.model import Category, Section
from generator.knowledge.model.timelines import Timeline
from tests.ours import LIBRARY

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
FEWEST, MOST = 7, 0.75
"""So many words in a row, and so much of a sentence, may be in a sample: terms and their order are no one’s own."""
LONGEST = 8
"""And so many words in a row, however long the sentence is."""


def words_in(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def sentences() -> Iterator[tuple[str, str]]:
    """Every statement, criterion and clause, and every event of the timeline, with the record that it is in."""

    def within(sections: list[Section]) -> Iterator[str]:
        for section in sections:
            yield from (statement.text for statement in section.statements)
            yield from within(section.sections)

    for role in LIBRARY.roles.values():
        yield from ((role.id, text) for text in within(role.sections))
    for specification in LIBRARY.specifications.values():
        categories: list[Category] = specification.categories
        yield from ((specification.id, criterion.text) for category in categories for criterion in category.criteria)
    yield from ((clause.id, clause.text) for clause in LIBRARY.clauses.values())
    for timeline in LIBRARY.all(Timeline).values():
        yield from ((timeline.id, event.text) for era in timeline.eras for event in era.events)


def same_run(words: list[str], sample: str) -> int:
    """The most words in a row that stand in the sample."""
    longest = 0
    for start in range(len(words)):
        while start + longest < len(words) and f" {' '.join(words[start : start + longest + 1])} " in sample:
            longest += 1
    return longest


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the sample documents are not beside this project")
def test_no_sentence_of_a_sample_is_taken_over() -> None:
    sample = f" {' '.join(words_in(' '.join(path.read_text(encoding='utf-8', errors='ignore') for path in sorted(SEEDS.glob('*.txt')))))} "
    taken = []
    for record, text in sentences():
        for sentence in re.split(r"(?<=[.:;]) ", text):
            words = words_in(sentence)
            run = same_run(words, sample)
            if run > LONGEST or (run >= FEWEST and run > MOST * len(words)):
                taken.append((record, run, sentence))
    assert not taken
