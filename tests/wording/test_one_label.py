"""One label for one thing: a name that was given up comes back nowhere, not in pages, scripts, Word files, messages or guides."""

from __future__ import annotations

from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

GIVEN_UP = {
    "What every post holder does": "Standard responsibilities",
    "Our shortlisting promise": "How we shortlist",
    "What the work asks of you": "Demands of the role",
    "Does it meet the contract": "Contract requirements",
    "Read the coverage": "Check it meets the contract",
    "Make your own pack": "Make a pack",
    "Make it your own": "Make a pack",
    "How fresh is it": "What is out of date",
    "Mistakes and their cures": "Error messages",
    "Close to this": "Related needs",
    "Hand it over": "Give to the patient",
    "Words for the record": "Text for the patient record",
    "Cut to fit each box": "Fits NHS Jobs character limits",
    "Is whom it answers to": "Answerable to",
    "Take it with you": "Download",
    "Save to a file": "Save and finish later",
    "Who works with whom": "Working relationships",
    "Is a supplement for London paid": "High cost area supplement",
    "Area, if you like": "Area (optional)",
    "When were the patients counted": "List size date",
    "What kind of body is the employer": "Type of employer",
    "Add a line above": "Add a manager or supervisor",
    "Shortlisting promise": "How we shortlist",
    "Result by": "Outcome by",
    "Think about it": "Consider",
    "Worth a thought": "Consider",
    "Add to shortlist": "Save",
    "Your shortlist is": "Saved services",
    "We read this as": "Searching for",
    "How it happens": "How help is given",
    "Read in another list": "Copied, not checked",
}
"""What a thing was called, and what it is called now."""

READ = {".py", ".j2", ".js", ".md", ".yaml", ".yml", ".html", ".xml"}


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    folders = [PROJECT / name for name in ("templates", "generator", "content", "data")]
    found = [path for folder in folders for path in folder.rglob("*") if path.suffix in READ and path.is_file()]
    return {str(path.relative_to(PROJECT)): path.read_text(encoding="utf-8").lower() for path in [*found, PROJECT / "mkdocs.yml"]}


@pytest.mark.parametrize("old", GIVEN_UP)
def test_a_name_that_was_given_up_comes_back_nowhere(old: str, texts: dict[str, str]) -> None:
    assert len(texts) > 500
    assert [name for name, text in texts.items() if old.lower() in text] == [], f"It is called ‘{GIVEN_UP[old]}’ now."
