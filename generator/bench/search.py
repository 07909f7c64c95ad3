"""Compare the search with Material's own, Pagefind and plain MiniSearch, with the same services and queries in one run."""

from __future__ import annotations

import json
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import yaml

from generator.bench import chromium, missing
from generator.bench.counting_server import serve
from generator.bench.directory import directory
from generator.bench.honesty import Honesty, honesty
from generator.bench.machine import Machine, machine
from generator.bench.missing import Missing
from generator.bench.other_searches import material_site, pagefind_site
from generator.documents.browser.search_data import search_data
from generator.documents.browser.search_files import search_files
from generator.documents.page import JsonObject
from generator.knowledge.library.loading import load
from generator.problems import Stopped
from generator.publishing.disk.folders import Progress

SIZES = (300, 3000, 10000)
QUERY = "anxiety"
"""The query for the first result. A single word, because Material and Pagefind mostly find nothing for a sentence."""

_TYPED = 120
"""Queries that are typed into the page, one after the other."""

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Speed:
    """One search over one directory. Milliseconds; bytes as they are sent, with gzip."""

    name: str
    services: int
    first_result: float
    work: float
    """Processor time of the page's main thread until then."""
    bytes_for_search: int
    query_median: float | None = None
    query_worst: float | None = None
    """The 95th percentile."""

    def row(self) -> tuple[str, ...]:
        """The figures as words, for a table."""
        query = [f"{value:.1f}" if value is not None else "" for value in (self.query_median, self.query_worst)]
        first = (f"{self.first_result:.0f}", f"{self.work:.0f}", f"{self.bytes_for_search / 1000:.0f}")
        return (self.name, f"{self.services:,}", *first, *query)


@dataclass(frozen=True)
class Quality:
    """How often one search has a right service among its first three."""

    name: str
    seen: float
    unseen: float


@dataclass(frozen=True)
class Danger:
    """How often crisis cards are shown for phrases of danger and for harmless look-alikes, as shares from 0 to 1."""

    part: str
    """Seen while tuning, or not."""
    shown: float
    """Danger with a card."""
    right: float
    """Danger whose first card is a right one."""
    false: float
    """Harmless phrases with a card."""
    dangers: int
    harmless: int


@dataclass(frozen=True)
class SearchMeasured:
    """One run over every search. `left_out` says what could not be measured here, and how to get what it needs."""

    speeds: list[Speed]
    qualities: list[Quality]
    services: int
    seen: int
    unseen: int
    machine: Machine
    left_out: list[str] = field(default_factory=list)
    honesty: Honesty | None = None
    """Nothing where there are no queries to measure with."""
    dangers: list[Danger] = field(default_factory=list)
    """The crisis cards on each half of the phrases."""


def measure_search(site: Path, data: Path, today: date, sizes: Sequence[int], notify: Progress) -> SearchMeasured:
    """Everything: speed and size on made-up directories, quality on the real one with the queries of tests/search.

    What is not installed is left out. Raises Missing where nothing is left, and Stopped for errors in the data.
    """
    library, report = load(data)
    if report.fails:
        raise Stopped(report)
    real, queries = search_data(library, [], today), query_sets(PROJECT / "tests" / "search")
    browser = not missing.browser()
    typed = [query["text"] for query in queries if not query.get("unseen")][:_TYPED]
    measured_speeds = list(speeds(site, real, typed, sizes, notify)) if browser else []
    measured_qualities = list(qualities(real, queries, notify, browser)) if queries else []
    if not measured_speeds and not measured_qualities:
        raise Missing("\n".join(not_measurable()))
    unseen = sum(bool(query.get("unseen")) for query in queries)
    program = missing.node()
    honest = honesty(real, PROJECT, [query["text"] for query in queries], program) if queries and program else None
    cards = dangers(real, PROJECT, notify, program) if program else []
    return SearchMeasured(
        measured_speeds, measured_qualities, len(real["services"]), len(queries) - unseen, unseen, machine(),
        not_measurable(), honest, cards,
    )  # fmt: skip


def not_measurable() -> list[str]:
    """What cannot be measured here, and how to install what it needs."""
    queries = None if query_sets(PROJECT / "tests" / "search") else missing.NO_QUERIES
    return [why for why in (missing.browser(), missing.javascript(), missing.pagefind(), queries) if why]


def speeds(site: Path, data: JsonObject, queries: Sequence[str], sizes: Sequence[int], notify: Progress) -> Iterator[Speed]:
    """Each search at each size: ours on the finished `site` with its data replaced, the others on sites of their own."""
    labels = _labels(data)
    with tempfile.TemporaryDirectory() as scratch, chromium.chromium() as browser:
        for size in sizes:
            generated = directory(data, size)
            notify(f"{size} services: Fingerpost")
            with serve(site, search_files(generated)) as server:
                first = chromium.first_result(browser, server.address, chromium.OUR_SEARCH, quote_plus(QUERY))
                cost = _per_load(server.bytes_sent(*chromium.OUR_SEARCH.files))
                times = sorted(chromium.queries_in_page(browser, server.address, queries))
                # A site that an older version made measures no queries.
                query = (statistics.median(times), times[int(len(times) * 0.95)]) if times else ()
                yield Speed("Fingerpost", size, *first, cost, *query)
            for search, make in _other_searches(generated, labels).items():
                notify(f"{size} services: {search.name}")
                with serve(make(Path(scratch) / f"{search.name}-{size}")) as server:
                    first = chromium.first_result(browser, server.address, search, quote_plus(QUERY))
                    yield Speed(search.name, size, *first, _per_load(server.bytes_sent(*search.files)))


