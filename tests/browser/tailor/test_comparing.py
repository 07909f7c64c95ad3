"""Comparing two drafts of one role: the list of what differs, each difference taken or left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.tailor.maker import BAND_7, Maker, dialog_of, field

pytestmark = pytest.mark.browser

OTHER: dict[str, Any] = {
    "id": "south-valley",
    "name": "South Valley",
    "roles": [{
        "role": BAND_7,
        "fill": {"hours": "30 a week"},
        "reword": [
            {"id": "referrals", "text": "Take referrals from all practices.", "because": "Clearer."},
            {"id": "gone", "text": "Words without a place.", "because": "Ours."},
        ],
        "add": [{"id": "clinical-own-1", "section": "clinical", "text": "Run a walking group.", "because": "Asked."}],
        "rename": [{"id": "clinical", "heading": "With people", "because": "Plainer."}],
    }],
}  # fmt: skip


def other(folder: Path) -> Path:
    file = folder / "south-valley.yaml"
    file.write_text(yaml.safe_dump(OTHER, sort_keys=False), encoding="utf-8")
    return file


@pytest.mark.slow
def test_each_difference_is_taken_or_left(look: Callable[..., Page], faults: Callable[..., list[str]], tmp_path: Path) -> None:
    page = look(path=f"tailor/{BAND_7}/", width=390)
    maker = Maker(page)
    maker.fill("Network’s name", "North Valley")
    maker.leave_out("prompt-advice", "The hospital does it.")
    maker.add("clinical", "Meet the hospital team.", "Asked.")
    page.set_input_files("[data-other]", other(tmp_path))
    dialog = dialog_of(page, "How the two drafts differ")
    expect(dialog).to_contain_text("south-valley.yaml differs from your draft in 7 places.")
    expect(dialog).to_contain_text("Words without a place.")
    expect(dialog.get_by_role("checkbox", checked=True)).to_have_count(0)
    assert faults(page, "[data-dialog=returned]") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    mine = dialog.locator("li").filter(has_text="Meet the hospital team.")
    expect(mine.get_by_role("checkbox")).to_have_accessible_name("Leave it out of mine too")
    name = dialog.locator("li").filter(has_text="South Valley")
    expect(name).to_contain_text("Change this in your draft by hand, if you want it.")
    for words in ("Take referrals from all practices.", "Statement: only in the other draft", "30 a week", "With people"):
        for row in dialog.locator("[data-changes] li").filter(has_text=words).all():
            row.get_by_role("checkbox").press("Space")
    dialog.get_by_role("button", name="Take 5 changes").press("Enter")
    said = maker.statements()
    words = [text for _, text in said.values()]
    assert said["referrals"][1] == "Take referrals from all practices."
    assert {"Run a walking group.", "Meet the hospital team."} <= set(words)
    assert "prompt-advice" in said
    expect(field(page, "Network’s name")).to_have_value("North Valley")
    saved = yaml.safe_load(maker.download("save", tmp_path).read_text(encoding="utf-8"))["roles"][0]
    assert "drop" not in saved
    assert "move" not in saved
    assert saved["fill"]["hours"] == "30 a week"
    assert saved["rename"][0]["heading"] == "With people"
    page.locator("[data-panel] [data-undo]").click()
    assert "prompt-advice" not in maker.statements()

    # Looking and leaving changes nothing.
    page.locator("[data-panel] [data-redo]").click()
    before = page.evaluate("Object.entries(localStorage).filter(([key]) => key.includes('tailor')).map(([, text]) => text)[0]")
    page.set_input_files("[data-other]", other(tmp_path))
    dialog.get_by_role("button", name="Cancel").click()
    assert page.evaluate("Object.entries(localStorage).filter(([key]) => key.includes('tailor')).map(([, text]) => text)[0]") == before


@pytest.mark.slow
def test_a_draft_that_says_the_same_and_a_file_that_is_none(look: Callable[..., Page], site: Path) -> None:
    page = look(path=f"tailor/{BAND_7}/")
    maker = Maker(page)
    pack = site / f"packs/example-network/{BAND_7}.docx"
    maker.open(pack)
    expect(field(page, "Network’s name")).to_have_value("Example network")
    page.set_input_files("[data-other]", str(pack))
    expect(page.locator("[data-toast]")).to_contain_text("says the same as your draft")
    page.set_input_files("[data-other]", {"name": "x.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n"})
    expect(page.locator("[data-wrongs]")).to_contain_text("x.pdf could not be opened")
