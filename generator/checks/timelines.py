"""Checks of timelines: events are in order, on days that exist, and not in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.knowledge.library.library import Library
from generator.knowledge.model.timelines import Event, Timeline, date_in_words
from generator.knowledge.reading.document import Steps
from generator.problems import Problem, rule


def _events(timeline: Timeline) -> Iterator[tuple[Steps, Event]]:
    """Every event, and the way to its day."""
    for e, era in enumerate(timeline.eras):
        for i, event in enumerate(era.events):
            yield ("eras", e, "events", i, "when"), event


def _dated(timeline: Timeline) -> Iterator[tuple[Steps, str]]:
    return ((steps, event.when) for steps, event in _events(timeline))


def events_in_order(library: Library) -> Iterator[Problem]:
    """Events go from the oldest to the newest. A year alone comes before the months of that year."""
    for timeline in library.all(Timeline).values():
        before = ""
        for steps, when in _dated(timeline):
            if when < before and _exists(when) and _exists(before):
                yield rule("event-out-of-order").at(library.place(timeline, *steps), when=date_in_words(when), before=date_in_words(before))
            before = max(before, when)


def days_exist(library: Library) -> Iterator[Problem]:
    """No event is on 31 June."""
    for timeline in library.all(Timeline).values():
        for steps, when in _dated(timeline):
            if not _exists(when):
                yield rule("day-impossible").at(library.place(timeline, *steps), when=when)


def _exists(when: str) -> bool:
    try:
        return bool(date_in_words(when))
    except ValueError:
        return False


def events_past(library: Library, today: date) -> Iterator[Problem]:
    """No event is in the future, unless it is marked as expected."""
    for timeline in library.all(Timeline).values():
        for steps, event in _events(timeline):
            if event.when > today.isoformat() and not event.expected and _exists(event.when):
                yield rule("event-to-come").at(library.place(timeline, *steps), when=date_in_words(event.when))
