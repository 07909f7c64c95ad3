"""What the roles are based on: documents, contract requirements and pay. Also crisis contacts and settings."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.knowledge.model.forms import DIALLED, PAY_YEAR, REPORT_ADDRESS, SITE_PATH, pattern_message
from generator.knowledge.model.reference import RefersTo
from generator.knowledge.model.scopes import IN_PRINT, NO_WORDS, OF_A_DOCUMENT, OWN_NAME, SEARCH_WORDS, TIME_IN_WORDS, Scope
from generator.knowledge.model.words import (
    Band,
    Confidence,
    Day,
    Identified,
    Record,
    Seen,
    ShortText,
    Slug,
    SourceRef,
    Text,
    WebAddress,
    Whole,
)

SourceStatus = Literal["historic", "in-force", "example", "reference"]
"""The authority of a document."""


class SourceClause(Record):
    """One clause of a source, by its place in the document."""

    id: Slug
    """The place as an id: `clinical-5`."""
    place: Annotated[ShortText, OF_A_DOCUMENT]
    """The place in words: `Key responsibilities, clinical, 5`."""


class Source(Identified):
    """A document that other files cite."""

    title: Annotated[ShortText, OF_A_DOCUMENT]
    """The document's title."""
    short: Annotated[ShortText, OF_A_DOCUMENT]
    """A short name for tables: `HEE example, band 7`."""
    publisher: Annotated[ShortText, OWN_NAME]
    """Who published it."""
    published: Annotated[ShortText, TIME_IN_WORDS]
    """When, as exactly as is known: `2008`, `16 November 2007`, `no date given`."""
    status: SourceStatus
    """Historic documents are never current guidance; `example` is a model that no one has to follow."""
    url: WebAddress | None = None
    """Where it can be read, if anywhere."""
    confidence: Confidence = "high"
    """How sure we are that the facts taken from it are right."""
    checked_on: Day | None = None
    """The day it was last read."""
    until: Day | None = None
    """The last day on which what it says holds, where it has an end: a contract or a rate for one year, an Act that is repealed."""
    note: Annotated[Text | None, Scope("directory")] = None
    """What a reader should know about it, such as mistakes in the document itself."""
    clauses: list[SourceClause] = Field(default_factory=list)
    """Its clauses. Each must be used by a statement, criterion or clause of ours, or retired."""


class RequirementPart(Record):
    """One part of a requirement, with words that point to it."""

    about: Annotated[ShortText, Scope("duties")]
    """What this part asks: `names clinical pharmacists`."""
    phrases: Annotated[list[ShortText], SEARCH_WORDS] = Field(min_length=1)
    """Words that a document is likely to use for it. One of them is enough."""


class Requirement(Record):
    """One thing the contract asks of a role."""

    id: Slug
    """The requirement's id: `mhp-a1`."""
    title: Annotated[ShortText, Scope("duties")]
    """The requirement in a few words."""
    text: Annotated[Text, Scope("duties")]
    """What the contract asks, in our own words."""
    place: Annotated[ShortText, OF_A_DOCUMENT]
    """Where the contract says so: `B14.2(a)`."""
    since: Annotated[ShortText, TIME_IN_WORDS]
    """The edition it first appeared in."""
    phrases: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Words that a statement meeting it is likely to use. A match is a hint to look, not proof."""
    parts: list[RequirementPart] = Field(default_factory=list)
    """For a requirement that asks several things at once: each of them. A review of a document looks for all."""
    bands: list[Band] = Field(default_factory=list)
    """For a requirement on the band alone: the bands that meet it."""
    if_missing: Annotated[Text, Scope("duties")]
    """What to do where no statement meets it."""


class Framework(Identified):
    """One edition of a contract's requirements for a family of roles."""

    title: Annotated[ShortText, OF_A_DOCUMENT]
    """The contract: `Network Contract DES 2023/24: mental health practitioner`."""
    edition: Annotated[ShortText, TIME_IN_WORDS, IN_PRINT]
    """The edition: `2023/24`."""
    families: list[Slug] = Field(min_length=1)
    """The families of roles it covers."""
    source: list[SourceRef] = Field(min_length=1)
    """Where its text was read."""
    note: Annotated[Text | None, Scope("directory")] = None
    """What is not known about it."""
    requirements: list[Requirement] = Field(min_length=1)
    """The requirements, in the contract's order."""


