"""Words of danger: concepts, families of patterns over them, the trained net behind them, and the crisis cards that they raise."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.knowledge.model.needs import DangerKind
from generator.knowledge.model.reference import RefersTo
from generator.knowledge.model.scopes import NO_WORDS, OWN_NAME, SEARCH_WORDS, Scope
from generator.knowledge.model.words import Day, Identified, Record, ShortText, Slug, SourceRef, Text, Whole, YesNo

CardId = Literal["self", "harm", "child", "medical"]
"""Life at risk, harm by or to somebody, a child at risk, a medical emergency."""

DangerWhen = Literal["now", "today"]
"""Whether 999 comes first, or help is needed today."""

ConceptId = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$", max_length=40)]
"""A class of words, in capitals, so that patterns tell it from a word: `TAKE`."""


class ReadBy(Record):
    """Who read a family or a card, and when."""

    who: Annotated[ShortText, OWN_NAME]
    """Name and profession."""
    on: Day
    """The day."""


class Concept(Record):
    """A class of words that patterns name: all the ways to say `take`."""

    id: ConceptId
    """Its name in patterns."""
    words: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Words and phrases as they are typed, without apostrophes: `cant`, `sleeping tablets`."""
    verbs: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Regular verbs. Their other forms are made: `swallow` also finds swallows, swallowed, swallowing."""
    nouns: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Nouns with a regular plural, which is made."""
    includes: list[ConceptId] = Field(default_factory=list)
    """Other concepts whose words belong here too."""
    spelling: YesNo = False
    """Whether a typing error in its words is put right. Only words that seldom look like others are worth it."""


class DangerWords(Identified):
    """The words of danger, and which look-alikes are never taken for one."""

    concepts: list[Concept] = Field(min_length=1)
    """The classes of words."""
    rewrite: Annotated[dict[str, ShortText], SEARCH_WORDS] = Field(default_factory=dict)
    """Text speak and variants, word for word: `u` is read as `you`."""


class DangerLookalikes(Identified):
    """Ordinary words so near to a word of danger that they could be taken for a misspelt one. Made by `tests/danger/lookalikes.py`."""

    words: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Words of an English word list that are never corrected."""


class DangerFamily(Record):
    """Sentences of one kind: who × does what × with what. A harmless family has no card and cancels what it covers."""

    id: Slug
    """The family's own name."""
    title: Annotated[ShortText, Scope("directory")]
    """What it is about, in a few words."""
    card: CardId | None = None
    """The card that it raises. Left out for a harmless family."""
    also: list[CardId] = Field(default_factory=list)
    """A second card that is right beside it."""
    when: DangerWhen = "now"
    """How soon help is needed."""
    keeps_needs: YesNo = False
    """Whether the words that a harmless family covers still count as a need: abuse long past has no card, but a service."""
    patterns: Annotated[list[Text], SEARCH_WORDS] = Field(default_factory=list)
    """What to find: CONCEPTS and words in their order, `|` for either, `&` between parts that may stand in any order,
    `^` and `$` for the beginning and end of all that was typed. In another language each rests on a source: `found` has its words."""
    without_source: Annotated[list[Text], SEARCH_WORDS] = Field(default_factory=list)
    """Patterns in another language that rest on no source, and that no native speaker has read. They count like the others."""
    unless: Annotated[list[Text], SEARCH_WORDS] = Field(default_factory=list)
    """Patterns that speak against this family wherever they stand in the text."""
    sure: YesNo = False
    """Whether its card comes unless the net is far surer than usual that all is well. In another language the net has no say."""
    gap: Whole = Field(default=2, ge=0, le=10)
    """The most words that may stand between two parts of a pattern."""
    within: Whole = Field(default=14, ge=2, le=60)
    """The most words from the first part to the last where `&` joins them."""
    examples: Annotated[list[ShortText], SEARCH_WORDS] = Field(min_length=1)
    """Phrases that the family must find (for a harmless family: phrases that must raise no card)."""
    not_examples: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Phrases that the family must not find (for a harmless family: phrases that must raise a card all the same)."""
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?$")] | None = None
    """The language of its patterns, where that is not English: `pl`, `pa-Latn`."""
    source: list[SourceRef] = Field(default_factory=list)
    """Where a clinical sign, or a word of another language, comes from."""
    found: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Words of another language as the sources write them. Each must be found by one of the `patterns`."""
    read_by: list[ReadBy] = Field(default_factory=list)
    """Who read it. Empty: no clinician, or native speaker, has read it yet."""

    @property
    def every_pattern(self) -> list[str]:
        """All that it looks for, with a source or without."""
        return [*self.patterns, *self.without_source]


