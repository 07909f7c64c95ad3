"""Limits for whole texts: long sentences, reading age, the balance of gendered words, and statements that say the same."""

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
"""Statements of fewer words are alike by chance."""


@dataclass(frozen=True)
class LimitedTexts:
    """The texts of one record that a limit holds for."""

    rules: Rules
    measure: WordingMeasure
    texts: list[Passage]

    def over(self, code: str, passage: Passage, says: str, sentence: Sentence | None = None) -> Finding:
        """The finding for a text, or a sentence of it, that is over the limit."""
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
    """Each text that is over a limit."""
    by_record = [list(group) for _, group in groupby(texts, key=lambda passage: id(passage.record))]
    for file in rules.files:
        for measure in file.measures:
            for group in by_record:
                within = [p for p in group if not measure.scope or p.scope in measure.scope]
                yield from MEASURES[measure.kind](LimitedTexts(rules, measure, within))


def _long_sentences(measured: LimitedTexts) -> Iterator[Finding]:
    for passage in measured.texts:
        for sentence in long_sentences(passage.text, measured.measure.limit):
            said = f"This sentence has {len(sentence.words)} words. The most is {measured.measure.limit}."
            yield measured.over("wording-sentence-long", passage, said, sentence)


def long_sentences(text: str, limit: int) -> list[Sentence]:
    """The sentences of a text that have more words than a limit."""
    if text.count(" ") < limit // 2:
        return []  # most texts are short, and there may be thousands: a word may follow a slash or a bracket, so half is left as a margin
    return [sentence for sentence in sentences(text) if len(sentence.words) > limit]


def _hard_reading(measured: LimitedTexts) -> Iterator[Finding]:
    grade = reading_grade([passage.text for passage in measured.texts])
    if grade is not None and grade > measured.measure.limit:
        said = f"These texts need a reading age of about {grade + 5:.0f}. The target is {measured.measure.limit + 5}."
        yield measured.over("wording-hard-to-read", measured.texts[0], said)


def _unbalanced(measured: LimitedTexts) -> Iterator[Finding]:
    masculine, feminine = gendered(measured.rules, (passage.text for passage in measured.texts))
    if masculine.total() - feminine.total() > measured.measure.limit:
        told = ", ".join(word for word, _ in masculine.most_common(8))
        said = f"These texts have {masculine.total()} words coded masculine ({told}) and {feminine.total()} coded feminine."
        yield measured.over("wording-unbalanced", measured.texts[0], said)


def gendered(rules: Rules, texts: Iterator[str]) -> tuple[Counter[str], Counter[str]]:
    """The words coded masculine and those coded feminine, counted. Their rules are the two of the family `gender`."""
    counts: dict[str, Counter[str]] = {"masculine-coded": Counter(), "feminine-coded": Counter()}
    for match in (match for text in texts for match in rules.matches(text, counted=True)):
        counts[match.rule.code][match.quote.lower()] += 1
    return counts["masculine-coded"], counts["feminine-coded"]


def _alike(measured: LimitedTexts) -> Iterator[Finding]:
    said = [passage for passage in measured.texts if passage.steps[-1] == "text"]
    for first, second, percent in near_duplicates([passage.text for passage in said], measured.measure.limit):
        place, _ = said[first].spot(0, len(said[first].text))
        yield measured.over("wording-duplicate", said[second], f"This says {percent:.0f}% the same as the statement at {place}.")


def near_duplicates(texts: list[str], limit: int) -> Iterator[tuple[int, int, float]]:
    """Pairs of texts that are alike by at least `limit` percent, with how much. Short ones are passed over."""
    plain = [utils.default_process(text) for text in texts]
    for second, text in enumerate(plain):
        if sum(word.isalpha() for word in text.split()) < ALIKE_WORDS:
            continue
        found = process.extract(text, plain[:second], scorer=fuzz.ratio, score_cutoff=limit, limit=1)
        for _, percent, first in found:
            yield first, second, percent


MEASURES: dict[str, Callable[[LimitedTexts], Iterator[Finding]]] = {
    "sentence-words": _long_sentences,
    "reading-grade": _hard_reading,
    "gender-balance": _unbalanced,
    "near-duplicate": _alike,
}
