"""Whole documents, written as real ones are, are matched to a role: how often rightly, and on which level.

Those in `seen/` were looked at while the matching was tuned. Those in `unseen/` were written before that, and only measured at its end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.documents.packs.carrying import carried_of
from generator.knowledge.bringing import bring_document
from generator.knowledge.bringing.matching import CRITERIA, STATEMENTS, Bounds, matches
from generator.knowledge.drafts.carried import read_carried
from generator.knowledge.job_documents.found import FoundCriterion, FoundStatement
from generator.publishing.printing.order import pack_of
from tests.bringing.measuring import DOCUMENTS, LIKENESS, criteria, statements
from tests.job_documents.labelled import Labelled, Line, labelled, without_level
from tests.job_documents.scoring import Score, plain, read
from tests.ours import LIBRARY, TODAY

LEVELS = {"E": "essential", "D": "desirable"}


@dataclass
class Matched:
    """Pairs of a line and an id, in all documents of a folder."""

    statements: Score = field(default_factory=Score)
    criteria: Score = field(default_factory=Score)
    level: Score = field(default_factory=Score)
    """Of the criteria that are matched rightly."""
    new: Score = field(default_factory=Score)
    """Lines that no role says: how many are found to be new."""

    def __str__(self) -> str:
        shares = {name: f"precision {one.precision:.3f}, recall {one.recall:.3f} of {one.wanted}" for name, one in vars(self).items()}
        return "\n".join(f"{name}: {share}" for name, share in shares.items())


def measured(folder: str, into: Path) -> Matched:
    found = Matched()
    for of in labelled(folder, DOCUMENTS):
        job = read(of, into, "")
        _count(of, "S", job.statements, statements(of.role), STATEMENTS, found, shown=folder == "seen")
        _count(of, "ED", job.criteria, criteria(of.role), CRITERIA, found, shown=folder == "seen")
    return found


def _count(
    of: Labelled,
    labels: str,
    read_lines: Sequence[FoundStatement] | Sequence[FoundCriterion],
    known: dict[str, str],
    bounds: Bounds,
    found: Matched,
    *,
    shown: bool,
) -> None:
    score = found.statements if labels == "S" else found.criteria
    lines = {plain(without_level(line.text)): line for line in of.lines() if line.label[0] in labels}
    score.wanted += sum(len(line.says) for line in lines.values())
    said = matches([one.text for one in read_lines], known, LIKENESS, bounds)
    for at, one in enumerate(read_lines):
        line, match = lines.get(plain(one.text), Line("p", "X", "")), said.get(at)
        ids = {*([match.id] if match.taken else ()), *match.also} if match else set()
        score.found += len(ids)
        score.right += len(ids & {*line.says})
        if ids != {*line.says} and shown:
            print(of.name, repr(one.text), "is", ids, "and should be", line.says, match)
        found.new.wanted += not line.says
        found.new.found += not ids
        found.new.right += not ids and not line.says
        if isinstance(one, FoundCriterion) and ids & {*line.says}:
            found.level.add([LEVELS[line.label[0]]], ["guessed" if one.level_guessed else one.level])


GUIDE = Path(__file__).parents[2] / "content/guides/make-your-networks-pack.md"
ROWS = {
    "matches of statements that are right": ("statements", "precision"),
    "statements that are found": ("statements", "recall"),
    "matches of criteria that are right": ("criteria", "precision"),
    "criteria that are found": ("criteria", "recall"),
    "levels that are right": ("level", "recall"),
    "new lines that are listed as new": ("new", "recall"),
}


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["seen", "unseen"])
def test_documents_are_matched_to_the_role_as_often_as_the_guide_says(folder: str, tmp_path: Path) -> None:
    found = measured(folder, tmp_path)
    print(found)
    guide = GUIDE.read_text(encoding="utf-8")
    for row, (score, share) in ROWS.items():
        cells = re.search(rf"^\| {row} \| (.+) \| (.+) \|$", guide, re.MULTILINE)
        assert cells
        percent, _, of = cells[1 + (folder == "unseen")].partition("% of ")
        one: Score = getattr(found, score)
        assert 100 * getattr(one, share) >= int(percent.rstrip("%")) >= 95, row
        assert one.wanted == int(of or one.wanted), row
    assert found.level.recall >= 0.99


def test_a_level_that_differs_is_asked_about_and_a_list_is_one_criterion(tmp_path: Path) -> None:
    (of,) = [each for each in labelled("seen", DOCUMENTS) if each.name == "practitioner-numbered"]
    carried = read_carried(carried_of(pack_of(LIBRARY, of.role, None, TODAY)))
    changes = bring_document(read(of, tmp_path, ""), carried, LIKENESS).found.changes
    said = {line.says[0]: LEVELS[line.label[0]] for line in of.lines() if line.label[0] in "ED" and line.says}
    base = {one.id: one.level for category in LIBRARY.specifications[of.role].categories for one in category.criteria}
    told = {change.id: change.after for change in changes if change.kind == "level"}
    assert told.items() <= {name: level for name, level in said.items() if base[name] != level}.items()
    assert len(told) >= 3
    (qualified,) = [change for change in changes if change.id == "professional-qualification"]
    assert qualified.after == "Qualified mental health nurse; or qualified social worker; or occupational therapist"
    assert qualified.certainty == "ask"
