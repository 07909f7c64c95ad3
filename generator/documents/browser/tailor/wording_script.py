"""The rules on words that hold for a network's own texts, for the page that looks for them while somebody types."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.documents.browser.wording_data import wording_data
from generator.knowledge.library.library import Library

_RULE = ("code", "family", "counted", "scope", "serves", "rightFor", "find", "not", "unless", "why", "instead", "since", "safe")
MEASURE = ("code", "kind", "limit", "scope", "why", "instead")
_KINDS = ("sentence-words", "gender-balance")
"""The limits that hold while somebody types. Reading age and statements alike are for the check, which sees everything."""


def typed_rules(library: Library, today: date) -> dict[str, Any]:
    """The rules, without those that hold for the directory alone, and the limits, with what the browser needs of each."""
    whole = wording_data(library, today)
    rules = [{name: rule[name] for name in _RULE} for rule in whole["rules"] if rule["scope"] != ["directory"]]
    measures = [{name: measure[name] for name in MEASURE} for measure in whole["measures"] if measure["kind"] in _KINDS]
    return {"rules": rules, "measures": measures}
