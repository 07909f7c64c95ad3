"""Limits for whole texts: sentence length, reading age, balance of gendered words, and near-duplicate statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz import fuzz, process, utils

from generator.checks.wording.finding import Finding
from generator.checks.wording.matching import Rules
from generator.checks.wording.passages import Passage
from generator.checks.wording.reading import reading_grade
from generator.knowledge.model import WordingMeasure
from generator.knowledge.text.sentences import Sentence, sentences

ALIKE_WORDS = 8
"""Minimum words of statements that are compared. Shorter ones can be alike by chance."""


@dataclass(frozen=True)
class LimitedTexts:
    """The texts of one record that a limit applies to."""

    rules: Rules
    measure: WordingMeasure
    texts: list[Passage]

    def over(self, code: str, passage: Passage, says: str, sentence: Sentence | None = None) -> Finding:
        """The finding for a text, or one sentence of it, that exceeds the limit."""
        start, end = (sentence.start, sentence.end) if sentence else (0, len(passage.text))
        place, span = passage.spot(start, end)
        return Finding(
            code=code,
            rule=self.measure.code,
            severity=self.measure.severity,
            quote=sentence.text if sentence else "",
            says=f"{says} {self.measure.why}",
            instead=self.measure.instead,
            record=passage.record,
            steps=passage.steps,
            place=place,
            span=span,
            at=(start, end),
        )


def limits_kept(rules: Rules, texts: list[Passage]) -> Iterator[Finding]:
    """A finding for each text that exceeds a limit."""
    by_record = [list(group) for _, group in groupby(texts, key=lambda passage: id(passage.record))]
    for file in rules.files:
        for measure in file.measures:
            for group in by_record:
                within = [p for p in group if not measure.scope or p.scope in measure.scope]
                yield from MEASURES[measure.kind](LimitedTexts(rules, measure, within))


def _long_sentences(measured: LimitedTexts) -> Iterator[Finding]:
    for passage in measured.texts:
        for sentence in long_sentences(passage.text, measured.measure.limit):
            says = f"This sentence has {len(sentence.words)} words. The maximum is {measured.measure.limit}."
            yield measured.over("wording-sentence-long", passage, says, sentence)


def long_sentences(text: str, limit: int) -> list[Sentence]:
    """The sentences of a text that have more words than `limit`."""
    if text.count(" ") < limit // 2:
        return []  # a quick test, as most texts are short; half is a margin for words separated by a slash or a bracket
    return [sentence for sentence in sentences(text) if len(sentence.words) > limit]


def _hard_reading(measured: LimitedTexts) -> Iterator[Finding]:
    grade = reading_grade([passage.text for passage in measured.texts])
    if grade is not None and grade > measured.measure.limit:
        says = f"These texts need a reading age of about {grade + 5:.0f}. The target is {measured.measure.limit + 5}."
        yield measured.over("wording-hard-to-read", measured.texts[0], says)


def _unbalanced(measured: LimitedTexts) -> Iterator[Finding]:
    masculine, feminine = gendered(measured.rules, (passage.text for passage in measured.texts))
    if masculine.total() - feminine.total() > measured.measure.limit:
        examples = ", ".join(word for word, _ in masculine.most_common(8))
        says = f"These texts have {masculine.total()} words coded masculine ({examples}) and {feminine.total()} coded feminine."
        yield measured.over("wording-unbalanced", measured.texts[0], says)


def gendered(rules: Rules, texts: Iterator[str]) -> tuple[Counter[str], Counter[str]]:
    """Counts of words coded masculine and of words coded feminine, by the two rules of the family `gender`."""
    counts: dict[str, Counter[str]] = {"masculine-coded": Counter(), "feminine-coded": Counter()}
    for match in (match for text in texts for match in rules.matches(text, counted=True)):
        counts[match.rule.code][match.quote.lower()] += 1
    return counts["masculine-coded"], counts["feminine-coded"]


def _alike(measured: LimitedTexts) -> Iterator[Finding]:
    statements = [passage for passage in measured.texts if passage.steps[-1] == "text"]
    for first, second, percent in near_duplicates([passage.text for passage in statements], measured.measure.limit):
        place, _ = statements[first].spot(0, len(statements[first].text))
        yield measured.over("wording-duplicate", statements[second], f"This is {percent:.0f}% the same as the statement at {place}.")


def near_duplicates(texts: list[str], limit: int) -> Iterator[tuple[int, int, float]]:
    """Indexes of pairs of texts with a similarity of at least `limit` percent, and the similarity. Short texts are skipped."""
    plain = [utils.default_process(text) for text in texts]
    for second, text in enumerate(plain):
        if sum(word.isalpha() for word in text.split()) < ALIKE_WORDS:
            continue
        best = process.extract(text, plain[:second], scorer=fuzz.ratio, score_cutoff=limit, limit=1)
        for _, percent, first in best:
            yield first, second, percent


MEASURES: dict[str, Callable[[LimitedTexts], Iterator[Finding]]] = {
    "sentence-words": _long_sentences,
    "reading-grade": _hard_reading,
    "gender-balance": _unbalanced,
    "near-duplicate": _alike,
}
