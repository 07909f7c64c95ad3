"""What a record may give away: numbers, mails, hours and places in its texts obey the rules of the fields they belong in."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.knowledge.directory import mentions
from generator.knowledge.directory.redaction import APART, INSTEAD, redacted
from generator.knowledge.directory.visibility import shown_hours, shown_locations
from generator.knowledge.library.loading import load
from generator.knowledge.library.texts import rewritten, texts
from generator.knowledge.model import Service
from tests.ours import LIBRARY
from tests.test_services import TODAY, made

CASES = Path(__file__).parent / "cases"
SENTENCES = yaml.safe_load((CASES / "mentions.yaml").read_text(encoding="utf-8"))
LOOKS = {"number": mentions.numbers, "mail": mentions.mails, "hours": mentions.hours, "place": mentions.places}
GIVEAWAY = "Call 020 7946 0123, mail spy@tell.example, Mondays at 7.15pm, 12 Telltale Lane, ZE9 9ZE."


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case["text"][:40])
def test_contact_details_in_sentences(case: dict[str, Any]) -> None:
    found = {kind: sorted((m.start, m.words) for m in look(case["text"])) for kind, look in LOOKS.items()}
    assert {kind: [words for _, words in told] for kind, told in found.items() if told} == {k: v for k, v in case.items() if k != "text"}


PIECES = ["1", "0 ", "0-", "a@", "a.", "Mon ", "9am ", "12 a ", "12 mill ", "At Mill ", "wd6 ", "(0", "24 to ", "call ", "[at]"]


@pytest.mark.parametrize("piece", PIECES)
def test_no_text_makes_looking_slow(piece: str) -> None:
    text = (piece * 4000)[:4000]
    begun = time.process_time()
    for look in LOOKS.values():
        assert sum(1 for _ in look(text)) <= len(text)
    assert time.process_time() - begun < 1


def full(**changes: object) -> Service:
    """A record with every field that holds a text."""
    return made(
        other_names=["A"], alert="A", ages_note="A", eligibility=["A"], not_for=[{"who": "A", "because": "A"}], area_note="A",
        hours_note="A",
        phones=[{"number": "020 7946 0123", "label": "A", "note": "A", "checked_on": "2026-11-01", "source": "list"}],
        texts=[], how_to_refer="A", cost_note="A", locations=[{"name": "A", "address": "A", "area": "town", "note": "A"}], access=["A"],
        hours=[{"label": "A", "days": ["monday"], "opens": "09:00"}],
        languages=["A"], safety={"notes": [{"text": "A", "source": "list"}]}, not_confirmed=["A"], assured_by="A",
        conflicts=[{"about": "phone", "says": "A", "source": "list", "kept": "A"}],
        accept_wording=[{"rule": "a", "quote": "A", "because": "A", "accepted_on": "2026-11-01"}], **changes,
    )  # fmt: skip


@pytest.mark.parametrize("confidence", ["low", "unverified"])
def test_no_text_of_an_unconfirmed_record_says_how_to_reach_it(confidence: str) -> None:
    service = rewritten(full(confidence=confidence), lambda _: GIVEAWAY)
    assert {steps[0] for steps, _ in texts(service)} >= {"name", "organisation", "summary", "sources", "languages", "accept_wording"}
    library = replace(LIBRARY, records={**LIBRARY.records, Service: {"line": service}})
    shown = redacted(library, TODAY).services["line"]
    for steps, said in texts(shown):
        if steps[0] not in APART:
            assert said == "Call {number}, mail {mail}, {hours}, {place}.".format(**INSTEAD), steps
    assert not shown_locations(service)
    assert not shown_hours(service)


def test_a_confirmed_record_shows_only_numbers_that_have_a_source() -> None:
    own = {"number": "020 7946 0123", "checked_on": "2026-11-01", "source": "list"}
    for phones, shown in [([own], True), ([], False), ([{**own, "confidence": "low"}], False)]:
        service = made(summary=f"{GIVEAWAY} Or +44 (0)20 7946 0123, or 999.", phones=phones)
        library = replace(LIBRARY, records={**LIBRARY.records, Service: {"line": service}})
        summary = redacted(library, TODAY).services["line"].summary  # type: ignore[attr-defined]
        assert ("020 7946 0123" in summary) is shown
        assert ("+44 (0)20 7946 0123" in summary) is shown
        assert "or 999." in summary
        assert "spy@tell.example, Mondays at 7.15pm, 12 Telltale Lane, ZE9 9ZE." in summary


def test_our_own_texts_stay_as_they_are() -> None:
    assert redacted(LIBRARY, TODAY).services == LIBRARY.services


def test_a_library_can_be_read_without_vocabularies(folder: Path) -> None:
    (folder / "data" / "services").mkdir()
    written = made(summary=GIVEAWAY).model_dump(mode="json", exclude_none=True)
    (folder / "data" / "services" / "line.yaml").write_text(json.dumps(written))
    assert redacted(load(folder / "data")[0], TODAY).services["line"].summary.startswith("Call (number not shown)")  # type: ignore[attr-defined]
