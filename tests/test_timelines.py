"""How dates are said, and the order of events."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.timelines import events_in_order
from generator.knowledge.model.timelines import Timeline, date_in_words
from generator.problems import Place
from tests.ours import LIBRARY


@pytest.mark.parametrize(
    ("when", "words"), [("2008", "2008"), ("2016-04", "April 2016"), ("2026-04-01", "1 April 2026"), ("2007-11-16", "16 November 2007")]
)
def test_a_date_is_said_as_exactly_as_it_is_known(when: str, words: str) -> None:
    assert date_in_words(when) == words


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(date.isoformat)
WHEN = st.builds(lambda day, letters: day[:letters], DAYS, st.sampled_from((4, 7, 10)))
"""A day, a month or a year, as a timeline has it."""


def told(whens: list[str]) -> list[str]:
    """The codes of what the check finds where a real timeline has events at these times."""
    timeline = next(iter(LIBRARY.all(Timeline).values()))
    event = timeline.eras[0].events[0]
    era = timeline.eras[0].model_copy(update={"events": [event.model_copy(update={"when": when}) for when in whens]})
    library = SimpleNamespace(all=lambda _: {"it": timeline.model_copy(update={"eras": [era]})}, place=lambda *_: Place("it.yaml"))
    return [problem.code for problem in events_in_order(library)]  # type: ignore[arg-type]


@given(st.lists(WHEN, max_size=6))
def test_events_in_any_other_order_than_that_of_time_are_told(whens: list[str]) -> None:
    """A year alone comes before its months, and a month before its days."""
    in_time = sorted(whens, key=lambda when: [int(part) for part in when.split("-")])
    assert told(in_time) == []
    assert (told(whens) == []) == (whens == in_time)
