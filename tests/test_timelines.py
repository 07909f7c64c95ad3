"""How dates are said, and the order of events."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.knowledge.model.timelines import date_in_words


@pytest.mark.parametrize(
    ("when", "words"), [("2008", "2008"), ("2016-04", "April 2016"), ("2026-04-01", "1 April 2026"), ("2007-11-16", "16 November 2007")]
)
def test_a_date_is_said_as_exactly_as_it_is_known(when: str, words: str) -> None:
    assert date_in_words(when) == words


@given(st.lists(st.dates(date(1900, 1, 1), date(2099, 12, 31)), max_size=6), st.integers(0, 2))
def test_dates_as_text_sort_as_days_do(days: list[date], cut: int) -> None:
    """The check compares text: a year alone comes before its months, and a month before its days."""
    written = [d.isoformat()[: (10, 7, 4)[cut]] for d in sorted(days)]
    assert written == sorted(written)
