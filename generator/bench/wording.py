"""How good the rules on words are: precision and recall on sentences for which people have said what should be found."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast, get_args

from generator.checks.wording import passages, wording_rules
from generator.checks.wording.matching import Rules
from generator.knowledge.library.library import Library
from generator.knowledge.model import WordingScope
from generator.knowledge.reading.document import Value
from generator.knowledge.reading.yaml_file import parse
from generator.machine.clock import today


@dataclass(frozen=True)
class Labelled:
    """A sentence, its scope, and the codes of the rules that should find something in it, once for each finding."""

    text: str
    scope: WordingScope
    finds: tuple[str, ...]


@dataclass
class WordingMeasured:
    """The findings of the rules compared with those that they should give."""

    sentences: int = 0
    clean: int = 0
    right: int = 0
    false: list[tuple[str, str]] = field(default_factory=list)
    """Rule and sentence of each finding that should not be there."""
    missed: list[tuple[str, str]] = field(default_factory=list)
    """Rule and sentence of each finding that should be there."""

    @property
    def precision(self) -> float:
        """The share of findings that are right."""
        return self.right / max(1, self.right + len(self.false))

    @property
    def recall(self) -> float:
        """The share of faults that are found."""
        return self.right / max(1, self.right + len(self.missed))


def speed(rules: Rules, texts: list[str], rounds: int = 5) -> float:
    """Texts checked per second: the median of several rounds."""
    seconds = []
    for _ in range(rounds):
        begun = time.perf_counter()
        for text in texts:
            rules.matches(text)
        seconds.append(time.perf_counter() - begun)
    return len(texts) / sorted(seconds)[rounds // 2]


def labelled(path: Path) -> list[Labelled]:
    """The sentences of a labelled set. Raises ValueError where the file is not one."""
    document, problems = parse(path.read_bytes(), path.name)
    entries = document.at("sentences")
    if problems or not isinstance(entries, list):
        raise ValueError(f"{path.name} has no list of `sentences`, each with `text`, `scope` and `finds`.")
    return [_labelled(entry, number) for number, entry in enumerate(entries, 1)]


def _labelled(entry: Value, number: int) -> Labelled:
    known = entry if isinstance(entry, dict) else {}
    text, scope, finds = (known.get(field) for field in ("text", "scope", "finds"))
    if not isinstance(text, str) or scope not in get_args(WordingScope) or not isinstance(finds, list):
        scopes = ", ".join(get_args(WordingScope))
        raise ValueError(f"Sentence {number} needs `text`, a `scope` (one of: {scopes}) and `finds`, a list of codes.")
    return Labelled(text, cast(WordingScope, scope), tuple(map(str, finds)))


def measure_wording(rules: Rules, sentences: list[Labelled]) -> WordingMeasured:
    """Compare the rules with labelled sentences, for posts that serve adults. Words that are only counted are left out."""
    result = WordingMeasured(len(sentences), sum(not sentence.finds for sentence in sentences))
    for sentence in sentences:
        matches = rules.matches(sentence.text, sentence.scope)
        found = Counter(m.rule.code for m in matches if not m.rule.serves or "adults" in m.rule.serves)
        wanted = Counter(sentence.finds)
        result.right += (found & wanted).total()
        result.false += [(code, sentence.text) for code in (found - wanted).elements()]
        result.missed += [(code, sentence.text) for code in (wanted - found).elements()]
    return result


UNSEEN_SET = "unseen.yaml"
"""The file beside a labelled set that no rule is tuned to: only its totals are reported."""


@dataclass(frozen=True)
class Figures:
    """How good the rules are on a labelled set and on the unseen part beside it, and how fast on everything that is published."""

    measured: WordingMeasured
    unseen: WordingMeasured | None
    texts: int
    each_second: float

    def plain(self) -> dict[str, object]:
        """All figures as JSON values."""
        unseen = _totals(self.unseen) if self.unseen else None
        return {**_totals(self.measured), "unseen": unseen, "texts": self.texts, "texts_a_second": round(self.each_second)}


def _totals(found: WordingMeasured) -> dict[str, object]:
    return {"sentences": found.sentences, "clean": found.clean, "precision": found.precision, "recall": found.recall}


def figures(library: Library, labelled_set: Path) -> Figures:
    """Compare the rules of a library with a labelled set, and time them on its texts. Raises ValueError where it is no such set."""
    rules = wording_rules(library, today())
    texts = [passage.text for passage in passages(library)]
    beside = labelled_set.with_name(UNSEEN_SET)
    unseen = measure_wording(rules, labelled(beside)) if beside.is_file() else None
    return Figures(measure_wording(rules, labelled(labelled_set)), unseen, len(texts), speed(rules, texts))
