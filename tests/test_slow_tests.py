"""The table of slow tests has those that there are, and no others."""

from __future__ import annotations

import re

import pytest

from tests.slow_tests import README, SLOW, Test, renewed, rows, timed

TABLE = rows(README.read_text(encoding="utf-8"))


def test_every_slow_test_is_in_the_table(pytestconfig: pytest.Config) -> None:
    """As far as this run has read the tests: it may be of a few files."""
    assert pytestconfig.stash[SLOW] - TABLE.keys() == set()


@pytest.mark.parametrize("test", TABLE, ids="::".join)
def test_every_test_of_the_table_is_there_and_may_be_slow(test: Test) -> None:
    text = (README.parent / test[0]).read_text(encoding="utf-8")
    assert re.search(rf"^def {test[1]}\(", text, re.MULTILINE)


def test_seconds_are_those_of_all_cases_and_of_what_they_set_up() -> None:
    said = "3.50s call     tests/a/test_b.py::test_c[x]\n 1.2s setup    tests/a/test_b.py::test_c[y]\n0.90s call  tests/test_d.py::test_e\n"
    table = "| `a/test_b.py` | `test_c` | not yet timed |\n| `test_f.py` | `test_g` | 7 |\n"
    assert timed(said) == {("a/test_b.py", "test_c"): "5", ("test_d.py", "test_e"): "1"}
    assert renewed(table, timed(said)) == "| `a/test_b.py` | `test_c` | 5 |\n| `test_f.py` | `test_g` | 7 |\n"
