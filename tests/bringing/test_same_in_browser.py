"""The browser compares and matches sentences as the command does."""

from __future__ import annotations

import json
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from generator.documents.browser.bring_data import bring_data
from generator.knowledge.bringing.matching import CRITERIA, STATEMENTS, Bounds, matches
from generator.knowledge.bringing.together import said_together
from tests.bringing.measuring import DOCUMENTS, LIKENESS, criteria, statements
from tests.bringing.test_bring import ROLE, meant
from tests.job_documents.labelled import labelled
from tests.ours import LIBRARY
from tests.tailor.browser_side import ROOT, node


def in_the_browser(texts: list[str], known: dict[str, str], bounds: Bounds, folder: Path) -> Any:
    data = json.loads(json.dumps(bring_data(LIBRARY)["likeness"]))
    (folder / "in.json").write_text(json.dumps({"data": data, "known": known, "texts": texts, "bounds": asdict(bounds)}), encoding="utf-8")
    command = [node(), str(Path(__file__).with_name("matched.mjs")), str(folder / "in.json")]
    return json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout)


def said(part: str) -> list[str]:
    other = [text for of in labelled("unseen") for text in (of.statements if part == "statements" else of.criteria)]
    labels = "S" if part == "statements" else "ED"
    ours = [line.text for of in labelled("seen", DOCUMENTS) for line in of.lines() if line.label[0] in labels]
    return [*meant(part)[0], *other[::3], *ours[::2], "", "It’s ﬁne – 100% GP’s café, constructor", "or Team player.", "Team player."]


@pytest.mark.quick_cases("criteria-bounds1")
@pytest.mark.parametrize(("part", "bounds"), [("statements", STATEMENTS), ("criteria", CRITERIA)])
def test_both_match_the_same(part: str, bounds: Bounds, tmp_path: Path) -> None:
    known = statements(ROLE) if part == "statements" else criteria(ROLE)
    texts = said(part)
    answer = in_the_browser(texts, known, bounds, tmp_path)
    for text, row in zip(texts, answer["every"], strict=True):
        assert row == pytest.approx([LIKENESS.of(text, words) for words in known.values()], abs=1e-9)
    assert answer["words"] == [list(LIKENESS.words(text)) for text in texts]
    found = matches(texts, known, LIKENESS, bounds)
    assert answer["together"] == {str(at): text for at, text in said_together(texts, found).items()}
    here = {str(at): asdict(match) for at, match in found.items()}
    there = {at: {**match, "likeness": pytest.approx(match["likeness"])} for at, match in answer["found"].items()}
    assert {at: {**match, "also": list(match["also"])} for at, match in here.items()} == there
    assert len(there) > 15
