"""Measure searches in a real browser: the time to the first result, and the time of a query."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = Path("/usr/bin/chromium")
_CHROMIUM_OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]

_FIRST = """selector => {
  const look = () => document.querySelector(selector) ? window.first = performance.now() : requestAnimationFrame(look);
  look();
}"""
LOADS = 5

SETTLE_MS = 1000
"""Milliseconds to wait before opening a page in a new window. Chromium is still loading the popup of its address bar, two pages with
hundreds of files: a measurement during that would show how two processors are shared, and readers have a window already."""


@dataclass(frozen=True)
class Search:
    """A search to measure: its page with a query in the address, and the selector of its results."""

    name: str
    path: str
    result: str
    files: tuple[str, ...]
    """Parts of the addresses of the files that only the search needs."""


OUR_SEARCH = Search("Fingerpost", "find/#q={}", "[data-service-id]", ("assets/search-data.js", "assets/search/", "assets/find.js"))
MATERIAL_SEARCH = Search("Material", "?q={}", ".md-search-result__item a", ("search_index.json", "workers/search"))
PAGEFIND = Search("Pagefind", "?q={}", "#found li", ("pagefind/",))


class NoBrowser(Exception):
    """No Chromium can be started and controlled."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium, or Playwright's own. Raises NoBrowser."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as error:
        raise NoBrowser from error
    with sync_playwright() as playwright:
        found = str(CHROMIUM) if CHROMIUM.is_file() else None
        try:
            browser = playwright.chromium.launch(executable_path=found, args=_CHROMIUM_OPTIONS)
        except Error as error:
            raise NoBrowser from error
        yield browser
        browser.close()


def browser_available() -> bool:
    """Whether a Chromium can be started and controlled."""
    try:
        with chromium():
            return True
    except NoBrowser:
        return False


def first_result(browser: Browser, address: str, search: Search, query: str) -> tuple[float, float]:
    """The wall time and the processor time from opening the page, with an empty cache, to the first result, in milliseconds.

    The medians of five loads. The processor time is that of the page's main thread: a busy machine makes the wall time long,
    and the processor time not much longer. Material and Pagefind search in a worker, whose time is not in it.
    """
    wall, cpu = [], []
    for _ in range(LOADS):
        context = browser.new_context(service_workers="block")  # it fetches everything again, for later
        page = context.new_page()
        metrics = context.new_cdp_session(page)
        metrics.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.add_init_script(f"({_FIRST})({search.result!r})")
        page.wait_for_timeout(SETTLE_MS)
        page.goto(address + search.path.format(query), wait_until="commit")
        page.wait_for_function("window.first", timeout=60_000)
        wall.append(float(page.evaluate("window.first")))
        found = {one["name"]: one["value"] for one in metrics.send("Performance.getMetrics")["metrics"]}
        cpu.append(found["TaskDuration"] * 1000)
        context.close()
    return statistics.median(wall), statistics.median(cpu)


def queries_in_page(browser: Browser, address: str, queries: Sequence[str]) -> list[float]:
    """Milliseconds of our engine for each query in the page, as the page measures them itself."""
    page = browser.new_page()
    page.goto(address + "find/")
    page.wait_for_selector('[data-results][data-state="ready"]')
    for query in queries:
        page.locator("#q").fill(query)
        page.wait_for_function("q => document.querySelector('[data-results][data-state=ready]')?.dataset.query === q", arg=query)
    times: list[float] = page.evaluate("performance.getEntriesByName('search').map(e => e.duration)")
    page.close()
    return times[1:]


def ask_material(browser: Browser, address: str, queries: Sequence[str]) -> list[list[str]]:
    """The first three of Material's results for each query, as ids: asked through the worker that its own page starts."""
    page = browser.new_page()
    page.goto(address)
    page.evaluate(_WORKER)
    page.wait_for_function("window.listening", timeout=60_000)
    found: list[list[str]] = [page.evaluate("query => window.ask(query)", query) for query in queries]
    page.close()
    return found


_WORKER = """async () => {
  const settings = JSON.parse(document.getElementById("__config").textContent);
  const index = await (await fetch("search/search_index.json")).json();
  const worker = new Worker(settings.search);
  const waiting = [];
  worker.addEventListener("message", ({ data }) => {
    if (data.type === 1) window.listening = true;
    if (data.type === 3) waiting.shift()(data.data.items.slice(0, 3).map(group => group[0].location.split("/")[0]));
  });
  worker.postMessage({ type: 0, data: { config: { ...index.config }, docs: index.docs, options: { suggest: false } } });
  window.ask = query => new Promise(done => { waiting.push(done); worker.postMessage({ type: 2, data: query }); });
}"""


def ask_pagefind(browser: Browser, address: str, queries: Sequence[str]) -> list[list[str]]:
    """The first three of Pagefind's results for each query, as ids."""
    page = browser.new_page()
    page.goto(address)
    page.wait_for_function("window.ready")
    found: list[list[str]] = [page.evaluate("query => window.ask(query, 3)", query) for query in queries]
    page.close()
    return [[url.rsplit("/", 1)[-1].removesuffix(".html") for url in urls] for urls in found]
