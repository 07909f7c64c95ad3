"""SARIF against its own JSON Schema (2.1.0), whatever a report holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from test_cases import INVALID, lay_over
from test_writers import reports
from typer.testing import Result

from generator.problems import Report, as_sarif

SCHEMA = Path(__file__).parents[1] / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"

pytestmark = pytest.mark.skipif(not SCHEMA.is_file(), reason="the schema of SARIF comes with npm: run setup/npm ci")


def valid(text: str) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema).validate(json.loads(text))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(reports)
def test_any_report(found: list) -> None:
    valid(as_sarif(Report(found)))


@pytest.mark.parametrize("case", [case for case in INVALID if case.name.startswith("wording-")], ids=lambda case: case.name)
def test_through_the_command(case: Path, folder: Path, fingerpost: Callable[..., Result]) -> None:
    lay_over(case, folder)
    result = fingerpost("check", "--format", "sarif")
    valid(result.output)
    assert case.name in result.output or "wording-outdated" in result.output


def test_a_broken_one_is_refused() -> None:
    with pytest.raises(jsonschema.ValidationError):
        valid(as_sarif(Report()).replace('"2.1.0"', '"2.0"'))
