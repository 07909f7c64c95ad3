"""Labels of coded values: the words in which pages, sheets, feeds and the search say what a record says by a code.

Each code has its words here and nowhere else; the search gets them with its data. Reviewed by hand against the NHS content style.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from generator.knowledge.model.contact_points import SourceKind, Weekday
from generator.knowledge.model.evidence import SourceStatus
from generator.knowledge.model.networks import NetworkStatus
from generator.knowledge.model.services import Cost, Delivery, DepressionSeverity, Referral
from generator.knowledge.model.timelines import EventKind
from generator.knowledge.model.words import Confidence
from generator.knowledge.text.formatting import upper_first

WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
"""The week from Monday, as the data names its days."""

WEEKS_OF_MONTH: Mapping[int, str] = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}
"""Which weekday of a month, for the middle of a sentence: `the first Monday`."""

COSTS: Mapping[Cost, str] = {
    "free": "Free",
    "contribution": "People pay part of the cost",
    "may-charge": "There may be a charge",
}
"""What a service costs."""

DELIVERIES: Mapping[Delivery, str] = {
    "phone": "by phone",
    "text": "by text message",
    "online": "online",
    "email": "by email",
    "letter": "by letter",
    "in-person": "in person",
    "group": "in a group",
    "home-visit": "at home",
    "overnight-stay": "with a place to stay",
    "printed": "on paper",
}
"""How help is given, for the middle of a sentence."""


@dataclass(frozen=True)
class ReferralLabels:
    """One way to a service: a label for lists, sentences to a member of staff and to the patient, and a note for a record."""

    label: str
    to_staff: str
    to_patient: str
    recorded: str


REFERRALS: Mapping[Referral, ReferralLabels] = {
    "turn-up": ReferralLabels(
        "Drop in",
        "No one needs to ask first. They can turn up.",
        "You can turn up. You do not need to book.",
        "turn up",
    ),
    "self": ReferralLabels(
        "They can refer themselves",
        "They can contact it themselves.",
        "You can contact them yourself.",
        "self-referral",
    ),
    "family": ReferralLabels(
        "Family or friends can refer",
        "Family and friends can contact it.",
        "Family or friends can contact them.",
        "family or friends can ask",
    ),
    "professional": ReferralLabels(
        "A professional refers",
        "You can refer them.",
        "A professional has to refer you. Ask the person who gave you this.",
        "professional refers",
    ),
}
"""Who can refer to a service, the easiest way for the patient first: a printed sheet shows only the first that applies."""

ACCESS: Mapping[str, str] = {"bsl": "British Sign Language", "step-free": "Step-free"}
"""Labels of the facet `access`, by the values of the wishes in `data/vocabularies/talk.yaml`."""

WAYS: Mapping[str, str] = {
    "offline": "Works without the internet",
    "from-home": "Works without leaving home",
    "without-calls": "Works without a phone call",
}
"""Ways round an obstacle, by the values of the wishes in `data/vocabularies/talk.yaml`. `engine/wishes.js` has which services they are."""

LANGUAGES: Mapping[str, str] = {"interpreter": "Interpreters"}
"""Labels of wishes about language that name no language. Every other wish is shown by the name of its language."""

SOURCE_KINDS: Mapping[SourceKind, tuple[str, str]] = {
    "provider": ("on", "the provider’s own site"),
    "public-body": ("from", "a public body’s page"),
    "directory": ("from", "another directory"),
    "news": ("from", "a news report"),
}
"""What a fact was read from, with the word that goes before it: it is checked on the provider’s own site, and copied from any other."""

SERVICE_STATES: Mapping[str, str] = {"unconfirmed": "Not confirmed", "paused": "Paused", "closed": "Closed", "withheld": "Not shown"}
"""The status of a service, where it is not simply open."""


@dataclass(frozen=True)
class ConfidenceLabels:
    """How sure we are: of a service, by what its facts were read from, and of a document that we cite."""

    of_service: str
    of_document: str


CONFIDENCES: Mapping[Confidence, ConfidenceLabels] = {
    "high": ConfidenceLabels("The provider, the NHS or a council", "The owner’s own text"),
    "medium": ConfidenceLabels("Another directory, or an older page", "Second-hand or older: check before you rely on it"),
    "low": ConfidenceLabels("One old or single source", "One old or single source: not confirmed"),
    "unverified": ConfidenceLabels("No one has checked", "Not confirmed"),
}
"""The strength of a record, strongest first."""

DEPRESSION_SEVERITIES: Mapping[DepressionSeverity, str] = {"less-severe": "Less severe", "more-severe": "More severe"}
"""How severe a depression a service treats (NICE guideline NG222)."""

SOURCE_STATUSES: Mapping[SourceStatus, tuple[str, str]] = {
    "in-force": ("In force", "Laws, codes and contracts that bind someone today."),
    "reference": ("Reference", "Pages and papers that a fact was read from."),
    "example": ("Examples", "Models that no one has to follow."),
    "historic": ("Historic", "Kept to show where a sentence began. Never current guidance."),
}
"""The authority of a document that we cite, and what such documents are, in the order of the page of sources."""

NETWORK_STATUSES: Mapping[NetworkStatus, str] = {"current": "Current", "historic": "Historic", "fictional": "Fictional"}
"""The status of a network or a service model."""

EVENT_KINDS: Mapping[EventKind, str] = {
    "plan": "Plan",
    "policy": "Policy",
    "contract": "Contract",
    "guideline": "Guideline",
    "law": "Law",
    "service": "Service",
    "count": "Count",
}
"""What an event of a timeline is."""


def checked_against(kind: SourceKind) -> str:
    """Where a number was read: `on the provider’s own site`, `from another directory`."""
    return " ".join(SOURCE_KINDS[kind])


def labels_for_search() -> dict[str, dict[str, object]]:
    """The labels that the search shows, by facet and code; of ways to get help as they begin a line."""
    return {
        "how": {code: upper_first(words) for code, words in DELIVERIES.items()},
        "refer": {code: words.label for code, words in REFERRALS.items()},
        "cost": dict(COSTS.items()),
        "access": {**ACCESS, **LANGUAGES},
        "way": dict(WAYS),
        "language": dict(LANGUAGES),
        "source": {kind: list(words) for kind, words in SOURCE_KINDS.items()},
        "state": {code: SERVICE_STATES[code] for code in ("paused", "unconfirmed")},
    }
