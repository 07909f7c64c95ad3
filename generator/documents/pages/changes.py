"""What changed in the directory: a page, and an Atom feed (RFC 4287) for readers who follow it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from lxml import etree

from generator.documents.page import Files, Page
from generator.documents.pages.site_context import SiteContext
from generator.documents.reports.changes import DirectoryChange, changes

FEED = "changes/atom.xml"
"""Where the feed is in the site."""

_ATOM = "http://www.w3.org/2005/Atom"


def change_pages(context: SiteContext) -> Iterator[Page]:
    """The newest changes, by day, where there is any service."""
    if context.library.services:
        found = changes(context.library, context.today)
        days = [(day, list(of_day)) for day, of_day in groupby(found, key=lambda change: change.day)]
        about = "Services that closed, paused or were checked, the newest first."
        yield context.page("changes/index.md", "What changed", about, "changes", days=days)


def change_files(context: SiteContext, _: Sequence[Page]) -> Files:
    """The feed."""
    return {FEED: atom_feed(context)} if context.library.services else {}


def atom_feed(context: SiteContext) -> bytes:
    """The feed, dated by its newest entry, so that the same data gives the same bytes."""
    settings, found = context.library.settings, changes(context.library, context.today)
    root = settings.address.rstrip("/")
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", "en-GB")
    _add(feed, "id", f"{root}/changes/")
    _add(feed, "title", f"What changed in the directory of {settings.title}")
    _add(feed, "updated", _moment(found[0].day if found else settings.as_of))
    _add(_add(feed, "author"), "name", settings.owner)
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{root}/{FEED}")
    _add(feed, "link", rel="alternate", type="text/html", href=f"{root}/changes/")
    for change in found:
        _entry(feed, change, root)
    return bytes(etree.tostring(feed, encoding="utf-8", xml_declaration=True, pretty_print=True))


def _entry(feed: etree._Element, change: DirectoryChange, root: str) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", change.address)
    _add(entry, "title", change.service.name)
    _add(entry, "updated", _moment(change.day))
    _add(entry, "link", rel="alternate", type="text/html", href=f"{root}/services/{change.service.id}/")
    _add(entry, "summary", change.words)


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    part = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    part.text = text
    return part


def _moment(day: date) -> str:
    """A day as Atom writes it: its first moment."""
    return f"{day.isoformat()}T00:00:00Z"
