"""Words of queries that are not a need: small talk, synonyms, ages and wishes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.knowledge.model.scopes import SEARCH_WORDS
from generator.knowledge.model.words import Identified, Record, ShortText, Slug, Whole


class AgeWords(Record):
    """Words that give an age without figures."""

    words: Annotated[list[ShortText], SEARCH_WORDS] = Field(min_length=1)
    """What people type: `teenager`."""
    from_: Whole = Field(alias="from", ge=0, le=120)
    """The youngest age meant, in years."""
    to: Whole = Field(ge=0, le=120)
    """The oldest age meant, in years."""


class Wish(Record):
    """Words that say how, when or at what cost someone wants help."""

    facet: Literal["how", "cost", "refer", "open", "language", "access", "way"]
    """The filter of the search page that they mean; or a language, access or a way round an obstacle. Where none has it, we say so."""
    value: Slug
    """The value, as services have it: `phone`, `free`, `turn-up`. A language is in small letters: `polish`."""
    words: Annotated[list[ShortText], SEARCH_WORDS] = Field(min_length=1)
    """What people type."""


class Topic(Record):
    """Narrow things that people ask for. A service answers such a question only if its name or summary has the words."""

    near: list[Slug] = Field(default_factory=list)
    """Needs whose services may know more, by id. They are offered as guesses."""
    words: Annotated[list[ShortText], SEARCH_WORDS] = Field(min_length=1)
    """What people type: `blue badge`. Each phrase is a separate topic."""


WordFamily = Annotated[list[ShortText], Field(min_length=2)]
"""Synonyms. The first represents all of them."""


class Talk(Identified):
    """Words to leave out of a query, and words that count as the same."""

    small_talk: Annotated[list[ShortText], SEARCH_WORDS] = Field(min_length=1)
    """Words that are left out everywhere."""
    weak: Annotated[list[ShortText], SEARCH_WORDS] = Field(min_length=1)
    """Words that may occur between those of a phrase and are not searched for alone."""
    forms: Annotated[list[Annotated[list[ShortText], Field(min_length=1)]], SEARCH_WORDS] = Field(default_factory=list)
    """Irregular forms: `drink, drank, drunk`. A single word has no other forms."""
    alike: Annotated[list[WordFamily], SEARCH_WORDS] = Field(default_factory=list)
    """A word for many: `partner` in a phrase also finds husband and wife."""
    ages: list[AgeWords] = Field(default_factory=list)
    """Ages in words."""
    women: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Words that say that someone is a woman or girl, so that services for men only come last."""
    wishes: list[Wish] = Field(default_factory=list)
    """How, when and at what cost."""
    kinds: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Kinds of help that do not say what it is for: `group`, `therapy`. Beside an unknown word they do not count as a match."""
    topics: list[Topic] = Field(default_factory=list)
    """Narrow things that people ask for, by the needs that lie nearest."""
    ordinary: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Ordinary words that look like typing errors of our words, and are never corrected."""
