"""Map words to concepts, and correct misspelt words of danger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from generator.knowledge.danger.text import tokens
from generator.knowledge.model.danger import Concept, DangerWords

SHORTEST = 4
"""Minimum letters of a word that is corrected. Shorter words resemble too many others."""

LONG = 10
"""Minimum letters of a word of danger that may have two errors."""

NUMBERS = {"NUMBER": (0, 10**9), "MANY": (8, 10**9), "UNDER18": (1, 17), "UNDER5": (1, 4)}
"""Concepts of numbers, with their minimum and maximum."""


def forms(concept: Concept) -> list[str]:
    """Every word and phrase of a concept, including generated forms."""
    made = list(concept.words)
    for verb in concept.verbs:
        made += _verb(verb)
    for noun in concept.nouns:
        made += [noun, _plural(noun)]
    return list(dict.fromkeys(made))


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


def _verb(verb: str) -> list[str]:
    first, space, rest = verb.partition(" ")
    rest = space + rest
    if first.endswith("e"):
        return [first + rest, first + "s" + rest, first + "d" + rest, first[:-1] + "ing" + rest, first[:-1] + "in" + rest]
    if first.endswith("y") and first[-2] not in "aeiou":
        return [first + rest, first[:-1] + "ies" + rest, first[:-1] + "ied" + rest, first + "ing" + rest, first + "in" + rest]
    doubled = first + first[-1] if _doubles_last_letter(first) else first
    return [first + rest, _plural(first) + rest, doubled + "ed" + rest, doubled + "ing" + rest, doubled + "in" + rest]


def _doubles_last_letter(verb: str) -> bool:
    return len(verb) < 6 and verb[-1] in "bdgmnpt" and verb[-2] in "aeiou" and verb[-3] not in "aeiou"


@dataclass
class Lexicon:
    """Words to concepts. Phrases of several words are found by their first."""

    rewrite: Mapping[str, str]
    single: dict[str, list[str]] = field(default_factory=dict)
    longer: dict[str, list[tuple[list[str], list[str]]]] = field(default_factory=dict)
    meant: list[str] = field(default_factory=list)
    """Words of danger that are candidates for corrections, sorted."""
    known: set[str] = field(default_factory=set)
    """Words that are never corrected."""

    def corrected(self, word: str) -> str:
        """The word of danger closest to a misspelt word, or the word itself if it is known or close to none."""
        if len(word) < SHORTEST or not word.isascii() or not word.isalpha() or word in self.single or word in self.known:
            return word
        near = process.extract(word, self.meant, scorer=OSA.distance, score_cutoff=2, limit=None)
        found = [(steps, other) for other, steps, _ in near if steps <= errors_allowed(other)]
        return min(found)[1] if found else word


def errors_allowed(word: str) -> int:
    """How many errors a misspelt word of danger may have."""
    return 2 if len(word) >= LONG else 1


def own_forms(words: DangerWords) -> dict[str, list[str]]:
    """The normalised forms of each concept, without those of the concepts that it includes."""
    read = {concept.id: [" ".join(t.word for t in tokens(form, words.rewrite)) for form in forms(concept)] for concept in words.concepts}
    return {name: list(dict.fromkeys(all_forms)) for name, all_forms in read.items()}


def expanded_concepts(concepts: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The forms of each concept, with those of the concepts that it includes, which are marked by an @."""

    def inside(name: str, above: tuple[str, ...]) -> list[str]:
        found = []
        for form in concepts.get(name, ()):
            inner = form[1:]
            found += [form] if not form.startswith("@") else inside(inner, (*above, name)) if inner not in above else []
        return list(dict.fromkeys(found))

    return {name: inside(name, ()) for name in concepts}


def correctable(words: DangerWords, forms_of: Mapping[str, Sequence[str]]) -> list[str]:
    """The words that a misspelt word may be corrected to: single words of concepts with `spelling`. `forms_of` are its `own_forms`."""
    found = {form for concept in words.concepts if concept.spelling for form in forms_of[concept.id] if form.isascii() and form.isalpha()}
    return sorted(form for form in found if len(form) > SHORTEST + 1)


def lexicon(words: Mapping[str, Sequence[str]], rewrite: Mapping[str, str], meant: list[str], known: Iterable[str]) -> Lexicon:
    """A lexicon of the forms of concepts. `known` are the look-alikes."""
    made = Lexicon(rewrite, meant=meant, known=set(known))
    for name, all_forms in expanded_concepts(words).items():
        for form in all_forms:
            first, *rest = form.split(" ")
            if not rest:
                made.single.setdefault(first, []).append(name)
                continue
            among = made.longer.setdefault(first, [])
            entry = next((names for others, names in among if others == rest), None)
            if entry is None:
                among.append((rest, [name]))
            else:
                entry.append(name)
    return made
