"""A fourth role from files alone: nested sections, four reporting lines, two bases, a training post. No code knows of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import Result

from generator.checks import publishable
from generator.documents.packs.compose import make_pack

PROJECT = Path(__file__).parents[1]
ROLE = "social-prescribing-link-worker-band-5"


@pytest.fixture
def four_roles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The published data with the fourth role laid over it."""
    shutil.copytree(PROJECT / "data", tmp_path / "data")
    shutil.copytree(PROJECT / "tests/cases/valid/fourth-role/data", tmp_path / "data", dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


@pytest.mark.slow
def test_it_checks_clean(four_roles: Path, fingerpost: Callable[..., Result]) -> None:
    result = fingerpost("check")
    assert result.exit_code == 0
    assert ROLE not in result.output
    assert "social-prescribing-framework" not in result.output


@pytest.mark.slow
def test_its_pack(four_roles: Path) -> None:
    library, _ = publishable(four_roles, date(2026, 11, 22))
    pack = make_pack(library, ROLE)
    assert [(item.number, item.statement.id) for item in pack.statements()] == [
        ("", "what-matters"),
        ("1.1", "caseload"),
        ("1.2", "plan"),
        ("1.3", "connect"),
        ("1.4", "support-groups"),
        ("2.1", "supervision"),
        ("2.2", "safeguarding"),
    ]
    people = next(group for group in pack.groups if group.id == "people")
    assert (people.depth, people.groups[0].depth, people.groups[0].groups[0].depth) == (0, 1, 2)
    assert [box.title for box in pack.chart.over] == ["Network manager", "Mental health practitioner", "Named GP", "Clinical director"]
    facts = {fact.name: fact.value for fact in pack.facts}
    assert facts["bases"] == "Example Health Centre (half the week) and Example Library (half the week)"
    assert facts["posts"] == "2"
    assert pack.training is not None
    assert "training" in [part.id for part in pack.parts]
    assert [line.number for line in pack.criteria()] == [1]
