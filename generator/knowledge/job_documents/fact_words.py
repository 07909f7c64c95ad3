"""The labels at the head of a job description: those of facts that a role has a field for, and others."""

from __future__ import annotations

import re

from generator.knowledge.job_documents.found import FieldName
from generator.knowledge.job_documents.patterns import any_of

FACT_LABELS: dict[FieldName, re.Pattern[str]] = {
    "title": any_of(r"(?:job|post|role) ?title", r"title", r"post", r"role", r"position", r"job"),
    "band": any_of(
        r"(?:pay )?band(?:ing)?", r"grade", r"salary(?: (?:band|range|scale))?", r"agenda for change(?: band)?", r"pay", r"afc band"
    ),
    "accountable": any_of(r"(?:professionally |managerially )?accountable to"),
    "supervises-clinically": any_of(r"clinical(?:ly)? supervis(?:ion|or|ed by)(?: from| by)?"),
    "supervises-professionally": any_of(r"professional(?:ly)? (?:lead|supervis(?:or|ed by|ion))"),
    "manages": any_of(
        r"(?:professionally )?responsible to",
        r"(?:you )?reports? to",
        r"reporting to",
        r"(?:line )?manager",
        r"(?:line )?managed by",
        r"supervised by",
        r"line management",
        r"managerially responsible to",
    ),
    "hours": any_of(r"(?:working )?hours(?: (?:of work|per week|a week))?", r"working pattern", r"contract(?: hours)?", r"hours/?sessions"),
    "base": any_of(r"(?:work )?base", r"location", r"(?:main )?place of work", r"work ?place", r"based at"),
}
"""What a label at the head of a document stands for."""

OTHER_LABELS = any_of(
    r"directorate",
    r"department",
    r"division",
    r"pcn",
    r"network",
    r"employer",
    r"organisation",
    r"date(?: .*)?",
    r"reference(?: .*)?",
    r"job (?:ref|reference|code)",
    r"(?:closing|interview) date",
    r"contact",
    r"version",
    r"key relationships",
    r"responsible for",
    r"prepared by",
    r"review date",
    r"signed.*",
    r"name",
    r"service",
)
"""Labels whose value has no field here."""


def field_of(label: str) -> FieldName | None:
    """The fact that a label names."""
    return next((name for name, pattern in FACT_LABELS.items() if pattern.fullmatch(label.strip(" :"))), None)
