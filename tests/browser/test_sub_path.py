"""A site below a path, as a GitHub project page is: links, lost pages, scripts, the service worker, the offline copy and the search."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin
from urllib.request import urlopen
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.machine.clock import today
from generator.publishing.hosting.offline import COPY
from generator.publishing.site import build_site
from tests.browser.conftest import PROJECT, project
from tests.browser.hosting import logged
from tests.browser.test_offline import ready
from tests.conftest import made_once

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FOUND = '[data-results][data-state="ready"]'
BELOW = "https://people.github.io/area"


@pytest.fixture(scope="session")
def below(site: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The whole site without packs, told that it will be published below a path, made once for all workers."""

    def make(area: Path) -> None:
        shutil.copytree(PROJECT / "data", area / "data")
        shutil.copytree(site.parent / ".cache", area / ".cache")
        settings = area / "data" / "settings" / "site.yaml"
        settings.write_text(re.sub(r"(?m)^address: .*$", f"address: {BELOW}", settings.read_text()))
        build_site(project(area, data=area / "data"), today(), printing=None)

    return made_once(tmp_path_factory, worker_id, "below", make) / "site"


@pytest.fixture
def host(below: Path) -> Iterator[tuple[str, list[str]]]:
    """A host with nothing but this site, at `/area/`."""
    with logged({"/area/": below}) as (address, log):
        yield f"{address}/area/", log


class Links(HTMLParser):
    """The addresses that a page leads to, or asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for key, value in attrs if key in ("href", "src", "action", "data-worker", "data-root") and value]


def test_every_link_of_every_page_stays_below_the_path_and_leads_somewhere(below: Path) -> None:
    lost = set()
    for path in sorted(below.rglob("*.html")):
        links = Links()
        links.feed(path.read_text(encoding="utf-8"))
        name = path.relative_to(below).as_posix()
        deep = "some/where/deep/" if name == "404.html" else name
        for link in links.found:
            target = urldefrag(urljoin(f"https://site.invalid/area/{deep}", link)).url.partition("?")[0]
            if link.startswith("#") or not target.startswith("https://site.invalid/"):
                continue
            file = below / target.removeprefix("https://site.invalid/area/")
            if not target.startswith("https://site.invalid/area/") or not (file / "index.html" if target.endswith("/") else file).exists():
                lost.add(f"{name}: {link}")
    assert lost == set()


def test_whole_addresses_have_the_path(below: Path) -> None:
    assert f"<loc>{BELOW}/find/</loc>" in (below / "sitemap.xml").read_text()
    head = (below / "find" / "index.html").read_text()
    assert f'<link rel="canonical" href="{BELOW}/find/">' in head
    assert f"{BELOW}/services/samaritans/" in (below / "services" / "samaritans" / "index.html").read_text()


def test_a_lost_page_deep_below_has_its_style_scripts_and_ways_on(host: tuple[str, list[str]], browser_page: Callable[[], Page]) -> None:
    address, log = host
    page = browser_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("response", lambda answer: answer.status >= 400 and wrong.append(answer.url))
    page.goto(f"{address}no/such/page/")
    expect(page.locator("h1")).to_have_text("Page not found")
    expect(page.locator(".scheme")).to_be_visible()  # which needs the script
    ready(page)
    assert wrong == [f"{address}no/such/page/"]
    assert [line for line in log if not line.startswith("GET /area/")] == []
    for name, title in (("Search this site", "Find support"), ("See all job packs", "Job packs")):
        page.goto(f"{address}no/such/page/")
        page.get_by_role("link", name=name).click()
        expect(page.locator("h1")).to_have_text(title)
    page.goto(f"{address}no/such/page/")
    page.get_by_role("link", name="Go to the home page").click()
    page.wait_for_url(re.compile(f"^{re.escape(address)}[.]?$"))


def test_search_sheet_and_kept_pages_work_below_the_path(below: Path, browser_page: Callable[[], Page]) -> None:
    page = browser_page()
    with logged({"/area/": below}) as (at, log):
        address = f"{at}/area/"
        page.goto(address)
        ready(page)
        assert page.evaluate("navigator.serviceWorker.controller.scriptURL") == f"{address}service-worker.js"
        page.get_by_role("searchbox").fill("lonely")
        page.keyboard.press("Enter")
        page.wait_for_selector(f"{FOUND} [data-service-id]")
        page.goto(f"{address}services/the-silver-line/")
        page.locator("[data-choose]").first.click()
        page.locator(".keep").click()
        expect(page.locator("#as-link")).to_have_text(f"{address}handout/#ids=the-silver-line")
        assert [line for line in log if not line.startswith("GET /area/")] == []
    page.goto(f"{address}services/the-silver-line/")
    expect(page.locator(".tel--xl")).to_have_text("0800 4 70 80 90")
    page.goto(f"{address}find/#q=lonely")
    page.wait_for_selector(f"{FOUND} [data-service-id]")
    page.goto(f"{address}roles/link-worker-band-6/")
    expect(page.locator("h1")).to_have_text("There is no signal")


def test_the_offline_copy_knows_where_the_site_is(host: tuple[str, list[str]], browser: Browser, tmp_path: Path) -> None:
    address, _ = host
    with urlopen(address + COPY) as answer:
        (tmp_path / COPY).write_bytes(answer.read())
    with ZipFile(tmp_path / COPY) as packed:
        packed.extractall(tmp_path)
    page = browser.new_page()
    page.goto((tmp_path / "fingerpost" / "index.html").as_uri())
    page.get_by_role("searchbox").fill("lonely")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{FOUND} [data-service-id]")
    page.goto((tmp_path / "fingerpost" / "services" / "the-silver-line" / "index.html").as_uri())
    page.locator("[data-choose]").first.click()
    page.locator(".keep").click()
    expect(page.locator("#as-link")).to_have_text(f"{BELOW}/handout/#ids=the-silver-line")
    page.close()
