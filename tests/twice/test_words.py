"""Values in words are the same in pages and packs, which Python writes, and in the browser: dates, lists, ages, ids, hours, sentences."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from generator.bench import missing
from generator.documents.browser.search_data import bank_holidays, opening
from generator.documents.views.opening_hours import opening_words
from generator.knowledge.directory.corrections import as_shown
from generator.knowledge.directory.opening_sense import impossible, overlapping
from generator.knowledge.model import Hours
from generator.knowledge.model.labels import WEEKDAYS
from generator.knowledge.text import formatting
from generator.knowledge.text.sentences import sentences
from tests.ours import LIBRARY
from tests.tiers import examples

Call = tuple[str, list[Any], Any]
"""A function of the browser, what it is given, and what Python says."""

EXAMPLES = 40
"""Values of each kind in one start of Node.js, which takes longer than all of them."""

WORDS = some.text(some.characters(max_codepoint=0x17F, exclude_categories=["Cc", "Cs"]) | some.sampled_from("’ΣςẞK𐐨ﬁ"), max_size=12)
"""Words of Europe's alphabets, with letters whose capitals are odd. Control characters are in no text: the model refuses them."""

CLOCKS = some.builds("{:02}:{:02}".format, some.integers(0, 23), some.sampled_from([0, 0, 15, 30, 59]))
HOURS = some.builds(
    lambda days, opens, closes, beside: Hours.model_validate({"days": days, "opens": opens, "closes": closes, **beside}),
    some.lists(some.sampled_from(WEEKDAYS), min_size=1, max_size=7),
    some.just("00:00") | CLOCKS,
    some.just("24:00") | CLOCKS,
    some.just({})
    | some.just({"closed_on_bank_holidays": True})
    | some.fixed_dictionaries({"every": some.integers(2, 9), "from": some.dates()}, optional={"until": some.dates()})
    | some.fixed_dictionaries({"week": some.lists(some.sampled_from([1, 2, 3, 4, 5, -1]), min_size=1)}, optional={"from": some.dates()}),
)
PIECES = [
    "Dr.",
    "e.g.",
    "Ask.",
    "Why?",
    "(No.",
    "Yes!)",
    "“Go.”",
    "A.",
    "éA.",
    "12.",
    "3.5",
    "£5",
    "it’s",
    "well-known",
    "\n",
    "\n\n",
    "- one",
    "1) two",
    "St.",
]
TEXTS = some.lists(some.sampled_from(PIECES) | WORDS, max_size=20).map(" ".join)

CALLS: dict[str, some.SearchStrategy[Call]] = {
    "day": some.dates().map(lambda day: ("day", [day.isoformat()], formatting.day(day))),
    "shortDay": some.dates().map(lambda day: ("shortDay", [day.isoformat()], formatting.short_day(day))),
    "joinWords": some.lists(WORDS, max_size=5).map(lambda words: ("joinWords", [words], formatting.join_words(words))),
    "ages": some.tuples(*[some.none() | some.integers(0, 120)] * 2).map(lambda ages: ("ages", [*ages], formatting.ages(*ages))),
    "figures": some.integers(0, 10**12).map(lambda count: ("figures", [count], f"{count:,}")),
    "sentence": WORDS.map(lambda words: ("sentence", [words], formatting.sentence(words))),
    "upperFirst": WORDS.map(lambda words: ("upperFirst", [words], formatting.upper_first(words))),
    "lowerFirst": WORDS.map(lambda words: ("lowerFirst", [words], formatting.lower_first(words))),
    "slug": WORDS.map(lambda words: ("slug", [words], formatting.slug(words))),
    "hours": some.lists(HOURS, max_size=3).map(
        lambda rows: ("hoursLines", [[opening(row) for row in rows]], [row.line for row in opening_words(rows)])
    ),
    "sentences": TEXTS.map(lambda text: ("sentences", [text], [[one.text, len(one.words)] for one in sentences(text)])),
}


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[list[Any]]], list[Any]]:
    """What the browser's modules answer to calls, all in one start of Node.js."""
    node = missing.node()
    if not node:
        pytest.skip("needs Node.js")
    file = tmp_path_factory.mktemp("words") / "calls.json"

    def asked(calls: list[list[Any]]) -> list[Any]:
        file.write_text(json.dumps(calls), encoding="utf-8")
        command = [node, str(Path(__file__).with_name("words.mjs")), str(file)]
        ran = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
        found: list[Any] = json.loads(ran.stdout)
        return found

    return asked


