"""View model of a network: its packs, what it changed in each, and how each meets the contract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.checks.coverage import Coverage, coverage
from generator.documents.packs.model import Pack, by_band
from generator.documents.page import File
from generator.documents.views.vacancy import Advertised, advertised
from generator.knowledge.library.library import Library
from generator.knowledge.model import Network
from generator.knowledge.tailoring.alterations import Alteration
from generator.knowledge.text.formatting import counted, join_words


@dataclass(frozen=True)
class PackView:
    """One pack of a network: its files, its coverage, a summary of its changes, and its vacancy."""

    pack: Pack
    files: Sequence[File]
    coverage: Sequence[Coverage]
    changed: str
    advertised: Advertised | None


@dataclass(frozen=True)
class NetworkView:
    """A network and its packs."""

    network: Network
    views: Sequence[PackView]

    @property
    def packs(self) -> list[Pack]:
        """The packs alone, lowest band first."""
        return [view.pack for view in self.views]


@dataclass(frozen=True)
class Altered:
    """Where a network's pack differs from the base role: added and reworded sentences by id, those moved, sections added
    and renamed, sentences left out, and shared clauses added and left out, by their headings."""

    sentences: Mapping[str, Alteration]
    moved: Mapping[str, Alteration]
    sections: Sequence[Alteration]
    renamed: Sequence[Alteration]
    clauses: Sequence[Alteration]
    left_out: Sequence[Alteration]
    may_need_matching: bool


def network_view(
    library: Library, network: Network, packs: Sequence[Pack], files: Mapping[str, Sequence[File]], today: date
) -> NetworkView:
    """A network with its packs, on the day `today`."""
    views = [_pack_view(library, pack, files, today) for pack in by_band(packs)]
    return NetworkView(network, views)


def _pack_view(library: Library, pack: Pack, files: Mapping[str, Sequence[File]], today: date) -> PackView:
    assert pack.network  # noqa: S101  # only networks' packs come here
    overlay = next(o for o in pack.network.roles if o.role == pack.role.id)
    found = coverage(library, pack.role, overlay)
    return PackView(pack, files.get(pack.stem, ()), found, changed_in_words(pack), advertised(pack, today))


def changed_in_words(pack: Pack) -> str:
    """`2 added, 1 left out and 1 reworded`, or that no sentence was changed."""
    if pack.tailored is None or not pack.tailored.alterations:
        return "Filled in, with no sentence changed"
    words = {"added": "added", "dropped": "left out", "reworded": "reworded", "moved": "moved", "renamed": "renamed"}
    others = {
        "section-added": ("section", "added"), "clause-added": ("shared clause", "added"), "clause-dropped": ("shared clause", "left out"),
    }  # fmt: skip
    kinds = [a.kind for a in pack.tailored.alterations]
    said = join_words(
        [
            *(f"{kinds.count(kind)} {done}" for kind, done in words.items() if kind in kinds),
            *(f"{counted(kinds.count(kind), what)} {done}" for kind, (what, done) in others.items() if kind in kinds),
        ]
    )
    return f"{said[:1].upper()}{said[1:]}"


def _clauses(pack: Pack) -> list[Alteration]:
    headings = {clause.id: clause.heading for whole in (pack.base or pack, pack) for clause in whole.clauses}
    found = [a for a in (pack.tailored.alterations if pack.tailored else ()) if a.kind in ("clause-added", "clause-dropped")]
    return [replace(a, before=headings.get(a.before, ""), after=headings.get(a.after, "")) for a in found]


def altered_view(pack: Pack) -> Altered | None:
    """The changes that the page of a network's pack marks and explains; None for a base role."""
    if pack.tailored is None:
        return None
    kept = {a.id: a for a in pack.tailored.alterations if a.new_words}
    moved = {a.id: a for a in pack.tailored.alterations if a.kind == "moved"}
    sections = [a for a in pack.tailored.alterations if a.kind == "section-added"]
    renamed = [a for a in pack.tailored.alterations if a.kind == "renamed"]
    out = [a for a in pack.tailored.alterations if a.kind == "dropped"]
    return Altered(kept, moved, sections, renamed, _clauses(pack), out, pack.tailored.may_need_matching)
