"""Pay tables: every band a role needs is there, and no band pays less at its top."""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge.library import Library
from generator.problems import Problem, rule


def bands_have_pay(library: Library) -> Iterator[Problem]:
    """The pay year of the settings has every band that a role is in."""
    year = library.pay.get(library.settings.pay_year)
    for role in library.roles.values() if year else ():
        if year and role.band not in {b.band for b in year.bands}:
            yield rule("pay-missing").at(library.place(role, "band"), year=year.year, band=role.band, file=year.id)


def bands_rise(library: Library) -> Iterator[Problem]:
    """The top of a band is never below its start."""
    for year in library.pay.values():
        for index, band in enumerate(year.bands):
            if band.top < band.entry:
                place = library.place(year, "bands", index, "top")
                yield rule("pay-upside-down").at(place, band=band.band, entry=f"£{band.entry:,}", top=f"£{band.top:,}")
