"""The report of a review of a document: as a self-contained HTML page, and as text for the terminal."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment

from generator.checks.review import GROUPS, REQUIREMENT_STANDINGS, Remark, RemarkGroup, Review
from generator.checks.review.remarks import NONE_FOUND, READING_AGE_ASKED, SEVERITIES
from generator.documents.templating.environment import render
from generator.knowledge.text.formatting import counted, join_words, lower_first

NAMED_IN_TEXT = 6
"""The most places of one rule that the terminal lists."""


@dataclass(frozen=True)
class RuleRemark:
    """One rule, and every place where the document breaks it."""

    title: str
    severity: str
    why: str
    instead: str
    since: str
    sources: tuple[str, ...]
    places: tuple[Remark, ...]


@dataclass(frozen=True)
class Chapter:
    """One group of remarks."""

    id: RemarkGroup
    heading: str
    told: tuple[RuleRemark, ...]

    @property
    def count(self) -> int:
        """The number of places."""
        return sum(len(told.places) for told in self.told)


def remarks_by_group(review: Review) -> list[Chapter]:
    """The groups that have remarks, each by rule: the worst first, then in the order of the document."""
    found = []
    for group, heading in GROUPS.items():
        by_rule: dict[str, list[Remark]] = {}
        for remark in review.of(group):
            by_rule.setdefault(remark.rule, []).append(remark)
        told = [_rule_remark(remarks) for remarks in by_rule.values()]
        told.sort(key=lambda one: list(SEVERITIES).index(one.severity))
        if told:
            found.append(Chapter(group, heading, tuple(told)))
    return sorted(found, key=lambda chapter: list(SEVERITIES).index(chapter.told[0].severity))


def _rule_remark(remarks: list[Remark]) -> RuleRemark:
    first = remarks[0]
    return RuleRemark(first.title, first.severity, first.why, first.instead, first.since, first.sources, tuple(remarks))


def review_page(made: Environment, review: Review, today: date) -> str:
    """The report as one HTML file that loads no other file."""
    parts = remarks_by_group(review)
    return render(
        made, "review/review.html.j2", review=review, chapters=parts,
        summary=findings_summary(review), severities=SEVERITIES, standings=REQUIREMENT_STANDINGS,
        today=today, read=what_was_read(review), reading_age=reading_age(review),
        reading_age_asked=READING_AGE_ASKED,
    )  # fmt: skip


def reading_age(review: Review) -> int | None:
    """The reading age of the whole document; None if it has too few words."""
    return None if review.grade is None else round(review.grade + 5)


def what_was_read(review: Review) -> str:
    """What was read of the document: its pages or paragraphs, and its words. The review begins with it."""
    document = review.manuscript
    pages = f"{document.read_pages:,} of {counted(document.pages, 'page')}"
    parts = pages if document.pages else counted(len(document.blocks), "paragraph")
    return f"Read: {document.kind}, {parts}, {counted(review.words, 'word')}."


def findings_summary(review: Review) -> str:
    """The number of findings, and of each severity, in one sentence."""
    if not review.remarks:
        return "Nothing was found in what was read." if review.limits else NONE_FOUND
    counts = Counter[str](remark.severity for remark in review.remarks)
    each = [f"{counts[code]:,} {lower_first(words)}" for code, words in SEVERITIES.items() if counts[code]]
    return f"{counted(len(review.remarks), 'place')} to look at: {join_words(each)}."


def review_text(review: Review) -> str:
    """The report for a terminal."""
    return (
        "\n".join([*_head(review), *(line for chapter in remarks_by_group(review) for line in _chapter(chapter)), *_requirements(review)])
        + "\n"
    )


def _head(review: Review) -> Iterator[str]:
    yield f"Review of {review.manuscript.title}"
    yield what_was_read(review)
    yield from review.limits
    yield findings_summary(review)
    if reading_age(review) is not None:
        yield f"Reading age: about {reading_age(review)}. {READING_AGE_ASKED}"
    yield f"Words coded masculine: {review.masculine.total()}. Words coded feminine: {review.feminine.total()}."


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"\n{chapter.heading} ({chapter.count})"
    for told in chapter.told:
        yield f"\n  {SEVERITIES[told.severity]}: {told.title}"
        said = " ".join(filter(None, [told.why, f"Since: {told.since}." if told.since else "", told.instead]))
        yield from textwrap.wrap(said, 100, initial_indent="    ", subsequent_indent="    ")
        for remark in told.places[:NAMED_IN_TEXT]:
            yield f"    {remark.label}: {_short(remark.quote)}" + (f" {remark.note}" if remark.note else "")
        more = len(told.places) - NAMED_IN_TEXT
        if more > 0:
            yield f"    and {counted(more, 'more place')}"


def _short(quote: str) -> str:
    """A quote on one line, shortened in the middle if it is long."""
    flat = " ".join(quote.split())
    return f"‘{flat}’" if len(flat) <= 70 else f"‘{flat[:40]} … {flat[-20:]}’"


def _requirements(review: Review) -> Iterator[str]:
    if not review.role:
        return
    yield f"\nRequirements of {review.role.title}, band {review.role.band}. Words are a hint to look, not proof."
    for hint in review.hints:
        found = f" ‘{hint.words}’, {hint.label}." if hint.words else ""
        missing = f" Not found: {join_words(list(hint.missing))}." if hint.missing else ""
        yield f"  {REQUIREMENT_STANDINGS[hint.standing]}: {hint.requirement.title}.{found}{missing}"
        if hint.standing == "seems-missing":
            yield f"    {hint.requirement.if_missing}"
