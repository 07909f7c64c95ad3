"""The report on content health: what is stale, due for review, not confirmed, uncovered or accepted, on the day of the build."""

from generator.documents.reports.health.directory import Confidences, NeedRow, Years, confidences, needs_offered, years
from generator.documents.reports.health.due import Due, Month, due_months, dues
from generator.documents.reports.health.findings import Accepted, Todo, Uncovered, accepted, todos, uncovered
from generator.documents.reports.health.report import Health, health, health_json

__all__ = [
    "Accepted",
    "Confidences",
    "Due",
    "Health",
    "Month",
    "NeedRow",
    "Todo",
    "Uncovered",
    "Years",
    "accepted",
    "health_json",
    "confidences",
    "due_months",
    "dues",
    "health",
    "needs_offered",
    "todos",
    "uncovered",
    "years",
]
