"""`fingerpost new area`: a folder for another area builds as it is, names its stand-ins, and nothing of the area it was made from."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from typer.testing import Result

from generator.knowledge.library.loading import load
from tests.conftest import TODAY
from tests.links import broken
from tests.publishing.test_engines import wait_for

Run = Callable[..., Result]


@pytest.fixture
def run(fingerpost: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in a folder, on the day of the tests."""

    def run_in(folder: Path, *arguments: str) -> Result:
        monkeypatch.chdir(folder)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
        return fingerpost(*arguments)

    return run_in


def stand_ins(told: str) -> list[str]:
    """The fields of the settings that a check calls stand-ins."""
    return re.findall(r"\[stand-in-left\]\n +\d+ \| ([a-z_]+):", told)


@pytest.mark.slow
@pytest.mark.parametrize("more", [(), ("--roles",)], ids=["empty", "with roles"])
def test_a_new_area_checks_and_builds_with_stand_ins_to_replace(tmp_path: Path, run: Run, more: tuple[str, ...]) -> None:
    made = run(tmp_path, "new", "area", "north-valley", *more)
    assert made.exit_code == 0, made.output
    area = tmp_path / "north-valley"
    told = run(area, "check").output
    assert ": error: " not in told
    assert "No problems found." not in told
    assert stand_ins(told) == ["address", "owner", "report_problem"]
    make_it_theirs(area)
    warned = {line.rpartition("[")[2].rstrip("]") for line in told.splitlines() if ": warning: " in line}
    assert warned == {"stand-in-left", *(["source-run-out"] if more else [])}  # our roles rest on a contract of 2023/24
    built = run(area, "build", "--no-packs")
    assert built.exit_code == 0, built.output
    assert "Nothing stops publication." in built.output
    library, _ = load(area / "data")
    assert "samaritans" in library.services
    assert {area for service in library.services.values() for area in service.areas} == {"england", "united-kingdom"}
    assert not library.networks
    assert bool(library.roles) == bool(more)
    assert "Fingerpost North Valley" in (area / "site" / "index.html").read_text()
    assert broken(area / "site") == []
    looks_like_theirs(area / "site")
    if not more:
        names_no_place_of_ours(area)


WELSH = """\
---
title: Cymorth yn Gymraeg
description: Sut i gael cymorth yn Gymraeg.
lang: cy
---

Ffoniwch 111 a dewis 2.
"""


def make_it_theirs(area: Path) -> None:
    """A page in Welsh, and colours and a logo of their own, by files alone."""
    (area / "content" / "assets").mkdir(exist_ok=True)
    (area / "content" / "cymraeg.md").write_text(WELSH, encoding="utf-8")
    (area / "content" / "assets" / "own.css").write_text('[data-md-color-scheme="default"] { --link: #7a1f5c; }\n', encoding="utf-8")
    (area / "content" / "assets" / "own.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    settings = (area / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("  - assets/fingerpost.css\n", "  - assets/fingerpost.css\n  - assets/own.css\n")
    (area / "mkdocs.yml").write_text(settings.replace("  font: false", "  logo: assets/own.svg\n  font: false"), encoding="utf-8")


def looks_like_theirs(site: Path) -> None:
    page = (site / "cymraeg" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="cy"' in page
    assert "Neidio i’r prif gynnwys" in page
    assert '<p class="crisis__tag">Mewn argyfwng</p>\n<ul lang="en-GB">' in page
    english = (site / "about" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="en-GB"' in english
    assert english.count("lang=") == 1
    for one in (page, english):
        assert one.index("assets/fingerpost.css") < one.index("assets/own.css")
        assert '<img src="../assets/own.svg" alt="">' in one


def names_no_place_of_ours(area: Path) -> None:
    for path in (area / "data").rglob("*.yaml"):
        searched = path.parent.name == "vocabularies" and path.stem != "areas"  # people may search for any word
        if not searched and path.parent.name not in ("wording", "sources"):  # documents keep their names
            assert "Herts" not in path.read_text(), path
    for page in ("index.html", "find/index.html", "about/index.html"):
        assert "Herts" not in (area / "site" / page).read_text()


@pytest.mark.slow
def test_a_new_area_shows_while_it_is_edited(tmp_path: Path, run: Run) -> None:
    """It has no templates of its own, so there is nothing to watch for changes there. MkDocs alone makes its site."""
    assert run(tmp_path, "new", "area", "north-valley").exit_code == 0
    log = tmp_path / "preview.log"
    with socket.create_server(("127.0.0.1", 0)) as free:
        served = f"127.0.0.1:{free.getsockname()[1]}"
    with log.open("w") as said:
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", served]
        process = subprocess.Popen(command, cwd=tmp_path / "north-valley", stdout=said, stderr=subprocess.STDOUT)
        try:
            wait_for(log, "Serving on")
            with urllib.request.urlopen(f"http://{served}/", timeout=20) as page:
                assert "Fingerpost North Valley" in page.read().decode()
        finally:
            process.terminate()
            process.wait(10)
    assert "Traceback" not in log.read_text()


NAMES = [
    '\' # - [x] "quoted" & <b>bold</b> {{ 7 * 7 }}: \u202eturned\x1b[31m',
    *(pytest.param(name, marks=pytest.mark.slow) for name in ('The "quoted" area', "' # - [x]", "\u202eturned\x1b[31m", "é" * 200)),
]
"""All at once, and each alone."""


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_only_a_name(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch, fingerpost: Callable[..., Result]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    assert fingerpost("new", "area", "valley", "--name", name).exit_code == 0
    monkeypatch.chdir(tmp_path / "valley")
    told = fingerpost("check").output
    assert stand_ins(told) == ["address", "owner", "report_problem"]
    assert "3 warnings, 1 note. Nothing stops publication." in told
    settings = yaml.safe_load((tmp_path / "valley" / "data" / "settings" / "site.yaml").read_text(encoding="utf-8"))
    assert settings["title"].startswith("Fingerpost ")


def test_nothing_is_written_over(tmp_path: Path, run: Run) -> None:
    (tmp_path / "valley").mkdir()
    (tmp_path / "valley" / "mine.txt").write_text("mine")
    ran = run(tmp_path, "new", "area", "valley")
    assert ran.exit_code == 2
    assert "exists already and is not empty" in " ".join(ran.output.replace("│", " ").split())
    assert [p.name for p in (tmp_path / "valley").iterdir()] == ["mine.txt"]
