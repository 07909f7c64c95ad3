"""Words that are right today: law in force, current terms, fair and plain language. The rules are data, in `data/wording/`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.wording.accepting import needless, with_acceptances
from generator.checks.wording.finding import Finding
from generator.checks.wording.leftovers import nothing_left_over
from generator.checks.wording.matching import Match, Rules
from generator.checks.wording.measures import limits_kept
from generator.checks.wording.passages import Passage, passages, passages_of
from generator.checks.wording.words import words_right
from generator.knowledge.library.library import Library
from generator.knowledge.model import Wording
from generator.problems import Problem, rule

__all__ = ["Finding", "Match", "Passage", "Rules", "findings", "passages", "passages_of", "wording_rules", "rules_sound", "wording_right"]


def wording_rules(library: Library) -> Rules:
    """The rules of a library, ready to use."""
    return Rules(library.all(Wording).values())


def findings(library: Library) -> list[Finding]:
    """Everything that is to be said about the words of a library, what was accepted among it."""
    rules = wording_rules(library)
    if not rules.files:
        return []
    texts = list(passages(library))
    found = [*words_right(library, rules, texts), *limits_kept(library, rules, texts), *nothing_left_over(library, texts)]
    return with_acceptances(found)


def wording_right(library: Library) -> Iterator[Problem]:
    """No text of ours is outdated, unfair, hard to read, or left over from elsewhere, unless it was accepted with a reason."""
    found = findings(library)
    for finding in found:
        if not finding.accepted:
            yield finding.problem
    yield from needless(library, found)


def rules_sound(library: Library) -> Iterator[Problem]:
    """Each rule on words has a code of its own, something to look for, and what `--fix` needs where it is called safe."""
    seen: dict[str, str] = {}
    for file in library.all(Wording).values():
        coded = [*(("rules", i, r.code) for i, r in enumerate(file.rules)), *(("measures", i, m.code) for i, m in enumerate(file.measures))]
        for key, i, code in coded:
            place = library.place(file, key, i, "code")
            if code in seen:
                yield rule("wording-rule-twice").at(place, rule=code, first=seen[code])
            seen.setdefault(code, str(place))
        for i, entry in enumerate(file.rules):
            place = library.place(file, "rules", i, "code")
            if not (entry.words or entry.capitals or entry.swaps):
                yield rule("wording-rule-empty").at(place, rule=entry.code)
            if entry.safe and not entry.swaps:
                yield rule("wording-rule-not-safe").at(place, rule=entry.code)
