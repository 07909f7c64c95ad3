"""What changed for readers: the page and the feed tell the same, from the dates of the records."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lxml import etree

from generator.documents.pages import SiteContext
from generator.documents.pages.changes import FEED, atom_feed, change_files, change_pages
from generator.documents.reports.changes import changes
from generator.documents.templating.environment import environment
from tests.ours import LIBRARY

TODAY = date(2026, 11, 22)
ATOM = "{http://www.w3.org/2005/Atom}"
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "cases" / "atom.rng"))


def context(today: date = TODAY) -> SiteContext:
    return SiteContext(LIBRARY, [], {}, environment(()), today)


def test_the_feed_is_valid_and_says_what_the_page_says() -> None:
    feed = etree.fromstring(change_files(context(), [])[FEED])
    SCHEMA.assertValid(feed)
    page = next(change_pages(context())).body
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == page.count("<li>") == len(changes(LIBRARY, TODAY)) > 100
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len({*ids}) == len(ids)
    days = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert days == sorted(days, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == days[0], "never later than its newest entry"


def test_the_same_on_any_later_day_until_something_changes() -> None:
    assert atom_feed(context(date(2026, 12, 1))) == atom_feed(context(date(2026, 12, 20)))


def test_a_closed_service_says_what_to_use() -> None:
    closed = {one.service.id: one.words for one in changes(LIBRARY, TODAY) if one.kind == "closed"}
    dated = {s.id for s in LIBRARY.services.values() if s.status == "closed" and s.closed_on}
    assert set(closed) == dated
    assert all("It has closed." in words for words in closed.values())


def test_nothing_of_the_days_to_come() -> None:
    assert changes(LIBRARY, date(2001, 1, 1)) == []
