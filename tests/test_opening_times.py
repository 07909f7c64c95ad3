"""Opening hours as people type them become rows where they can mean one thing, and stay words where they cannot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.knowledge.directory.importing.opening_text import opening_rows
from generator.knowledge.model import Hours
from generator.knowledge.model.labels import WEEKDAYS

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "opening-times.yaml").read_text(encoding="utf-8"))
SHORT = {day[:2]: number for number, day in enumerate(WEEKDAYS)}
MARKS = {"bank": "closed_on_bank_holidays", "term": "term_time", "appointment": "by_appointment"}


def row_of(written: str) -> dict[str, Any]:
    """`Mo-Fr 09:00-17:00 bank` as a row."""
    words = written.lower().split()
    row: dict[str, Any] = {"days": []}
    while words:
        word = words.pop(0)
        if word in MARKS:
            row[MARKS[word]] = True
        elif word == "week":
            row["week"] = [int(number) for number in words.pop(0).split(",")]
        elif word[0].isdigit():
            row["opens"], row["closes"] = word.split("-")
        else:
            first, _, last = word.partition("-")
            row["days"] += WEEKDAYS[SHORT[first] : SHORT[last or first] + 1]
    return row


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_hours_are_read_as_they_were_meant(case: dict[str, Any]) -> None:
    found = opening_rows(case["text"])
    assert found == [row_of(written) for written in case["rows"]]
    for row in found:
        Hours.model_validate(row)
