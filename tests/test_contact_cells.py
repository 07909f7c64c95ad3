"""Cells with several ways to make contact, as people type them, read as the record is to have them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.knowledge.directory.importing.contact_text import contact_ways
from generator.knowledge.directory.importing.notes import Notes

CELLS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases/contacts/cells.yaml").read_text(encoding="utf-8"))


def said(found: list[dict[str, str]], wanted: list[str]) -> list[str]:
    """The numbers found, each with the words of its label that are wanted."""
    words = [one.partition(" | ")[2] for one in wanted] + [""] * len(found)
    has = [word and word.lower() in one.get("label", "").lower() for one, word in zip(found, words, strict=False)]
    return [f"{one['number']} | {word}" if here else one["number"] for one, word, here in zip(found, words, has, strict=False)]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["cell"]) for row in CELLS])
def test_a_cell_of_contacts(row: dict[str, Any]) -> None:
    """At first sight, 53 of the 60 were read as labelled."""
    notes = Notes()
    found = contact_ways(row["cell"], notes)
    numbers = {key: said(found.get(key, []), row.get(key, [])) for key in ("phones", "texts")}
    others = {key: found.get(key) or "" for key in ("email", "url")}
    assert numbers | others == {key: row.get(key, []) for key in numbers} | {key: row.get(key, "") for key in others}
    assert any(found.values()) or [*notes.all_left()], "what is not used is told"
