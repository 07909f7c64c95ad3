"""Find residue: words copied from the pack of another role or another employer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.wording.finding import Finding
from generator.checks.wording.passages import Passage
from generator.checks.wording.words import role_of
from generator.knowledge.library.library import Library
from generator.knowledge.model import Clause, Network, PersonSpecification, Role

_WORD = re.compile(r"[A-Za-z0-9&’'-]+")

LONGEST_NAME = 8
"""Maximum words of a name that are compared. Readers cannot tell networks apart either if their first eight words are equal."""


def nothing_left_over(library: Library, texts: list[Passage]) -> Iterator[Finding]:
    """No text of a pack speaks as another role, or names another network or employer."""
    names = _names(library)
    titles = {role.id: _speaks_as(library, role) for role in library.roles.values()}
    for passage in texts:
        if not isinstance(passage.record, (Role, PersonSpecification, Clause, Network)):
            continue
        role = role_of(library, passage)
        speaks = titles[role.id] if role else None
        match = speaks.search(passage.text) if speaks else None
        if match:
            yield _finding(passage, match.start(1), match.end(1), "another-role", "This is written for another of our roles.")
        for start, end in _named(names, passage):
            yield _finding(passage, start, end, "another-employer", "This names another network or employer.")


def _speaks_as(library: Library, role: Role) -> re.Pattern[str] | None:
    """Phrases in which a text speaks as a role other than this one: `As a link worker`, `The link worker will`."""
    own = {role.title.lower(), *(title.lower() for title in role.other_titles)}
    others = {
        title
        for other in library.roles.values()
        if other.id != role.id
        for title in (other.title, *other.other_titles)
        if title.lower() not in own
    }
    if not others:
        return None
    either = "|".join(sorted((re.escape(title) for title in others), key=len, reverse=True))
    return re.compile(rf"\b(as an? (?:{either})|the (?:{either}) (?:will|must|should|is responsible))\b", re.IGNORECASE)


Names = dict[str, dict[tuple[str, ...], set[str]]]
"""By first word: each name as a tuple of words, with the ids of the networks it belongs to."""


def _names(library: Library) -> Names:
    """The names of networks, their employers, and who else has a part in their posts."""
    names: Names = {}
    for network in library.networks.values():
        employers = [network.employer, *(overlay.employer for overlay in network.roles)]
        fills = [network.defaults, *(overlay.fill for overlay in network.roles)]
        partners = [partner for fill in fills for partner in fill.partners or []]
        for name in (network.name, *(body.name for body in (*employers, *partners) if body)):
            words = tuple(word.lower() for word in _WORD.findall(name))[:LONGEST_NAME]
            if len(words) > 1:
                names.setdefault(words[0], {}).setdefault(words, set()).add(network.id)
    return names


def _named(names: Names, passage: Passage) -> Iterator[tuple[int, int]]:
    """The start and end of each name of another network or employer in a text."""
    words = list(_WORD.finditer(passage.text))
    for index, word in enumerate(words):
        known = names.get(word[0].lower(), {})
        for length in range(2, LONGEST_NAME + 1) if known else ():
            run = words[index : index + length]
            owners = known.get(tuple(part[0].lower() for part in run))
            if owners and not (isinstance(passage.record, Network) and passage.record.id in owners):
                yield word.start(), run[-1].end()
                break


def _finding(passage: Passage, start: int, end: int, rule: str, says: str) -> Finding:
    place, span = passage.spot(start, end)
    instead = "Write it for this post: “you”, “your employer”, “your network”."
    return Finding("wording-residue", rule, "warning", passage.text[start:end], says, instead, passage.record, passage.steps, place, span)
