"""The fixed English of a job pack, once, for every format: page, tailoring page, PDF, Word, recruitment text and workbook.

A pack carries its labels, so that no format has fixed words of its own. Words in braces are filled in by the format.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.documents.packs.chart_labels import ChartLabels
from generator.documents.packs.fact_labels import FactLabels
from generator.knowledge.text.formatting import lower_first


@dataclass(frozen=True)
class PartLabels:
    """The heading of a part, and its description in the contents."""

    heading: str
    about: str


@dataclass(frozen=True)
class Parts:
    """Every part that a pack may have. `terms` replaces `pay` in a network's pack. Only a network's pack has a promise."""

    role: PartLabels = PartLabels("The role on a page", "The post in a few lines, the key facts and working relationships")
    network: PartLabels = PartLabels("About the network", "Who we are, our practices and the people they look after")
    job: PartLabels = PartLabels("Job description", "What the job is for, and what you would be responsible for")
    training: PartLabels = PartLabels("Your training", "Who trains you, and the qualification you work towards")
    everyone: PartLabels = PartLabels("Standard responsibilities", "The duties and protections that come with every post")
    specification: PartLabels = PartLabels("Person specification", "What we look for, and how we assess each point")
    pay: PartLabels = PartLabels("Pay", "What the band pays this year")
    terms: PartLabels = PartLabels("Pay and terms", "Salary, hours and what comes with the post")
    apply: PartLabels = PartLabels("How to apply", "The dates, where to apply and who to talk to")
    promise: PartLabels = PartLabels("How we shortlist", "How we choose who to interview")
    control: PartLabels = PartLabels("Document control", "Version, date and the requirements this pack follows")


@dataclass(frozen=True)
class PracticeLabels:
    """The part about the network: its headings, and the table of its practices."""

    who_we_are: str = "Who we are"
    our_practices: str = "Our practices"
    practice: str = "Practice"
    area: str = "Area"
    ods_code: str = "ODS code"
    patients: str = "Patients"
    all_practices: str = "All practices"
    counted: str = "Registered patients, counted {when}."
    largest_first: str = "The largest practice comes first."
    ods_codes: str = "ODS codes are the NHS’s codes for organisations."
    """This and `largest_first` are for the page, which sorts practices by size and does not show the network's own code."""
    network_code: str = "ODS code of the network: {code}."


@dataclass(frozen=True)
class CriteriaLabels:
    """The person specification: the sentence on essential criteria, the heads of its tables, levels and ways to assess."""

    lead: str = (
        "Write to these points in your application. If you meet every essential criterion, you can be shortlisted. "
        "Desirable criteria help us to choose if many people apply."
    )
    criterion: str = "Criterion"
    level: str = "Level"
    assessed: str = "How we assess it"
    essential: str = "Essential"
    desirable: str = "Desirable"
    application: str = "Application"
    interview: str = "Interview"
    test: str = "Test"
    certificate: str = "Certificate"

    def level_of(self, level: str) -> str:
        """The label of a level: `Essential` for `essential`."""
        return {"essential": self.essential, "desirable": self.desirable}[level]

    def ways(self, assessed_by: Sequence[str]) -> str:
        """The labels of ways to assess, in order: `Application, interview`."""
        known = {"application": self.application, "interview": self.interview, "test": self.test, "certificate": self.certificate}
        first, *others = (known[way] for way in assessed_by)
        return ", ".join([first, *map(lower_first, others)])


@dataclass(frozen=True)
class ApplyLabels:
    """How to apply: where, how, and whom to contact."""

    at: str = "Apply at {where}."
    on_nhs_jobs: str = "Apply on NHS Jobs: search for reference {reference}."
    show: str = "Use your supporting information to show, with examples, how you meet each essential criterion."
    no_cv: str = "You do not need to send a CV."
    key_dates: str = "Key dates"
    by: str = "By {day}"
    talk: str = "Talk to us first"
    contact: str = "For an informal chat, or to arrange a visit, contact {name}."
    phone: str = "Phone {phone}."
    email: str = "Email {email}."
    adjustments: str = "Adjustments"


@dataclass(frozen=True)
class Labels:
    """All fixed words of a pack."""

    kicker: str = "Job pack"
    titled: str = "{title}, band {band}"
    base_place: str = "Base role, for any network"
    band: str = "Agenda for Change band {band}"
    issue: str = "Job pack, version {version}, {date}"
    network_issue: str = "{network} job pack, version {version}, {date}"
    contents: str = "Contents"
    other_formats: str = "If you need this pack in another format, such as large print, ask the network that is recruiting."
    key_facts: str = "Key facts"
    who_with_whom: str = "Working relationships"
    page: str = "Page {page} of {pages}"
    continued: str = "{heading}, continued"
    """In the head of a page that begins in the midst of what stands under a heading."""
    parts: Parts = field(default_factory=Parts)
    facts: FactLabels = field(default_factory=FactLabels)
    practices: PracticeLabels = field(default_factory=PracticeLabels)
    criteria: CriteriaLabels = field(default_factory=CriteriaLabels)
    chart: ChartLabels = field(default_factory=ChartLabels)
    apply: ApplyLabels = field(default_factory=ApplyLabels)

    @property
    def page_words(self) -> tuple[str, str]:
        """The words before the page number, and between it and the number of pages. Each format inserts both numbers itself."""
        before, _, after = self.page.partition("{page}")
        return before, after.partition("{pages}")[0]


LABELS = Labels()
"""The default labels."""
