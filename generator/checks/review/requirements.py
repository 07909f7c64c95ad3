"""Hints on which requirements of a contract a document seems to meet. Matching words are a hint, not proof."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.knowledge.library.library import Library
from generator.knowledge.model import Framework, Requirement, Role
from generator.knowledge.source_documents import Block, SourceDocument

RequirementStanding = Literal["seems-met", "seems-partly-met", "seems-missing"]

REQUIREMENT_STANDINGS: dict[RequirementStanding, str] = {
    "seems-met": "Seems met",
    "seems-partly-met": "Seems partly met",
    "seems-missing": "Seems missing",
}

_APART = re.compile(r"[^a-z0-9]+")
_BAND = re.compile(r"\bband\W{0,4}([2-9][a-d]?)\b", re.IGNORECASE)

REQUIREMENT_PATTERNS = {"apart": _APART, "band": _BAND}
"""What parts words and names a band, for the same look in the browser."""


@dataclass(frozen=True)
class RequirementHint:
    """Whether a document's words suggest that one requirement is met."""

    framework: Framework
    requirement: Requirement
    standing: RequirementStanding
    words: str
    """The words that match, or ""."""
    label: str
    """The place of the first match, in words."""
    missing: tuple[str, ...]
    """The parts of the requirement without a match, if it has several parts."""


def hints(manuscript: SourceDocument, role: Role, library: Library) -> Iterator[RequirementHint]:
    """A hint for each requirement of the editions that the role is checked against."""
    plain = [(block, _plain(block.text)) for block in manuscript.blocks]
    for name in role.requirements:
        framework = library.frameworks[name]
        for requirement in framework.requirements:
            yield _band(framework, requirement, manuscript) if requirement.bands else _words(framework, requirement, plain)


def _words(framework: Framework, requirement: Requirement, plain: list[tuple[Block, str]]) -> RequirementHint:
    if not requirement.parts:
        found = _first(requirement.phrases, plain)
        return _hint(framework, requirement, "seems-met" if found else "seems-missing", found)
    each = [(part.about, _first(part.phrases, plain)) for part in requirement.parts]
    missing = tuple(about for about, found in each if not found)
    standing: RequirementStanding = "seems-met" if not missing else "seems-partly-met" if len(missing) < len(each) else "seems-missing"
    return _hint(framework, requirement, standing, next((found for _, found in each if found), None), missing)


FoundRequirement = tuple[str, Block]


def _hint(
    framework: Framework,
    requirement: Requirement,
    standing: RequirementStanding,
    found: FoundRequirement | None,
    missing: tuple[str, ...] = (),
) -> RequirementHint:
    return RequirementHint(framework, requirement, standing, found[0] if found else "", found[1].label if found else "", missing)


def _first(phrases: list[str], plain: list[tuple[Block, str]]) -> FoundRequirement | None:
    """The first phrase and block that match. The last word of a phrase may have another ending."""
    looks = [(phrase, _plain(phrase).rstrip()) for phrase in phrases]
    for block, text in plain:
        for phrase, look in looks:
            if look in text:
                return phrase, block
    return None


def _plain(text: str) -> str:
    """Lower-case letters and figures with one space before each word, so that `multi-disciplinary` equals `multi disciplinary`."""
    return " " + _APART.sub(" ", text.lower()).strip() + " "


def _band(framework: Framework, requirement: Requirement, manuscript: SourceDocument) -> RequirementHint:
    allowed = {str(band) for band in requirement.bands}
    for block in manuscript.blocks:
        named = _BAND.search(block.text)
        if named:
            standing: RequirementStanding = "seems-met" if named[1].lower() in allowed else "seems-missing"
            return _hint(framework, requirement, standing, (" ".join(named[0].split()), block))
    return _hint(framework, requirement, "seems-missing", None)