class PayBand(Record):
    """One band's pay in pounds a year, as published. Never computed: the points round differently."""

    band: Band
    """The band."""
    entry: Whole = Field(ge=1000, le=999_999)
    """The first point, in pounds a year."""
    top: Whole = Field(ge=1000, le=999_999)
    """The top point, in pounds a year."""
    middle: Whole | None = Field(default=None, ge=1000, le=999_999)
    """The middle point, where one is known."""
    source: list[SourceRef] = Field(min_length=1)
    """Where the figures were read."""
    confidence: Confidence = "medium"
    """How sure we are of them."""


class HighCostArea(Record):
    """A supplement for work in and around London."""

    id: Literal["inner", "outer", "fringe"]
    """The zone."""
    percent: Whole = Field(ge=1, le=50)
    """Share of basic pay, in per cent."""
    least: Whole = Field(ge=1)
    """The least it can be, in pounds a year."""
    most: Whole = Field(ge=1)
    """The most it can be, in pounds a year."""
    source: list[SourceRef] = Field(min_length=1)
    """Where the figures were read."""
    confidence: Confidence = "medium"
    """How sure we are of them."""


class PayYear(Identified):
    """Agenda for Change pay in England for one year."""

    year: Annotated[str, StringConstraints(pattern=PAY_YEAR), pattern_message(PAY_YEAR)]
    """The pay year: `2026/27`."""
    starts: Day
    """The first day these figures hold."""
    bands: list[PayBand] = Field(min_length=1)
    """The bands that are known."""
    high_cost_areas: list[HighCostArea] = Field(default_factory=list)
    """Supplements for this year, where published."""
    note: Annotated[Text | None, Scope("directory")] = None
    """What is not known, and what to check."""

    @property
    def ends(self) -> date:
        """The last day these figures hold: the day before the same day a year later."""
        leap_day = (self.starts.month, self.starts.day) == (2, 29)
        return self.starts.replace(year=self.starts.year + 1, day=28 if leap_day else self.starts.day) - timedelta(days=1)


Months = Annotated[Whole, Field(ge=1, le=60)]
"""A number of months."""


class CrisisContact(Seen):
    """One way to get help at once."""

    id: Slug
    """The contact's id: `samaritans`."""
    name: Annotated[ShortText, OWN_NAME]
    """Who answers."""
    label: Annotated[ShortText, Scope("directory")]
    """What to say before the number: `Life at risk`."""
    label_on_phone: Annotated[ShortText | None, Scope("directory")] = None
    """A shorter label for a narrow screen; without one the label is for screen readers only."""
    kind: Literal["call", "text"]
    """Whether people call the number or text it."""
    number: Annotated[str, StringConstraints(pattern=DIALLED), pattern_message(DIALLED)]
    """The number as its owner prints it."""
    word: Annotated[ShortText | None, NO_WORDS] = None
    """The word to text, where there is one."""
    hours: Annotated[ShortText, Scope("directory")]
    """When it answers."""
    for_whom: Annotated[ShortText, Scope("directory")]
    """Who it is for."""
    covers: Annotated[ShortText, Scope("directory")]
    """The area it covers."""
    service: Annotated[Slug | None, RefersTo("service")] = None
    """The service of the directory that answers, an id of `data/services/`. Its number must be the same."""
    source: list[SourceRef] = Field(min_length=1)
    """Where the number was read."""


class CrisisContacts(Identified):
    """The crisis strip, in its fixed order. It is on every page and every handout."""

    contacts: list[CrisisContact] = Field(min_length=1, max_length=6)
    """The contacts, in order."""


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
