"""A site of hostile texts in Chromium, under its policy: pages, the search, and what is made in the browser. Nothing of it runs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.hosting import Hosted
from tests.hostile.payloads import CANARY, LETTERS, WRITTEN
from tests.hostile.test_site import built, judged

WATCH = """
window.found = [];
window.canary = () => found.push('a text ran as script');
addEventListener('securitypolicyviolation', e => found.push(`${e.violatedDirective} ${e.blockedURI}`));
new MutationObserver(() => {
    const marks = 'canary, [canary], [onerror], [onload], [onclick], [onmouseover], [style*=canary], [srcdoc]';
    for (const made of document.querySelectorAll(marks))
        found.push(made.outerHTML.slice(0, 200));
    for (const link of document.querySelectorAll('a[href]'))
        if (!['http:', 'https:', 'mailto:', 'tel:', 'sms:', 'blob:'].includes(link.protocol)) found.push(link.outerHTML.slice(0, 200));
}).observe(document, {subtree: true, childList: true, attributes: true});
"""


ASKED = (
    "",
    "find/?q=canary",
    "find/?q=%3Cimg+src%3Dx+onerror%3Dcanary()%3E",
    "find/?need=canary&area=%22%3E%3Ccanary%3E",
    "handout/?ids=samaritans,canary,%3Ccanary%3E",
)
"""Addresses as strangers write them."""


def faults(browser: Browser, address: str, pages: Iterator[str]) -> list[str]:
    context = browser.new_context(service_workers="block")
    context.add_init_script(WATCH)
    page = context.new_page()
    wrong: list[str] = []
    page.on("request", lambda r: None if r.url.startswith((address, "blob:", "data:")) else wrong.append(f"asks for {r.url}"))
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    page.on("dialog", lambda dialog: (wrong.append(f"{page.url}: {dialog.message}"), dialog.dismiss()))
    for path in pages:
        page.goto(address + path)
        if path.startswith("find/"):
            page.wait_for_selector('[data-results][data-state="ready"]')
        if path.startswith(("tailor/", "handout/", "shortlist/")):
            for field in page.locator("input[type=text], input:not([type]), textarea").all()[:5]:
                if field.is_visible() and field.is_editable():
                    field.fill("<img src=x onerror=canary()>{{7*7}}")
            page.wait_for_timeout(300)
        wrong += [f"{path}: {found}" for found in page.evaluate("[...new Set(window.found)]")]
    context.close()
    return wrong


def kinds(site: Path, most: int) -> Iterator[str]:
    """So many pages of each kind that show hostile texts, the search for them, and the pages that work in the browser."""
    yield from ASKED
    seen: dict[tuple[str, int], int] = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site)
        kind = (name.parts[0], len(name.parts))
        if CANARY in path.read_text() and seen.get(kind, 0) < most:
            seen[kind] = seen.get(kind, 0) + 1
            yield name.as_posix().removesuffix("index.html")


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("most", [1, 5])
def test_nothing_of_hostile_data_runs(most: int, browser: Browser, tmp_path: Path) -> None:
    site, hostile = built(tmp_path, [*WRITTEN, *LETTERS], 1, "--no-packs")
    assert hostile > 100
    assert list(judged(site)) == []
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Hosted, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        assert faults(browser, f"http://127.0.0.1:{server.server_port}/", kinds(site, most)) == []
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.browser
def test_the_watch_sees(browser: Browser, tmp_path: Path) -> None:
    body = "<p><a href='javascript:canary()'>x</a><img src=x onerror=canary()>"
    (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title>{body}")
    (tmp_path / "_headers").write_text("/*\n")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Hosted, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    seen = " ".join(faults(browser, f"http://127.0.0.1:{server.server_port}/", iter(["index.html"])))
    server.shutdown()
    server.server_close()
    for part in ("ran as script", "onerror=", "javascript:canary"):
        assert part in seen