class DangerFamilies(Identified):
    """Families of one card, or the harmless ones."""

    families: list[DangerFamily] = Field(min_length=1)
    """The families. Their order says nothing."""


Weights = Annotated[str, StringConstraints(pattern=r"^(?:\S.* -?[0-9]+(?: -?[0-9]+){4}\n)*$")]
"""Lines: a feature with five whole numbers."""

Hints = Annotated[str, StringConstraints(pattern=r"^(?:\S.* -?[0-9]+\n)*$")]
"""Lines: a feature with one whole number."""


class DangerNet(Identified):
    """The trained net behind the families: what a text has in it, and what that adds. Made by `tests/danger/train.py`.

    The numbers stand in two blocks of text and not in a mapping: there are thousands, and YAML takes a second to read so many entries.
    """

    threshold: Whole
    """The score from which on the net raises a card, in tenths."""
    doubt: Whole
    """The score below which even what a family found counts for nothing, in tenths."""
    bias: dict[str, Whole]
    """The score of an empty text, for danger of any kind and for each card, in tenths."""
    weights: Weights
    """What features that tell the cards apart add to danger of any kind, self, harm, child and medical, in tenths; the heaviest first."""
    hints: Hints
    """What the other features add to danger of any kind, in tenths."""


class CardCall(Record):
    """A number of a card that belongs to no service of the directory, such as 111."""

    name: Annotated[ShortText, OWN_NAME]
    """Who answers."""
    number: Annotated[ShortText, NO_WORDS]
    """The number."""
    source: list[SourceRef] = Field(min_length=1)
    """Where it is from."""


class CareCard(Record):
    """What stands above the results where words mean danger: when to call 999, and whom to call today."""

    id: CardId
    """The card's name."""
    title: Annotated[ShortText, Scope("directory")]
    """What the card is about, for screen readers and the line on why it came."""
    kinds: list[DangerKind] = Field(min_length=1)
    """The dangers of needs that show it. Each kind stands on one card."""
    call_999_if: Annotated[list[Text], Scope("directory")] = Field(min_length=1)
    """Signs that somebody may be being hurt now. They follow "Call 999 now if"."""
    meanwhile: Annotated[Text, Scope("directory")]
    """What to do until help comes."""
    today: Annotated[Text, Scope("directory")]
    """The heading over the numbers for today. It ends with a colon."""
    calls: list[CardCall] = Field(default_factory=list)
    """Numbers to call today that belong to no service of the directory. They come first."""
    numbers: Annotated[list[Slug], RefersTo("service")] = Field(default_factory=list)
    """Services to call today, by id. A number that may not be shown is left out."""
    talk: Annotated[list[Slug], RefersTo("service")] = Field(default_factory=list)
    """Services that listen, by id. They follow under the cards."""
    source: list[SourceRef] = Field(default_factory=list)
    """Where its signs come from."""
    read_by: list[ReadBy] = Field(default_factory=list)
    """Who read it. Empty: no clinician has read it yet."""


class CardAdvice(Record):
    """One way to get help, under the numbers of every card."""

    text: Annotated[Text, Scope("directory")]
    """The advice, in one or two sentences."""
    on_paper: Annotated[ShortText | None, Scope("directory")] = None
    """The same in a few words, for a sheet on which every line counts. Left out where it is not on the sheet."""
    source: list[SourceRef] = Field(min_length=1)
    """Where it is from."""


class DangerCards(Identified):
    """The crisis cards, with what holds for all of them."""

    deaf: list[CardAdvice] = Field(default_factory=list)
    """How deaf people and people who cannot speak reach 999."""
    interpreter: list[CardAdvice] = Field(default_factory=list)
    """What to do where the caller speaks little English."""
    cards: list[CareCard] = Field(min_length=1)
    """The cards, in the order in which they show where nothing else decides."""
