"""How fresh is it: the report follows from the data and the day, and the page says what the JSON says."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from generator.documents.charts.columns_svg import HEIGHT, column_shapes
from generator.documents.pages import SiteContext
from generator.documents.pages.health import health_pages
from generator.documents.reports.health import dues, health, health_json
from generator.documents.templating.environment import environment
from generator.knowledge.directory.visibility import shown_phones, shown_texts
from generator.knowledge.model import Service
from tests.ours import LIBRARY
from tests.test_services import made

TODAY = date(2026, 11, 22)


def test_the_figures_follow_from_the_records() -> None:
    found = health(LIBRARY, TODAY)
    open_ones = [service for service in LIBRARY.services.values() if service.status != "closed"]
    assert found.figures["services in the directory"] == len(open_ones) == sum(one.count for one in found.confidences)
    assert found.years.dated + found.years.undated == len(open_ones)
    numbered = sum(bool(service.phones or service.texts) for service in open_ones)
    assert found.figures["with a number to call or text"] + found.figures["with a number held back until confirmed"] == numbered
    assert {need.label for need in found.needs if not need.all} == {
        need.label for need in LIBRARY.needs.values() if not any(need.id in service.needs for service in open_ones)
    }


@pytest.mark.parametrize(
    ("today", "standings"),
    [
        (date(2026, 11, 22), {"overdue", "soon", "later"}),  # the edition of the contract
        (date(2027, 5, 1), {"overdue", "soon", "later"}),
        (date(2029, 1, 1), {"withheld", "overdue"}),
    ],
)
def test_what_is_due_depends_on_the_day(today: date, standings: set[str]) -> None:
    found = dues(LIBRARY, today)
    assert {one.standing for one in found} == standings
    assert [one.due for one in found] == sorted(one.due for one in found)
    assert all((one.due < today) == (one.standing in ("withheld", "overdue")) for one in found)


def test_pay_and_contracts_are_due_on_their_last_day() -> None:
    found = {one.kind: (one.name, one.due, one.standing) for one in dues(LIBRARY, date(2027, 4, 1)) if one.kind in ("Pay", "Contract")}
    assert found == {
        "Pay": ("Agenda for Change pay, 2026/27", date(2027, 3, 31), "overdue"),
        "Contract": ("Network Contract DES 2023/24: mental health practitioner", date(2024, 3, 31), "overdue"),
    }


def test_nothing_that_is_said_of_an_unconfirmed_service_stands_in_the_report() -> None:
    said = [{"about": "phone", "says": "A list gives another.", "source": "list", "kept": "Ours."}]
    for confidence, told in [("high", True), ("low", False), ("unverified", False)]:
        service = made(confidence=confidence, conflicts=said, needs=["crisis"], audiences=["everyone"], areas=["england"])
        library = replace(LIBRARY, records={**LIBRARY.records, Service: {**LIBRARY.services, "line": service}})
        report = health_json(health(library, TODAY)).decode()
        assert ("A list gives another." in report) is told
        assert ("Ours." in report) is told


def test_what_is_past_its_date_comes_first() -> None:
    found = health(LIBRARY, date(2028, 1, 1))
    late = found.figures["past the date for review"]
    assert late
    assert all(todo.kind.endswith(("overdue", "withheld")) for todo in found.todos[:late])


def test_what_was_accepted_is_told_with_its_reason() -> None:
    found = health(LIBRARY, TODAY).accepted
    told = {(one.where, one.what, one.because) for one in found if one.kind == "requirement"}
    assert told == {(n.name, a.requirement, a.because) for n in LIBRARY.networks.values() for o in n.roles for a in o.accept}
    records = [record for kept in LIBRARY.records.values() for record in kept.values()]
    words = [(one.what, one.words, one.because, one.accepted_on) for one in found if one.kind == "wording"]
    kept = [(w.rule, w.quote or "", w.because, w.accepted_on) for record in records for w in record.accept_wording]
    assert sorted(words, key=str) == sorted(kept, key=str)
    assert told
    assert words


def test_page_and_json_say_the_same() -> None:
    context = SiteContext(LIBRARY, (), {}, environment(), TODAY)
    (page,) = health_pages(context)
    data = json.loads(health_json(health(LIBRARY, TODAY)))
    on_page = dict(re.findall(r"<div><dt>(.*?)</dt><dd>(\d+)</dd></div>", page.body))
    assert [int(count) for count in on_page.values()] == list(data["figures"].values())
    for (words, count), plain in zip(on_page.items(), data["figures"], strict=True):
        assert words == (plain.replace("needs", "need").replace("services in", "service in") if count == "1" else plain)
    assert "1" in on_page.values()
    assert data["counted_on"] == "2026-11-22"
    numbers = [n for s in health(LIBRARY, TODAY).listed for n in (*shown_phones(s), *shown_texts(s))]
    assert data["numbers"] == {
        "checked_with_provider": sum(bool(n.checked_on) for n in numbers), "copied": sum(bool(n.copied_on) for n in numbers),
    }  # fmt: skip
    for need in data["needs"]:
        assert str(escape(need["label"])) in page.body
    assert page.body.count('<time datetime="') == len(data["due"]) + sum("accepted_on" in one for one in data["accepted"])
    assert page.body.count('<svg class="figure"') == 3


@given(st.lists(st.integers(0, 500), max_size=40))
def test_columns_keep_their_proportions_and_stay_in_the_picture(counts: list[int]) -> None:
    made = column_shapes([(str(i), count, True) for i, count in enumerate(counts)])
    most = max(counts, default=0)
    assert [column.count for column in made] == counts
    for column in made:
        assert column.height == pytest.approx(HEIGHT * column.count / most if most else 0, abs=0.051)  # rounded to a tenth
        assert column.x >= 0
        assert column.x + column.width <= 520.05
    if made:
        assert made[-1].label == str(len(made) - 1), "the newest is always named"
