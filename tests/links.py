"""Find broken links in a finished site: to a file that does not exist, or to an id that a page does not have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html


def broken(site: Path) -> list[str]:
    """Each broken link as `page: link`. Links to other hosts are not followed."""
    root = site.resolve()
    return [
        f"{page.relative_to(root)}: {link}"
        for page in sorted(root.rglob("*.html"))
        for link in dict.fromkeys(_links(page))
        if not _leads_somewhere(link, page, root)
    ]


def _links(page: Path) -> Iterator[str]:
    document = html.document_fromstring(page.read_bytes())
    for _, _, link, _ in document.iterlinks():
        yield link
    for sources in document.xpath("//@srcset"):
        yield from (source.split()[0] for source in sources.split(","))


def _leads_somewhere(link: str, page: Path, root: Path) -> bool:
    parts = urlsplit(link.strip())
    if parts.scheme or parts.netloc:
        return True
    path = unquote(parts.path)
    target = (root / path.lstrip("/") if path.startswith("/") else page.parent / path) if path else page
    if target.is_dir():
        target /= "index.html"
    if not target.is_file() or not target.resolve().is_relative_to(root):
        return False
    return target.suffix != ".html" or _is_state(parts.fragment) or unquote(parts.fragment) in _names(target.resolve())


def _is_state(fragment: str) -> bool:
    """Whether nothing of a page is named: what is typed or chosen stands behind `#` as `name=value`, and the navigator's table as `all`."""
    return not fragment or "=" in fragment or fragment == "all"


@cache
def _names(page: Path) -> frozenset[str]:
    """The ids of a page that a link can lead to."""
    return frozenset(html.document_fromstring(page.read_bytes()).xpath("//@id | //a/@name"))
