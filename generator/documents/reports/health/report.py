"""The whole report on content health, for the page and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic_core import to_json

from generator.documents.reports.health.directory import Confidences, NeedRow, Years, confidences, needs_offered, years
from generator.documents.reports.health.due import Due, Month, due_months, dues
from generator.documents.reports.health.findings import Accepted, Todo, Uncovered, accepted, todos, uncovered
from generator.knowledge.directory.visibility import listed, shown_phones, shown_texts
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service


@dataclass(frozen=True)
class Health:
    """The health of the content on a day."""

    today: date
    listed: Sequence[Service]
    closed: int
    confidences: Sequence[Confidences]
    years: Years
    needs: Sequence[NeedRow]
    dues: Sequence[Due]
    months: Sequence[Month]
    uncovered: Sequence[Uncovered]
    accepted: Sequence[Accepted]
    todos: Sequence[Todo]

    @property
    def figures(self) -> dict[str, int]:
        """The key figures, by label."""
        numbered = [service for service in self.listed if service.phones or service.texts]
        shown = [service for service in numbered if shown_phones(service) or shown_texts(service)]
        copied = [service for service in shown if any(one.copied_on for one in (*shown_phones(service), *shown_texts(service)))]
        return {
            "services in the directory": len(self.listed),
            "with a number to call or text": len(shown),
            "with every number checked with the provider": len(shown) - len(copied),
            "with a number that is only a copy": len(copied),
            "with a number held back until confirmed": len(numbered) - len(shown),
            "where sources disagree": sum(bool(service.conflicts) for service in self.listed),
            "past the date for review": sum(one.standing in ("withheld", "overdue") for one in self.dues),
            "needs without a service": sum(not need.all for need in self.needs),
        }

    @property
    def numbers(self) -> dict[str, int]:
        """Numbers that are shown, by what somebody did: checked each with its provider, or copied it."""
        shown = [number for service in self.listed for number in (*shown_phones(service), *shown_texts(service))]
        copied = sum(bool(number.copied_on) for number in shown)
        return {"checked_with_provider": len(shown) - copied, "copied": copied}


def health(library: Library, today: date) -> Health:
    """The report on a library on the day `today`."""
    shown = [service for service in library.services.values() if listed(service, library, today)]
    closed = sum(service.status == "closed" for service in library.services.values())
    due, needs = dues(library, today), needs_offered(library, shown) if library.services else []
    return Health(
        today, shown, closed, confidences(shown), years(shown), needs, due, due_months(due, today),
        uncovered(library), accepted(library), todos(shown, needs, due),
    )  # fmt: skip


def health_json(found: Health) -> bytes:
    """The report as JSON for other programs. Dates are in ISO format; addresses are relative to the root of the site."""
    data: dict[str, Any] = {
        "counted_on": found.today.isoformat(),
        "figures": found.figures,
        "closed_services": found.closed,
        "numbers": found.numbers,
        "confidence": {one.name: one.count for one in found.confidences},
        "newest_source": {"years": {str(year): count for year, count in found.years.counts.items()}, "undated": found.years.undated},
        "needs": [vars(need) for need in found.needs],
        "due": [vars(one) | {"due": one.due.isoformat()} for one in found.dues],
        "coverage": [vars(row) for row in found.uncovered],
        "accepted": [_dated(dict(vars(one))) for one in found.accepted],
        "to_put_right": [vars(todo) for todo in found.todos],
    }
    return to_json(data, indent=2) + b"\n"


def _dated(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry with its day in ISO format, or without one if none was recorded."""
    day = entry.pop("accepted_on")
    return entry | ({"accepted_on": day.isoformat()} if day else {})
