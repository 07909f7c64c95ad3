"""A site made from the project's own data, served on this machine, in Debian's Chromium."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, CDPSession, Page, expect

from generator.bench.chromium import CHROMIUM
from generator.machine.clock import today
from generator.publishing.disk.folders import Folders
from generator.publishing.site import build_site
from tests.browser.host_away import Host
from tests.browser.hosting import PARKED, Hosted
from tests.conftest import made_once, remembering

expect.set_options(timeout=20_000)  # on a machine with other work: what comes late is no fault

PROJECT = Path(__file__).resolve().parents[2]
HEADLESS = Path("/usr/bin/chromium-headless-shell")
"""The same browser without windows, history and start page: it needs a fifth less of the processor."""

PAGES = {
    "home": "",
    "roles": "roles/",
    "role": "roles/mental-health-practitioner-band-7/",
    "role-nhs-jobs": "roles/link-worker-band-6/nhs-jobs/",
    "role-source": "roles/primary-care-mental-health-worker-band-4/source/",
    "network": "networks/example-network/",
    "network-pack": "networks/example-network/mental-health-practitioner-band-7/",
    "tailor-roles": "tailor/",
    "tailor": "tailor/mental-health-practitioner-band-7/",
    "sources": "sources/",
    "errors": "errors/",
    "wording": "wording/",
    "review": "review/",
    "find": "find/",
    "results": "find/#q=lonely",
    "no-results": "find/#q=qqqq",
    "service-models": "service-models/",
    "service-model": "service-models/hertsmere-epmhs-2008/",
    "timeline": "timeline/",
    "navigator": "who-can-help/",
    "navigator-question": "who-can-help/#safe=safe&concern=none&age=adult&team=no",
    "navigator-result": "who-can-help/#safe=safe&concern=none&age=adult&team=no&matter=distress",
    "navigator-danger": "who-can-help/#safe=danger",
    "navigator-urgent": "who-can-help/#safe=safe&concern=control&age=adult",
    "navigator-signs": "who-can-help/#safe=safe&concern=birth&age=adult",
    "navigator-table": "who-can-help/#all",
    "cohorts": "cohorts/",
    "planner": "plan-a-team/",
    "role-profile": "roles/link-worker-band-6/profile/",
    "role-guide": "roles/mental-health-practitioner-band-7/guide/",
    "role-interview": "roles/mental-health-practitioner-band-7/interview/",
    "role-induction": "roles/primary-care-mental-health-worker-band-4/induction/",
    "career": "career/",
    "career-duties": "career/duties/",
    "prose": "about/",
    "guide": "guides/use-a-pack/",
    "health": "health/",
    "queue": "health/queue/",
    "changes": "changes/",
    "service": "services/hertfordshire-domestic-abuse-helpline/",
    "service-unsure": "services/the-mix/",
    "services": "services/",
    "needs": "needs/",
    "need": "needs/domestic-abuse/",
    "areas": "areas/",
    "area": "areas/borehamwood/",
    "ready-lists": "lists/",
    "ready-list": "lists/someone-has-died/",
    "shortlist": "shortlist/",
    "handout": "handout/#ids=nhs-hertfordshire-and-mid-essex-talking-therapies,the-silver-line,andys-man-club",
    "missing": "404.html",
}
"""One page of each kind, and each state of the search."""

SISTERS = frozenset({
    "service-models", "cohorts", "navigator-question", "navigator-danger", "navigator-urgent", "navigator-signs", "navigator-table",
    "role-profile", "role-interview", "role-induction", "career-duties",
})  # fmt: skip
"""Kinds that are made of the same parts as another kind."""

BLOCKED = "Service Worker registration blocked by Playwright"
"""What the browser says where a test lets in no service worker."""

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def project(folder: Path, data: Path = PROJECT / "data", content: Path = PROJECT / "content") -> Folders:
    """A project of its own in `folder`, so that a test disturbs nobody's `build/`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("mkdocs.yml", "generator", "templates"):
        (folder / name).symlink_to(PROJECT / name)
    return Folders(folder, data, content, folder / "site")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str, pytestconfig: pytest.Config) -> Path:
    """The whole site, made once for all workers."""

    def make(folder: Path) -> None:
        with remembering(pytestconfig, "site", folder / ".cache"):
            build_site(project(folder), today())

    return made_once(tmp_path_factory, worker_id, "site", make) / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Hosted, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium where it is there, headless if it can be, with everything that calls home turned off."""
    quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    own = next((path for path in (HEADLESS, CHROMIUM) if path.is_file()), None)
    return {**browser_type_launch_args, **({"executable_path": str(own)} if own else {}), "args": ["--no-sandbox", "--disable-gpu", *quiet]}


def listen(page: Page, address: str, wrong: list[str]) -> None:
    """Note what a page asks of other hosts, and the errors that it logs."""
    page.set_default_timeout(20_000)
    page.on("request", lambda r: None if r.url.startswith(address) else wrong.append(f"asks for {r.url}"))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") and BLOCKED not in m.text else None)


def wait(page: Page, kind: str) -> None:
    """Wait until a page of the search shows what it found."""
    if kind in ("find", "results", "no-results"):
        page.wait_for_selector('[data-results][data-state="ready"]')


FORGET = "localStorage.clear(); sessionStorage.clear();"
"""What the first page of a test runs first: nothing that a test before kept is there. Only a service worker keeps things elsewhere."""


ANEW = """state => {
    localStorage.clear();
    sessionStorage.clear();
    document.activeElement.blur();
    scrollTo(0, 0);
    history.replaceState(null, "", location.pathname + state);
    dispatchEvent(new PopStateEvent("popstate"));
}"""
"""Puts the search at a state of its address, as Back does: the page draws all of itself from that, without being loaded."""


@dataclass
class Tab:
    """A tab for many tests, and what went wrong in it. To open a new one takes five times as long as to go on in it."""

    page: Page
    wrong: list[str]
    tools: CDPSession
    address: str
    searching: bool = False
    """Whether no test has done more on the page Find, which is open, than what `ANEW` undoes."""

    def show(self, width: int, scheme: str) -> None:
        """Take a width and a scheme, on screen."""
        if self.page.viewport_size != {"width": width, "height": 900}:
            self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(media="null", color_scheme=scheme)  # type: ignore[arg-type]

    def open(self, path: str, *, forget: bool) -> None:
        """Load a page of the site, also where only what is behind its # changes.

        To park the tab between two pages costs as much as most pages do, so `forget` clears what was kept as the next page begins: what
        the page before keeps when it is left it has kept by then.
        """
        wanted = self.address + path
        if "#" in wanted and self.page.url.partition("#")[0] == wanted.partition("#")[0]:
            self.page.goto(self.address + PARKED)  # else the page stays, and only its state changes
        if not forget:
            self.page.goto(wanted)
            return
        script = self.tools.send("Page.addScriptToEvaluateOnNewDocument", {"source": FORGET})
        self.page.goto(wanted)
        self.tools.send("Page.removeScriptToEvaluateOnNewDocument", script)

    def told(self) -> list[str]:
        """What went wrong since this was asked last."""
        wrong = list(self.wrong)
        self.wrong.clear()
        return wrong


@pytest.fixture(scope="session")
def tab(browser: Browser, address: str) -> Iterator[Tab]:
    """One for the whole run."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    wrong: list[str] = []
    listen(page, address, wrong)
    made = Tab(page, wrong, context.new_cdp_session(page), address)
    made.tools.send("Page.enable")
    yield made
    page.goto(address + PARKED)
    context.close()
    assert not wrong


