"""How much of labelled documents is recognised: precision and recall of statements and criteria, and how many levels are right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from generator.knowledge.job_documents import JobDocument, jobs_of
from generator.knowledge.source_documents import read_manuscript
from tests.job_documents.labelled import Labelled, document
from tests.ours import LIBRARY


@dataclass
class Score:
    right: int = 0
    wanted: int = 0
    found: int = 0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    def add(self, wanted: list[str], found: list[str]) -> tuple[list[str], list[str]]:
        want, got = Counter(map(plain, wanted)), Counter(map(plain, found))
        self.right += sum((want & got).values())
        self.wanted += len(wanted)
        self.found += len(found)
        return list((want - got).elements()), list((got - want).elements())


def plain(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def read(of: Labelled, folder: Path, form: str) -> JobDocument:
    path = folder / of.name
    path.write_bytes(document(of, form))
    return jobs_of(read_manuscript(path, of.name), LIBRARY)[0]


def score(documents: list[Labelled], folder: Path, form: str = "") -> dict[str, Score]:
    scores = {name: Score() for name in ("statements", "criteria", "level", "assessment", "clauses")}
    for of in documents:
        job = read(of, folder, form)
        criteria = {criterion.text: criterion for category in job.categories for criterion in category.criteria}
        for name, wanted, found in (
            ("statements", of.statements, [statement.text for section in job.sections for statement in section.statements]),
            ("criteria", list(of.criteria), list(criteria)),
            ("clauses", of.clauses, [used.clause for used in job.clauses]),
        ):
            missed, extra = scores[name].add(wanted, found)
            if missed or extra:
                print(of.name, name, "missed", missed, "extra", extra)
        known = {plain(text): told for text, told in of.criteria.items()}
        for text, criterion in criteria.items():
            level, ways = known.get(plain(text), ("", []))
            if level:
                scores["level"].add([level], [criterion.level])
                if level != criterion.level:
                    print(of.name, "level", text)
            if ways:
                scores["assessment"].add([",".join(ways)], [",".join(criterion.assessed_by)])
                if ways != list(criterion.assessed_by):
                    print(of.name, "assessed", text, ways, criterion.assessed_by)
    return scores
