"""Checks of the plan of a team: every figure has a source or is marked as an assumption, and is between its limits."""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge.library.library import Library
from generator.knowledge.model.planning import Assumption, Planning, hundredths
from generator.knowledge.reading.document import Steps
from generator.problems import Problem, rule


def _assumptions(planning: Planning) -> Iterator[tuple[Steps, Assumption]]:
    for index, post in enumerate(planning.posts):
        for name in ("posts", "each", "a_week"):
            yield ("posts", index, name), getattr(post, name)
    for name in ("weeks", "insurance_rate", "insurance_from", "pension_rate", "other_rate"):
        yield (name,), getattr(planning, name)


def figures_founded(library: Library) -> Iterator[Problem]:
    """Every figure has a source, or is marked as an assumption."""
    for planning in library.all(Planning).values():
        for steps, found in _assumptions(planning):
            if not found.source and not found.assumed:
                yield rule("figure-unfounded").at(library.place(planning, *steps, "value"), label=found.label, value=found.value)


def figures_within(library: Library) -> Iterator[Problem]:
    """Every figure is between its limits, and nothing is divided by zero."""
    for planning in library.all(Planning).values():
        for steps, found in _assumptions(planning):
            if not hundredths(found.least) <= hundredths(found.value) <= hundredths(found.most):
                place = library.place(planning, *steps, "value")
                yield rule("figure-out-of-limits").at(place, label=found.label, value=found.value, least=found.least, most=found.most)
        for index, post in enumerate(planning.posts):
            if hundredths(post.each.least) == 0:
                place = library.place(planning, "posts", index, "each", "label")
                yield rule("figure-out-of-limits").at(place, label=post.each.label, value="0", least="0.01", most=post.each.most)


def comparisons_possible(library: Library) -> Iterator[Problem]:
    """Every comparison divides by a number above zero, and its least is not above its most."""
    for planning in library.all(Planning).values():
        for index, found in enumerate(planning.comparisons):
            if not 0 < hundredths(found.each_least) <= hundredths(found.each_most):
                place = library.place(planning, "comparisons", index, "each_least")
                yield rule("figure-out-of-limits").at(place, label=found.title, value=found.each_least, least="0.01", most=found.each_most)
