"""What makes up a job pack, in order, once, for every format.

PDF, Word, text, workbook and web page all walk the same `Pack`, so they cannot disagree.
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
"""Characters of a fact that may stand beside another in a table."""


@dataclass(frozen=True)
class Fact:
    """A label and its value. `name` is the field's fixed name, as in `data-fill`; `filled` is false where a network must say."""

    name: str
    label: str
    value: str
    filled: bool = True


@dataclass(frozen=True)
class Box:
    """A box of the organisation chart. `line` is how it is joined to this post: manages, supervises-clinically …, or post."""

    title: str
    note: str
    line: str


@dataclass(frozen=True)
class Chart:
    """Who works with whom: boxes above, this post, boxes below, and the same told in sentences."""

    over: tuple[Box, ...]
    post: Box
    under: tuple[Box, ...]
    told: str


@dataclass(frozen=True)
class Numbered:
    """A statement with the number it is cited by (`1.12`), or none in a list without numbers."""

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
    """A criterion with the number it is cited by."""

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
    """A vacancy that a pack is sent out for: its dates, how to apply, and whom to talk to."""

    vacancy: Vacancy
    dates: tuple[Fact, ...]
    how: tuple[str, ...]
    contact: Contact | None

    @property
    def person(self) -> str:
        """Whom to talk to, with their job: `Jo Hart, Operations Manager`. Empty where nobody is named."""
        return ", ".join(filter(None, (self.contact.name, self.contact.job))) if self.contact else ""


@dataclass(frozen=True)
class Part:
    """A chapter of the pack: its id is its anchor, `kind` the template that sets it, `new_page` whether paper turns over."""

    id: str
    heading: str
    about: str
    kind: str
    new_page: bool = False


@dataclass(frozen=True)
class Pack:
    """One job pack, whole. Nothing in it depends on a format, a clock or a file system."""

    role: Role
    specification: PersonSpecification
    title: str
    place: str
    """The network's name, or what to say where there is none."""
    stem: str
    """The path of its files under `packs/`, without the ending: `mental-health-practitioner-band-7`."""
    issue: str
    """Pack, version and date in one line, for the foot of each page."""
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
    """For a historic or fictional network, the words that say so."""
    advert: Advert | None = None
    adjustments: str = ""
    """How to ask for another format or an adjustment, in the network's words."""
    tailored: Tailored | None = None
    labels: Labels = LABELS
    """Every word of the pack that is the same in all packs."""

    @property
    def titled(self) -> str:
        """`Link Worker, band 6`."""
        return self.labels.titled.format(title=self.title, band=self.role.band)

    @property
    def kicker(self) -> str:
        """What kind of document this is."""
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
        """Who trains the post holder, to what and from when; nothing where the post has no training of its own."""
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
        """The part of that id, if the pack has it."""
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
    """Packs in the one order that all lists have: lowest band first, then by title. Bands are compared as words: 8a is one of them."""
    return sorted(packs, key=lambda pack: (str(pack.role.band), pack.title))
