"""Our vocabularies as taxonomies of the standard, and the terms of a service."""

from __future__ import annotations

from functools import cached_property

from generator.knowledge.directory.openreferral.codes import part_id
from generator.knowledge.directory.openreferral.parts import Attribute, Term
from generator.knowledge.directory.openreferral.standard import Taxonomy
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service
from generator.knowledge.model.labels import DEPRESSION_SEVERITIES

_KINDS = {
    "need": ("Needs", "What people come with, in the words of this directory."),
    "audience": ("Audiences", "Who services are for."),
    "care_step": ("Steps of care", "Steps of stepped care, as NICE guideline CG123 has them."),
    "severity": ("Severity of depression", "How severe a depression a service treats, as NICE guideline NG222 divides them."),
}
"""The name and description of each vocabulary, by kind of term, which is the `link_type` of its attributes."""

_FIELDS = {"need": "needs", "audience": "audiences", "care_step": "care_steps", "severity": "severity"}


class Terms:
    """The terms of a library's vocabularies."""

    def __init__(self, library: Library) -> None:
        """Use the vocabularies of `library`."""
        self.library = library
        self.address = library.settings.address.rstrip("/")

    @cached_property
    def taxonomies(self) -> list[Taxonomy]:
        """Every vocabulary with its terms."""
        labels: dict[str, dict[str, str]] = {
            "need": {need.id: need.label for need in self.library.needs.values()},
            "audience": {audience.id: audience.label for audience in self.library.audiences.values()},
            "care_step": {str(step): f"Step {step}" for step in range(1, 5)},
            "severity": dict(DEPRESSION_SEVERITIES.items()),
        }
        return [self._taxonomy(kind, found) for kind, found in labels.items()]

    def of(self, service: Service) -> list[Attribute]:
        """The terms of a service, as attributes."""
        held = [(kind, str(code)) for kind, field in _FIELDS.items() for code in getattr(service, field)]
        return [
            Attribute(id=part_id("attribute", of, kind, code, str(index)), link_type=kind, taxonomy_term=self._known(kind, code))
            for of, index, (kind, code) in ((service.feed_name, *one) for one in enumerate(held))
        ]

    def _known(self, kind: str, code: str) -> Term:
        """A term by its code. An unknown code, which a check reports, is its own label."""
        return self._by_code.get((kind, code)) or self._term(kind, code, code)

    @cached_property
    def _by_code(self) -> dict[tuple[str, str], Term]:
        kinds = zip(_KINDS, self.taxonomies, strict=True)
        return {(kind, str(term.code)): term for kind, taxonomy in kinds for term in taxonomy.taxonomy_terms}

    def _taxonomy(self, kind: str, labels: dict[str, str]) -> Taxonomy:
        name, about = _KINDS[kind]
        own = part_id("taxonomy", kind)
        terms = [self._term(kind, code, label) for code, label in labels.items()]
        uri, edition = f"{self.address}/openreferral/taxonomies/{own}.json", self.library.settings.as_of.isoformat()
        return Taxonomy(id=own, name=name, description=about, uri=uri, version=edition, taxonomy_terms=terms)

    def _term(self, kind: str, code: str, label: str) -> Term:
        own = part_id("term", kind, code)
        uri = f"{self.address}/needs/{code}/" if kind == "need" else f"{self.address}/openreferral/taxonomy_terms/{own}.json"
        return Term(
            id=own, name=label, description=label, code=code, taxonomy=_KINDS[kind][0], taxonomy_id=part_id("taxonomy", kind), term_uri=uri
        )
