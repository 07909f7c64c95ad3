"""How two drafts of one role differ: a pure function from what each says to the same list of changes that an edited Word file gives.

What a draft says: `{"sections": […], "categories": […], "clauses": [id], "fields": {name: words}, "profile": [words]}`. Sections and
categories have the form in which a file carries a base role, with the overlay laid on. Reasons are not compared: no reader of a pack sees
them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from generator.knowledge.drafts.changes import WordChange
from generator.knowledge.drafts.compare import LIKE_ENOUGH
from generator.knowledge.drafts.names import SentenceKind, free_section
from generator.knowledge.drafts.order import heaviest
from generator.knowledge.drafts.outline import deep_words
from generator.knowledge.drafts.recognise import alike


@dataclass(frozen=True)
class _Said:
    """A sentence of a draft, in its section or category."""

    id: str
    text: str
    part: str
    level: str
    assessed_by: tuple[str, ...]


def apart(mine: Mapping[str, Any], theirs: Mapping[str, Any], of_role: frozenset[str]) -> list[WordChange]:
    """What the second draft says otherwise. `of_role` are the ids of the role's own sentences and sections: under these, both mean
    the same."""
    theirs = _with_my_sections(mine, theirs, of_role)
    return [
        *_new_sections(mine, theirs, of_role),
        *_sentences("statement", _statements(mine), _statements(theirs), of_role),
        *_sentences("criterion", _criteria(mine), _criteria(theirs), of_role),
        *_gone_sections(mine, theirs, of_role),
        *_clauses(mine, theirs),
        *_headings(mine, theirs),
        *_profile(mine, theirs),
        *_fields(mine, theirs),
    ]


def _with_my_sections(mine: Mapping[str, Any], theirs: Mapping[str, Any], of_role: frozenset[str]) -> Mapping[str, Any]:
    """The second draft with my ids for its own sections that I have too: the same id if the headings are alike, or else the same heading.
    Browsers number the sections that people add, so one id may mean two sections. Theirs then gets another."""
    ours = {section["id"]: section["heading"] for section in mine["sections"] if section["id"] not in of_role}
    own = {section["id"]: section["heading"] for section in theirs["sections"] if section["id"] not in of_role}
    names = {name: name for name in own if name in ours and alike(ours[name], own[name]) >= LIKE_ENOUGH}
    free = {heading: name for name, heading in ours.items() if name not in names}
    taken = {*ours, *own, *of_role}
    for name, heading in own.items():
        if name not in names:
            names[name] = free.pop(heading, "") or (free_section(taken) if name in ours else name)
            taken.add(names[name])
    return {**theirs, "sections": [section | {"id": names.get(section["id"], section["id"])} for section in theirs["sections"]]}


def _new_sections(mine: Mapping[str, Any], theirs: Mapping[str, Any], of_role: frozenset[str]) -> Iterator[WordChange]:
    known = {section["id"] for section in mine["sections"]} | of_role
    last = ""
    for section in theirs["sections"]:
        if section["id"] not in known:
            yield WordChange("added", "section", section["id"], after=section["heading"], follows=last)
        last = section["id"]


def _gone_sections(mine: Mapping[str, Any], theirs: Mapping[str, Any], of_role: frozenset[str]) -> Iterator[WordChange]:
    known = {section["id"] for section in theirs["sections"]} | of_role
    yield from (WordChange("dropped", "section", each["id"], each["heading"]) for each in mine["sections"] if each["id"] not in known)


def _clauses(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[WordChange]:
    """Shared clauses are known by their ids: their words are the library's."""
    ours, others = mine.get("clauses", []), theirs.get("clauses", [])
    yield from (WordChange("added", "clause", name, after=name) for name in others if name not in ours)
    yield from (WordChange("dropped", "clause", name, name) for name in ours if name not in others)


def _statements(draft: Mapping[str, Any]) -> list[_Said]:
    return [_Said(s["id"], s["text"], part["id"], "", ()) for part in deep_words(draft["sections"]) for s in part.get("statements", [])]


