"""Checks of what a network changes in a role: every id exists, and nothing is changed twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.walks import criteria, sections, statements
from generator.knowledge.library.library import Library
from generator.knowledge.model import Fill, Identified, Network, Overlay, PersonSpecification, Role
from generator.knowledge.reading.document import Steps
from generator.knowledge.tailoring.tailor import tailor
from generator.problems import Place, Problem, did_you_mean, rule


@dataclass(frozen=True)
class LaidOverlay:
    """An overlay with the role and person specification that it changes."""

    library: Library
    network: Network
    index: int
    role: Role
    specification: PersonSpecification

    @property
    def overlay(self) -> Overlay:
        """The network's overlay for the role."""
        return self.network.roles[self.index]

    def place(self, *steps: str | int) -> Place:
        """The place of a part of the overlay."""
        return self.library.place(self.network, "roles", self.index, *steps)

    def parts(self) -> dict[str, str]:
        """The id of the section or category of each statement and criterion of the role."""
        by_statement = {s.id: section.id for _, section in sections(self.role) for s in section.statements}
        return by_statement | {c.id: category.id for category in self.specification.categories for c in category.criteria}

    def section_ids(self) -> list[str]:
        """The ids of the role's sections and of the network's own."""
        return [*(section.id for _, section in sections(self.role)), *(section.id for section in self.overlay.add_sections)]

    def unknown(self, place: Place, what: str, name: str, known: list[str]) -> Problem:
        """The problem of an id that the role does not have, with the most similar id that it has."""
        near = did_you_mean(name, known)
        return rule("overlay-id-unknown").at(place.narrowed(name), role=self.role.id, what=what, id=name, near=near)


def laid_overlays(library: Library) -> Iterator[LaidOverlay]:
    """Every overlay whose role and person specification could be read. Missing ones are reported by other checks."""
    for network in library.networks.values():
        for index, overlay in enumerate(network.roles):
            if overlay.role in library.roles and overlay.role in library.specifications:
                yield LaidOverlay(library, network, index, library.roles[overlay.role], library.specifications[overlay.role])


def roles_known(library: Library) -> Iterator[Problem]:
    """Every role that a network names exists: the roles it changes, and the roles that a post manages."""
    for network in library.networks.values():
        for steps, name in _roles_named(network):
            if not library.exists(Role, name):
                place = library.place(network, *steps).narrowed(name)
                yield rule("overlay-role-unknown").at(place, id=name, near=did_you_mean(name, library.roles))


def _roles_named(network: Network) -> Iterator[tuple[Steps, str]]:
    fills: list[tuple[Steps, Fill]] = [(("defaults",), network.defaults)]
    for index, overlay in enumerate(network.roles):
        yield ("roles", index, "role"), overlay.role
        fills.append((("roles", index, "fill"), overlay.fill))
    for steps, fill in fills:
        for index, line in enumerate(fill.manages or []):
            if line.role:
                yield (*steps, "manages", index, "role"), line.role


def roles_once(library: Library) -> Iterator[Problem]:
    """A network names each role once."""
    for network in library.networks.values():
        first: dict[str, int] = {}
        for index, overlay in enumerate(network.roles):
            if overlay.role in first:
                place, before = (library.place(network, "roles", i, "role") for i in (index, first[overlay.role]))
                yield rule("overlay-role-twice").at(place, id=overlay.role, first=before)
            first.setdefault(overlay.role, index)


def ids_known(library: Library) -> Iterator[Problem]:
    """Everything left out, moved or reworded exists, and so do the sections and categories that something goes into."""
    for laid in laid_overlays(library):
        sentences = laid.parts()
        moves = ((("move", i, "id"), move.id, "moved") for i, move in enumerate(laid.overlay.move))
        for steps, name, _ in (*_changes(laid.overlay), *moves):
            if name not in sentences:
                yield laid.unknown(laid.place(*steps), "statement or criterion", name, list(sentences))
        parts = {"section": laid.section_ids(), "category": [c.id for c in laid.specification.categories]}
        ours = [section.id for _, section in sections(laid.role)]
        for steps, what, name in _parts_named(laid):
            known = ours if steps[0] == "rename" else parts[what]
            if name not in known:
                yield laid.unknown(laid.place(*steps), what, name, known)


def _parts_named(laid: LaidOverlay) -> Iterator[tuple[Steps, str, str]]:
    """Every section and category that an overlay names: the way there, which of the two, and the id."""
    in_criteria = {criterion.id for _, criterion in criteria(laid.specification)}
    yield from ((("add", i, "section"), "section", added.section) for i, added in enumerate(laid.overlay.add))
    yield from ((("add_criteria", i, "category"), "category", added.category) for i, added in enumerate(laid.overlay.add_criteria))
    yield from ((("rename", i, "id"), "section", rename.id) for i, rename in enumerate(laid.overlay.rename))
    for i, move in enumerate(laid.overlay.move):
        if move.to and move.id in laid.parts():
            yield ("move", i, "to"), "category" if move.id in in_criteria else "section", move.to


def ids_once(library: Library) -> Iterator[Problem]:
    """Nothing is changed twice, moved twice, renamed twice, added twice or accepted twice, and what is left out is not moved."""
    for laid in laid_overlays(library):
        for edits in _edits(laid.overlay):
            first: dict[str, tuple[Place, str]] = {}
            for steps, name, how in edits:
                place = laid.place(*steps)
                if name in first:
                    earlier, before = first[name]
                    yield rule("overlay-id-twice").at(place, id=name, how=how, before=before, first=earlier)
                first.setdefault(name, (place, how))


