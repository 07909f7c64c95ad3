"""The service model of 2008: its figures follow from the source, and its page tells where the source does not follow from itself."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.charts.shares_svg import GAP, WIDTH, shares, week
from generator.knowledge.model import ServiceModel, whole_time
from tests.ours import LIBRARY

MODEL = LIBRARY.all(ServiceModel)["hertsmere-epmhs-2008"]


@pytest.mark.parametrize(
    ("total", "worked_out"), [("workers-a-year", 85_000), ("one-off", 8_000), ("overall", 93_000), ("first-year", 70_833)]
)
def test_sums_are_worked_out_from_their_parts(total: str, worked_out: int) -> None:
    assert MODEL.worked_out(next(t for t in MODEL.totals if t.id == total)) == worked_out


def test_the_total_that_does_not_follow_is_told() -> None:
    wrong = [t for t in MODEL.totals if t.stated is not None and t.stated != MODEL.worked_out(t)]
    assert [(t.id, t.stated, t.told) for t in wrong] == [("first-year", 77_500, "ten-months")]
    overall = next(t for t in MODEL.totals if t.id == "overall")
    assert round(MODEL.worked_out(overall) * 10 / 12) == wrong[0].stated, "as the disagreement says"


def test_posts_are_counted_in_both_ways_of_the_source() -> None:
    two = {p.id: (whole_time(p.whole_time), whole_time(p.elsewhere)) for p in MODEL.posts if p.elsewhere}
    assert two == {"workers": (Decimal("2.9"), Decimal(3)), "link-workers": (Decimal("1.9"), Decimal(2))}


def test_the_practices_make_the_population() -> None:
    practices = LIBRARY.networks["hertsmere"].practices
    assert len(practices) == 9
    assert sum(p.population for p in practices) == MODEL.population == 95_528


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=8).filter(any))
def test_shares_fill_the_bar_and_keep_their_proportions(values: list[int]) -> None:
    found = shares([(str(v), v) for v in values])
    room = sum(s.width for s in found)
    assert abs(room + GAP * (len(found) - 1) - WIDTH) <= len(found) / 10
    for share in found:
        assert abs(share.width / room - int(share.figure) / sum(values)) < 0.01


@given(st.integers(1, 10), st.integers(1, 50), st.integers(0, 5))
def test_a_week_never_holds_more_people_than_its_limits(a_day: int, a_week: int, study: int) -> None:
    days = week(a_day, a_week, study)
    assert sum(len(d.seen) for d in days) == min(a_week, a_day * (5 - study))
    assert sum(bool(d.other) for d in days) == study
    assert all(len(d.seen) <= a_day and not (d.other and d.seen) for d in days)
