"""What a review of a service with its provider changes in its record, and when it must be reviewed again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.knowledge.directory.visibility import checked_with_provider, months_later
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service
from generator.knowledge.model.settings import ReviewMonths
from generator.knowledge.model.words import Confidence


@dataclass(frozen=True)
class ProviderReview:
    """Someone compared the whole record with the provider."""

    day: date
    by: str
    confidence: Confidence | None = None
    """How sure they are now. Left out where that has not changed."""


def reviewed(values: Mapping[str, Any], review: ProviderReview, library: Library) -> dict[str, Any]:
    """A record, as JSON values, after a review.

    Its numbers and the provider's sources have the day of the review, and what the feed had lost is there. An unconfirmed record
    stays so unless the review says otherwise: nobody can answer for it then. Guesses and conflicts stay, for they are decided one by one.
    Raises ValidationError where the record is invalid.
    """
    day = review.day.isoformat()
    found = dict(values)
    if review.confidence:
        found["confidence"] = review.confidence
    own = [source["id"] for source in found["sources"] if source["kind"] == "provider"]
    new = {"id": f"review-{day}", "title": f"{found['organisation']}, asked by {review.by}"[:160], "kind": "provider"}
    sources = found["sources"] if own else [*found["sources"], new]
    found["sources"] = [{**source, "read_on": day} if source["kind"] == "provider" else source for source in sources]
    for field in ("phones", "texts"):
        if found.get(field):
            found[field] = [_checked(number, day, own or [new["id"]]) for number in found[field]]
    if found.get("came_from"):
        found["came_from"] = {name: value for name, value in found["came_from"].items() if name != "gone_on"}
    if found["confidence"] in ("high", "medium"):
        found |= {"assured_on": day, "assured_by": review.by}
        found.pop("not_confirmed", None)
    months = months_allowed(Service.model_validate(found), library.review_months, library.dangerous_needs)[0]
    found["review_after"] = months_later(review.day, months).isoformat()
    return found


def _checked(number: dict[str, Any], day: str, own: Collection[str]) -> dict[str, Any]:
    """A number with the day of its check. One that was copied from elsewhere now has the provider as its source."""
    kept = {name: value for name, value in number.items() if name != "copied_on"}
    return {**kept, "checked_on": day, "source": number["source"] if number["source"] in own else next(iter(own))}


def months_allowed(service: Service, terms: ReviewMonths, dangerous: Collection[str]) -> tuple[int, str]:
    """How many months after its last check or copy a service must be reviewed again, and why."""
    by_confidence = {"high": terms.high, "medium": terms.medium, "low": terms.low, "unverified": terms.unverified}[service.confidence]
    copied = not checked_with_provider(service) and terms.medium < by_confidence
    if copied:
        by_confidence = terms.medium
    if terms.danger < by_confidence and any(need in dangerous for need in service.needs):
        return terms.danger, f"One of its needs can mean danger, which allows {terms.danger} months."
    if copied:
        return by_confidence, f"It was not checked with the provider, which allows {by_confidence} months."
    return by_confidence, f"Its confidence is {service.confidence}, which allows {by_confidence} months."
