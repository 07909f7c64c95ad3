"""The Content-Security-Policy of the site, computed from the finished pages: they may only load what the site itself contains."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

_HINTS = tuple(re.compile(sign) for sign in (rb"<script\b(?![^>]*\ssrc\s*=)", rb"<style\b", rb"style\s*="))
"""Cheap tests on the lower-case page: one matches wherever one of the expressions below does. In most pages none does."""
_SCRIPT = re.compile(rb"<script\b(?![^>]*\ssrc\s*=)[^>]*>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(rb"<style\b[^>]*>(.*?)</style\s*>", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"<[a-z][^<>]*?\sstyle\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.DOTALL | re.IGNORECASE)

FIXED = {
    "default-src": "'none'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
"""Directives that are the same on every site. Only images may be `data:` URLs, in style sheets."""


@dataclass
class Inline:
    """Hashes of the inline scripts and styles of pages. Browsers refuse all others."""

    scripts: set[str] = field(default_factory=set)
    styles: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)

    def read(self, page: bytes) -> None:
        """Add the inline scripts and styles of a page or SVG image."""
        small = page.lower()
        if not any(sign.search(small) for sign in _HINTS):
            return
        self.scripts |= {_hash(text) for text in _SCRIPT.findall(page)}
        self.styles |= {_hash(text) for text in _STYLE.findall(page)}
        self.attributes |= {_hash(_plain(double or single)) for double, single in _ATTRIBUTE.findall(page)}

    def join(self, other: Inline) -> None:
        """Add the hashes of another collection."""
        self.scripts |= other.scripts
        self.styles |= other.styles
        self.attributes |= other.attributes

    def plain(self) -> list[list[str]]:
        """The hashes as sorted lists, in the order of the fields."""
        return [sorted(self.scripts), sorted(self.styles), sorted(self.attributes)]


def inline(site: Path) -> Inline:
    """The inline scripts and styles of all pages and SVG images of a finished site."""
    found = Inline()
    for path in _readable(site):
        found.read(path.read_bytes())
    return found


def policy(found: Inline) -> str:
    """The Content-Security-Policy (level 3) that allows exactly these. Event handler attributes are never allowed."""
    parts = {**FIXED, "script-src": _sources(found.scripts), "style-src": _sources(found.styles)}
    if found.attributes:
        parts["style-src-attr"] = " ".join(["'unsafe-hashes'", *sorted(found.attributes)])
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def _readable(site: Path) -> Iterator[Path]:
    for ending in ("html", "svg"):
        yield from site.rglob(f"*.{ending}")


def _sources(hashes: Iterable[str]) -> str:
    return " ".join(["'self'", *sorted(hashes)])


def _plain(attribute: bytes) -> bytes:
    """An attribute's value as a browser reads it."""
    return html.unescape(attribute.decode()).encode()


def _hash(text: bytes) -> str:
    """The hash as a browser computes it: with each line ending as one character."""
    digest = hashlib.sha256(text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
