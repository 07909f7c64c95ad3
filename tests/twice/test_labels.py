"""Every coded value has one label, and the words of a label stand in no script and no template."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import pytest

from generator.checks.coverage import STATES, CoverageState
from generator.documents.views.service import ServiceState
from generator.knowledge.model import Talk, labels
from generator.knowledge.model.contact_points import SourceKind
from generator.knowledge.model.evidence import SourceStatus
from generator.knowledge.model.networks import NetworkStatus
from generator.knowledge.model.services import Cost, Delivery, DepressionSeverity, Referral
from generator.knowledge.model.timelines import EventKind
from generator.knowledge.model.words import Confidence
from tests.ours import LIBRARY

PROJECT = Path(__file__).parents[2]
CODES: list[tuple[object, Mapping[str, object]]] = [
    (Cost, dict(labels.COSTS.items())),
    (Delivery, dict(labels.DELIVERIES.items())),
    (Referral, dict(labels.REFERRALS.items())),
    (SourceKind, dict(labels.SOURCE_KINDS.items())),
    (SourceStatus, dict(labels.SOURCE_STATUSES.items())),
    (NetworkStatus, dict(labels.NETWORK_STATUSES.items())),
    (EventKind, dict(labels.EVENT_KINDS.items())),
    (DepressionSeverity, dict(labels.DEPRESSION_SEVERITIES.items())),
    (Confidence, dict(labels.CONFIDENCES.items())),
    (CoverageState, dict(STATES.items())),
]


@pytest.mark.parametrize(("codes", "words"), CODES, ids=lambda one: "-".join(map(str, get_args(one))) or None)
def test_each_code_has_its_words(codes: object, words: Mapping[str, object]) -> None:
    assert set(words) == set(get_args(codes))


def test_each_state_of_a_service_but_the_open_one_has_its_words() -> None:
    assert set(labels.SERVICE_STATES) == {*get_args(ServiceState)} - {"open"}


def test_each_wish_that_the_search_understands_has_a_label() -> None:
    """But times, and languages, which are called by their own names."""
    sent = labels.labels_for_search()
    talk = next(iter(LIBRARY.all(Talk).values()))
    wishes = {(wish.facet, wish.value) for wish in talk.wishes if wish.facet not in ("open", "language")}
    assert wishes
    assert {(facet, value) for facet, value in wishes if value not in sent[facet]} == set()


def test_no_script_and_no_template_has_a_label_of_its_own() -> None:
    """Those of two words or more, which mean nothing else."""
    sent = labels.labels_for_search()
    words = [label for facet in ("how", "refer", "cost", "access") for label in sent[facet].values()]
    words += [*STATES.values(), *(label for pair in labels.SOURCE_KINDS.values() for label in pair)]
    told = {str(label) for label in words if " " in str(label)}
    files = [path for path in (PROJECT / "templates").rglob("*") if path.suffix in (".js", ".j2")]
    found = {(path.name, label) for path in files for label in told if f'"{label}"' in path.read_text(encoding="utf-8")}
    assert found == set()
