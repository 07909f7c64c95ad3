"""What people paste becomes clean text, the same in the browser and in the command: every character, and a table of cases."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from generator.documents.browser.tailor import shared_data
from generator.knowledge.text.pasted import one_line, paragraphs, pasted_statements
from generator.problems import HIDDEN
from tests.tailor.browser_side import LIBRARY, ROOT, run

CASES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests" / "cases" / "pasted.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the browser makes of every character, and of the cases."""
    pasted = [case["pasted"] for case in CASES]
    found: dict[str, Any] = run("cleaned", tmp_path_factory.mktemp("pasted"), shared=shared_data(LIBRARY), pasted=pasted)
    return found


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["name"] for case in CASES])
def test_the_cases_on_both_sides(number: int, browser: dict[str, Any]) -> None:
    case = CASES[number]
    assert pasted_statements(case["pasted"]) == case["becomes"]
    assert browser["pasted"][number] == [case["becomes"], one_line(case["pasted"])]


@pytest.mark.slow
def test_every_character_on_both_sides(browser: dict[str, Any]) -> None:
    both = {chr(code): one_line(f"a{chr(code)}b") for code in range(0x110000)}
    changed = {character: words for character, words in both.items() if words != f"a{character}b"}
    assert {chr(code): words for code, words in browser["changed"]} == changed
    assert all(not HIDDEN.search(words) for words in changed.values())
    assert {character for character in both if HIDDEN.match(character)} <= changed.keys()


def test_a_list_in_a_field_of_one_text_is_joined() -> None:
    assert one_line("• 27 days a year\n• 8 bank holidays.\n• your birthday") == "27 days a year; 8 bank holidays. your birthday"
    assert paragraphs("Who we are.\n\n• Where\x0bwe are.") == ["Who we are.", "Where", "we are."]
