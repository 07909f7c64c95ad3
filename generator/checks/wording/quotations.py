"""Others' words: a finding in a text that an import brought, and that nobody has rewritten, is a warning, and stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.checks.wording.finding import Finding
from generator.knowledge.directory.importing.marks import field_mark, marks_in
from generator.knowledge.directory.importing.merging import values_of
from generator.knowledge.model import Service


def with_quotations(found: Iterable[Finding]) -> list[Finding]:
    """The findings, those in others' words without a replacement, and never as errors."""
    return [replace(one, severity="warning", put="", span=None) if _of_others(one) else one for one in found]


def _of_others(finding: Finding) -> bool:
    """Whether the text is as it came in. A record of an import without marks counts as others' words until somebody stands by it."""
    service = finding.record
    if not isinstance(service, Service) or not service.came_from or not finding.steps:
        return False
    name = str(finding.steps[0])
    marks = marks_in(service.came_from.fields)
    if not marks:
        return service.confidence == "unverified"
    return name in marks and marks[name].here == field_mark(values_of(service).get(name))
