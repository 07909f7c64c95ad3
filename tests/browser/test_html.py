"""The finished files: valid, with no script or style of their own, and every link leading somewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.machine.clock import today
from generator.publishing.site import build_site
from tests.browser.conftest import PAGES, PROJECT, project
from tests.conftest import CASES
from tests.links import broken
from tests.ours import LIBRARY

VNU = PROJECT / "requirements" / "extra-tools" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

needs_vnu = pytest.mark.skipif(
    not shutil.which("java") or not VNU.is_file(), reason="the checker of HTML needs a Java, and `make extra-tools` to install it"
)


def judged(*places: Path) -> subprocess.CompletedProcess[str]:
    """What the W3C's checker says of pages, or of those in a folder."""
    command = ["java", "-jar", VNU, "--errors-only", "--skip-non-html", "--stdout", "--format", "text", *places]
    return subprocess.run(command, capture_output=True, text=True, check=False)


SOME = ("home", "role-nhs-jobs", "find", "navigator", "service", "need", "review", "handout", "prose")
"""Kinds of pages that have most parts of all between them, and are short."""


@needs_vnu
def test_pages_of_some_kinds_are_valid_html(site: Path) -> None:
    ran = judged(*(site / PAGES[kind].partition("#")[0] / "index.html" for kind in SOME), site / "404.html")
    assert ran.returncode == 0, ran.stdout


@pytest.mark.slow
@needs_vnu
def test_every_page_is_valid_html(site: Path) -> None:
    ran = judged(site)
    assert ran.returncode == 0, ran.stdout


def test_the_style_sheet_is_valid_enough_to_be_read(site: Path) -> None:
    css = (site / "assets" / "fingerpost.css").read_text()
    assert css.count("{") == css.count("}")
    library = {f"./fonts/{name}-normal.woff2" for name in ("public-sans-latin-ext-wght", "source-code-pro-latin-400")}
    parted = {f"fonts/public-sans-{name}.woff2" for name in ("usual", "rest")}
    assert set(re.findall(r"url\(\"?([^)\"]+)", css)) == library | parted
    assert [name for name in library | parted if not (site / "assets" / name).is_file()] == []


def test_every_link_and_fragment_leads_somewhere(site: Path) -> None:
    assert broken(site) == []


LEADS_NOWHERE = ["gone/", "gone.css", "../../index.html", "b/#gone", "#gone", "/gone.png", "b/index.html#gone", "a%62c.txt"]
LEADS_SOMEWHERE = ["", "#here", "b/", "b/#th%C3%A9re", "/b/?q=1#th%C3%A9re", "a%20c.txt", "mailto:a@example.org", "https://gone.example/#x"]


@pytest.mark.parametrize("link", [*LEADS_NOWHERE, *LEADS_SOMEWHERE])
@pytest.mark.parametrize("form", ['<a href="{}">a</a>', '<img src="{}">', '<img srcset="{} 2x">', '<form action="{}"></form>'])
def test_a_link_that_leads_nowhere_is_found(form: str, link: str, tmp_path: Path) -> None:
    if "srcset" in form and not link:
        return
    (tmp_path / "b").mkdir()
    (tmp_path / "a c.txt").write_text("text")
    (tmp_path / "b" / "index.html").write_text('<!doctype html><meta charset="utf-8"><p id="thére">b</p>', encoding="utf-8")
    page = f'<!doctype html><meta charset="utf-8"><p id="here">a</p>{form.format(link)}'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    assert broken(tmp_path) == ([f"index.html: {link}"] if link in LEADS_NOWHERE else [])


def test_no_page_has_script_or_style_in_it(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text()
        name = path.relative_to(site).as_posix()
        assert not re.search(r"<script(?![^>]*\ssrc=)(?! type=\"application/ld\+json\">)", html), name
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", html), name


def test_the_crisis_numbers_come_first_on_every_page(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text()
        places = [html.index(f">{contact.number}</a>") for contact in LIBRARY.crisis.contacts]
        assert places == sorted(places)
        assert places[-1] < html.index("<header")


def test_braces_and_marks_in_the_data_stay_text(tmp_path: Path) -> None:
    data = shutil.copytree(CASES / "valid" / "base" / "data", tmp_path / "data")
    settings = data / "settings" / "site.yaml"
    owner = '"{{ config }} {% endraw %} <b>*us*</b> & {# co #}"'
    settings.write_text(re.sub(r"(?m)^owner: .*$", f"owner: {owner}", settings.read_text()))
    made = project(tmp_path / "project", data=data)
    build_site(made, today(), printing=None)
    html = (made.out / "about" / "index.html").read_text()
    assert "&#123;&#123; config }} &#123;% endraw %} &lt;b&gt;*us*&lt;/b&gt; &amp; &#123;# co #}" in html


UNLIT = {"index.html", "404.html", "offline/index.html"}
"""Pages that are below no item of the navigation."""


def test_each_page_lights_its_one_place_in_the_navigation(site: Path) -> None:
    lit = {}
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        if '<nav class="nav"' in text and 'http-equiv="refresh"' not in text:
            nav = text[text.index('<nav class="nav"') :].split("</header>", 1)[0]
            lit[path.relative_to(site).as_posix()] = nav.count("aria-current=")
    assert len(lit) > 100
    assert {name for name, count in lit.items() if count != 1} == UNLIT