def _per_load(sent: int) -> int:
    """Bytes sent for one of the loads, each of which had an empty cache."""
    return round(sent / chromium.LOADS)


def _other_searches(data: JsonObject, labels: dict[str, str]) -> Mapping[chromium.Search, Callable[[Path], Path]]:
    services = data["services"]
    sites: dict[chromium.Search, Callable[[Path], Path]] = {}
    sites[chromium.MATERIAL_SEARCH] = lambda folder: material_site(services, labels, folder)
    if not missing.pagefind():
        sites[chromium.PAGEFIND] = lambda folder: pagefind_site(services, labels, folder)
    return sites


def qualities(data: JsonObject, queries: Sequence[Mapping[str, Any]], notify: Progress, browser: bool = True) -> Iterator[Quality]:
    """The share of queries with a right service among the first three, separately for queries the search was tuned on and for the others.

    Ours and plain MiniSearch need Node.js; the others need a `browser`.
    """
    texts = [query["text"] for query in queries]
    if program := missing.node():
        notify("Quality: Fingerpost and plain MiniSearch")
        for name, answers in in_node(data, queries, program).items():
            yield _quality({"fingerpost": "Fingerpost", "minisearch": "MiniSearch plain"}[name], answers["first"], queries)
    if not browser:
        return
    labels = _labels(data)
    with tempfile.TemporaryDirectory() as scratch, chromium.chromium() as opened:
        for search, make in _other_searches(data, labels).items():
            notify(f"Quality: {search.name}")
            ask = chromium.ask_material if search is chromium.MATERIAL_SEARCH else chromium.ask_pagefind
            with serve(make(Path(scratch) / search.name)) as server:
                yield _quality(search.name, ask(opened, server.address, texts), queries)


def in_node(data: JsonObject, queries: Sequence[Mapping[str, Any]], node: str) -> dict[str, Any]:
    """The first three and the milliseconds of each query, for our engine and for plain MiniSearch, in Node.js."""
    answers: dict[str, Any] = _run(node, "asking.mjs", data, [query["text"] for query in queries])
    return answers


def _run(node: str, script: str, data: JsonObject, texts: Sequence[str]) -> Any:
    """The JSON that a script of this folder prints in Node.js, given the search data and texts."""
    with tempfile.TemporaryDirectory() as scratch:
        files = [Path(scratch) / name for name in ("data.json", "queries.json")]
        files[0].write_text(json.dumps(data), encoding="utf-8")
        files[1].write_text(json.dumps(texts), encoding="utf-8")
        command = [node, str(Path(__file__).with_name(script)), *map(str, files)]
        ran = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True, encoding="utf-8")
    return json.loads(ran.stdout)


def _quality(name: str, answers: Sequence[Sequence[str]], queries: Sequence[Mapping[str, Any]]) -> Quality:
    def share(unseen: bool) -> float:
        found = [
            bool(set(first) & set(query["right"]))
            for first, query in zip(answers, queries, strict=True)
            if bool(query.get("unseen")) is unseen
        ]
        return sum(found) / len(found) if found else 0.0

    return Quality(name, share(False), share(True))


def dangers(data: JsonObject, project: Path, notify: Progress, node: str) -> list[Danger]:
    """The crisis cards on the sets of `tests/search`, as far as they exist."""
    notify("Danger: the crisis cards")
    folder, found = project / "tests" / "search", []
    for part in ("seen", "unseen"):
        sets = [folder / f"{kind}-{part}.yaml" for kind in ("danger", "harmless")]
        if all(path.is_file() for path in sets):
            found.append(_danger(part, data, node, *(yaml.safe_load(path.read_text(encoding="utf-8")) for path in sets)))
    return found


def _danger(part: str, data: JsonObject, node: str, bad: Sequence[Mapping[str, Any]], good: Sequence[Mapping[str, Any]]) -> Danger:
    shown = _run(node, "cards.mjs", data, [str(one["q"]) for one in (*bad, *good)])
    raised, false = shown[: len(bad)], shown[len(bad) :]
    right = sum(bool(cards) and cards[0] in one["cards"] for one, cards in zip(bad, raised, strict=True))
    return Danger(part, sum(map(bool, raised)) / len(bad), right / len(bad), sum(map(bool, false)) / len(good), len(bad), len(good))


def query_sets(folder: Path) -> list[dict[str, Any]]:
    """Every query of the test sets in a folder."""
    return [query for path in sorted(folder.glob("queries*.yaml")) for query in yaml.safe_load(path.read_text(encoding="utf-8"))["queries"]]


def _labels(data: JsonObject) -> dict[str, str]:
    return {need["id"]: need["label"] for need in data["vocabulary"]["needs"]}
