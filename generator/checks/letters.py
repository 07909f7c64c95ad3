"""Check for letters that the typeface of the packs lacks. Pages show them, because browsers have fallback fonts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from generator.checks.typeface import LACKING
from generator.knowledge.library.library import Library
from generator.knowledge.library.scoped import marked_texts, printed_fields
from generator.knowledge.model import Identified
from generator.knowledge.model.vacancies import SHORTLISTING_PROMISE
from generator.knowledge.reading.spans import span_place
from generator.knowledge.text.formatting import join_words
from generator.problems import Problem, rule

_FEW = 5
"""Maximum letters of one text that a message names. A text with more is in another script and needs no full list."""

_UNSEEN = {"M": "a mark", "Z": "a space", "C": "a sign"}
"""What messages call an invisible character, by its Unicode category."""

_CODE = re.compile(r"-[0-9A-F]{4,6}$")


def letters_printed(library: Library) -> Iterator[Problem]:
    """Every text that a pack shows, or will show once a vacancy opens, uses only letters of its typeface."""
    for record in _packed(library):
        for steps, text, _ in marked_texts(record, printed_fields):
            match = None if text.isascii() else LACKING.search(text)
            if match:
                place = span_place(library.documents[type(record), record.id], steps, match.start(), match.end())
                yield rule("letter-not-in-typeface").at(place, letters=_named(text))


def _packed(library: Library) -> Iterator[Identified]:
    """The records that packs are made of: clauses that a role uses, and networks that recruit to a role."""
    yield from library.roles.values()
    yield from library.specifications.values()
    yield from (network for network in library.networks.values() if network.roles)
    overlays = [overlay for network in library.networks.values() for overlay in network.roles]
    added = [each.id for overlay in overlays for each in overlay.add_clauses]
    carried = dict.fromkeys(chain(added, *(role.clauses for role in library.roles.values())))
    yield from (library.clauses[name] for name in carried if name in library.clauses)
    followed = dict.fromkeys(chain.from_iterable(role.requirements for role in library.roles.values()))
    yield from (library.frameworks[name] for name in followed if name in library.frameworks)
    yield from (promise for name, promise in library.promises.items() if name == SHORTLISTING_PROMISE)


def _named(text: str) -> str:
    """The letters of a text that the typeface lacks, each with its Unicode name and code point."""
    letters = list(dict.fromkeys("".join(LACKING.findall(text))))
    named = [_name(letter) for letter in letters[:_FEW]]
    more = len(letters) - _FEW
    return join_words([*named, *([f"{more} more letters of this text"] if more > 0 else [])])


def _name(letter: str) -> str:
    """Such as `‘🎉’ (Party popper, U+1F389)`. The code at the end of a Chinese character's Unicode name is removed, since it follows."""
    name = _CODE.sub("", unicodedata.name(letter, "a letter without a name"))
    shown = _UNSEEN.get(unicodedata.category(letter)[0], f"‘{letter}’")
    return f"{shown} ({name if name.startswith('CJK') else name.capitalize()}, U+{ord(letter):04X})"
