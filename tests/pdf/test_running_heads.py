"""The head of a page names its part, or the heading that goes on from the page before."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from generator.documents.formats.pdf.running_heads import running_heads

TOP = 100.0


def sheet(part: str, *marks: tuple[str, float]) -> Any:
    """What stands on a sheet: one part, with its headings and how far below the top of the page each is."""
    box = SimpleNamespace(content_box_y=lambda: TOP)
    page = SimpleNamespace(bookmarks=[(2, label, (0.0, TOP + down), "open") for label, down in marks], _page_box=box)
    return [(SimpleNamespace(heading=part), page)]


def test_a_page_that_begins_under_a_heading_of_the_last_says_which_goes_on() -> None:
    sheets = [
        sheet("Job", ("Job", 4), ("Clinical", 60)),
        sheet("Job"),
        sheet("Job", ("General", 300)),
        sheet("Person", ("Person", 4), ("Skills", 500)),
        sheet("Person", ("Values", 1)),
        sheet("Pay", ("Pay", 3)),
        sheet("Pay"),
    ]
    assert running_heads(sheets, "{heading}, continued") == [
        "Job", "Clinical, continued", "Clinical, continued", "Person", "Person", "Pay", "Pay",
    ]  # fmt: skip
