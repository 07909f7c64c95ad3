"""Rules on words: which words to avoid or check, why, and what to write instead."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.knowledge.model.forms import PHRASE, pattern_message
from generator.knowledge.model.scopes import ABOUT_WORDS, Scope, WordingScope
from generator.knowledge.model.words import Day, Identified, Record, ShortText, Slug, SourceRef, Text, Whole, YesNo
from generator.problems import Severity

Phrase = Annotated[str, StringConstraints(pattern=PHRASE, max_length=300), pattern_message(PHRASE)]
"""Words to look for. `generator/knowledge/text/phrases.py` says what the signs in it mean."""

WordingFamily = Literal["outdated", "discriminating", "gender", "plain", "contested", "residue", "promise", "record-check"]
"""What is wrong with the words of a rule. Words of the family `gender` are counted over a whole text, and never reported one by one."""


class Swap(Record):
    """Words, and their exact replacement."""

    words: Phrase
    """The words to look for, in any capitals."""
    put: Annotated[ShortText, ABOUT_WORDS]
    """The replacement."""


class WordingBefore(Record):
    """What a rule says before the day it takes effect."""

    severity: Severity
    """How much it matters until then."""
    why: Annotated[Text, ABOUT_WORDS]
    """What will change, in one or two plain sentences."""
    instead: Annotated[Text, ABOUT_WORDS]
    """What to write until then."""


class WordingRule(Record):
    """One rule: words, why they are wrong, and what to write instead."""

    code: Slug
    """The rule's code. It never changes: exceptions refer to it."""
    title: Annotated[ShortText, ABOUT_WORDS]
    """What the rule is about, in a few words."""
    words: list[Phrase] = Field(default_factory=list)
    """Words to look for, in any capitals."""
    capitals: list[Phrase] = Field(default_factory=list)
    """Words to look for with exactly these capitals."""
    swaps: list[Swap] = Field(default_factory=list)
    """Words to look for, with their replacements."""
    but_not: list[Phrase] = Field(default_factory=list)
    """Phrases in which those words are acceptable, in any capitals."""
    but_not_capitals: list[Phrase] = Field(default_factory=list)
    """Phrases in which those words are acceptable, with exactly these capitals."""
    unless: list[Phrase] = Field(default_factory=list)
    """Words that make the whole sentence acceptable, in addition to those of the file."""
    scope: list[WordingScope] = Field(default_factory=list)
    """Where the rule applies. Without it, everywhere."""
    serves: list[Literal["adults", "children-and-young-people", "all-ages"]] = Field(default_factory=list)
    """Posts that the rule applies to, by who they see. Without it, all."""
    right_for: list[Literal["trust", "disability-confident"]] = Field(default_factory=list)
    """Employers that may use the words: NHS trusts, or members of the Disability Confident scheme."""
    severity: Severity
    """Whether it stops publication, must be fixed or accepted, or is only advice."""
    why: Annotated[Text, ABOUT_WORDS]
    """Why these words are wrong, in one or two plain sentences."""
    instead: Annotated[Text, ABOUT_WORDS]
    """What to write instead."""
    since: Annotated[ShortText | None, ABOUT_WORDS] = None
    """Since when, as exactly as is known."""
    starts: Day | None = None
    """The first day on which the rule applies, where it depends on a day: a law that comes into force, a body that is replaced."""
    before: WordingBefore | None = None
    """What the rule says until that day. Without it, the rule is silent until then."""
    source: list[SourceRef] = Field(min_length=1)
    """Where that is said."""
    safe: YesNo = False
    """Whether the replacement fits wherever the words occur, so that `--fix` may make it."""

    def at(self, today: date) -> WordingRule | None:
        """The rule as it applies on a day, or None where it does not apply yet."""
        if self.starts is None or self.starts <= today:
            return self
        if self.before is None:
            return None
        told = {name: getattr(self.before, name) for name in WordingBefore.model_fields}
        words = [*self.words, *(swap.words for swap in self.swaps)]
        return self.model_copy(update={**told, "since": None, "safe": False, "swaps": [], "words": words})


class WordingMeasure(Record):
    """A limit for a whole text."""

    code: Slug
    """The measure's code. It never changes."""
    title: Annotated[ShortText, Scope("directory")]
    """What is measured, in a few words."""
    kind: Literal["sentence-words", "reading-grade", "gender-balance", "near-duplicate"]
    """Words in a sentence; Flesch-Kincaid grade; masculine less feminine words; likeness of two statements in percent."""
    limit: Whole = Field(ge=1, le=100_000)
    """The largest value allowed."""
    scope: list[WordingScope] = Field(default_factory=list)
    """Where it applies. Without it, everywhere."""
    severity: Severity
    """How much it matters."""
    why: Annotated[Text, Scope("directory")]
    """Why there is a limit."""
    instead: Annotated[Text, Scope("directory")]
    """What to do about a text that is over it."""
    source: list[SourceRef] = Field(min_length=1)
    """Where the limit comes from."""


class Wording(Identified):
    """Rules on words of one kind."""

    title: Annotated[ShortText, Scope("directory")]
    """The heading over these rules."""
    about: Annotated[Text, Scope("directory")]
    """What they have in common, in one or two plain sentences."""
    family: WordingFamily
    """What is wrong with the words."""
    unless: list[Phrase] = Field(default_factory=list)
    """Words that make a whole sentence acceptable, for every rule of this file: `formerly`."""
    rules: list[WordingRule] = Field(default_factory=list)
    """The rules."""
    measures: list[WordingMeasure] = Field(default_factory=list)
    """Limits for whole texts."""

    def at(self, today: date) -> Wording:
        """These rules as they apply on a day."""
        if all(rule.starts is None for rule in self.rules):
            return self
        return self.model_copy(update={"rules": [held for rule in self.rules if (held := rule.at(today))]})