def _criteria(draft: Mapping[str, Any]) -> list[_Said]:
    return [
        _Said(c["id"], c["text"], part["id"], c["level"], tuple(c["assessed_by"]))
        for part in draft["categories"]
        for c in part["criteria"]
    ]  # fmt: skip


def _sentences(about: SentenceKind, mine: Sequence[_Said], theirs: Sequence[_Said], of_role: frozenset[str]) -> Iterator[WordChange]:
    pairs = _pairs(mine, theirs, of_role)
    away = _moved(mine, theirs, pairs)
    last: dict[str, str] = {}
    for said in theirs:
        own, follows = pairs.get(said.id), last.get(said.part, "")
        if own is None:
            name = said.id if said.id in of_role else ""
            yield WordChange("added", about, name, "", said.text, said.part, follows, said.level, said.assessed_by)
            continue
        last[said.part] = own.id
        if own.text != said.text:
            yield WordChange("reworded", about, own.id, own.text, said.text)
        if own.id in away:
            yield WordChange("moved", about, own.id, own.text, said.text, said.part, follows)
        if own.level != said.level:
            yield WordChange("level", about, own.id, own.level, said.level, level=said.level)
        if own.assessed_by != said.assessed_by:
            before, after = (", ".join(ways) for ways in (own.assessed_by, said.assessed_by))
            yield WordChange("assessed", about, own.id, before, after, assessed_by=said.assessed_by)
    paired = {own.id for own in pairs.values()}
    yield from (WordChange("dropped", about, own.id, own.text) for own in mine if own.id not in paired)


def _pairs(mine: Sequence[_Said], theirs: Sequence[_Said], of_role: frozenset[str]) -> dict[str, _Said]:
    """My sentence to each of theirs, by their id: the same id (of two own ones only if they are alike), or else the same words."""
    known = {said.id: said for said in mine}
    pairs = {
        said.id: own for said in theirs if (own := known.get(said.id)) and (said.id in of_role or alike(own.text, said.text) >= LIKE_ENOUGH)
    }
    free = [own for own in mine if own.id not in pairs and own.id not in of_role]
    for said in theirs:
        same = next((own for own in free if own.text == said.text), None)
        if said.id not in pairs and said.id not in of_role and same:
            pairs[said.id] = same
            free.remove(same)
    return pairs


def _moved(mine: Sequence[_Said], theirs: Sequence[_Said], pairs: Mapping[str, _Said]) -> set[str]:
    """My ids that they have in another part, or past others of their part: as few as can be."""
    order = {own.id: number for number, own in enumerate(mine)}
    away, groups = set[str](), dict[str, list[str]]()
    for said in theirs:
        own = pairs.get(said.id)
        if own and own.part != said.part:
            away.add(own.id)
        elif own:
            groups.setdefault(own.part, []).append(own.id)
    for members in groups.values():
        places = [order[name] for name in members]
        kept = heaviest(range(len(members)), places, [1] * len(members))
        away |= {name for at, name in enumerate(members) if at not in kept}
    return away


def _headings(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[WordChange]:
    known = {section["id"]: section["heading"] for section in deep_words(mine["sections"])}
    for section in deep_words(theirs["sections"]):
        before, after = known.get(section["id"]), section["heading"]
        if before is not None and before != after:
            yield WordChange("text", "paragraph", section["id"], before, after)


def _profile(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[WordChange]:
    for before, after in zip_longest(mine["profile"], theirs["profile"], fillvalue=""):
        if before != after:
            yield WordChange("text", "paragraph", "", before, after)


def _fields(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[WordChange]:
    ours, others = mine["fields"], theirs["fields"]
    for name in sorted(ours.keys() | others.keys()):
        before, after = ours.get(name, ""), others.get(name, "")
        if before != after:
            yield WordChange("field", "field", name, before, after)
