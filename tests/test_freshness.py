"""What is overdue depends on the day given to the build, never on the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from typer.testing import Result

from generator.checks import check_library
from tests.ours import LIBRARY


@pytest.mark.parametrize(
    ("today", "told"),
    [
        ("2026-10-01", []),
        ("2027-01-31", []),  # three months and some days
        ("2027-02-01", ["crisis-overdue"]),  # four months
        ("2027-03-31", ["crisis-overdue"]),  # the last day of the pay
        ("2027-04-01", ["crisis-overdue", "pay-run-out"]),
        ("2027-10-01", ["crisis-overdue", "pay-run-out"]),  # the review is due on this very day, and a year has just passed
        ("2027-10-02", ["crisis-overdue", "pay-run-out", "review-overdue"]),
        ("2027-10-31", ["crisis-overdue", "pay-run-out", "review-overdue"]),
        ("2027-11-01", ["check-overdue", "crisis-overdue", "pay-run-out", "review-overdue"]),
        ("2037-01-01", ["check-overdue", "crisis-overdue", "pay-run-out", "review-overdue"]),
    ],
)
def test_overdue(today: str, told: list[str], folder: Path, fingerpost: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime.fromisoformat(today).replace(hour=23, minute=59, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
    result = fingerpost("check")
    codes = [line.rpartition("[")[2].rstrip("]") for line in result.output.splitlines() if ": warning: " in line]
    assert sorted(codes) == told
    assert result.exit_code == 0
    assert ("Nothing stops publication." in result.output) == bool(told)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("today", "more"),
    [
        ("2027-05-15", {"crisis-overdue", "pay-run-out", "source-run-out", "review-overdue"}),
        ("2028-06-01", {"service-withheld", "navigator-all-withheld", "check-overdue"}),
        ("2030-06-01", {"service-withheld", "navigator-all-withheld", "check-overdue"}),
    ],
)
def test_nothing_that_is_overdue_keeps_our_own_data_from_being_published(today: str, more: set[str]) -> None:
    """Whatever falls due in the years to come, a corrected crisis number can go out at once."""
    report = check_library(LIBRARY, date.fromisoformat(today))
    assert [problem for problem in report if problem.severity == "error"] == []
    assert more <= {problem.code for problem in report}
    told = [problem.message for problem in report if problem.code == "crisis-overdue"]
    assert len(told) == len(LIBRARY.crisis.contacts)


def test_without_a_day_it_is_today(folder: Path, fingerpost: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    path = folder / "data/roles/guide-band-4.yaml"
    path.write_text(path.read_text().replace("2027-10-01", "1999-12-31"))
    assert "reviewed by 31 December 1999. [review-overdue]" in fingerpost("check").output
