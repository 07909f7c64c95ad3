"""Mark services of the review queue as done: `services queue --done ID --by WHO`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from generator.cli.terminal import say
from generator.cli.upkeep import find_service
from generator.machine.clock import today

if TYPE_CHECKING:
    from generator.knowledge.directory.reviews import ProviderReview
    from generator.knowledge.library.library import Library
    from generator.knowledge.model.words import Confidence

_SURE: dict[str, Confidence | None] = {"": None, "high": "high", "medium": "medium"}


def mark_done(library: Library, ids: list[str], data: Path, *, by: str, on: str, sure: str) -> None:
    """Write a review into the records of these services, and say what is left to look at. Raises BadParameter."""
    from generator.documents.reports.queue import queue
    from generator.knowledge.library.loading import load
    from generator.machine.atomic_write import write_all
    from generator.publishing.directory.reviewing import after_review

    review = _review(by, on, sure)
    services = [find_service(library, name) for name in dict.fromkeys(ids)]
    write_all({data / path: text.encode() for path, text in after_review(library, services, review).items()})
    after = load(data, data.name)[0]
    waiting = {entry.service.id: entry for entry in queue(after, today())}
    for service in services:
        due = after.services[service.id].review_after.isoformat()
        say(f"{service.id}: done on {review.day.isoformat()} by {review.by}. Next review: {due}.")
        for reason in waiting[service.id].reasons if service.id in waiting else ():
            say(f"   Still to look at: {reason.words}")


def _review(by: str, on: str, sure: str) -> ProviderReview:
    from generator.knowledge.directory.reviews import ProviderReview

    if not by or len(by) > 160:
        raise typer.BadParameter("Say who checked it, in at most 160 characters.", param_hint="--by")
    if sure not in _SURE:
        raise typer.BadParameter(f"‘{sure}’ must be high or medium.", param_hint="--confidence")
    try:
        day = date.fromisoformat(on) if on else today()
    except ValueError:
        raise typer.BadParameter(f"‘{on}’ must be a day, such as 2026-04-01.", param_hint="--on") from None
    if day > today():
        raise typer.BadParameter(f"{on} is in the future.", param_hint="--on")
    return ProviderReview(day, by, _SURE[sure])