@pytest.fixture
def look(tab: Tab) -> Iterator[Callable[..., Page]]:
    """As `visit`, in a tab that others have used: for one page at a time, without settings. What a test kept is cleared away by the next.

    An error that a page logs as it is left fails the next test.
    """
    page, opened = tab.page, []

    def open_page(kind: str = "home", *, width: int = 1280, scheme: str = "light", path: str | None = None) -> Page:
        tab.show(width, scheme)
        tab.searching = False
        tab.open(PAGES[kind] if path is None else path, forget=not opened)
        opened.append(kind)
        wait(page, kind)
        return page

    yield open_page
    assert tab.told() == []


@pytest.fixture
def search(tab: Tab, look: Callable[..., Page]) -> Callable[..., Page]:
    """Opens Find at a state, which is what stands behind the # of its address. It is loaded only where the tab is not on it already: its
    data and index take longer than ten searches. A test that does more than search, choose and read asks `look` for it.
    """

    def find(state: str = "", *, width: int = 1280, scheme: str = "light") -> Page:
        if not tab.searching or tab.page.url.partition("#")[0] != tab.address + "find/":
            look("find", path=f"find/#{state}", width=width, scheme=scheme)
            tab.searching = True
            return tab.page
        tab.show(width, scheme)
        tab.page.evaluate(ANEW, state and f"#{state}")
        return tab.page

    return find


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a kind of page at a width and in a scheme. A page that asks another host for anything, or logs an error, fails the test."""
    opened = []
    wrong: list[str] = []

    def open_page(kind: str = "home", *, width: int = 1280, scheme: str = "light", path: str | None = None, **more: Any) -> Page:
        # A service worker would bring some pages from before; test_offline.py looks at what it does.
        more.setdefault("service_workers", "block")
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **more)  # type: ignore[arg-type]
        opened.append(context)
        page = context.new_page()
        listen(page, address, wrong)
        page.goto(address + (PAGES[kind] if path is None else path))
        if more.get("java_script_enabled", True):
            wait(page, kind)
        return page

    yield open_page
    for context in opened:
        context.close()
    assert not wrong


@pytest.fixture
def browser_page(browser: Browser) -> Iterator[Callable[[], Page]]:
    """A page in a context of its own that nothing is asked of: it may use a service worker, and lose its server."""
    opened = []

    def open_page() -> Page:
        opened.append(browser.new_context(viewport={"width": 1280, "height": 900}))
        return opened[-1].new_page()

    yield open_page
    for context in opened:
        context.close()


THIN = """() => {
  const drawn = ({ name, value }) => ["class", "role", "type", "style"].includes(name) ? `${name}=${value}` : name;
  const shape = (part) => `${part.tagName} ${[...part.attributes].map(drawn).sort()}(${[...part.children].map(shape)})`;
  for (const around of document.querySelectorAll("body, body *")) {
    const seen = {};
    for (const part of [...around.children]) {
      const known = shape(part);
      seen[known] = (seen[known] ?? 0) + 1;
      if (seen[known] > 2) part.remove();
    }
  }
  return document.querySelectorAll("body *").length;
}"""
"""Takes out of lists and tables what is made of the same parts, with the same classes, as two before it. Says how many parts are left."""

@pytest.fixture(scope="session")
def faults() -> Callable[..., list[str]]:
    """What axe-core finds wrong on a page, or within a part of it, one line each."""
    axe = Axe()

    def found(page: Page, within: str | None = None) -> list[str]:
        violations = axe.run(page, within, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
        return [f"{v['id']}: {node['html'][:200]}" for v in violations for node in v["nodes"]]

    return found


@pytest.fixture(scope="session")
def faults_of_shapes(faults: Callable[..., list[str]]) -> Callable[[Page], list[str]]:
    """The same of a page thinned to two of each shape, an odd row and an even one. The page is not to be used after."""

    def found(page: Page) -> list[str]:
        assert page.evaluate(THIN) > 50
        return faults(page)

    return found


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    """The site without its packs, below an address of its own, on a host that can be slow or away."""
    shutil.copytree(site, tmp_path / "host", ignore=shutil.ignore_patterns("packs", "*.zip", "openreferral"))
    made = Host(tmp_path / "host")
    yield made
    made.stop()
