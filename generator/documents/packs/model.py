"""The content of a job pack, in order, for every format.

PDF, Word, text, workbook and web page are all made from the same `Pack`, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.documents.packs.labels import LABELS, Labels
from generator.knowledge.model import (
    Clause,
    Contact,
    Criterion,
    Network,
    PersonSpecification,
    Role,
    Statement,
    Training,
    Vacancy,
)
from generator.knowledge.tailoring.tailor import Tailored

LONGEST_BESIDE = 40
"""The maximum number of characters of a fact that shares a table row with another."""


@dataclass(frozen=True)
class Fact:
    """A label and its value. `name` is the field's fixed name, as in `data-fill`; `filled` is false if a network must fill it in."""

    name: str
    label: str
    value: str
    filled: bool = True


@dataclass(frozen=True)
class Box:
    """A box of the organisation chart. `line` is its relation to this post: manages, supervises-clinically …, or post."""

    title: str
    note: str
    line: str


@dataclass(frozen=True)
class Chart:
    """The organisation chart: boxes above this post, this post, boxes below, and `told`, the same in sentences."""

    over: tuple[Box, ...]
    post: Box
    under: tuple[Box, ...]
    told: str


@dataclass(frozen=True)
class Numbered:
    """A statement with its number (`1.12`), which is empty in a list without numbers."""

    number: str
    statement: Statement


@dataclass(frozen=True)
class Group:
    """A headed group of statements. `number` is the first part of their numbers, or empty; `depth` is 0 for the outermost."""

    id: str
    number: str
    heading: str
    intro: str
    depth: int
    items: tuple[Numbered, ...]
    groups: tuple[Group, ...]

    def statements(self) -> Iterator[Numbered]:
        """Every statement of this group and the groups within it, in order."""
        yield from self.items
        for group in self.groups:
            yield from group.statements()


@dataclass(frozen=True)
class NumberedCriterion:
    """A criterion with its number."""

    number: int
    criterion: Criterion


@dataclass(frozen=True)
class CriteriaTable:
    """One category of the person specification."""

    id: str
    heading: str
    lines: tuple[NumberedCriterion, ...]


@dataclass(frozen=True)
class Advert:
    """The vacancy that a pack advertises: its dates, how to apply, and whom to contact."""

    vacancy: Vacancy
    dates: tuple[Fact, ...]
    how: tuple[str, ...]
    contact: Contact | None

    @property
    def person(self) -> str:
        """The contact with their job: `Jo Hart, Operations Manager`. Empty if there is none."""
        return ", ".join(filter(None, (self.contact.name, self.contact.job))) if self.contact else ""


@dataclass(frozen=True)
class Part:
    """A part of the pack: its id is its anchor, `kind` its template, and `new_page` says whether it starts a new page on paper."""

    id: str
    heading: str
    about: str
    kind: str
    new_page: bool = False


@dataclass(frozen=True)
class Pack:
    """One complete job pack. Nothing in it depends on a format, a clock or a file system."""

    role: Role
    specification: PersonSpecification
    title: str
    place: str
    """The network's name, or the label of a base role."""
    stem: str
    """The path of its files under `packs/`, without the ending: `mental-health-practitioner-band-7`."""
    issue: str
    """Pack, version and date in one line, for the footer of each page."""
    revision: str
    """Seven characters that change when anything in the pack does."""
    cover: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    chart: Chart
    groups: tuple[Group, ...]
    clauses: tuple[Clause, ...]
    categories: tuple[CriteriaTable, ...]
    pay: tuple[Fact, ...]
    promise: tuple[str, ...]
    control: tuple[Fact, ...]
    training: Training | None
    parts: tuple[Part, ...]
    network: Network | None = None
    notice: str = ""
    """A notice that the network is historic or fictional; else empty."""
    advert: Advert | None = None
    adjustments: str = ""
    """The network's own text on how to ask for another format or an adjustment."""
    tailored: Tailored | None = None
    labels: Labels = LABELS
    """The fixed words, which are the same in all packs."""
    base: Pack | None = None
    """For a network's pack, the pack of the base role that it tailors."""
    earlier: Pack | None = None
    """The pack that changes are tracked from, where that is not `base`: an earlier version of this one."""
    given: Network | None = None
    """The network as its file has it: `network` has this role's employer."""

    @property
    def titled(self) -> str:
        """`Link Worker, band 6`."""
        return self.labels.titled.format(title=self.title, band=self.role.band)

    @property
    def kicker(self) -> str:
        """The kind of document, above the title."""
        return self.labels.kicker

    @property
    def band(self) -> str:
        """`Agenda for Change band 7`."""
        return self.labels.band.format(band=self.role.band)

    @property
    def other_formats(self) -> str:
        """How to get the pack in another format."""
        return self.adjustments or self.labels.other_formats

    @property
    def training_facts(self) -> tuple[Fact, ...]:
        """Provider, award and start of the post's training; empty if the post has none."""
        if self.training is None:
            return ()
        words, starts = self.labels.facts, self.training.starts
        begins = (Fact("training_starts", words.training_starts, starts),) if starts else ()
        return (
            Fact("training_provider", words.training_provider, self.training.provider),
            Fact("training_award", words.training_award, self.training.award),
            *begins,
        )

    def part(self, name: str) -> Part | None:
        """The part with an id; None if the pack does not have it."""
        return next((part for part in self.parts if part.id == name), None)

    def statements(self) -> Iterator[Numbered]:
        """Every statement of the job description, in order."""
        for group in self.groups:
            yield from group.statements()

    def criteria(self) -> Iterator[NumberedCriterion]:
        """Every criterion, in order."""
        for table in self.categories:
            yield from table.lines


def by_band(packs: Iterable[Pack]) -> list[Pack]:
    """Packs in the order of all lists: lowest band first, then by title. Bands are compared as text, because 8a is one."""
    return sorted(packs, key=lambda pack: (str(pack.role.band), pack.title))