@settings(max_examples=examples(8), deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(calls=some.tuples(*(some.lists(kind, min_size=EXAMPLES, max_size=EXAMPLES) for kind in CALLS.values())))
def test_python_and_the_browser_say_the_same(ask: Callable[[list[list[Any]]], list[Any]], calls: tuple[list[Call], ...]) -> None:
    every = [call for kind in calls for call in kind]
    answers = ask([[name, *values] for name, values, _ in every])
    assert [(*call, answer) for call, answer in zip(every, answers, strict=True) if call[2] != answer] == []


BESIDE: list[dict[str, Any]] = [
    {"label": "Sign"}, {"term_time": True}, {"by_appointment": True}, {"week": [1]}, {"from": "2026-11-02"},
    {"until": "2026-11-01"}, {"every": 2, "from": "2026-11-02"}, {"every": 2, "from": "2026-11-09"},
]  # fmt: skip


def test_both_find_the_same_rows_that_cannot_be_true(ask: Callable[[list[list[Any]]], list[Any]]) -> None:
    """A few days and times, so that many rows touch, overlap, or go on after midnight."""
    chance = random.Random(19)

    def row() -> Hours:
        days = chance.sample(["saturday", "sunday", "monday"], chance.randint(1, 2))
        opens, closes = chance.choice(["00:00", "09:00", "22:00", "24:00"]), chance.choice(["02:00", "09:00", "12:00", "24:00", None])
        beside = chance.choice(BESIDE) if chance.random() < 0.3 else {}
        return Hours.model_validate({"days": days, "opens": opens, "closes": closes, **beside})

    lists = [[row() for _ in range(chance.randint(0, 4))] for _ in range(400)]
    single = [one for rows in lists for one in rows]
    answers = ask([
        *(["overlapping", [as_shown(one) for one in rows]] for rows in lists),
        *(["impossible", one.opens, one.closes] for one in single),
    ])  # fmt: skip
    expected = [[[*pair] for pair in overlapping(rows)] for rows in lists] + [impossible(one.opens, one.closes) for one in single]
    assert answers == expected
    assert sum(map(bool, expected[: len(lists)])) > 40, "else it proves little"


@pytest.mark.parametrize(
    ("days", "opens", "closes", "said"),
    [
        (["friday", "saturday", "sunday", "monday"], "09:00", "17:00", "Friday to Monday, 9am to 5pm"),
        (["monday", "tuesday", "wednesday"], "00:00", "24:00", "24 hours, Monday to Wednesday"),
        ([*WEEKDAYS], "00:00", "24:00", "24 hours, every day"),
        (["monday", "monday"], "12:00", "00:00", "Monday, midday to midnight"),
    ],
)
def test_hours_in_words(ask: Callable[[list[list[Any]]], list[Any]], days: list[Any], opens: str, closes: str, said: str) -> None:
    row = Hours(days=days, opens=opens, closes=closes)
    assert opening_words([row])[0].line == said
    assert ask([["hoursLines", [opening(row)]]]) == [[said]]


EVERY_OTHER = {"days": ["tuesday"], "opens": "10:00", "closes": "12:00", "every": 2, "from": "2026-11-05"}
FIRST = {"days": ["monday"], "opens": "20:00", "closes": "02:00", "week": [1, -1], "until": "2026-11-30"}


@pytest.mark.parametrize(
    ("row", "line", "opened", "shut"),
    [
        (
            EVERY_OTHER,
            "Every 2 weeks on Tuesday, 10am to midday, from 5 November 2026",
            ["2026-11-17T10:00", "2026-12-01T11:59", "2027-03-09T10:30"],
            ["2026-11-03T10:30", "2026-11-10T10:30", "2026-11-17T12:00", "2026-11-24T10:30", "2026-10-20T10:30"],
        ),
        (
            FIRST,
            "First and last Monday of the month, 8pm to 2am, until 30 November 2026",
            ["2026-11-02T21:00", "2026-11-03T01:59", "2026-11-30T21:00", "2026-12-01T01:00", "2026-10-26T20:00"],
            ["2026-11-09T21:00", "2026-11-23T21:00", "2026-12-07T21:00", "2026-11-02T01:00"],
        ),
        ({**EVERY_OTHER, "term_time": True}, "Every 2 weeks on Tuesday, 10am to midday, from 5 November 2026, term time only", [], []),
    ],
)
def test_hours_that_are_not_every_week_are_open_when_they_are(
    ask: Callable[[list[list[Any]]], list[Any]], row: dict[str, Any], line: str, opened: list[str], shut: list[str]
) -> None:
    hours = Hours.model_validate(row)
    assert opening_words([hours])[0].line == line
    rows = [opening(hours)] if opening(hours) else []
    moments = [*opened, *shut, *([] if rows else ["2026-11-17T10:00"])]
    assert ask([["openAt", rows, moment] for moment in moments]) == [moment in opened for moment in moments]


WORKDAYS = {"days": [*WEEKDAYS[:5]], "opens": "09:00", "closes": "18:00", "closed_on_bank_holidays": True}
HOLIDAYS = bank_holidays(LIBRARY, date(2026, 11, 22))


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-12-24T11:00:00Z", "Open now until 6pm."),
        ("2026-12-25T11:00:00Z", "Closed now. Opens 9am on Tuesday."),
        ("2026-12-28T11:00:00Z", "Closed now. Opens 9am tomorrow."),
        ("2026-11-30T20:00:00Z", "Closed now. Opens 9am tomorrow."),
        ("2026-11-30T08:59:00Z", "Closed now. Opens 9am today."),
        ("2026-07-01T08:30:00Z", "Open now until 6pm."),
        ("2026-07-01T17:30:00Z", "Closed now. Opens 9am tomorrow."),
        ("2029-01-01T08:00:00Z", "Closed now. Opens 9am today, unless it is a bank holiday."),
    ],
)
def test_open_now_is_told_by_london_time_and_bank_holidays(ask: Callable[[list[list[Any]]], list[Any]], at: str, said: str) -> None:
    rows = [opening(Hours.model_validate(WORKDAYS))]
    assert ask([["openNow", rows, at, HOLIDAYS]]) == [said]


