"""The words of the domain. Import them from here."""

from generator.knowledge.model.evidence import (
    CrisisContact,
    CrisisContacts,
    Framework,
    HighCostArea,
    PayBand,
    PayYear,
    Requirement,
    Settings,
    Source,
    SourceClause,
)
from generator.knowledge.model.roles import (
    Base,
    Category,
    Clause,
    Criterion,
    Managed,
    PersonSpecification,
    Promise,
    ReportingLine,
    Role,
    Section,
    Statement,
    Training,
)
from generator.knowledge.model.words import Band, Change, Identified, Record, Retired, Sourced, Text

__all__ = [
    "Band", "Base", "Category", "Change", "Clause", "Criterion", "CrisisContact", "CrisisContacts", "Framework", "HighCostArea",
    "Identified", "Managed", "PayBand", "PayYear", "PersonSpecification", "Promise", "Record", "ReportingLine", "Requirement", "Retired", "Role",
    "Section", "Settings", "Source", "SourceClause", "Sourced", "Statement", "Text", "Training",
]
