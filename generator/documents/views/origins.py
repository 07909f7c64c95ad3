"""View model of the page "Source and changes": the source of each sentence of a pack, how it was changed, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.checks.walks import citations
from generator.documents.packs.model import Pack
from generator.knowledge.library.library import Library
from generator.knowledge.model import Change, Identified, PayYear, Retired, Source, SourceClause
from generator.knowledge.model.roles import RoleFact
from generator.knowledge.model.words import Founded
from generator.knowledge.text.formatting import lower_first

CHANGES = {
    "reworded": "Reworded",
    "merged": "Merged",
    "split": "Split",
    "moved": "Moved",
    "added": "Added",
    "law-replaced": "Law replaced",
    "term-renamed": "Term renamed",
    "made-fair": "Made fair",
    "residue-removed": "Residue removed",
    "narrowed": "Narrowed",
    "hardened": "Asks for more",
    "softened": "Asks for less",
}
"""The label of each kind of change."""

LEFT_OUT = {
    "duplicate": "Said twice",
    "residue": "Left over from another role",
    "dead-link": "Dead link",
    "policy-ended": "Policy has ended",
    "unfair": "Would be unfair",
    "blank": "Left blank",
    "not-a-duty": "Not a duty",
    "replaced": "Replaced",
    "cut-short": "Cut short in the source",
    "local-to-source": "Local to the source",
}
"""The label of each reason for leaving a clause out."""

ROLE_FACTS = {
    "title": "Title",
    "other_titles": "Other titles",
    "band": "Band",
    "serves": "Who is seen",
    "summary": "Summary",
    "in_three_lines": "In three lines",
    "registered_with": "Registered with",
    "works_with": "Who you work with",
    "hours": "Hours",
    "posts": "Posts",
    "bases": "Base",
}
"""What each fact of a role is called."""

WITHOUT_TITLE = {
    "areas": "Areas",
    "audiences": "Who services are for",
    "bank-holidays": "Bank holidays",
    "cards": "Crisis cards",
    "languages": "Words of danger in other languages",
    "medical": "Medical emergencies",
    "needs": "Needs, and the words for them",
    "postcodes": "Postcodes",
}
"""What files are called that have no title of their own."""

CitedClause = tuple[Source, SourceClause | None]
"""A source, and the cited clause of it, if any."""


@dataclass(frozen=True)
class Origin:
    """One sentence of a pack: its number, its sources, how it was changed, and why."""

    id: str
    number: str
    text: str
    sources: tuple[CitedClause, ...]
    changes: tuple[tuple[str, str], ...]
    """What was done, and why: each kind of change with its own reason."""


@dataclass(frozen=True)
class LeftOut:
    """One clause of a source that is not in the pack, and why."""

    about: str
    sources: tuple[CitedClause, ...]
    reason: str
    because: str


def cited(library: Library, references: Sequence[str]) -> tuple[CitedClause, ...]:
    """The sources and clauses of references such as `source#clause`. Raises KeyError for an unknown source."""
    found = []
    for reference in references:
        name, _, clause = reference.partition("#")
        source = library.sources[name]
        found.append((source, next((c for c in source.clauses if c.id == clause), None)))
    return tuple(found)


def origins(library: Library, pack: Pack) -> list[tuple[str, list[Origin]]]:
    """Every sentence of a pack, grouped by heading."""

    def origin(name: str, number: str, text: str, source: Sequence[str], *changes: Change) -> Origin:
        return Origin(name, number, text, cited(library, source), tuple((CHANGES[c.kind], c.because) for c in changes))

    groups = [(pack.labels.parts.role.heading, [origin(name, "", text, f.source, *_done(f)) for name, text, f in _facts(pack)])]
    for group in pack.groups:
        found = [(n.number, n.statement) for n in group.statements()]
        groups.append((group.heading, [origin(s.id, number, s.text, s.source, s.change, *s.changes) for number, s in found]))
    for table in pack.categories:
        lines = [(str(line.number), line.criterion) for line in table.lines]
        heading = f"{pack.labels.parts.specification.heading}: {table.heading[:1].lower()}{table.heading[1:]}"
        groups.append((heading, [origin(c.id, number, c.text, c.source, c.change, *c.changes) for number, c in lines]))
    clauses = [origin(c.id, "", f"{c.heading}: {c.text}", c.source, c.change, *c.changes) for c in pack.clauses]
    return [*groups, (pack.labels.parts.everyone.heading, clauses)] if clauses else groups


def _facts(pack: Pack) -> Iterator[tuple[str, str, Founded]]:
    """The facts of a role and the lines of its chart that say where they come from, each as a name and in words."""
    role = pack.role
    for fact in role.facts:
        value = getattr(role, fact.of)
        yield fact.of, f"{ROLE_FACTS[fact.of]}: {_said(fact.of, value)}", fact
    for line in role.reports_to:
        yield "reports_to", f"{line.who} ({line.where}) {pack.labels.chart.above[line.kind]}.", line
    for below in role.manages:
        yield "manages", pack.labels.chart.below[below.kind].format(whom=f"{lower_first(below.who)} ({lower_first(below.detail)})"), below


def _said(name: RoleFact, value: object) -> str:
    """Sentences follow each other; names are set apart by commas."""
    return (" " if name == "in_three_lines" else ", ").join(map(str, value)) if isinstance(value, list) else str(value)


def _done(founded: Founded) -> list[Change]:
    return [*([founded.change] if founded.change else []), *founded.changes]


def left_out(library: Library, pack: Pack) -> list[LeftOut]:
    """The clauses of a pack's sources that the pack leaves out."""
    retired: list[Retired] = [*pack.role.retired, *pack.specification.retired]
    return [LeftOut(r.about, cited(library, r.source), LEFT_OUT[r.kind], r.because) for r in retired]


def uses(library: Library) -> Mapping[str, list[str]]:
    """The names of the records that cite each source, by the source's id, each once and sorted."""
    found: dict[str, set[str]] = {}
    for reference in citations(library):
        if reference.by.id != reference.source or not isinstance(reference.by, Source):
            found.setdefault(reference.source, set()).add(called(library, reference.by))
    return {source: sorted(names) for source, names in found.items()}


def called(library: Library, record: Identified) -> str:
    """The display name of a record: a role's title with its band, a clause's heading, a network's name."""
    role = library.roles.get(record.id)
    if role:
        return f"{role.title}, band {role.band}"
    if isinstance(record, PayYear):
        return f"Pay for {record.year}"
    if record is library.crisis:
        return "Crisis contacts"
    return str(getattr(record, "heading", getattr(record, "title", getattr(record, "name", WITHOUT_TITLE.get(record.id, record.id)))))