def ids_free(library: Library) -> Iterator[Problem]:
    """Every addition, section or sentence, has an id that the role does not use."""
    for laid in laid_overlays(library):
        taken: dict[str, tuple[str, Identified, Steps]] = {}
        taken |= {s.id: ("statement", laid.role, steps) for steps, s in statements(laid.role)}
        taken |= {c.id: ("criterion", laid.specification, steps) for steps, c in criteria(laid.specification)}
        parts: dict[str, tuple[str, Identified, Steps]] = {s.id: ("section", laid.role, steps) for steps, s in sections(laid.role)}
        own = ((("add_sections", i, "id"), section.id) for i, section in enumerate(laid.overlay.add_sections))
        found = [*((steps, name, parts) for steps, name in own), *((steps, name, taken) for steps, name, _ in _additions(laid.overlay))]
        for steps, name, known in found:
            if name in known:
                what, record, way = known[name]
                first = library.place(record, *way, "id")
                yield rule("overlay-id-taken").at(laid.place(*steps), role=laid.role.id, what=what, id=name, first=first)


def words_new(library: Library) -> Iterator[Problem]:
    """Every reworded text and every new heading differs from the role's."""
    for laid in laid_overlays(library):
        words = {s.id: s.text for _, s in statements(laid.role)} | {c.id: c.text for _, c in criteria(laid.specification)}
        for index, reword in enumerate(laid.overlay.reword):
            if words.get(reword.id) == reword.text:
                yield rule("reword-same").at(laid.place("reword", index, "text"), id=reword.id)
        headings = {section.id: section.heading for _, section in sections(laid.role)}
        for index, rename in enumerate(laid.overlay.rename):
            if headings.get(rename.id) == rename.heading:
                yield rule("reword-same").at(laid.place("rename", index, "heading"), id=rename.id)


def moves_matter(library: Library) -> Iterator[Problem]:
    """Everything moved stands in another place than it would without that. What is wrong with a move is told by other checks."""
    for laid in laid_overlays(library):
        ids = [move.id for move in laid.overlay.move]
        known = laid.parts().keys() - {drop.id for drop in laid.overlay.drop}
        order = _order(laid, laid.overlay) if ids else []
        for index, move in enumerate(laid.overlay.move):
            rest = [*laid.overlay.move[:index], *laid.overlay.move[index + 1 :]]
            sound = known.issuperset({move.id, *filter(None, (move.after, move.before))}) and ids.count(move.id) == 1
            if sound and order == _order(laid, laid.overlay.model_copy(update={"move": rest})):
                yield rule("move-same").at(laid.place("move", index, "id"), id=move.id)


def _order(laid: LaidOverlay, overlay: Overlay) -> list[tuple[str, list[str]]]:
    """The ids of each section and category in their order."""
    tailored = tailor(laid.role, laid.specification, overlay, laid.network.defaults)
    in_sections = [(section.id, [s.id for s in section.statements]) for _, section in sections(tailored.role)]
    return in_sections + [(category.id, [c.id for c in category.criteria]) for category in tailored.specification.categories]


def sentences_told_apart(library: Library) -> Iterator[Problem]:
    """No criterion has the id of a statement of its role, since a network refers to either by id alone."""
    for specification in library.specifications.values():
        role = library.roles.get(specification.id)
        ways = {s.id: steps for steps, s in statements(role)} if role else {}
        for steps, criterion in criteria(specification):
            if role and criterion.id in ways:
                first = library.place(role, *ways[criterion.id], "id")
                yield rule("id-shared").at(library.place(specification, *steps, "id"), id=criterion.id, first=first)


def _edits(overlay: Overlay) -> Iterator[Iterator[tuple[Steps, str, str]]]:
    """Lists of what is done to things by their ids: the way there, the id, and what is done. In each, nothing may come twice."""
    yield _changes(overlay)
    yield _placed(overlay)
    yield ((("rename", i, "id"), rename.id, "renamed") for i, rename in enumerate(overlay.rename))
    yield ((("add_sections", i, "id"), section.id, "added") for i, section in enumerate(overlay.add_sections))
    yield _additions(overlay)
    yield _clauses(overlay)
    yield _acceptances(overlay)


def _changes(overlay: Overlay) -> Iterator[tuple[Steps, str, str]]:
    yield from ((("drop", i, "id"), drop.id, "left out") for i, drop in enumerate(overlay.drop))
    yield from ((("reword", i, "id"), reword.id, "reworded") for i, reword in enumerate(overlay.reword))


def _placed(overlay: Overlay) -> Iterator[tuple[Steps, str, str]]:
    """What is moved; and before it what is left out, which has no place."""
    out = {drop.id: i for i, drop in reversed(list(enumerate(overlay.drop)))}
    yield from ((("drop", i, "id"), name, "left out") for name, i in out.items())
    yield from ((("move", i, "id"), move.id, "moved") for i, move in enumerate(overlay.move))


def _additions(overlay: Overlay) -> Iterator[tuple[Steps, str, str]]:
    yield from ((("add", i, "id"), added.id, "added") for i, added in enumerate(overlay.add))
    yield from ((("add_criteria", i, "id"), added.id, "added") for i, added in enumerate(overlay.add_criteria))


def _clauses(overlay: Overlay) -> Iterator[tuple[Steps, str, str]]:
    yield from ((("add_clauses", i, "id"), added.id, "added") for i, added in enumerate(overlay.add_clauses))
    yield from ((("drop_clauses", i, "id"), drop.id, "left out") for i, drop in enumerate(overlay.drop_clauses))


def _acceptances(overlay: Overlay) -> Iterator[tuple[Steps, str, str]]:
    yield from ((("accept", i, "requirement"), accepted.requirement, "accepted") for i, accepted in enumerate(overlay.accept))