def test_a_line_that_closes_on_bank_holidays_is_closed_at_eleven_on_christmas_day(ask: Callable[[list[list[Any]]], list[Any]]) -> None:
    for service in ("mind-infoline", "advocacy-for-carers-and-vulnerable-adults"):
        rows = [opening(hours) for hours in LIBRARY.services[service].hours]
        christmas = "2026-12-25T11:00:00Z"
        assert ask([["openAt", rows, christmas, HOLIDAYS], ["openAt", rows, "2026-12-24T11:00:00Z", HOLIDAYS]]) == [False, True]


@pytest.mark.parametrize(
    ("opens", "closes", "at", "said"),
    [
        ("00:00", "24:00", "2026-12-25T11:00:00Z", "Open now."),
        ("19:00", "02:00", "2026-12-25T23:00:00Z", "Open now until 2am."),
        ("19:00", "02:00", "2026-12-26T01:00:00Z", "Open now until 2am."),
        ("09:00", "24:00", "2026-12-26T10:00:00Z", "Open now until midnight."),
    ],
)
def test_open_now_over_midnight(ask: Callable[[list[list[Any]]], list[Any]], opens: str, closes: str, at: str, said: str) -> None:
    assert ask([["openNow", [opening(Hours(days=[*WEEKDAYS], opens=opens, closes=closes))], at, HOLIDAYS]]) == [said]
