"""What a document of somebody’s own says of a role, as the list of changes that an edited Word pack gives too, to take or leave.

A sentence that the role says as well is a rewording, with its certainty; one that nothing in the role says is added; what only the
role says stays, and is named. So the draft is the role with the network’s own words in it. Lines that say one sentence between them are
one rewording.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.knowledge.bringing.likeness import Likeness
from generator.knowledge.bringing.matching import CRITERIA, STATEMENTS, SURE, SentenceMatch, matches
from generator.knowledge.bringing.together import said_together
from generator.knowledge.drafts.changes import Certainty, Returned, WordChange
from generator.knowledge.drafts.outline import deep_words
from generator.knowledge.job_documents import JobDocument
from generator.knowledge.job_documents.found import FieldName, FoundCriterion, FoundField, FoundSection, LeftPassage

_FIELDS: Mapping[FieldName, str] = {
    "hours": "hours", "supervises-clinically": "supervision", "base": "bases", "manages": "reports_to", "accountable": "reports_to",
}  # fmt: skip
"""The blanks of a pack by what a document calls them."""


@dataclass(frozen=True)
class Brought:
    """What a document says of a role."""

    found: Returned
    same: tuple[str, ...]
    """Ids of what it says in the very words of the role."""
    held: tuple[str, ...]
    """Ids of what stands inside a longer paragraph of it."""
    lacking: tuple[str, ...]
    """Ids of what only the role says. It stays."""
    facts: tuple[FoundField, ...]
    """What it says of the post that no blank of a pack takes: its title, its band."""
    clauses: tuple[str, ...]
    """Ids of the shared clauses that it has words for. The pack keeps its own."""
    left: tuple[LeftPassage, ...]
    """Paragraphs that are none of this, each with the reason."""

    def as_json(self) -> dict[str, Any]:
        """The list of changes, with what is besides."""
        left = [{"at": one.passage.label, "text": one.passage.text, "because": one.reason} for one in self.left]
        besides = {"same": self.same, "held": self.held, "lacking": self.lacking, "clauses": self.clauses}
        facts = [{"name": one.name, "value": one.value} for one in self.facts]
        return {**self.found.as_json(), **{name: list(ids) for name, ids in besides.items()}, "facts": facts, "left": left}


@dataclass
class _Sentences:
    """The statements or criteria of the role, as the network has them."""

    texts: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    """The section or category of each."""
    levels: dict[str, str] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    """Those that the network has put in its own words already, or left out."""


def bring_document(job: JobDocument, carried: Mapping[str, Any], likeness: Likeness) -> Brought:
    """Match a document with what a pack carries of its role and network."""
    statements, criteria, headings = _of_role(carried)
    texts = [one.text for one in job.statements]
    wanted = [one.text for one in job.criteria]
    found = matches(texts, statements.texts, likeness, STATEMENTS)
    met = _of_one_level(job.criteria, matches(wanted, criteria.texts, likeness, CRITERIA))
    changes = [
        *_statements(job.sections, found, statements, headings, likeness),
        *_criteria(job, met, criteria, headings, likeness),
        *_facts(job, carried),
    ]
    every = [*found.values(), *met.values()]
    pairs = [*_pairs(found, texts, statements), *_pairs(met, wanted, criteria)]
    same = {match.id for match, said, known in pairs if _plain(said) == _plain(known)}
    held = {name for match in every for name in match.also}
    there = held | {match.id for match in every} | {one["id"] for one in _overlay(carried).get("drop", [])}
    return Brought(
        Returned(str(carried["role"]), str((carried.get("network") or {}).get("id", "")), tuple(changes)),
        tuple(sorted(same)), tuple(sorted(held)),
        tuple(name for name in (*statements.texts, *criteria.texts) if name not in there),
        tuple(one for one in job.fields if one.name not in _FIELDS),
        tuple(dict.fromkeys(clause.clause for clause in job.clauses)), tuple(job.left),
    )  # fmt: skip


def careful(brought: Brought, wrong: Callable[[str], bool]) -> Brought:
    """The same, with every change whose words a rule would stop to be asked about."""
    changes = [replace(one, certainty="ask") if one.after and wrong(one.after) else one for one in brought.found.changes]
    return replace(brought, found=replace(brought.found, changes=tuple(changes)))


def _pairs(found: Mapping[int, SentenceMatch], texts: Sequence[str], known: _Sentences) -> list[tuple[SentenceMatch, str, str]]:
    said = said_together(texts, found)
    return [(found[at], text, known.texts[found[at].id]) for at, text in said.items()]


def _of_one_level(criteria: Sequence[FoundCriterion], met: Mapping[int, SentenceMatch]) -> dict[int, SentenceMatch]:
    """Without further lines that ask for a criterion on another level: they are criteria of their own."""
    levels = {match.id: criteria[at].level for at, match in met.items() if not match.again}
    return {at: match for at, match in met.items() if not match.again or criteria[at].level == levels.get(match.id)}


def _overlay(carried: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the network changes of the role."""
    overlay: Mapping[str, Any] = ((carried.get("network") or {}).get("roles") or [{}])[0]
    return overlay


