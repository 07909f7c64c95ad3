"""The table of slow tests has those that there are, and no others."""

from __future__ import annotations

import re

import pytest

from tests import tiers
from tests.slow_tests import README, SLOW, UNKNOWN, Test, renewed, rows, timed

TABLE = rows(README.read_text(encoding="utf-8"))


def test_every_slow_test_is_in_the_table(pytestconfig: pytest.Config) -> None:
    """As far as this run has read the tests: it may be of a few files."""
    assert pytestconfig.stash[SLOW] - TABLE.keys() == set()


def test_cases_that_are_named_are_there(pytestconfig: pytest.Config) -> None:
    assert pytestconfig.stash[UNKNOWN] == {}


@pytest.mark.parametrize("case", ["first", "second"])
@pytest.mark.quick_cases("first")
def test_other_cases_are_slow(case: str, request: pytest.FixtureRequest) -> None:
    assert bool(request.node.get_closest_marker("slow")) == (case != "first")


@pytest.mark.parametrize("case", ["first", "second"])
@pytest.mark.slow_cases("second")
def test_named_cases_are_slow(case: str, request: pytest.FixtureRequest) -> None:
    assert bool(request.node.get_closest_marker("slow")) == (case == "second")


@pytest.mark.parametrize("turn", range(5))
@pytest.mark.quick_cases(every=3)
def test_every_so_manieth_case_is_quick(turn: int, request: pytest.FixtureRequest) -> None:
    assert bool(request.node.get_closest_marker("slow")) == (turn not in (0, 3))


def test_a_quick_run_takes_a_part_of_the_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    for markers, count in {"": 100, "slow": 100, "not slow": 25, "browser and not slow": 25}.items():
        monkeypatch.setattr(tiers, "quick", False)
        tiers.set_tier(markers)
        assert tiers.examples(100) == count
    assert tiers.examples(1) == 1


@pytest.mark.parametrize("test", TABLE, ids="::".join)
def test_every_test_of_the_table_is_there_and_may_be_slow(test: Test) -> None:
    text = (README.parent / test[0]).read_text(encoding="utf-8")
    assert re.search(rf"^def {test[1]}\(", text, re.MULTILINE)


def test_seconds_are_those_of_all_cases_and_of_what_they_set_up() -> None:
    said = "3.50s call     tests/a/test_b.py::test_c[x]\n 1.2s setup    tests/a/test_b.py::test_c[y]\n0.90s call  tests/test_d.py::test_e\n"
    table = "| `a/test_b.py` | `test_c` | not yet timed |\n| `test_f.py` | `test_g` | 7 |\n"
    assert timed(said) == {("a/test_b.py", "test_c"): "5", ("test_d.py", "test_e"): "1"}
    assert renewed(table, timed(said)) == "| `a/test_b.py` | `test_c` | 5 |\n| `test_f.py` | `test_g` | 7 |\n"
