"""Convert the records of danger to the compact data for the browser."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from pydantic import BaseModel
from rapidfuzz.distance import OSA

from generator.knowledge.danger.lexicon import LONG, SHORTEST, correctable, errors_allowed, own_forms
from generator.knowledge.danger.net import OUTPUTS
from generator.knowledge.danger.packed import PackedWeights, packed_features
from generator.knowledge.danger.text import normalised
from generator.knowledge.library.library import Library
from generator.knowledge.model import Areas, Audiences, Needs, Record, Service, Talk
from generator.knowledge.model.danger import Concept, DangerCards, DangerFamilies, DangerFamily, DangerLookalikes, DangerNet, DangerWords


def plain_danger(library: Library) -> dict[str, Any]:
    """The words, families and net, or None if the library has no words of danger."""
    words = next(iter(library.all(DangerWords).values()), None)
    if words is None:
        return {}
    forms = own_forms(words)
    meant = correctable(words, forms)
    alike = {word for record in library.all(DangerLookalikes).values() for word in record.words}
    nets = library.all(DangerNet).values()
    return {
        "concepts": {concept.id: _concept_row(concept, forms) for concept in words.concepts},
        "rewrite": words.rewrite,
        "meant": " ".join(meant),
        "known": " ".join(sorted(alike | _near(frozenset(site_words(library) | _foreign_words(library)), tuple(meant)))),
        "families": [family_row(family) for record in library.all(DangerFamilies).values() for family in record.families],
        "kinds": {kind: card.id for record in library.all(DangerCards).values() for card in record.cards for kind in card.kinds},
        "net": next((plain_net(one) for one in nets), None),
    }


def _concept_row(concept: Concept, forms: dict[str, list[str]]) -> str:
    """The forms of a concept: words in the order of the alphabet, then phrases; and the concepts that it includes, each after an @."""
    words, phrases = ([form for form in forms[concept.id] if (" " in form) is longer] for longer in (False, True))
    return ",".join([*sorted(words), *phrases, *(f"@{name}" for name in concept.includes)])


def family_row(family: DangerFamily) -> list[Any]:
    """A family as a row: id, cards, level, gap, within, patterns, unless.

    The level is 0 for today, 1 where 999 comes first, 2 where the net must be surer to overrule it, 3 where the net cannot overrule it,
    because it knows no other language; for a harmless family, 1 if its words are no need.
    """
    cards = " ".join([*([family.card] if family.card else []), *family.also])
    level = 3 if family.language else 2 if family.sure else int(family.when == "now" and not family.keeps_needs)
    found, against = ([normalised_pattern(text) for text in texts] for texts in (family.every_pattern, family.unless))
    return [family.id, cards, level, family.gap, family.within, found, against]


def normalised_pattern(text: str) -> str:
    """A pattern with its words normalised as texts are; concepts stay in capitals."""
    return " ".join("|".join(_choice(one) for one in part.split("|")) for part in text.split(" "))


def _choice(one: str) -> str:
    return one if one.isascii() else normalised(one)


def plain_net(one: DangerNet) -> dict[str, Any]:
    """The net, its weights packed."""
    bias = {str(name): value for name, value in one.bias.items()}
    return {
        "threshold": one.threshold,
        "doubt": one.doubt,
        "bias": [bias[name] for name in OUTPUTS],
        "weights": _packed(one.weights, len(OUTPUTS)),
        "hints": _packed(one.hints, 1),
    }


@lru_cache(maxsize=4)
def _packed(lines: str, outputs: int) -> PackedWeights:
    """Weights, packed. Nobody may change them: a build asks twice, for the checks and for the search."""
    return packed_features(_rows(lines, outputs))


def _rows(lines: str, outputs: int) -> Iterator[tuple[str, list[int]]]:
    for line in lines.splitlines():
        name, *weights = line.rsplit(" ", outputs)
        yield name, [int(weight) for weight in weights]


@lru_cache(maxsize=2)
def _near(words: frozenset[str], meant: tuple[str, ...]) -> frozenset[str]:
    """What `near` finds. A build asks twice: for the checks, and for the search."""
    return frozenset(near(words, meant))


def near(words: Collection[str], meant: Sequence[str]) -> set[str]:
    """The words that could be taken for a misspelt word of danger.

    Two words with a number of errors between them share a variant with as many letters left out of each. Variants are looked up first, and
    the distance is calculated for the few that pass.
    """
    reach: dict[str, list[str]] = {}
    for word in meant:
        for rest in _deletions(word, errors_allowed(word)):
            reach.setdefault(rest, []).append(word)
    found = set()
    for word in set(words).difference(meant):
        others = {other for rest in _deletions(word, 2 if len(word) >= LONG - 2 else 1) for other in reach.get(rest, ())}
        if any(OSA.distance(word, other, score_cutoff=2) <= errors_allowed(other) for other in others):
            found.add(word)
    return found


def _deletions(word: str, most: int) -> set[str]:
    """All variants of a word with up to this many letters left out."""
    found = {word}
    for _ in range(most):
        found |= {one[:i] + one[i + 1 :] for one in found for i in range(len(one))}
    return found


def _foreign_words(library: Library) -> set[str]:
    """The words of families in other languages: “violenta” is Romanian, and no misspelt English."""
    families = [family for record in library.all(DangerFamilies).values() for family in record.families if family.language]
    patterns = [normalised_pattern(text) for family in families for text in family.every_pattern]
    return {one for text in patterns for part in text.split(" ") for one in part.split("|")}


def site_words(library: Library) -> set[str]:
    """Every word of the site's own vocabularies and names: never a typing error."""
    services = library.all(Service).values()
    texts: list[str] = [name for service in services for name in (service.name, service.organisation, *service.other_names)]
    for model in (Needs, Areas, Audiences, Talk):
        for record in library.all(model).values():
            texts += _texts(record)
    return {word for text in texts for word in _words(text)}


@cache
def _words(text: str) -> frozenset[str]:
    bare = text.lower().replace("’", "").replace("'", "")
    return frozenset(word for word in re.findall(r"[a-z]+", bare) if len(word) >= SHORTEST)


def _texts(record: BaseModel) -> Iterator[str]:
    """Every text in a record, but spellings that are wrong on purpose."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and name != "typos":
                yield one
            elif isinstance(one, Record):
                yield from _texts(one)
            elif isinstance(one, list):
                yield from (text for text in one if isinstance(text, str))
