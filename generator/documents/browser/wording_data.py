"""The wording rules as plain data, for programs that do not know our phrase syntax, such as a script in the browser."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.knowledge.library.library import Library
from generator.knowledge.model import Phrase, Wording, WordingMeasure, WordingRule
from generator.knowledge.text.phrases import source


def wording_data(library: Library, today: date) -> dict[str, Any]:
    """Every wording rule that applies on a day, and every limit, with regular expressions in JavaScript's syntax.

    A rule applies where one of `find` matches, unless one of `not` overlaps the match or one of `unless` is in the same
    sentence. `put` is the replacement. `scope` and `serves` are empty if a rule always applies. `counted` rules are never
    reported one by one: their matches are counted for the measure `gender-balance`.
    """
    files = [file.at(today) for file in library.all(Wording).values()]
    return {
        "rules": [_rule(library, file, rule) for file in files for rule in file.rules],
        "measures": [_measure(measure) for file in files for measure in file.measures],
    }


def _rule(library: Library, file: Wording, rule: WordingRule) -> dict[str, Any]:
    find = [_pattern(phrase) for phrase in rule.words] + [_pattern(phrase, exact=True) for phrase in rule.capitals]
    return {
        "code": rule.code,
        "family": file.family,
        "title": rule.title,
        "counted": file.family == "gender",
        "severity": rule.severity,
        "scope": rule.scope,
        "serves": rule.serves,
        "rightFor": rule.right_for,
        "find": [*find, *({**_pattern(swap.words), "put": swap.put} for swap in rule.swaps)],
        "not": [*map(_pattern, rule.but_not), *(_pattern(phrase, exact=True) for phrase in rule.but_not_capitals)],
        "unless": [_pattern(phrase) for phrase in (*file.unless, *rule.unless)],
        "why": rule.why,
        "instead": rule.instead,
        "since": rule.since or "",
        "safe": rule.safe,
        "sources": [library.sources[reference.partition("#")[0]].short for reference in rule.source],
    }


def _pattern(phrase: Phrase, *, exact: bool = False) -> dict[str, str]:
    return {"source": source(phrase), "flags": "g" if exact else "gi"}


def _measure(measure: WordingMeasure) -> dict[str, Any]:
    names = ("code", "title", "kind", "limit", "scope", "severity", "why", "instead")
    return {name: getattr(measure, name) for name in names}
