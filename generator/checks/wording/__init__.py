"""Check wording: law in force, current terms, fair and plain language. The rules are data, in `data/wording/`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.checks.wording.accepting import needless, with_acceptances
from generator.checks.wording.finding import Finding
from generator.checks.wording.leftovers import nothing_left_over
from generator.checks.wording.matching import Match, Rules
from generator.checks.wording.measures import limits_kept
from generator.checks.wording.passages import Passage, page_passages, passages
from generator.checks.wording.quotations import with_quotations
from generator.checks.wording.words import words_right
from generator.knowledge.library.library import Library
from generator.knowledge.model import Wording
from generator.knowledge.reading.pages import WrittenPage
from generator.problems import Problem, rule

__all__ = [
    "Finding",
    "Match",
    "Passage",
    "Rules",
    "findings",
    "page_words_right",
    "passages",
    "rules_sound",
    "wording_right",
    "wording_rules",
]


def wording_rules(library: Library, today: date) -> Rules:
    """The compiled wording rules of a library, as they apply on a day."""
    return Rules(file.at(today) for file in library.all(Wording).values())


def findings(library: Library, today: date) -> list[Finding]:
    """All findings on the wording of a library, including accepted ones."""
    rules = wording_rules(library, today)
    if not rules.files:
        return []
    texts = list(passages(library))
    found = [*words_right(library, rules, texts), *limits_kept(rules, texts), *nothing_left_over(library, texts)]
    return with_acceptances(with_quotations(found))


def wording_right(library: Library, today: date) -> Iterator[Problem]:
    """No text is outdated, unfair, hard to read, or left over from elsewhere, unless it is accepted with a reason."""
    all_findings = findings(library, today)
    for finding in all_findings:
        if not finding.accepted:
            yield finding.problem
    records = (record for kind in library.records.values() for record in kind.values())
    yield from needless(((record, library.documents[type(record), record.id]) for record in records if record.accept_wording), all_findings)


def page_words_right(library: Library, pages: Sequence[WrittenPage], today: date) -> Iterator[Problem]:
    """No text of a hand-written page is outdated, unfair or hard to read, unless its front matter accepts it with a reason."""
    rules = wording_rules(library, today)
    texts = list(page_passages(pages)) if rules.files else []
    page_findings = with_acceptances([*words_right(library, rules, texts), *limits_kept(rules, texts)])
    yield from (finding.problem for finding in page_findings if not finding.accepted)
    yield from needless(((page.head, page.document) for page in pages), page_findings)


def rules_sound(library: Library) -> Iterator[Problem]:
    """Each wording rule has a unique code, words to look for, and replacements if it is marked safe."""
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
