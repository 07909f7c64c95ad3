"""Where each value of a tailored role came from: the file and line that somebody would have to change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.knowledge.library.library import Library
from generator.knowledge.model import Network, PersonSpecification, Role, Section
from generator.knowledge.reading.document import Steps
from generator.knowledge.tailoring.tailor import Tailored, tailor
from generator.problems import Place


@dataclass(frozen=True)
class Traced:
    """A tailored role with the way back: to the network's file for what it wrote, and to the base role's for the rest."""

    library: Library
    network: Network
    role: Role
    """The base role."""
    specification: PersonSpecification
    """The base role's."""
    tailored: Tailored

    def sentence(self, name: str) -> Place:
        """Where the words of a statement or criterion stand. Raises KeyError for an id that the tailored role does not have."""
        if name in self.tailored.sentences:
            return self.library.place(self.network, *self.tailored.sentences[name])
        for record, steps, found in self._base():
            if found == name:
                return self.library.place(record, *steps, "text")
        raise KeyError(name)

    def field(self, name: str) -> Place:
        """Where a blank is filled in: by the network for this role, by its defaults, or by the base role."""
        if name in self.tailored.fields:
            return self.library.place(self.network, *self.tailored.fields[name])
        return self.library.place(self.role, name)

    def _base(self) -> Iterator[tuple[Role | PersonSpecification, Steps, str]]:
        for index, section in enumerate(self.role.sections):
            for steps, name in _ways(section, ("sections", index)):
                yield self.role, steps, name
        for c, category in enumerate(self.specification.categories):
            for i, criterion in enumerate(category.criteria):
                yield self.specification, ("categories", c, "criteria", i), criterion.id


def traced(library: Library, network: Network, index: int) -> Traced:
    """The role at `index` of a network's list, tailored and traced. Raises KeyError where the library lacks the role."""
    overlay = network.roles[index]
    role, specification = library.roles[overlay.role], library.specifications[overlay.role]
    tailored = tailor(role, specification, overlay, network.defaults, ("roles", index))
    return Traced(library, network, role, specification, tailored)


def _ways(section: Section, steps: Steps) -> Iterator[tuple[Steps, str]]:
    for index, statement in enumerate(section.statements):
        yield (*steps, "statements", index), statement.id
    for index, inner in enumerate(section.sections):
        yield from _ways(inner, (*steps, "sections", index))
