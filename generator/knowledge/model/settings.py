"""The site’s settings: what a maintainer sets once for the whole site."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.knowledge.model.forms import REPORT_ADDRESS, SITE_PATH, pattern_message
from generator.knowledge.model.reference import RefersTo
from generator.knowledge.model.scopes import OWN_NAME, Scope
from generator.knowledge.model.words import Day, Identified, Record, ShortText, Slug, WebAddress, Whole

Months = Annotated[Whole, Field(ge=1, le=60)]
"""A number of months."""


class ReviewMonths(Record):
    """How long a record of the directory may go without review, in months. Our own rule."""

    high: Months = 12
    """Where the provider or a list checked with it says so."""
    medium: Months = 6
    """Where another directory or an older page says so."""
    low: Months = 3
    """Where one old or single source says so."""
    unverified: Months = 3
    """Where no one has checked."""
    danger: Months = 3
    """For needs with danger in them, whatever the confidence: there a wrong number does most harm."""


SitePath = Annotated[str, StringConstraints(pattern=SITE_PATH, max_length=200), pattern_message(SITE_PATH)]
"""A file or a folder by its path below the site: never outside it."""


class Settings(Identified):
    """What a maintainer sets once for the whole site."""

    title: Annotated[ShortText, OWN_NAME]
    """The site's name."""
    tagline: Annotated[ShortText, Scope("advert")]
    """One line under the name, for search engines."""
    address: WebAddress
    """Where the site is published. Used in feeds, QR codes and `404.html`, and to say which address of a page counts."""
    owner: Annotated[ShortText, OWN_NAME]
    """Who publishes it."""
    report_problem: Annotated[str, StringConstraints(pattern=REPORT_ADDRESS), pattern_message(REPORT_ADDRESS)]
    """Where people report a mistake: a mail address or a web form."""
    leave_to: WebAddress = "https://www.bbc.co.uk/weather"
    """The page that “Leave this site now” shows instead. Choose one that looks ordinary to anyone."""
    pay_year: Annotated[Slug, RefersTo("pay")]
    """The pay year that packs use, an id in `data/pay/`."""
    as_of: Day
    """The day the content was last reviewed as a whole. What is stale is counted from the build's date, not from this."""
    review_months: ReviewMonths = Field(default_factory=ReviewMonths)
    """How long services may go without review."""
    withhold_after_months: Months = 12
    """How many months after its review date a service is withheld: it is in no list until it has been reviewed."""
    kept_copy_days: Annotated[int, Field(ge=1, le=3650)] = 90
    """For how many days the numbers of a page that a browser kept are shown without a doubt. After that, crisis numbers come with one."""
    pack_seconds: Annotated[int, Field(ge=10, le=3600)] = 120
    """How many seconds a process may take to print one pack. One that takes longer is ended, and another one makes the pack."""
    keep_in_site: list[SitePath] = Field(default_factory=list)
    """Files and folders that others put into the folder of the site, and that a build keeps, by their paths below it.
    `.git`, `.well-known` and `CNAME` are kept without being named."""
