"""Checks of the sections that a network adds: each has a place, a heading of its own, and at least one statement."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.overlays import LaidOverlay, laid_overlays
from generator.checks.walks import sections
from generator.knowledge.library.library import Library
from generator.knowledge.model import Section
from generator.knowledge.tailoring.tailor import altered
from generator.problems import Problem, rule


def places_stand(library: Library) -> Iterator[Problem]:
    """Every section is put on one side of an outermost section of the role, or of one that is added before it."""
    for laid in laid_overlays(library):
        known = [section.id for section in laid.role.sections]
        for index, section in enumerate(laid.overlay.add_sections):
            if section.after and section.before:
                yield rule("overlay-both-sides").at(laid.place("add_sections", index, "before"), id=section.id)
            later = [below.id for below in laid.overlay.add_sections[index:]]
            yield from _astray(laid, index, known, later)
            known.append(section.id)


def _astray(laid: LaidOverlay, index: int, known: list[str], later: list[str]) -> Iterator[Problem]:
    section = laid.overlay.add_sections[index]
    for side, anchor in (("after", section.after), ("before", section.before)):
        place = laid.place("add_sections", index, side).narrowed(anchor or "")
        if anchor and anchor in later:
            yield rule("overlay-anchor-later").at(place, id=section.id, side=side, anchor=anchor)
        elif anchor and anchor not in known:
            yield laid.unknown(place, "outermost section", anchor, known)


def headings_free(library: Library) -> Iterator[Problem]:
    """No section that is added or renamed has the heading of another section of the pack."""
    for laid in laid_overlays(library):
        shown = [section for _, section in sections(altered(laid.role, laid.overlay))]
        ways = {each.id: ("rename", index, "heading") for index, each in enumerate(laid.overlay.rename)}
        ways |= {each.id: ("add_sections", index, "heading") for index, each in enumerate(laid.overlay.add_sections)}
        for index, section in enumerate(shown):
            known = [other for at, other in enumerate(shown) if at < index or other.id not in ways]
            other = _alike(section, known) if section.id in ways else None
            if other:
                yield rule("overlay-heading-taken").at(laid.place(*ways[section.id]), other=other.id, heading=other.heading)


def _alike(section: Section, known: list[Section]) -> Section | None:
    """Another section with the same heading, whatever its capitals."""
    heading = section.heading.casefold()
    return next((other for other in known if other.id != section.id and other.heading.casefold() == heading), None)


def sections_filled(library: Library) -> Iterator[Problem]:
    """Something goes into every section that is added."""
    for laid in laid_overlays(library):
        shown = {section.id: section for _, section in sections(altered(laid.role, laid.overlay))}
        for index, each in enumerate(laid.overlay.add_sections):
            if each.id in shown and not shown[each.id].statements and not shown[each.id].sections:
                yield rule("overlay-section-empty").at(laid.place("add_sections", index, "id"), id=each.id)
