"""Apply the wording rules to the texts of a library."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.wording.finding import Finding, of_match
from generator.checks.wording.matching import Rules
from generator.checks.wording.passages import Passage
from generator.knowledge.library.library import Library
from generator.knowledge.model import Employer, Network, PersonSpecification, Role, WordingRule


def words_right(library: Library, rules: Rules, texts: list[Passage]) -> Iterator[Finding]:
    """A finding for each match of a rule that applies to the post and its employer. Gender-coded words are left out."""
    for passage in texts:
        for match in rules.matches(passage.text, passage.scope):
            if _holds(match.rule, library, passage):
                yield of_match(passage, match)


def _holds(rule: WordingRule, library: Library, passage: Passage) -> bool:
    if rule.serves:
        role = role_of(library, passage)
        if role is None or role.serves not in rule.serves:
            return False
    return not (rule.right_for and _may_say(rule, employer_of(passage)))


def _may_say(rule: WordingRule, employer: Employer | None) -> bool:
    if employer is None:
        return False
    return ("trust" in rule.right_for and employer.kind == "trust") or (
        "disability-confident" in rule.right_for and employer.disability_confident
    )


def role_of(library: Library, passage: Passage) -> Role | None:
    """The role that a text belongs to, directly, through its person specification, or through a network's overlay."""
    record = passage.record
    if isinstance(record, Role):
        return record
    if isinstance(record, PersonSpecification):
        return library.roles.get(record.id)
    if isinstance(record, Network) and passage.steps[0] == "roles" and isinstance(passage.steps[1], int):
        return library.roles.get(record.roles[passage.steps[1]].role)
    return None


def employer_of(passage: Passage) -> Employer | None:
    """The employer that a network's text is about, or None for a base role."""
    record = passage.record
    if not isinstance(record, Network):
        return None
    if passage.steps[0] == "roles" and isinstance(passage.steps[1], int):
        return record.roles[passage.steps[1]].employer or record.employer
    return record.employer
