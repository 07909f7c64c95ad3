"""The finished files: valid, with no script or style of their own, and every link leading somewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.publishing.clock import today
from generator.publishing.site import build
from tests.browser.conftest import PROJECT, project
from tests.ours import LIBRARY

VNU = PROJECT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
LYCHEE = Path(sys.executable).with_name("lychee")


def test_every_page_is_valid_html(site: Path) -> None:
    if not shutil.which("java") or not VNU.is_file():
        pytest.skip("the checker needs Java and the npm package vnu-jar")
    ran = subprocess.run(
        ["java", "-jar", VNU, "--errors-only", "--skip-non-html", "--stdout", "--format", "text", site],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout


def test_the_style_sheet_is_valid_enough_to_be_read(site: Path) -> None:
    css = (site / "assets" / "fingerpost.css").read_text()
    assert css.count("{") == css.count("}")
    assert set(re.findall(r"url\(\"?([^)\"]+)", css)) == {f"./fonts/public-sans-latin{e}-wght-normal.woff2" for e in ("", "-ext")}


def test_every_link_and_fragment_leads_somewhere(site: Path) -> None:
    if not LYCHEE.is_file():
        pytest.skip("the link checker is not installed")
    command = [
        LYCHEE,
        "--offline",
        "--include-fragments",
        "--index-files",
        "index.html",
        "--no-progress",
        "--root-dir",
        site,
        f"{site}/**/*.html",
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


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
    data = shutil.copytree(PROJECT / "data", tmp_path / "data")
    settings = data / "settings" / "site.yaml"
    owner = '"{{ config }} {% endraw %} <b>*us*</b> & {# co #}"'
    settings.write_text(re.sub(r"(?m)^owner: .*$", f"owner: {owner}", settings.read_text()))
    made = project(tmp_path / "project", data=data)
    build(made, today(), printing=None)
    html = (made.out / "about" / "index.html").read_text()
    assert "&#123;&#123; config }} &#123;% endraw %} &lt;b&gt;*us*&lt;/b&gt; &amp; &#123;# co #}" in html
