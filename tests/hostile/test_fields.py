"""One hostile value in one field of a record: it is taken as it is, or refused in words at its place. Never anything else."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.knowledge.model.kinds import KINDS
from generator.knowledge.reading.schema import validate
from generator.knowledge.reading.yaml_file import parse
from generator.problems import RULES, WRITERS, Problem, Report
from tests.hostile.fields import Field, fields, spoiled
from tests.hostile.judging import unseen
from tests.hostile.payloads import values
from tests.tiers import examples

LONGEST_REPORT = 120_000
"""Characters of a report on one file: what a file holds must not flood a screen."""


def outcome(field: Field, hostile: Any) -> str:
    """What becomes of a record with a hostile value, through the way that every file takes."""
    written = yaml.safe_dump(spoiled(field, hostile), allow_unicode=False, sort_keys=False, width=10**7)
    document, problems = parse(written.encode(), f"data/{field.kind.folder}/{field.file.name}")
    record = None
    if isinstance(document.value, dict):
        record, errors = validate(field.kind.model, document, field.kind.called)
        problems = [*problems, *errors]
    told(problems)
    assert record is not None or problems, f"{field}: refused without a word"
    return "taken" if record is not None and not problems else "refused"


def told(problems: list[Problem]) -> None:
    """Each problem is of the catalogue, at a line, and safe to print in every form."""
    for problem in problems:
        assert problem.code in RULES
        assert problem.place.line
    for form, writer in WRITERS.items():
        text = writer(Report(problems))
        assert len(text) < LONGEST_REPORT
        assert unseen(text) == [], form
        if form in ("json", "sarif"):
            json.loads(text)


def test_every_kind_has_fields_to_try() -> None:
    found = Counter(field.kind.name for field in fields())
    assert set(found) == {kind.name for kind in KINDS}
    for kind in KINDS:
        assert {field.steps[0] for field in fields() if field.kind is kind} == set(kind.model.model_fields)


@settings(max_examples=examples(250), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(fields()), values)
def test_a_hostile_value_is_taken_or_told(field: Field, hostile: Any) -> None:
    outcome(field, hostile)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@settings(max_examples=20_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(fields()), values)
def test_twenty_thousand_hostile_values_are_taken_or_told(field: Field, hostile: Any) -> None:
    outcome(field, hostile)
