"""A web host for tests that sends the headers in the site's `_headers`, as Netlify and Cloudflare do."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PARKED = "parked"
"""The address of an empty page, where a tab waits between two tests."""

EMPTY = b'<!doctype html><html lang="en"><title>Parked</title><link rel="icon" href="/assets/mark.svg">'


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
    """The headers of an address."""
    for pattern, name, value in rules(site):
        if address == pattern or (pattern.endswith("*") and address.startswith(pattern[:-1])):
            yield name, value


class Hosted(SimpleHTTPRequestHandler):
    """Sends a file with its headers, and an empty page. Says nothing."""

    def do_GET(self) -> None:
        if self.path != f"/{PARKED}":
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(EMPTY)))
        self.end_headers()
        self.wfile.write(EMPTY)
        return None

    def end_headers(self) -> None:
        for name, value in sent(Path(self.directory), self.path.partition("?")[0]):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""


class Folder(SimpleHTTPRequestHandler):
    """A host of sites in folders, as GitHub Pages is: it sends no headers of ours, and a site's 404.html for what is not in it.

    What it logs is the line of the request and the page it came from, as web servers do.
    """

    log: list[str]
    sites: dict[str, Path]
    """By the path that each begins with, such as `/area/`."""

    def log_request(self, *_: Any) -> None:
        """Keep a line of the log."""
        self.log.append(f"{self.requestline} {self.headers.get('Referer', '-')}")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing else."""

    def translate_path(self, path: str) -> str:
        """The file of an address in the site that it is below, the longest path first."""
        for below in sorted(self.sites, key=len, reverse=True):
            if path.startswith(below):
                self.directory = str(self.sites[below])
                return super().translate_path("/" + path.removeprefix(below))
        self.directory = "/nowhere"
        return "/nowhere"

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The page of the site for what is not there."""
        lost = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not lost.is_file():
            return super().send_error(code, message, explain)
        page = lost.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)
        return None


@contextmanager
def logged(sites: dict[str, Path]) -> Iterator[tuple[str, list[str]]]:
    """A host of these sites: its address without a path, and its log."""
    log: list[str] = []
    handler = type("Logged", (Folder,), {"log": log, "sites": sites})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", log
    server.shutdown()
    server.server_close()
