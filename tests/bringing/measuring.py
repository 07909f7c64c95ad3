"""How often a sentence of a document is matched to the right one of a role: precision of what is taken, recall, and what is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.knowledge.bringing import likeness_in
from generator.knowledge.bringing.matching import Bounds, matches
from generator.knowledge.tailoring.alterations import deep_sections
from tests.ours import LIBRARY


def statements(role: str) -> dict[str, str]:
    return {s.id: s.text for section in deep_sections(LIBRARY.roles[role].sections) for s in section.statements}


def criteria(role: str) -> dict[str, str]:
    return {c.id: c.text for category in LIBRARY.specifications[role].categories for c in category.criteria}


LIKENESS = likeness_in(LIBRARY)
DOCUMENTS = Path(__file__).parent / "documents"


@dataclass
class Measure:
    right: int = 0
    taken: int = 0
    wanted: int = 0
    asked: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.taken

    @property
    def recall(self) -> float:
        return self.right / self.wanted

    def add(self, texts: Sequence[str], meant: Sequence[set[str]], known: Mapping[str, str], bounds: Bounds) -> None:
        """`meant`: the ids that each text may be matched to; none for what the role does not say."""
        found = matches(texts, known, LIKENESS, bounds)
        for at, ids in enumerate(meant):
            match = found.get(at)
            self.wanted += bool(ids)
            if match and match.taken:
                self.taken += 1
                self.right += match.id in ids
                if match.id not in ids:
                    print("wrong", f"{match.likeness:.2f}", texts[at], "→", match.id, "meant", ids)
            elif match:
                self.asked += 1
                print("asked", f"{match.likeness:.2f}", texts[at], "→", match.id, "meant", ids)
            elif ids:
                print("missed", texts[at], "meant", ids)

    def __str__(self) -> str:
        return f"precision {self.precision:.3f}, recall {self.recall:.3f}, of {self.wanted}, and {self.asked} asked"