def _of_role(carried: Mapping[str, Any]) -> tuple[_Sentences, _Sentences, dict[str, str]]:
    """The statements and criteria of the pack as it is now, and the headings of their sections and categories."""
    overlay = _overlay(carried)
    reworded = {one["id"]: one["text"] for one in overlay.get("reword", [])}
    dropped = {one["id"] for one in overlay.get("drop", [])}
    sections, categories = list(deep_words(carried["base"]["sections"])), carried["base"]["categories"]
    statements, criteria = _Sentences(), _Sentences()
    for known, groups, key in ((statements, sections, "statements"), (criteria, categories, "criteria")):
        for group in groups:
            for one in group.get(key, []):
                known.texts[one["id"]] = reworded.get(one["id"], one["text"])
                known.groups[one["id"]] = group["id"]
                known.levels[one["id"]] = one.get("level", "")
        known.asked = {name for name in (*reworded, *dropped) if name in known.texts}
    for known, key, group_key in ((statements, "add", "section"), (criteria, "add_criteria", "category")):
        for one in overlay.get(key, []):
            known.texts[one["id"]], known.groups[one["id"]] = one["text"], one[group_key]
            known.levels[one["id"]] = one.get("level", "")
            known.asked.add(one["id"])
    headings = {group["id"]: group.get("heading", group["id"]) for group in (*sections, *categories)}
    return statements, criteria, headings


def _plain(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _reworded(about: Any, match: SentenceMatch, text: str, after: str, known: _Sentences) -> WordChange:
    """A sentence in other words. Somebody is asked where the match is weak, or the words are joined of several lines."""
    certainty: Certainty = "sure" if match.likeness >= SURE else "likely"
    if not match.taken or match.also or match.id in known.asked or text != after:
        certainty = "ask"
    return WordChange("reworded", about, match.id, known.texts[match.id], after, certainty=certainty)


def _statements(
    sections: Sequence[FoundSection], found: Mapping[int, SentenceMatch], known: _Sentences, headings: Mapping[str, str], likeness: Likeness
) -> Iterator[WordChange]:
    at = 0
    said = said_together([one.text for section in sections for one in section.statements], found)
    for section in sections:
        here = {place: found[place] for place in range(at, at + len(section.statements)) if place in found}
        group = _group(section.heading, [known.groups[match.id] for match in here.values() if match.taken], headings, known, likeness)
        follows = ""
        for place, statement in enumerate(section.statements, at):
            match = found.get(place)
            if match is None:
                certainty: Certainty = "likely" if group else "ask"
                yield WordChange("added", "statement", "", "", statement.text, group, follows, certainty=certainty)
                continue
            follows = match.id if known.groups[match.id] == group else follows
            if place in said and _plain(known.texts[match.id]) != _plain(said[place]):
                yield _reworded("statement", match, statement.text, said[place], known)
        at += len(section.statements)


def _criteria(
    job: JobDocument, met: Mapping[int, SentenceMatch], known: _Sentences, headings: Mapping[str, str], likeness: Likeness
) -> Iterator[WordChange]:
    at = 0
    said = said_together([one.text for one in job.criteria], met)
    for category in job.categories:
        here = [met[place] for place in range(at, at + len(category.criteria)) if place in met]
        group = _group(category.heading, [known.groups[match.id] for match in here if match.taken], headings, known, likeness)
        for place, criterion in enumerate(category.criteria, at):
            match = met.get(place)
            if match is None:
                certainty: Certainty = "likely" if group and not criterion.level_guessed else "ask"
                yield WordChange(
                    "added", "criterion", "", "", criterion.text, group, "", criterion.level, criterion.assessed_by, certainty=certainty
                )
            elif place in said:
                yield from _met(criterion, said[place], match, known)
        at += len(category.criteria)


def _met(criterion: FoundCriterion, said: str, match: SentenceMatch, known: _Sentences) -> Iterator[WordChange]:
    """A criterion that the role has: its words, and its level."""
    if _plain(known.texts[match.id]) != _plain(said):
        yield _reworded("criterion", match, criterion.text, said, known)
    level = known.levels[match.id]
    if level != criterion.level and not criterion.level_guessed:
        yield WordChange("level", "criterion", match.id, level, criterion.level, level=criterion.level, certainty="ask")


_LIKE_HEADINGS = 0.5
"""How like the heading of a section must be to that of the role, where nothing in it says so."""


def _group(heading: str, matched: Sequence[str], headings: Mapping[str, str], known: _Sentences, likeness: Likeness) -> str:
    """The section or category of the role that one of the document is: that of most of its matches, or of the likest heading."""
    if matched:
        return Counter(matched).most_common(1)[0][0]
    names = set(known.groups.values())
    near = max(((likeness.of(heading, words), name) for name, words in headings.items() if name in names), default=(0.0, ""))
    return near[1] if near[0] >= _LIKE_HEADINGS else ""


def _facts(job: JobDocument, carried: Mapping[str, Any]) -> Iterator[WordChange]:
    """What the document says for the blanks of the pack. What the network has filled in already is asked about."""
    filled = _overlay(carried).get("fill", {})
    for one in job.fields:
        name = _FIELDS.get(one.name)
        before = filled.get(name, "") if name else ""
        told = before if isinstance(before, str) else ""
        if name and _plain(told) != _plain(one.value):
            yield WordChange("field", "field", name, told, one.value, certainty="ask" if before else "likely")
