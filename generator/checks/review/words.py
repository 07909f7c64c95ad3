"""Apply the wording rules to a reviewed document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.checks.review.remarks import GROUP_OF, Remark
from generator.checks.review.unfilled import unfilled
from generator.checks.wording.finding import FAMILY_CODES
from generator.checks.wording.matching import CompiledPhrase, Match, Rules
from generator.checks.wording.measures import long_sentences
from generator.knowledge.library.library import Library
from generator.knowledge.model import WordingMeasure
from generator.knowledge.source_documents import Block, SourceDocument
from generator.knowledge.source_documents.items import bare, items_of

_TRUST = re.compile(r"\bNHS\s+(?:Foundation\s+)?Trust\b", re.IGNORECASE)

WORD_PATTERNS = {"trust": _TRUST}
"""For the same look in the browser."""


def words_of_document_right(manuscript: SourceDocument, rules: Rules, library: Library) -> Iterator[Remark]:
    """A remark for each match of a rule.

    Rules that depend on whom a role serves are not applied, since that is unknown. A document of an NHS trust may say `trust`.
    """
    trust = bool(_TRUST.search(manuscript.text))
    for block in manuscript.blocks:
        matches = [m for m in rules.matches(bare(block.text)) if not m.rule.serves and not (trust and "trust" in m.rule.right_for)]
        for match in _outside_places(block, matches):
            yield _of_match(library, block, match)


UNFILLED = "still-to-fill"
"""The rule on words that wait to be filled in. A review also looks at the form of such places."""


def places_filled(manuscript: SourceDocument, rules: Rules, library: Library) -> Iterator[Remark]:
    """A remark for each place that waits to be filled in."""
    found = next(((file, rule) for file in rules.files for rule in file.rules if rule.code == UNFILLED), None)
    if found is None:
        return
    file, rule = found
    look = CompiledPhrase(rule, file, "", exact=True, put="")
    for block in manuscript.blocks:
        for start, end in unfilled(block):
            yield _of_match(library, block, Match(look, start, end, block.text[start:end]))


def _outside_places(block: Block, matches: Sequence[Match]) -> Iterator[Match]:
    """The matches without those in a place that waits to be filled in, which has one remark as a whole."""
    places = unfilled(block) if any(match.rule.code == UNFILLED for match in matches) else []
    for match in matches:
        if match.rule.code != UNFILLED or not any(start < match.end and match.start < end for start, end in places):
            yield match


def _of_match(library: Library, block: Block, match: Match) -> Remark:
    matched = match.rule
    return Remark(
        code=FAMILY_CODES[match.look.family],
        rule=matched.code,
        group=GROUP_OF[match.look.family],
        severity=matched.severity,
        title=matched.title,
        why=matched.why,
        instead=matched.instead,
        block=block,
        start=match.start,
        end=match.end,
        since=matched.since or "",
        sources=tuple(library.sources[reference.partition("#")[0]].short for reference in matched.source),
    )


def sentences_short(manuscript: SourceDocument, measure: WordingMeasure) -> Iterator[Remark]:
    """A remark for each sentence or list item with more words than the limit."""
    for block in manuscript.blocks:
        for item in items_of(block):
            for sentence in long_sentences(item.text, measure.limit):
                yield Remark(
                    code="wording-sentence-long",
                    rule=measure.code,
                    group="unclear",
                    severity="information",
                    title=measure.title,
                    why=measure.why,
                    instead=measure.instead,
                    block=block,
                    start=item.start + sentence.start,
                    end=item.start + sentence.end,
                    note=f"{len(sentence.words)} words.",
                )
