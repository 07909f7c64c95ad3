"""The way out of MkDocs stays open: Zensical makes the same addresses from our own data, and the search finds the same there."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import PROJECT
from tests.publishing.test_engines import addresses, environment

ASKED = ("supervision", "cant sleep", "drinking too much", "link worker", "qqqq")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def found(browser: Browser, site: Path) -> dict[str, list[str]]:
    """What the search shows for each query, in order."""
    answers = {}
    with served(site) as address:
        page = browser.new_page()
        for query in ASKED:
            page.goto(f"{address}find/?q={query}")
            page.wait_for_selector('[data-results][data-state="ready"]')
            shown = page.locator("[data-results] [data-service-id], [data-results] [data-page]").all()
            answers[query] = [item.get_attribute("data-service-id") or item.get_attribute("data-page") or "" for item in shown]
        page.close()
    return answers


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.timeout(600)
def test_zensical_gives_the_same_addresses_and_the_same_search(tmp_path: Path, browser: Browser) -> None:
    pytest.importorskip("zensical", reason="Zensical is installed by `make extra-tools`")
    for name in ("data", "content"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    for name in ("generator", "templates"):
        (tmp_path / name).symlink_to(PROJECT / name)
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    command = [sys.executable, "-m", "generator", "build", "--no-packs"]
    subprocess.run(command, cwd=tmp_path, env=environment(), check=True, capture_output=True)
    ours = tmp_path / "ours"
    (tmp_path / "site").rename(ours)
    ran = subprocess.run(
        [Path(sys.executable).with_name("zensical"), "build"], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    theirs = tmp_path / "site"
    assert addresses(theirs) == addresses(ours)
    expected = found(browser, ours)
    assert sum(map(len, expected.values())) > 10
    assert found(browser, theirs) == expected
