"""Checks of pay tables: every band that a role needs exists, and no band's top is below its start."""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge.library.library import Library
from generator.knowledge.model import Settings
from generator.knowledge.text.formatting import pounds
from generator.problems import Problem, rule


def bands_have_pay(library: Library) -> Iterator[Problem]:
    """The pay year of the settings has every band that a role is in."""
    for settings in library.all(Settings).values():
        year = library.pay.get(settings.pay_year)
        known = {band.band for band in year.bands} if year else set()
        for role in library.roles.values():
            if year and role.band not in known:
                yield rule("pay-missing").at(library.place(role, "band"), year=year.year, band=role.band, file=year.id)


def bands_rise(library: Library) -> Iterator[Problem]:
    """The top of a band is never below its start."""
    for year in library.pay.values():
        for index, band in enumerate(year.bands):
            if band.top < band.entry:
                place = library.place(year, "bands", index, "top")
                yield rule("pay-upside-down").at(place, band=band.band, entry=pounds(band.entry), top=pounds(band.top))
