"""One report, four forms: each says the same, and none can be broken by what a file holds."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import Result

from generator.problems import RULES, WRITERS, Place, Problem, Report, as_github, as_json, as_sarif, as_text
from tests.tiers import examples

words = st.text(max_size=30)
places = st.builds(Place, words, st.integers(1, 99), st.integers(1, 40), words, st.integers(1, 50)) | st.builds(Place, words)
problems = st.builds(Problem, st.sampled_from(sorted(RULES)), st.sampled_from(["error", "warning", "information"]), words, words, places)
reports = st.lists(problems, max_size=6, unique_by=lambda problem: problem.place)

quick = settings(max_examples=examples(60), deadline=None, derandomize=True)


@quick
@given(reports, st.randoms(use_true_random=False))
def test_the_order_is_that_of_places_whatever_was_found_first(found: list[Problem], chance: random.Random) -> None:
    shuffled = chance.sample(found, len(found))
    for write in WRITERS.values():
        assert write(Report(found)) == write(Report(shuffled))
    assert [p.place for p in Report(found)] == sorted(p.place for p in Report(found))


@quick
@given(reports)
def test_json(found: list[Problem]) -> None:
    report = Report(found)
    written = json.loads(as_json(report))
    assert [p["code"] for p in written["problems"]] == [p.code for p in report]
    assert (written["errors"], written["warnings"], written["notes"]) == tuple(map(report.count, ("error", "warning", "information")))


@quick
@given(reports)
def test_sarif(found: list[Problem]) -> None:
    """What SARIF 2.1.0 asks of the parts that we write (OASIS, sections 3.13, 3.14, 3.19, 3.27, 3.29, 3.30, 3.49)."""
    written = json.loads(as_sarif(Report(found)))
    assert set(written) == {"$schema", "version", "runs"}
    assert written["version"] == "2.1.0"
    (run,) = written["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert run["tool"]["driver"]["name"]
    assert len(set(rules)) == len(rules)
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        assert result["ruleId"] in rules
        assert result["level"] in ("none", "note", "warning", "error")
        assert isinstance(result["message"]["text"], str)
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        assert physical["artifactLocation"]["uri"].isascii()
        assert not set(physical["artifactLocation"]["uri"]) & set(' "<>\\^`{|}\n')
        region = physical.get("region", {"startLine": 1, "startColumn": 1, "endColumn": 2})
        assert region["startLine"] >= 1
        assert 1 <= region["startColumn"] < region["endColumn"]


@quick
@given(reports)
def test_github_has_one_command_a_line(found: list[Problem]) -> None:
    lines = as_github(Report(found)).split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(Report(found))
    for line in lines:
        assert line.startswith(("::error file=", "::warning file=", "::notice file="))
        properties, _, _ = line[2:].partition("::")
        names = [item.partition("=")[0] for item in properties.partition(" ")[2].split(",")]
        assert names in (["file", "line", "col", "title"], ["file", "title"])


def test_github_writes_the_signs_that_end_a_property_as_codes() -> None:
    problem = Problem("key-twice", "information", "50% done", "a::b", Place("a,b:c%.yaml", 3, 4))
    assert as_github(Report([problem])) == "::notice file=a%2Cb%3Ac%25.yaml,line=3,col=4,title=key-twice::50%25 done a::b\n"


def test_text_quotes_a_long_line_around_the_spot() -> None:
    line = "x" * 300 + "HERE" + "y" * 300
    lines = as_text(Report([Problem("key-twice", "error", "Message.", "Cure.", Place("a.yaml", 7, 301, line, 4))])).split("\n")
    assert max(map(len, lines)) < 130
    assert lines[1][lines[2].index("^") : lines[2].rindex("^") + 1] == "HERE"


def test_the_last_line_counts() -> None:
    def told(*severities: str) -> str:
        found = [Problem("key-twice", s, "Message.", "Cure.", Place("a", n)) for n, s in enumerate(severities)]  # type: ignore[arg-type]
        return as_text(Report(found)).splitlines()[-1]

    assert told() == "No problems found."
    assert told("error", "error", "warning") == "2 errors, 1 warning."
    assert told("warning", "information") == "1 warning, 1 note. Nothing stops publication."


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_each_form_through_the_command(form: str, folder: Path, fingerpost: Callable[..., Result]) -> None:
    shutil.copytree(Path(__file__).parent / "cases/invalid/key-twice/data", folder / "data", dirs_exist_ok=True)
    result = fingerpost("check", "--format", form)
    assert result.exit_code == 1
    assert "key-twice" in result.output
    assert "data/roles/guide-band-4.yaml" in result.output


def test_an_unknown_form_is_wrong_use(folder: Path, fingerpost: Callable[..., Result]) -> None:
    result = fingerpost("check", "--format", "xml")
    assert result.exit_code == 2
    assert "Choose one of: text, json, sarif, github." in " ".join(result.output.replace("│", " ").split())
