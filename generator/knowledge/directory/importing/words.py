"""Clean the texts of a feed, which may contain HTML and worse, and match them with our vocabularies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from html import unescape

from generator.knowledge.library.library import Library
from generator.knowledge.text.formatting import slug
from generator.knowledge.text.pasted import one_line

_SILENT = frozenset({"script", "style", "template", "noscript", "head"})
"""What is between these tags is not for readers."""

_TAG = re.compile(r"<!--|<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})(?![a-zA-Z0-9:-])[^<>]*>|<[!?/][^<>]*>")
"""A tag, or the beginning of a comment. It never looks past the next tag, so no text can make it slow."""

NOTHING = frozenset({
    "null", "nan", "#n/a", "n/a", "-", "–", "—", "--", "?", "tbc", "tba", "undefined", "unknown", "not applicable",
    "na", "n.a", "n.a.", "not known", "not available", "not given", "not provided", "not listed", "no email", "no website", "no phone",
})  # fmt: skip
"""What programs and people write where there is nothing to say."""

LONGEST_MARKUP = 50_000
"""A longer text is refused for its length anyway, and is not gone through first."""


def clean(text: str) -> str:
    """A text of a feed on one line, without markup and without characters that hide something."""
    if len(text) <= LONGEST_MARKUP and ("<" in text or "&" in text):
        # The parser of the standard library takes a minute over some texts of this length, and stops at others.
        text = unescape(" ".join(_visible_text(text)))
    return one_line(text)


def _visible_text(text: str) -> Iterator[str]:
    """The pieces of a text between its tags that readers see."""
    at, silent = 0, ""
    while found := _TAG.search(text, at):
        if not silent:
            yield text[at : found.start()]
        at = found.end()
        name = (found[2] or "").lower()
        if found[0] == "<!--":
            end = text.find("-->", at)
            at = end + 3 if end >= 0 else len(text)
        elif not silent and name in _SILENT and not found[1]:
            silent = name
        elif silent == name and found[1]:
            silent = ""
    if not silent:
        yield text[at:]


_LONGEST_ID = 60
"""Characters of an id at most."""


def slug_of(text: str) -> str:
    """A name as an id of at most 60 characters that people can read, whatever its script; nothing where it has no letter or figure."""
    return _slug(text)[:_LONGEST_ID].strip("-")


def id_of(text: str) -> str:
    """The same, but cut between two words where it is too long. Keys of earlier imports are cut anywhere, and stay as they are."""
    whole = _slug(text)
    short = whole[:_LONGEST_ID].strip("-")
    return short if whole in (short, "") or whole[_LONGEST_ID] == "-" else short.rpartition("-")[0] or short


def _slug(text: str) -> str:
    from anyascii import anyascii

    return slug(anyascii(text[:200]))


def british(number: str) -> str:
    """A number as it is printed in the United Kingdom, or unchanged where it is none."""
    from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, parse

    spaced = " ".join(number.split())
    if re.fullmatch(r"[0-9 ]{3,16}", spaced):
        return spaced
    try:
        parsed = parse(number[:40], "GB")
    except NumberParseException:
        return number
    return format_number(parsed, PhoneNumberFormat.NATIONAL) if parsed.country_code == 44 else number


class Vocabulary:
    """Finds our own ids for what a feed says in its words."""

    def __init__(self, library: Library) -> None:
        """The vocabularies of `library`."""
        self.library = library

    def needs(self, terms: Iterable[str]) -> list[str]:
        """The needs that these terms name. One that carries danger is only named by its own id or label, never by a word for it."""
        return _matched(self._needs, terms)

    def knows(self, term: str) -> bool:
        """Whether a term names anything of ours."""
        return bool(self.needs([term]) or self.audiences([term]))

    def abusive(self, terms: Iterable[str], text: str) -> bool:
        """Whether terms or a text name abuse. Such a need is never guessed, but the location must be hidden too."""
        spoken = f" {plain(text)} "
        return any(plain(term) in self._abuse for term in terms) or any(f" {words} " in spoken for words in self._abuse if " " in words)

    def audiences(self, terms: Iterable[str]) -> list[str]:
        """The audiences that these terms name."""
        return _matched(self._audiences, terms)

    def areas(self, names: Iterable[str]) -> list[str]:
        """The areas with these names. Of a name with commas, such as an address, each part is tried."""
        parts = (" ".join(part.casefold().split()) for name in names for part in [name, *name.split(",")])
        return list(dict.fromkeys(self._areas[part] for part in parts if part in self._areas))

    def needs_in(self, text: str) -> list[str]:
        """At most three needs whose label or words occur in a text, the earliest first: a guess. None of them carries danger."""
        spoken = f" {plain(text)} "
        known = self._needs.items()
        places = [(spoken.find(f" {words} "), name) for words, name in known if len(words) > 3 and not self.library.needs[name].danger]
        met = sorted((place, name) for place, name in places if place >= 0)
        return list(dict.fromkeys(name for _, name in met))[:3]

    @cached_property
    def widest_area(self) -> str | None:
        """The country, for an address in no smaller area of ours: else a service with an address alone could not come in."""
        areas = self.library.areas.values()
        return next((area.id for area in areas if not area.inside and area.kind in ("nation", "kingdom")), None)

    @cached_property
    def _areas(self) -> dict[str, str]:
        """The area of each name and other name. Of areas with the same name the first counts."""
        areas = self.library.areas.values()
        return {name.casefold(): area.id for area in reversed([*areas]) for name in (area.name, *area.other_names)}

    @cached_property
    def _needs(self) -> dict[str, str]:
        needs = self.library.needs.values()
        words = {need.id: [] if need.danger else [*need.words, *need.staff_words, *need.diagnoses] for need in needs}
        return _index((need.id, [need.label, *words[need.id]]) for need in needs)

    @cached_property
    def _abuse(self) -> dict[str, str]:
        needs = [self.library.needs[name] for name in sorted(self.library.abuse_needs)]
        return _index((need.id, [need.label, *need.words, *need.staff_words]) for need in needs)

    @cached_property
    def _audiences(self) -> dict[str, str]:
        return _index((audience.id, [audience.label, *audience.words]) for audience in self.library.audiences.values())


def _index(entries: Iterable[tuple[str, list[str]]]) -> dict[str, str]:
    """Ids by their words. A word that two have belongs to the first."""
    found: dict[str, str] = {}
    for name, words in entries:
        for word in [name, *words]:
            found.setdefault(plain(word), name)
    return found


def _matched(index: Mapping[str, str], terms: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(index[plain(term)] for term in terms if plain(term) in index))


def plain(text: str) -> str:
    """Words in small letters with single spaces, for comparison."""
    return " ".join(re.findall(r"[a-z0-9]+", text[:5000].lower()))
