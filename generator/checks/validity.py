"""Checks for what has expired: pay of a past year, and law, contracts and rates past their last day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.walks import citations
from generator.knowledge.library.library import Library
from generator.knowledge.model import Settings
from generator.knowledge.model.kinds import KINDS
from generator.knowledge.text.formatting import day
from generator.problems import Problem, rule

_HOLD_TODAY = tuple(kind.model for kind in KINDS if kind.holds_today)


def pay_runs_out(library: Library, today: date) -> Iterator[Problem]:
    """The year of the pay that packs print is not over."""
    for settings in library.all(Settings).values():
        year = library.pay.get(settings.pay_year)
        if year and year.ends < today:
            yield rule("pay-run-out").at(library.place(settings, "pay_year"), year=year.year, ends=day(year.ends))


def sources_run_out(library: Library, today: date) -> Iterator[Problem]:
    """No record that says what applies today relies on an expired source, unless it is marked as an assumption."""
    for cited in citations(library):
        source = library.sources.get(cited.source)
        if source and source.until and source.until < today and isinstance(cited.by, _HOLD_TODAY):
            around = library.documents[type(cited.by), cited.by.id].within(cited.steps[:-2])
            if not (isinstance(around, dict) and around.get("assumed")):
                place = library.place(cited.by, *cited.steps)
                yield rule("source-run-out").at(place, source=source.title, until=day(source.until))
