"""Review an existing document: what is outdated, unfair, unclear or unfinished in it, and what seems to be missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from generator.checks.review import faults, figures
from generator.checks.review.either_way import read_either_way
from generator.checks.review.parts import parts_of
from generator.checks.review.remarks import GROUPS, Remark, RemarkGroup
from generator.checks.review.requirements import REQUIREMENT_STANDINGS, RequirementHint, hints
from generator.checks.review.words import places_filled, sentences_short, words_of_document_right
from generator.checks.wording import wording_rules
from generator.checks.wording.matching import Rules
from generator.checks.wording.measures import gendered
from generator.checks.wording.reading import reading_grade
from generator.knowledge.library.library import Library
from generator.knowledge.model import Role, WordingMeasure
from generator.knowledge.source_documents import SourceDocument
from generator.knowledge.source_documents.items import items_of
from generator.problems import Place, Problem, rule

MOST_REMARKS = 1_000
"""Maximum remarks of one kind that are listed."""

__all__ = ["GROUPS", "REQUIREMENT_STANDINGS", "RemarkGroup", "RequirementHint", "Remark", "Review", "review_document"]


@dataclass(frozen=True)
class Review:
    """The result of a review of one document."""

    manuscript: SourceDocument
    remarks: tuple[Remark, ...]
    """In the order of the document."""
    role: Role | None
    hints: tuple[RequirementHint, ...]
    """For the requirements of the role, if one was chosen."""
    words: int
    grade: float | None
    """The Flesch-Kincaid grade of the whole document. The reading age is about five years more."""
    masculine: Counter[str]
    feminine: Counter[str]
    limits: tuple[str, ...] = ()
    """What was not read, compared or listed because of limits, one sentence each."""

    def of(self, group: RemarkGroup) -> list[Remark]:
        """The remarks of one group."""
        return [remark for remark in self.remarks if remark.group == group]

    @property
    def problems(self) -> list[Problem]:
        """The remarks as problems of a report, preceded by the limits."""
        cut = [rule("document-cut").at(Place(self.manuscript.name), says=says) for says in self.limits]
        return [*cut, *(remark.problem(self.manuscript.name) for remark in self.remarks)]


def review_document(manuscript: SourceDocument, library: Library, today: date, role: Role | None = None) -> Review:
    """Review a document. With a role, also look for the requirements of its contract."""
    rules = wording_rules(library, today)
    manuscript = read_either_way(manuscript, rules)
    limits = [*manuscript.unread]
    unsorted = [
        *_most(words_of_document_right(manuscript, rules, library), "words to look at", limits),
        *_most(places_filled(manuscript, rules, library), "places to fill in", limits),
        *_most(_limits(manuscript, rules), "long sentences", limits),
        *_most(_form(manuscript, rules, library, limits), "faults of form", limits),
    ]
    order = {id(block): index for index, block in enumerate(manuscript.blocks)}
    remarks = sorted(unsorted, key=lambda remark: (order[id(remark.block)], remark.start, -remark.end, remark.rule))
    texts = [item.text for block in manuscript.blocks for item in items_of(block)]
    masculine, feminine = gendered(rules, iter(texts))
    return Review(
        manuscript=manuscript,
        remarks=tuple(remarks),
        role=role,
        hints=tuple(hints(manuscript, role, library)) if role else (),
        words=sum(len(text.split()) for text in texts),
        grade=reading_grade(texts),
        masculine=masculine,
        feminine=feminine,
        limits=tuple(limits),
    )


def _most(remarks: Iterator[Remark], what: str, limits: list[str]) -> list[Remark]:
    """The first remarks of one kind. If there are more, `limits` gets a sentence about it."""
    listed = list(islice(remarks, MOST_REMARKS + 1))
    if len(listed) > MOST_REMARKS:
        limits.append(f"There are more than {MOST_REMARKS:,} {what}. Only the first {MOST_REMARKS:,} are listed.")
    return listed[:MOST_REMARKS]


def _measures(rules: Rules, kind: str) -> Iterator[WordingMeasure]:
    return (measure for file in rules.files for measure in file.measures if measure.kind == kind)


def _limits(manuscript: SourceDocument, rules: Rules) -> Iterator[Remark]:
    for measure in _measures(rules, "sentence-words"):
        yield from sentences_short(manuscript, measure)


def _form(manuscript: SourceDocument, rules: Rules, library: Library, limits: list[str]) -> Iterator[Remark]:
    blocks = manuscript.blocks
    compared = faults.MOST_COMPARED
    for look in (faults.fields_filled, faults.links_alive, faults.markup_gone, faults.sentences_whole, figures.posts_agree):
        yield from look(blocks)
    for part in parts_of(manuscript):
        for measure in _measures(rules, "near-duplicate"):
            yield from faults.nothing_twice(part, measure.limit, compared)
        if sum(len(items_of(block)) for block in part.blocks) > compared:
            limits.append(f"After the first {compared:,} statements, none were compared with each other.")
        yield from faults.filed_right(part)
        yield from figures.acts_agree(part)
        yield from figures.fits_the_form(part, library)
