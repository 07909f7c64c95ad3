"""Without a signal: what the service worker kept, and the copy that opens from a drive."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from generator.publishing.hosting.finish import finish
from generator.publishing.hosting.offline import COPY, KEPT_PAGES
from tests.browser.host_away import Host, ready

pytestmark = pytest.mark.browser

LEFT = "net::ERR_ABORTED"
"""A picture was on its way when the page was left: nobody misses it. A file that is not there is ERR_FILE_NOT_FOUND."""
LOADED = re.compile(r'<(?:link|script)[^>]* (?:href|src)="([^"]*assets/[^/"]+)"')
"""A script, style sheet or icon that a page loads."""

ASKED_FOR = re.compile(r'data-loads="([^"]*)"')
"""What a page loads when a reader asks for it, by the paths below the site."""

ROLE = "roles/mental-health-practitioner-band-7/"


def test_what_was_visited_works_without_a_signal(host: Host, browser_page: Callable[[], Page]) -> None:
    page = browser_page()
    page.goto(host.address + "services/samaritans/")
    ready(page)
    page.goto(host.address + "services/the-silver-line/")
    page.goto(host.address + "find/")
    host.stop()
    page.goto(host.address + "find/#q=lonely")
    page.wait_for_selector('[data-results][data-state="ready"]')
    assert page.locator("[data-results] a").count() > 0
    page.goto(host.address + "services/the-silver-line/")
    expect(page.locator(".tel--xl")).to_have_text("0800 4 70 80 90")
    page.goto(host.address + "handout/#ids=samaritans,the-silver-line")
    assert page.locator("[data-services] > article").count() == 2
    page.goto(host.address + ROLE)
    expect(page.locator("h1")).to_have_text("There is no signal")
    expect(page.locator(".crisis")).to_contain_text("116 123")
    kept = page.evaluate("caches.keys().then(async all => (await (await caches.open(all[0])).keys()).map(one => one.url))")
    assert not [url for url in kept if "?" in url], "what was typed is not kept"
    host.start()


KEPT = "async file => { while (!(await caches.match(file))) await new Promise(done => setTimeout(done, 50)); }"


@pytest.mark.slow
def test_after_one_visit_services_needs_lists_and_the_navigator_work_without_a_signal(host: Host, browser_page: Callable[[], Page]) -> None:
    page = browser_page()
    page.goto(host.address)
    ready(page)
    page.evaluate(KEPT, host.address + KEPT_PAGES)
    host.stop()
    for path, text in {
        "services/turn2us/": "Turn2us", "needs/money/": "Money", "lists/cannot-sleep/": "Cannot sleep", "who-can-help/": "Who can help",
    }.items():  # fmt: skip
        page.goto(host.address + path)
        expect(page.locator("h1")).to_contain_text(text)
        expect(page.locator("[data-kept]")).to_contain_text("Kept copy from")
    host.start()


def test_what_is_kept_for_everyone_is_every_service_and_need_and_small(site: Path) -> None:
    file = (site / KEPT_PAGES).read_bytes()
    kept = dict(json.loads(file))
    pages = [page for name in ("services", "needs", "lists") for page in site.glob(f"{name}/*/index.html")]
    there = {f"{page.parent.relative_to(site).as_posix()}/" for page in pages}
    assert there <= set(kept)
    assert kept["needs/money/"] == (site / "needs/money/index.html").read_text(encoding="utf-8")
    assert len(gzip.compress(file)) < 300_000


@pytest.mark.slow
def test_a_new_number_shows_at_once_and_the_old_copy_goes(host: Host, browser_page: Callable[[], Page]) -> None:
    page = browser_page()
    path = "services/the-silver-line/"
    page.goto(host.address + path)
    ready(page)
    page.goto(host.address + path)
    first = page.evaluate("caches.keys()")
    assert len(first) == 1
    file = host.folder / path / "index.html"
    file.write_text(file.read_text().replace("0800 4 70 80 90", "0800 000 0000"))
    finish(host.folder)
    page.goto(host.address + path)
    expect(page.locator(".tel--xl")).to_have_text("0800 000 0000")
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update())")
    same = "(await caches.keys()).join() === old || (await caches.keys()).length > 1"
    replaced = f"async old => {{ while ({same}) await new Promise(requestAnimationFrame); }}"
    page.evaluate(replaced, first[0])
    host.stop()
    page.goto(host.address + path)
    expect(page.locator(".tel--xl")).to_have_text("0800 000 0000")
    host.start()


@pytest.fixture(scope="module")
def drive(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("a drive")
    with ZipFile(site / COPY) as packed:
        packed.extractall(folder)
    return folder / "fingerpost"


@pytest.mark.slow
def test_the_copy_opens_from_a_drive(drive: Path, browser_page: Callable[[], Page]) -> None:
    page = browser_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: request.failure == LEFT or wrong.append(request.url))
    page.goto((drive / "index.html").as_uri())
    page.locator("#q").first.fill("lonely")
    page.keyboard.press("Enter")
    page.wait_for_selector('[data-results][data-state="ready"]')
    assert page.url.startswith("file://")
    assert page.locator("[data-results] a").count() > 0
    page.goto((drive / "services" / "the-silver-line" / "index.html").as_uri())
    page.locator("[data-choose]").first.click()
    page.locator(".keep").click()
    expect(page.locator("h2 a").first).to_have_text("The Silver Line")
    page.get_by_role("link", name="See the sheet and print").click()
    expect(page.locator("[data-services] .big")).to_have_text("0800 4 70 80 90")
    expect(page.locator("[data-qr]")).to_be_hidden()
    page.goto((drive / ROLE / "index.html").as_uri())
    page.locator('a[href*="source/"]').first.click()
    expect(page.locator("h1")).to_contain_text("ource")
    assert wrong == []


@pytest.mark.slow
def test_every_link_of_the_copy_leads_to_a_file_in_it(drive: Path) -> None:
    from html.parser import HTMLParser

    class Links(HTMLParser):
        found: list[str]

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.found += [value for key, value in attrs if key in ("href", "src", "action") and value and tag != "base"]

    lost = set()
    for path in sorted(drive.rglob("*.html")):
        links = Links()
        links.found = []
        links.feed(path.read_text(encoding="utf-8"))
        for link in links.found:
            if link.startswith(("http:", "https:", "mailto:", "tel:", "sms:", "#", "data:")):
                continue
            target = (path.parent / link.split("?")[0].split("#")[0]).resolve()
            if not target.is_file():
                lost.add(f"{path.relative_to(drive)}: {link}")
    assert not lost


def test_the_copy_holds_the_packs_and_nothing_for_servers(drive: Path) -> None:
    assert list((drive / "packs").glob("*.pdf"))
    assert not (drive / "service-worker.js").exists()
    assert "data-worker" not in (drive / "index.html").read_text()


def test_the_same_site_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        shutil.copytree(site, tmp_path / name, ignore=shutil.ignore_patterns("packs", "openreferral", "service-worker.js", COPY, "x-*"))
        shutil.copy(site / "assets" / "service-worker.js", tmp_path / name / "assets")
        finish(tmp_path / name)
        made.append(((tmp_path / name / COPY).read_bytes(), (tmp_path / name / "service-worker.js").read_bytes()))
    assert made[0] == made[1]


def test_every_visitor_keeps_only_what_the_kept_pages_load(site: Path) -> None:
    told = (site / "service-worker.js").read_text().partition(";\n")[0]
    files = json.loads(told.removeprefix("self.fingerpost="))["files"]
    addresses = [*(file for file in files if file == "" or file.endswith("/")), *dict(json.loads((site / KEPT_PAGES).read_bytes()))]
    pages = [site / address / "index.html" for address in addresses]
    loaded = {(page.parent / name).resolve() for page in pages for name in LOADED.findall(page.read_text())}
    loaded |= {(site / name).resolve() for page in pages for names in ASKED_FOR.findall(page.read_text()) for name in names.split()}
    assert {(site / file).resolve() for file in files if file.endswith((".js", ".css", ".svg"))} == loaded
    assert site / "assets" / "find.js" in loaded
    assert site / "assets" / "tailor.js" not in loaded  # half a megabyte with its words: kept once the page was visited
