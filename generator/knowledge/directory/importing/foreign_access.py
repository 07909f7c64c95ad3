"""Who may use a service of another publisher, how to refer, and what it costs."""

from __future__ import annotations

from typing import Any

from generator.knowledge.directory.importing.mending import LONG, SHORT, both_ages, fitted
from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.directory.importing.raw import MOST_ENTRIES, RawRecord, lines_said, parts, said


def people(entry: RawRecord, notes: Notes) -> dict[str, Any]:
    """Ages, who may use it in words, and languages."""
    rules = parts(entry, "eligibilities", "eligibilitys", "eligibility")
    first: RawRecord = next(iter(rules), {})
    texts = lines_said(entry, "eligibility_description", "eligibility")
    texts += [said(rule, "eligibility", "description", "name") for rule in rules]
    return {
        **both_ages(entry.get("minimum_age", first.get("minimum_age")), entry.get("maximum_age", first.get("maximum_age")), notes),
        "eligibility": [fitted(text, LONG, "eligibility", notes) for text in dict.fromkeys(filter(None, texts))][:MOST_ENTRIES],
        "languages": [
            fitted(text, SHORT, "languages", notes) for one in parts(entry, "languages") if (text := said(one, "name", "language", "code"))
        ],
    }


def referral_and_cost(entry: RawRecord, notes: Notes) -> dict[str, Any]:
    """How to refer, the waiting time, and the cost."""
    wait = said(entry, "wait_time", "waiting_time")
    how = " ".join(filter(None, [said(entry, "application_process"), f"Waiting time: {wait.rstrip('.')}." if wait else ""]))
    options = parts(entry, "cost_options")
    costs = [_cost(option) for option in options]
    note = list(dict.fromkeys(filter(None, [said(entry, "fees_description", "fees"), *costs])))
    free = bool(options) and all(_amount(option) == 0 and not _described_as_costing(option) for option in options)
    return {
        "how_to_refer": fitted(how, LONG, "how_to_refer", notes),
        "cost_note": fitted("; ".join(note), LONG, "cost_note", notes),
        "cost": "free" if free else None,
    }


def _amount(option: RawRecord) -> float | None:
    try:
        return float(option["amount"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def _described_as_costing(option: RawRecord) -> bool:
    return any(figure in said(option, "amount_description") for figure in "123456789")


def _cost(option: RawRecord) -> str:
    amount = _amount(option)
    figures = "" if not amount else f"£{amount:,.2f}".removesuffix(".00")
    return ": ".join(filter(None, (said(option, "option"), " ".join(filter(None, (figures, said(option, "amount_description")))))))
