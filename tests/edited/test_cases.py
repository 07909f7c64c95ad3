"""Edited Word files come back with every edit right and none invented. The cases, with their right lists: tests/cases/edited/."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.documents.formats.docx.document import write_docx
from generator.documents.packs.compose import make_network_pack
from generator.knowledge.drafts.carried import from_properties, read_carried
from generator.knowledge.drafts.compare import compare
from generator.knowledge.source_documents.edited_word import read_edited
from tests.edited.editing import Editor
from tests.ours import LIBRARY

FOLDER = Path(__file__).parents[1] / "cases" / "edited"
CASES = {f"{file.stem}: {name}": case for file in sorted(FOLDER.glob("*.yaml")) for name, case in yaml.safe_load(file.read_text()).items()}
ROLE = "mental-health-practitioner-band-7"


@pytest.fixture(scope="module")
def sent() -> bytes:
    network = LIBRARY.networks["example-network"]
    index = [overlay.role for overlay in network.roles].index(ROLE)
    return write_docx(make_network_pack(LIBRARY, network, index, date(2026, 11, 22)))


@pytest.mark.quick_cases(every=3)
@pytest.mark.parametrize("name", CASES)
def test_the_list_is_right(name: str, sent: bytes) -> None:
    case = CASES[name]
    carried = read_carried(from_properties(read_edited(sent, "sent.docx").properties) or "")
    editor = Editor(sent)
    for step in case["steps"]:
        editor.do(dict(step))
    found = compare(carried, read_edited(editor.content(), "edited.docx")).as_json()
    assert unlike(case["changes"], found["changes"]) == []
    assert unlike(case.get("comments", []), found["comments"]) == []
    assert found["unread"] == []
    words = {words for block in carried["sent"]["blocks"] for words in [block["text"], *(span[1] for span in block.get("spans", []))]}
    assert [change for change in found["changes"] if change.get("before", "") not in words | {""}] == []


def unlike(right: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[str]:
    """What was found and is not right, and what is right and was not found. A right one holds the keys that it names."""
    left = list(found)
    missed = []
    for wanted in right:
        match = next((each for each in left if all(each.get(key) == value for key, value in wanted.items())), None)
        if match is None:
            missed.append(f"missing: {wanted}")
        else:
            left.remove(match)
    return missed + [f"invented: {each}" for each in left]


def test_there_are_forty_at_least() -> None:
    assert len(CASES) >= 40
