"""Shared clauses are recognised by the words in their own files: a network’s own clause as well."""

from __future__ import annotations

import pytest

from generator.knowledge.job_documents.clauses import KnownClauses
from tests.ours import LIBRARY

LONE = LIBRARY.clauses["sustainability"].model_copy(
    update={
        "id": "lone-working",
        "heading": "Lone working",
        "text": "You keep to the plan for visits and tell a colleague where you are when you work alone.",
        "also_called": ["Working alone"],
        "recognised_by": ["visit* … alone", "lone-worker device(s)"],
    }
)
KNOWN = KnownClauses([*LIBRARY.clauses.values(), LONE])


@pytest.mark.parametrize("heading", ["Lone working", "WORKING ALONE", "Policy on lone working"])
def test_a_heading_names_it(heading: str) -> None:
    assert KNOWN.named(heading) == "lone-working"


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("When visiting a home you work alone: keep to the plan and tell a colleague where you are.", "lone-working"),
        ("You work alone; keep to the plan and tell a colleague where you are.", None),
        ("Tell a colleague where you are when you work, keep to the plan, and carry the lone worker devices.", None),
        ("Tell a colleague where you are when you work, keep to the plan, and carry the lone worker device(s).", "lone-working"),
    ],
)
def test_a_paragraph_needs_its_words_in_their_order(text: str, clause: str | None) -> None:
    match = KNOWN.meant(text, None, general=True)
    assert (match.clause if match else None) == clause
