"""A strict Content-Security-Policy holds in Chromium: on one page of every kind, and on every page there is."""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from generator.publishing.hosting.headers import OPEN_FEED, write_host_files
from generator.publishing.hosting.policy import Inline, policy
from tests.browser.hosting import rules, sent

LISTEN = """
window.refused = [];
addEventListener('securitypolicyviolation', e => refused.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
"""


ICON = "/favicon.ico"
"""Chromium asks for it by itself where a picture is opened alone."""


def kinds(site: Path, most: int) -> Iterator[str]:
    """Addresses of a site: at most so many of each kind, which a page's own kind and the folders around it make up."""
    seen: dict[tuple[object, ...], int] = {}
    for path in sorted([*site.rglob("*.html"), *site.rglob("*.svg")]):
        name = path.relative_to(site)
        kind = (path.suffix, *name.parts[:1], len(name.parts))
        seen[kind] = seen.get(kind, 0) + 1
        if seen[kind] <= most:
            yield name.as_posix().removesuffix("index.html")


def refusals(browser: Browser, address: str, paths: Iterator[str]) -> list[str]:
    """What the policy refused on each page, and every error that Chromium logs."""
    context = browser.new_context()
    context.add_init_script(LISTEN)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(f"{page.url}: {m.text}") if m.type == "error" and ICON not in m.location["url"] else None)
    for path in paths:
        answer = page.goto(address + path)
        assert answer
        assert "script-src 'self'" in answer.headers["content-security-policy"]
        wrong += [f"{path}: {refused}" for refused in page.evaluate("window.refused || []")]
    context.close()
    return wrong


@pytest.mark.slow
@pytest.mark.browser
def test_no_kind_of_page_asks_for_what_the_policy_refuses(browser: Browser, site: Path, address: str) -> None:
    assert refusals(browser, address, kinds(site, 1)) == []


@pytest.mark.slow
@pytest.mark.browser
def test_no_page_asks_for_what_the_policy_refuses(browser: Browser, site: Path, address: str) -> None:
    assert refusals(browser, address, kinds(site, 1_000_000)) == []


@pytest.mark.browser
def test_the_policy_refuses_what_is_not_ours(browser: Browser, address: str) -> None:
    """The test above can fail: script and style that a page did not bring are refused and reported."""
    context = browser.new_context()
    context.add_init_script(LISTEN)
    page = context.new_page()
    page.goto(address)
    page.evaluate("""() => {
        const made = document.createElement('div');
        made.innerHTML = '<img src=x onerror="window.ran=1"><p style="color:red">x</p><img src="https://elsewhere.invalid/x.png">';
        document.body.append(made);
        const script = document.createElement('script'); script.textContent = 'window.ran=1'; document.body.append(script);
    }""")
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is None
    told = " ".join(page.evaluate("refused"))
    for part in ("script-src-elem inline", "script-src-attr inline", "style-src-attr inline", "img-src https://elsewhere.invalid"):
        assert part in told
    context.close()


def test_hosts_are_told_the_same(site: Path) -> None:
    azure = json.loads((site / "staticwebapp.config.json").read_text())
    nginx = (site / "hosting" / "nginx.conf").read_text()
    everywhere = dict(sent(site, "/roles/"))
    assert azure["globalHeaders"] == everywhere
    assert {f'add_header {name} "{value}" always;' for name, value in everywhere.items()} <= set(nginx.splitlines())
    assert "'unsafe-inline'" not in everywhere["Content-Security-Policy"]
    assert "'unsafe-eval'" not in everywhere["Content-Security-Policy"]
    feed = dict(sent(site, "/openreferral/index.json"))
    assert feed == {**everywhere, **OPEN_FEED["/openreferral/*"]}
    assert next(r for r in azure["routes"] if r["route"] == "/openreferral/*")["headers"].items() <= feed.items()
    assert {pattern for pattern, _, _ in rules(site)} == {"/*", "/openreferral/*"}
    block = re.search(r"location \^~ /openreferral/ \{(.*?)^\}", nginx, re.DOTALL | re.MULTILINE)
    assert block
    assert set(re.findall(r"add_header (\S+)", block[1])) == {*feed, "Cache-Control"}


def test_the_feed_may_be_read_from_anywhere(address: str) -> None:
    with urllib.request.urlopen(f"{address}openreferral/index.json") as answer:
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
    with urllib.request.urlopen(address) as answer:
        assert answer.headers["Access-Control-Allow-Origin"] is None


def test_scripts_and_styles_of_a_page_run_by_their_hashes(browser: Browser, tmp_path: Path) -> None:
    """A page of somebody’s own theme: what it holds runs, and a change after the build does not."""
    body = (
        "<script>document.title = 'ran'</script>\r\n<style>p { color: rgb(1, 2, 3) }</style>"
        "<p>text</p><b style='color: rgb(4, 5, 6); content: &quot;x&quot;'>b</b>"
    )
    (tmp_path / "index.html").write_bytes(f"<!doctype html><html lang=en><meta charset=utf-8><title>not</title>{body}".encode())
    write_host_files(tmp_path)
    told = dict(sent(tmp_path, "/"))["Content-Security-Policy"]
    page = browser.new_page()
    page.route("**/*", lambda route: route.fulfill(body=shown[0], headers={"Content-Type": "text/html", "Content-Security-Policy": told}))
    seen = "() => [document.title, ...['p', 'b'].map(name => getComputedStyle(document.querySelector(name)).color)]"
    shown = [(tmp_path / "index.html").read_bytes()]
    page.goto("http://site.invalid/")
    assert page.evaluate(seen) == ["ran", "rgb(1, 2, 3)", "rgb(4, 5, 6)"]
    shown[0] = shown[0].replace(b"'ran'", b"'run'").replace(b"(1, 2, 3)", b"(9, 9, 9)").replace(b"(4, 5, 6)", b"(9, 9, 9)")
    page.goto("http://site.invalid/")
    assert page.evaluate(seen) == ["not", "rgb(0, 0, 0)", "rgb(0, 0, 0)"]
    page.close()


@given(st.lists(st.binary(max_size=60), max_size=5))
def test_the_policy_has_one_line_and_always_the_same_form(pages: list[bytes]) -> None:
    found = Inline()
    for page in pages:
        found.read(page)
    assert re.fullmatch(r"[a-z-]+ [^;\n\"]+(; [a-z-]+ [^;\n\"]+)*", policy(found))
