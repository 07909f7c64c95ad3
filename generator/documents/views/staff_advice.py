"""What staff may say where a need is narrower: “15, parents must not know”."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.documents.views.origins import CitedClause, cited
from generator.knowledge.library.library import Library
from generator.knowledge.model import Need
from generator.knowledge.model.needs import StaffAdvice


@dataclass(frozen=True)
class AdviceView:
    """What staff may say, with its sources. `key` is the need and the place of its narrower meaning, as the search knows it: `cyp:1`."""

    key: str
    say: StaffAdvice
    cited: tuple[CitedClause, ...]


def staff_advice(library: Library, needs: Iterable[Need]) -> list[AdviceView]:
    """What staff may say about these needs, in their order."""
    return [
        AdviceView(f"{need.id}:{place}", aspect.say, cited(library, aspect.say.source))
        for need in needs
        for place, aspect in enumerate(need.aspects)
        if aspect.say
    ]
