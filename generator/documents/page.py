"""A page, and a file to download: the results of everything that makes pages."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import Any

from generator.documents.page_kinds import PageKind

Files = dict[str, bytes]
"""Files by their path below a folder, with forward slashes."""

JsonObject = dict[str, Any]
"""A JSON object."""


@dataclass(frozen=True)
class Page:
    """A page for the site engine. `path` is its Markdown file below the staging folder, with forward slashes."""

    path: str
    title: str
    description: str
    kind: PageKind
    body: str
    lang: str = "en-GB"
    """Its language."""
    moves_to: str = ""
    """For the page of a former address: the relative address that browsers go on to."""

    @property
    def address(self) -> str:
        """Its address in the site: `roles/link-worker-band-6/`."""
        return self.path.removesuffix(".md").removesuffix("index").rstrip("/") + "/" if self.path != "index.md" else ""

    @property
    def root(self) -> str:
        """The relative path from the page to the root of the site: `../../`."""
        return "../" * self.address.count("/")

    def markdown(self) -> str:
        """The whole file. JSON strings are YAML strings too, so any title is safe in the front matter.

        Material puts the description into an attribute unescaped, so it is escaped here.
        """
        head = {"title": self.title, "description": escape(self.description), **self.kind.head()}
        head |= {"lang": self.lang} if self.lang != "en-GB" else {}
        head |= {"moves_to": self.moves_to} if self.moves_to else {}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
        return "\n".join(["---", *lines, "---", "", self.body.strip("\n"), ""])


@dataclass(frozen=True)
class File:
    """A file to download, in the list on a page. `href` is relative to the root of the site; `size` is in bytes.

    One that `holds_others` is left out of short lists.
    """

    label: str
    href: str
    about: str
    size: int
    holds_others: bool = False
