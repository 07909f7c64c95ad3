"""The arithmetic of a team: cases worked out by hand, laws, and the same figures in the browser."""

from __future__ import annotations

import json
import random
import subprocess
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.bench import missing
from generator.documents.pages.planner import planner_rules, wanted
from generator.knowledge.calculators.planner import PayPoint, Wanted, plan, rounded
from generator.knowledge.model.planning import Planning
from tests.ours import LIBRARY

PROJECT = Path(__file__).parents[1]
PLANNING = LIBRARY.all(Planning)["plan-a-team"]
RULES = planner_rules(LIBRARY, PLANNING)
CASES: list[dict[str, Any]] = yaml.safe_load((PROJECT / "tests" / "cases" / "plans.yaml").read_text(encoding="utf-8"))


def asked(case: dict[str, Any]) -> Wanted:
    return replace(wanted(PLANNING, case["people"], case["practices"], case["networks"]), point=case["point"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cases_worked_out_by_hand(case: dict[str, Any]) -> None:
    rows = {row.id: {key: value for key, value in asdict(row).items() if key != "id"} for row in plan(RULES, asked(case))}
    assert rows == case["rows"]


points: st.SearchStrategy[PayPoint] = st.sampled_from(["first", "middle", "top"])


@given(st.integers(500, 2_000_000), st.integers(500, 2_000_000), points)
def test_more_people_never_mean_fewer_posts(one: int, other: int, point: PayPoint) -> None:
    fewer, more = sorted((one, other))
    small, large = (plan(RULES, replace(wanted(PLANNING, n, 1), point=point)) for n in (fewer, more))
    for a, b in zip(small, large, strict=True):
        assert a.tenths <= b.tenths
        assert a.a_week <= b.a_week
        assert a.cost <= b.cost


@given(st.integers(500, 2_000_000), st.integers(1, 100))
def test_pay_rises_through_the_band(people: int, networks: int) -> None:
    plans = [plan(RULES, replace(wanted(PLANNING, people, 1, networks), point=point)) for point in ("first", "middle", "top")]
    for first, middle, top in zip(*plans, strict=True):
        assert first.cost <= middle.cost <= top.cost
        assert first.tenths == middle.tenths == top.tenths


@given(st.integers(0, 10**12), st.integers(1, 10**9))
def test_a_half_goes_up(above: int, below: int) -> None:
    found = rounded(above, below)
    assert abs(found * below - above) * 2 <= below
    assert rounded(2 * above + 1, 2) == above + 1


def test_the_browser_works_out_the_same(tmp_path: Path) -> None:
    node = missing.node()
    if not node:
        pytest.skip("Node is not installed")
    chance = random.Random(2008)
    plans = [asked(case) for case in CASES] + [_any(chance) for _ in range(500)]
    typed = ["14.38", "5,000", " 20 ", "£1,234.5", "0", "1.234", "-1", "", "1e3", "12345678"]
    file = tmp_path / "asked.json"
    file.write_text(json.dumps({"rules": [asdict(r) for r in RULES], "wanted": [asdict(w) for w in plans], "typed": typed}))
    ran = subprocess.run([node, str(PROJECT / "tests" / "plan.mjs"), str(file)], capture_output=True, text=True, check=True)
    there = json.loads(ran.stdout)
    assert there["plans"] == [[asdict(row) for row in plan(RULES, one)] for one in plans]
    assert there["typed"] == [1438, 500_000, 2000, 123_450, 0, None, None, None, None, None]
    assert there["written"][:4] == ["14.38", "5,000", "20", "1,234.5"]


def _any(chance: random.Random) -> Wanted:
    """Anything that the page's limits allow."""
    begun = wanted(PLANNING, chance.randint(500, 2_000_000), chance.randint(1, 500), chance.randint(1, 100))
    limits = {name: (int(float(f.least) * 100), int(float(f.most) * 100)) for name, f in PLANNING.figures().items()}
    point: PayPoint = chance.choice(["first", "middle", "top"])
    return replace(begun, point=point, figures={name: chance.randint(*span) for name, span in limits.items()})
