"""Where each sentence of a pack comes from, what was done to it, and what was left out: the page "Source and changes"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.checks.walks import citations
from generator.documents.packs.model import Pack
from generator.knowledge.library.library import Library
from generator.knowledge.model import Change, Identified, PayYear, Retired, Source, SourceClause

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
}
"""What each kind of change is called."""

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
"""What each reason for leaving a clause out is called."""

CitedClause = tuple[Source, SourceClause | None]
"""A source, and the clause of it that is meant, if one is."""


@dataclass(frozen=True)
class Origin:
    """One sentence of ours: its number in the pack, what it stands on, and what was done."""

    id: str
    number: str
    text: str
    sources: tuple[CitedClause, ...]
    change: str
    because: str


@dataclass(frozen=True)
class LeftOut:
    """One thing of a source that is not in the pack, and why."""

    about: str
    sources: tuple[CitedClause, ...]
    reason: str
    because: str


def cited(library: Library, references: Sequence[str]) -> tuple[CitedClause, ...]:
    """Sources and clauses by their references."""
    found = []
    for reference in references:
        name, _, clause = reference.partition("#")
        source = library.sources[name]
        found.append((source, next((c for c in source.clauses if c.id == clause), None)))
    return tuple(found)


def origins(library: Library, pack: Pack) -> list[tuple[str, list[Origin]]]:
    """Every sentence of a pack under the heading it stands below."""

    def origin(name: str, number: str, text: str, source: Sequence[str], change: Change) -> Origin:
        return Origin(name, number, text, cited(library, source), CHANGES[change.kind], change.because)

    groups = []
    for group in pack.groups:
        found = [(n.number, n.statement) for n in group.statements()]
        groups.append((group.heading, [origin(s.id, number, s.text, s.source, s.change) for number, s in found]))
    for table in pack.categories:
        lines = [(str(line.number), line.criterion) for line in table.lines]
        heading = f"{pack.labels.parts.specification.heading}: {table.heading[:1].lower()}{table.heading[1:]}"
        groups.append((heading, [origin(c.id, number, c.text, c.source, c.change) for number, c in lines]))
    clauses = [origin(c.id, "", f"{c.heading}: {c.text}", c.source, c.change) for c in pack.clauses]
    return [*groups, (pack.labels.parts.everyone.heading, clauses)] if clauses else groups


def left_out(library: Library, pack: Pack) -> list[LeftOut]:
    """What the sources of a pack have and the pack does not."""
    retired: list[Retired] = [*pack.role.retired, *pack.specification.retired]
    return [LeftOut(r.about, cited(library, r.source), LEFT_OUT[r.kind], r.because) for r in retired]


def uses(library: Library) -> Mapping[str, list[str]]:
    """What uses each source, in words, by the source's id: titles of roles and headings of the rest, each once."""
    found: dict[str, set[str]] = {}
    for reference in citations(library):
        if reference.by.id != reference.source or not isinstance(reference.by, Source):
            found.setdefault(reference.source, set()).add(called(library, reference.by))
    return {source: sorted(names) for source, names in found.items()}


def called(library: Library, record: Identified) -> str:
    """What people call a record: a role with its band, a clause by its heading, a network by its name."""
    role = library.roles.get(record.id)
    if role:
        return f"{role.title}, band {role.band}"
    if isinstance(record, PayYear):
        return f"Pay for {record.year}"
    if record is library.crisis:
        return "Crisis contacts"
    return str(getattr(record, "heading", getattr(record, "title", getattr(record, "name", record.id))))
