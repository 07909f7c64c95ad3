"""Offline use of the site: a service worker for its visitors, and a copy as one zip file for a shared drive. `finish.py` writes both."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence

from generator.documents.browser.search_files import EVERYTHING, SEARCH_PARTS
from generator.documents.formats import FORMATS

COPY = "fingerpost-offline.zip"
"""The copy, below the site's first page."""

WORKER = "service-worker.js"
"""The service worker. It must be at the root of the site, because it only serves files below it."""

SHELL = ("", "find/", "shortlist/", "handout/", "needs/", "services/", "offline/")
"""Addresses of the pages that are cached for every visitor."""

KEPT_PAGES = "assets/kept-pages.json"
"""The pages that every visitor can open without a signal, in one file: pairs of an address and a page."""

MOST_KEPT = 8_000_000
"""How many bytes of pages that file may have, before compression: about 500 services. Of a larger directory it has the first."""

NOT_COPIED = (KEPT_PAGES, WORKER, f"assets/{WORKER}", "404.html", "_headers", "_redirects", "sitemap.xml", "sitemap.xml.gz", COPY)
"""Files that are of no use on a drive."""

PACKED = (*(f".{form.suffix}" for form in FORMATS if form.compressed), ".woff2", ".png", ".gz")
"""Endings of files that are already compressed."""

_LOADED = re.compile(r"""<(?:link|script)\b[^>]*?\s(?:href|src)="(?:[^"?#]*/)?(assets/[^"/?#]+\.(?:js|css|svg))["?]""")
"""A script, style sheet or icon of ours that a page loads."""

_ON_DEMAND = re.compile(r' data-loads="([^"]*)"')
"""Files that a page loads when a reader asks for them."""

_FOLDER = re.compile(
    rb"""(<(?:a|form|link|area)\b[^>]*?\s(?:href|action)=")"""  # a link,
    rb"""(?!["#]|//|[a-z][a-z0-9+.-]*:)"""  # that stays in the site
    rb"""((?:[^"?#]*/)?(?:\.\.?)?)(?=["?#])""",  # and leads to a folder
    re.IGNORECASE,
)
_ONWARDS = re.compile(rb"""(<meta http-equiv="refresh" content="0; url=[^"?#]*/)(?=")""")
"""Where the page of a former address leads."""

_ONLINE_ONLY = re.compile(rb"<li data-online>.*?</li>", re.DOTALL)
_WORKER_NAME = re.compile(rb' data-worker="[^"]*"')


def kept_order(name: str) -> tuple[int, str] | None:
    """Where a page stands among those that every visitor can open without a signal: tools, lists and needs before services.

    None if it is not among them. Packs and guides are for people at a desk.
    """
    if not name.endswith("/index.html") or name.removesuffix("index.html") in SHELL:
        return None
    folder, _, rest = name.removesuffix("/index.html").partition("/")
    order = {"": 0, "lists": 1, "needs": 2, "services": 3}.get(folder if rest else "")
    return None if order is None else (order, name)


class Version:
    """The version of a site for the service worker: any change of a page or an asset changes it."""

    def __init__(self) -> None:
        """Start without files."""
        self._digest = hashlib.sha256()

    def see(self, name: str, digest: bytes) -> None:
        """Add a file by its name and digest. The order matters."""
        if name.endswith((".html", ".js", ".css", ".woff2", ".svg")):
            self._digest.update(name.encode() + b"\0" + digest)

    def worker(self, names: Sequence[str], script: bytes, loaded: Iterable[str]) -> bytes:
        """The service worker: its script, with the site's version and the files to cache for every visitor in front.

        `loaded` are the scripts, style sheets and icons of the pages that every visitor can open.
        """
        there = set(names)
        wanted = [address for address in SHELL if f"{address}index.html" in there]
        wanted += sorted(there.intersection(loaded))
        wanted += [name for name in names if name.endswith(("public-sans-usual.woff2", "public-sans-rest.woff2"))]
        parts = next((name for name in names if name.startswith(SEARCH_PARTS) and name.endswith(f"/{EVERYTHING}.js")), "")
        told = {"version": self._digest.hexdigest()[:16], "files": wanted, "pages": KEPT_PAGES, "parts": parts}
        config = json.dumps(told, separators=(",", ":"))
        return f"self.fingerpost={config};\n".encode() + script


def loaded_by(pages: Iterable[str]) -> set[str]:
    """The scripts, style sheets and icons of ours that any of the pages loads, at once or when a reader asks for them."""
    return {name for page in pages for name in [*_LOADED.findall(page), *" ".join(_ON_DEMAND.findall(page)).split()]}


def for_a_drive(page: bytes) -> bytes:
    """A page whose links name `index.html`, because a browser shows a folder on a drive as a list of files."""
    page = _WORKER_NAME.sub(b"", _ONLINE_ONLY.sub(b"", page))
    return _FOLDER.sub(_file_named, _ONWARDS.sub(rb"\1index.html", page))


def _file_named(match: re.Match[bytes]) -> bytes:
    before, path = match.groups()
    if path.endswith(b"."):
        path += b"/"
    return bytes(before + path.removeprefix(b"./") + b"index.html")
