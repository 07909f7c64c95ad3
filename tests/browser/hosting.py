"""A host for tests that sends what the built site asks hosts to send: `_headers`, as Netlify and Cloudflare read it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any


@cache
def rules(site: Path) -> list[tuple[str, str, str]]:
    """Pattern, name and value of each header."""
    found, pattern = [], ""
    for line in (site / "_headers").read_text().splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            found.append((pattern, name, value))
        else:
            pattern = line
    return found


def sent(site: Path, address: str) -> Iterator[tuple[str, str]]:
    """What goes with an address."""
    for pattern, name, value in rules(site):
        if address == pattern or (pattern.endswith("*") and address.startswith(pattern[:-1])):
            yield name, value


class Hosted(SimpleHTTPRequestHandler):
    """Sends a file with its headers, and 404.html for what is not there. Says nothing."""

    def end_headers(self) -> None:
        for name, value in sent(Path(self.directory), self.path.partition("?")[0]):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""
