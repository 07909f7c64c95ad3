"""Our hand-written pages for another area: the same words, without links to what that area does not have."""

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
from generator.knowledge.library.library import load
from generator.knowledge.reading.pages import read_pages

_ENTRY = re.compile(r"(?m)^- \[[^]\n]+\]\((?P<to>[^)\s]+)\).*\n(?: +\S.*\n)*")
"""An entry of a list that begins with a link."""

_LINK = re.compile(r"(?<!!)\[(?P<words>[^]\n]+)\]\((?P<to>[^)\s]+)\)")

_LEFT_EMPTY = re.compile(r"(?m)^## .*\n\s*(?=## |\Z)")
"""A heading with nothing below it."""


def area_pages(ours: Path, data: Path, today: date, templates: Environment) -> Files:
    """Every file of the folder `ours` by path, for an area whose records are in `data`.

    A link to a page or a part that the area does not have becomes its words, or goes with its entry of a list.
    """
    found = {path.relative_to(ours).as_posix(): path.read_bytes() for path in sorted(ours.rglob("*")) if path.is_file()}
    written = as_pages(read_pages(ours)[0])
    there = {page.address: page for page in [*_made(data, today, templates), *written]}
    for page in written:
        found[page.path] = _mended(found[page.path].decode(), page, there, found).encode()
    return found


def _made(data: Path, today: date, templates: Environment) -> list[Page]:
    """The pages that are made from an area's records."""
    library, _ = load(data)
    packs = all_packs(library, today)
    return list(all_pages(SiteContext(library, packs, {pack.stem: [] for pack in packs}, templates, today)))


def _mended(text: str, page: Page, there: Mapping[str, Page], files: Mapping[str, bytes]) -> str:
    def leads(link: re.Match[str]) -> bool:
        return _leads_somewhere(link["to"], page, there, files)

    text = _ENTRY.sub(lambda entry: entry[0] if leads(entry) else "", text)
    text = _LINK.sub(lambda link: link[0] if leads(link) else link["words"], text)
    return _LEFT_EMPTY.sub("", text)


def _leads_somewhere(to: str, page: Page, there: Mapping[str, Page], files: Mapping[str, bytes]) -> bool:
    """Whether a link of a page leads to another website, to a file, or to a page and a part of it that there are."""
    parts = urlsplit(urljoin(f"https://site.invalid/{page.address}", to))
    if parts.netloc != "site.invalid" or parts.scheme != "https":
        return True
    name = parts.path.lstrip("/")
    target = there.get(name) or there.get(f"{name}/")
    if target is None:
        return name in files
    written_by_hand = target.path in files
    return written_by_hand or not parts.fragment or f'id="{parts.fragment}"' in target.body
