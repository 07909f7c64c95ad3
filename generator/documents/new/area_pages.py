"""Our hand-written pages for another area: the same text, without links to pages that the area does not have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment

from generator.documents.packs.compose import all_packs
from generator.documents.page import Files, Page
from generator.documents.pages import SiteContext, all_pages
from generator.documents.pages.prose import as_pages
from generator.knowledge.library.library import Library
from generator.knowledge.reading.pages import read_pages

_ENTRY = re.compile(r"(?m)^- \[[^]\n]+\]\((?P<to>[^)\s]+)\).*\n(?: +\S.*\n)*")
"""A list item that begins with a link."""

_LINK = re.compile(r"(?<!!)\[(?P<words>[^]\n]+)\]\((?P<to>[^)\s]+)\)")

_LEFT_EMPTY = re.compile(r"(?m)^## .*\n\s*(?=## |\Z)")
"""A heading without content."""


def area_pages(ours: Path, library: Library, today: date, templates: Environment) -> Files:
    """Every file of the folder `ours` by path, for an area with the records of `library`.

    A link to a page or section that the area does not have becomes plain text; a list item that begins with it is removed.
    """
    found = {path.relative_to(ours).as_posix(): path.read_bytes() for path in sorted(ours.rglob("*")) if path.is_file()}
    written = as_pages(read_pages(ours)[0])
    there = {page.address: page for page in [*_generated_pages(library, today, templates), *written]}
    for page in written:
        found[page.path] = _without_dead_links(found[page.path].decode(), page, there, found).encode()
    return found


def _generated_pages(library: Library, today: date, templates: Environment) -> list[Page]:
    """The pages that are generated from an area's records."""
    packs = all_packs(library, today)
    return list(all_pages(SiteContext(library, packs, {pack.stem: [] for pack in packs}, templates, today)))


def _without_dead_links(text: str, page: Page, there: Mapping[str, Page], files: Mapping[str, bytes]) -> str:
    def leads(link: re.Match[str]) -> bool:
        return _has_target(link["to"], page, there, files)

    text = _ENTRY.sub(lambda entry: entry[0] if leads(entry) else "", text)
    text = _LINK.sub(lambda link: link[0] if leads(link) else link["words"], text)
    return _LEFT_EMPTY.sub("", text)


def _has_target(to: str, page: Page, there: Mapping[str, Page], files: Mapping[str, bytes]) -> bool:
    """Whether a link's target exists: another website, a file, or a page and its section."""
    parts = urlsplit(urljoin(f"https://site.invalid/{page.address}", to))
    if parts.netloc != "site.invalid" or parts.scheme != "https":
        return True
    name = parts.path.lstrip("/")
    target = there.get(name) or there.get(f"{name}/")
    if target is None:
        return name in files
    written_by_hand = target.path in files
    return written_by_hand or not parts.fragment or f'id="{parts.fragment}"' in target.body
