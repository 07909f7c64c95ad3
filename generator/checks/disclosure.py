"""Checks of what a service's file may disclose: addresses that must stay hidden from abusers, and numbers without a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.walks import texts_as_written
from generator.knowledge.directory import mentions
from generator.knowledge.directory.abuse import about_abuse, address_hidden, decided
from generator.knowledge.directory.redaction import APART, unknown_numbers
from generator.knowledge.library.library import Library
from generator.knowledge.library.texts import texts
from generator.knowledge.model import Service
from generator.knowledge.reading.document import Document
from generator.knowledge.reading.spans import span_place
from generator.problems import Problem, rule

_COMMENT = re.compile(r"(?:^|\s)#(.*)$")


def safety_decided(library: Library) -> Iterator[Problem]:
    """Every service about abuse has both safety settings."""
    for service in library.services.values():
        if not decided(service) and about_abuse(service, library):
            yield rule("safety-undecided").at(library.place(service, "safety"), name=service.name)


def addresses_hidden(library: Library) -> Iterator[Problem]:
    """The file of a service that hides its address has no location, and no text that says where it is."""
    for service in library.services.values():
        if address_hidden(service, library):
            if service.locations:
                yield rule("address-to-hide").at(library.place(service, "locations"))
            yield from _addresses_in(library.documents[Service, service.id])


def _addresses_in(document: Document) -> Iterator[Problem]:
    """A problem for each postcode, street and flat in the values and comments of a file."""
    for steps, text in texts_as_written(document.value, ()):
        if steps[0] not in ("locations", "came_from"):
            for found in mentions.joined_places(text.strip()):
                yield rule("address-in-text").at(span_place(document, steps, found.start, found.end), words=found.words)
    for number, line in enumerate(document.text.lines, 1):
        for comment in _COMMENT.finditer(line):
            for found in mentions.places(comment[1]):
                place = document.text.place(number, comment.start(1) + found.start + 1, len(found.words))
                yield rule("address-in-text").at(place, words=found.words)


def numbers_in_texts(library: Library, known: frozenset[str]) -> Iterator[Problem]:
    """No text has a number that no record gives a source for, since readers do not see such a number. `known` are those with a source."""
    for service in library.services.values():
        for steps, text in texts(service):
            if steps[0] not in APART:
                for found in unknown_numbers(text, known):
                    place = span_place(library.documents[Service, service.id], steps, found.start, found.end)
                    yield rule("number-in-text").at(place, number=found.words)
