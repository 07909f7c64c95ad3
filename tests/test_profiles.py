"""Roles for those who employ them: side by side, nothing is lost; and each interview question stands on the person specification."""

from __future__ import annotations

import pytest

from generator.checks.walks import criteria, statements
from generator.documents.views.side_by_side import ThemeRow, criteria_rows, duty_rows, only_once, shared
from generator.knowledge.model.profiles import Ladder, RoleProfile
from tests.ours import LIBRARY

LADDER = LIBRARY.all(Ladder)["bands-4-6-7"]
CRITERIA, DUTIES = criteria_rows(LIBRARY, LADDER), duty_rows(LIBRARY, LADDER)


def test_every_sentence_of_every_role_stands_once() -> None:
    for column, role in enumerate(LADDER.roles):
        shown = [line.id for row in CRITERIA for line in row.cells[column]]
        assert sorted(shown) == sorted(c.id for _, c in criteria(LIBRARY.specifications[role]))
        shown = [line.id for row in DUTIES for line in row.cells[column]]
        assert sorted(shown) == sorted(s.id for _, s in statements(LIBRARY.roles[role]))


@pytest.mark.parametrize("rows", [CRITERIA, DUTIES], ids=["criteria", "duties"])
def test_the_counts_add_up(rows: list[ThemeRow]) -> None:
    lines = [line for row in rows for cell in row.cells for line in cell]
    alone = sum(only_once(rows, column) for column in range(len(LADDER.roles)))
    assert alone + sum(line.alike > 1 for line in lines) == len(lines)
    assert shared(rows) == len({line.text for line in lines if line.alike > 1}) > 0
    for line in lines:
        assert line.alike == sum(any(line.text == other.text for row in rows for other in row.cells[c]) for c in range(len(LADDER.roles)))


def test_each_role_has_questions_for_all_that_an_interview_must_find_out() -> None:
    profiles = LIBRARY.all(RoleProfile)
    assert set(profiles) == set(LIBRARY.roles)
    for profile in profiles.values():
        found = {c.id: c for _, c in criteria(LIBRARY.specifications[profile.id])}
        asked = {name for question in profile.questions for name in question.criteria}
        must = {c.id for c in found.values() if c.level == "essential" and "interview" in c.assessed_by}
        assert must <= asked <= {c.id for c in found.values() if "interview" in c.assessed_by}
