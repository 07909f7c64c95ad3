"""What makes the site work without a signal: a service worker for those who visited, and a copy in one file for a shared drive."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

COPY = "fingerpost-offline.zip"
"""The copy, below the site's first page."""

WORKER = "service-worker.js"
"""The service worker. It must stand at the top, because it serves only what lies below it."""

SHELL = ("", "find/", "shortlist/", "handout/", "needs/", "services/", "offline/")
"""Pages that every visitor keeps, by address."""

NOT_COPIED = (WORKER, f"assets/{WORKER}", "404.html", "_headers", "_redirects", "sitemap.xml", "sitemap.xml.gz", COPY)
"""Files that mean nothing on a drive."""

PACKED = (".pdf", ".docx", ".xlsx", ".zip", ".woff2", ".png", ".gz")
"""Endings of files that are compressed already."""

_OURS = re.compile(r"assets/[^/]+\.(?:js|css|svg)")
_TAG = re.compile(rb"<(?:a|form|link|area)\b[^>]*>", re.IGNORECASE)
_ADDRESS = re.compile(rb'\b(href|action)="([^"]*)"', re.IGNORECASE)
_ELSEWHERE = re.compile(rb"^(?:[a-z][a-z0-9+.-]*:|//|#)", re.IGNORECASE)
_ONLINE_ONLY = re.compile(rb"\s*<li data-online>.*?</li>", re.DOTALL)
_WORKER_NAME = re.compile(rb' data-worker="[^"]*"')


def add_offline(site: Path) -> None:
    """Add the service worker and the copy to a finished site, before it is put in place. Same site, same bytes."""
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    contents = {name: path.read_bytes() for name, path in files.items() if name not in (WORKER, COPY)}
    if f"assets/{WORKER}" in contents:
        (site / WORKER).write_bytes(_worker(contents))
    write_copy(contents, site / COPY)


def _worker(contents: dict[str, bytes]) -> bytes:
    """The script with the version of the site and the files that everybody keeps. Any change of a page or asset changes the version."""
    digest = hashlib.sha256()
    for name, content in contents.items():
        if name.endswith((".html", ".js", ".css", ".woff2", ".svg")):
            digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    wanted = [address for address in SHELL if f"{address}index.html" in contents]
    wanted += [name for name in contents if _OURS.fullmatch(name) and not name.endswith(WORKER)]
    wanted += [name for name in contents if name.endswith("latin-wght-normal.woff2")]
    told = json.dumps({"version": digest.hexdigest()[:16], "files": wanted}, separators=(",", ":"))
    return f"self.fingerpost={told};\n".encode() + contents[f"assets/{WORKER}"]


def write_copy(contents: dict[str, bytes], path: Path) -> None:
    """The copy as a zip: the same time on every file and the same order, so that the same site gives the same bytes."""
    with ZipFile(path, "w") as made:
        for name, content in _copied(contents):
            entry = ZipInfo(f"fingerpost/{name}", (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            made.writestr(entry, content, ZIP_STORED if name.endswith(PACKED) else ZIP_DEFLATED, 6)


def _copied(contents: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, content in sorted(contents.items()):
        if name not in NOT_COPIED:
            yield name, for_a_drive(content) if name.endswith(".html") else content


def for_a_drive(page: bytes) -> bytes:
    """A page whose links name files: a browser shows a folder on a drive as a list of files, and never its first page."""
    page = _WORKER_NAME.sub(b"", _ONLINE_ONLY.sub(b"", page))
    return _TAG.sub(lambda tag: _ADDRESS.sub(_file_named, tag[0]), page)


def _file_named(match: re.Match[bytes]) -> bytes:
    name, address = match[1], match[2]
    if not address or _ELSEWHERE.match(address):
        return match[0]
    path, mark, rest = re.fullmatch(rb"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    if path in (b".", b"..") or path.endswith((b"/.", b"/..")):
        path += b"/"
    if path == b"" or path.endswith(b"/"):
        path += b"index.html"
    return name + b'="' + path.removeprefix(b"./") + mark + rest + b'"'
