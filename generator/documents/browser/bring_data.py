"""What the page that tailors a pack needs to match a document of somebody's own to its role. It is loaded only when one is opened."""

from __future__ import annotations

from typing import Any

from generator.checks.review.requirements import REQUIREMENT_PATTERNS, REQUIREMENT_STANDINGS
from generator.documents.browser.job_data import job_data
from generator.documents.browser.patterns import script_patterns
from generator.documents.browser.review_data import reader_data
from generator.knowledge.bringing import likeness_in
from generator.knowledge.bringing.besides import BESIDES, CHANGE_GROUPS, FACT_NAMES
from generator.knowledge.bringing.matching import bounds_data
from generator.knowledge.library.library import Library
from generator.knowledge.model import Requirement


def bring_data(library: Library) -> dict[str, Any]:
    """All of it, as JSON holds it."""
    editions = {name: [_requirement(one) for one in framework.requirements] for name, framework in library.frameworks.items()}
    return {
        "reader": reader_data("bring"),
        "jobs": job_data(library),
        "likeness": likeness_in(library).data() | {"bounds": bounds_data()},
        "requirements": {role.id: [one for name in role.requirements for one in editions[name]] for role in library.roles.values()},
        "patterns": script_patterns(REQUIREMENT_PATTERNS),
        "standings": dict(REQUIREMENT_STANDINGS),
        "besides": BESIDES,
        "groups": CHANGE_GROUPS,
        "factNames": FACT_NAMES,
    }


def _requirement(one: Requirement) -> dict[str, Any]:
    parts = [{"about": part.about, "phrases": part.phrases} for part in one.parts]
    return {"title": one.title, "bands": [str(band) for band in one.bands or ()], "phrases": one.phrases, "parts": parts}
