"""A page, and a file to download: what every maker of pages gives to the site."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import Any

Files = dict[str, bytes]
"""Files by their path below a folder, with forward slashes."""

JsonObject = dict[str, Any]
"""An object as JSON has it."""


@dataclass(frozen=True)
class Page:
    """A page as the site engine takes it. `path` is its Markdown file below the staging folder, with forward slashes."""

    path: str
    title: str
    description: str
    kind: str
    body: str

    @property
    def address(self) -> str:
        """Where it stands in the site: `roles/link-worker-band-6/`."""
        return self.path.removesuffix(".md").removesuffix("index").rstrip("/") + "/" if self.path != "index.md" else ""

    @property
    def root(self) -> str:
        """The way from the page to the site's first page: `../../`."""
        return "../" * self.address.count("/")

    def markdown(self) -> str:
        """The whole file. JSON strings are YAML strings too, so any title is safe in the heading block.

        Material puts the description into an attribute as it is, so it is escaped here.
        """
        head = {"title": self.title, "description": escape(self.description), "kind": self.kind}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
        return "\n".join(["---", *lines, "---", "", self.body.strip("\n"), ""])


@dataclass(frozen=True)
class File:
    """A file to download, as a page lists it. `href` is from the site's first page on; `size` is in bytes."""

    label: str
    href: str
    about: str
    size: int
