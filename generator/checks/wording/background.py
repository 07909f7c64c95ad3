"""The texts of the knowledge base that rules on words hold for."""

from __future__ import annotations

from generator.knowledge.model import (
    Caseload,
    CommissioningCriterion,
    CostLine,
    Delivered,
    Disagreement,
    Phase,
    Record,
    ServiceModel,
    ServicePost,
    Session,
    Total,
    WordingScope,
)
from generator.knowledge.model.navigation import (
    Answer,
    CareStep,
    Cohort,
    Meanwhile,
    Navigator,
    NavigatorRule,
    Outcome,
    Question,
    WarningSigns,
)
from generator.knowledge.model.planning import Assumption, Comparison, Planning
from generator.knowledge.model.profiles import (
    CareerMove,
    EmploymentWay,
    InductionItem,
    InductionPart,
    InterviewQuestion,
    Ladder,
    RoleProfile,
    Theme,
)
from generator.knowledge.model.timelines import Era, Event, Headcount, Timeline

BACKGROUND: dict[type[Record], tuple[WordingScope, tuple[str, ...]]] = {
    ServiceModel: ("directory", ("summary", "people", "management", "hours", "places")),
    Delivered: ("directory", ("text", "note")),
    Phase: ("directory", ("name", "text")),
    ServicePost: ("directory", ("does",)),
    Session: ("directory", ("who", "gives")),
    Caseload: ("directory", ("rest_of_week", "note")),
    CostLine: ("directory", ("what", "note")),
    Total: ("directory", ("what",)),
    CommissioningCriterion: ("directory", ("asks", "met_by")),
    Disagreement: ("directory", ("about", "text")),
    Timeline: ("directory", ("title", "about", "headcounts_note")),
    Era: ("directory", ("heading", "about")),
    Event: ("directory", ("title", "text")),
    Headcount: ("directory", ("what", "note")),
    Cohort: ("directory", ("title", "text", "needs", "instead", "words")),
    Navigator: ("directory", ("title", "about")),
    Question: ("directory", ("ask", "short", "hint")),
    Answer: ("directory", ("label", "hint", "said")),
    NavigatorRule: ("directory", ("because",)),
    CareStep: ("directory", ("name", "who")),
    Meanwhile: ("directory", ("because",)),
    Planning: ("directory", ("title", "about")),
    Assumption: ("directory", ("label", "unit", "assumed")),
    Comparison: ("directory", ("title", "of_what")),
    RoleProfile: ("directory", ("sees", "not_for", "does", "step", "supervision", "refer", "ask", "benefits")),
    EmploymentWay: ("directory", ("title", "text")),
    InterviewQuestion: ("directory", ("ask", "listen_for")),
    InductionPart: ("directory", ("when",)),
    InductionItem: ("directory", ("text",)),
    Ladder: ("directory", ("title", "about")),
    CareerMove: ("directory", ("needs", "ways")),
    Theme: ("directory", ("heading",)),
    Outcome: ("directory", ("heading", "lede", "not_for", "without")),
    WarningSigns: ("directory", ("call_999_if",)),
}
"""The texts of each kind of record of the knowledge base, and where they stand."""
