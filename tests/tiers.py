"""Which cases and how many examples are quick: those of `make test`. All are run by `make test-all`, and where a file is run alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

SHARE = 4
"""The quick tests take one of so many examples that are made by chance."""

quick = False
"""Whether this run leaves the slow tests out. Set before the first file of tests is read."""


def set_tier(markers: str) -> None:
    """Note what `-m` asks for."""
    global quick  # noqa: PLW0603  one fact of the whole run, which decorators of tests ask for
    quick = "not slow" in markers


def examples(count: int) -> int:
    """So many examples by chance in a whole run, and a part of them in a quick one."""
    return max(count // SHARE, 1) if quick else count


def case_of(item: pytest.Item) -> str:
    """The id of a case, without the name of the browser."""
    return item.nodeid.partition("[")[2].removesuffix("]").removeprefix("chromium-")


def mark_slow_cases(items: Iterable[pytest.Item]) -> dict[str, set[str]]:
    """Mark cases as slow: those that `quick_cases` leaves out, and those that `slow_cases` names. Return names without a case, by test."""
    turns = Counter[str]()
    unknown = dict[str, set[str]]()
    for item in items:
        test, case = item.nodeid.partition("[")[0], case_of(item)
        for mark in (*item.iter_markers("quick_cases"), *item.iter_markers("slow_cases")):
            every = mark.kwargs.get("every")
            chosen = turns[test] % every == 0 if every else case in mark.args
            if chosen == (mark.name == "slow_cases"):
                item.add_marker(pytest.mark.slow)
            unknown.setdefault(test, set(mark.args)).discard(case)
        turns[test] += 1
    return {test: names for test, names in unknown.items() if names}
