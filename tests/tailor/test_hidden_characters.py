"""What the check refuses as hidden, a field of the page leaves out of the draft as it is typed: the same characters, of all there are."""

from __future__ import annotations

from pathlib import Path

from generator.documents.browser.tailor import shared_data
from generator.problems import HIDDEN
from tests.tailor.browser_side import LIBRARY, run


def test_the_same_on_both_sides(tmp_path: Path) -> None:
    refused = [code for code in range(0x110000) if HIDDEN.match(chr(code))]
    assert run("cleaned", tmp_path, shared=shared_data(LIBRARY)) == refused
