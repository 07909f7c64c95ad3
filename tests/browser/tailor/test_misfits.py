"""What no longer fits a role that has changed is told with its words, from the browser's own copy and from a file alike."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.tailor.maker import BAND_7, Maker

pytestmark = pytest.mark.browser

OLD: dict[str, Any] = yaml.safe_load(f"""
role: {BAND_7}
add:
  - {{id: our-group, section: a-part-that-went, text: Run a group on Mondays., because: Practices asked.}}
  - {{id: shared-decisions, section: clinical, text: Decide with patients., because: Link workers had it.}}
  - {{id: clinical-own-1, section: clinical, text: Meet the hospital team., because: They asked., after: a-sentence-that-went}}
add_criteria:
  - {{id: our-test, category: a-group-that-went, text: Can lead a walk., level: desirable, assessed_by: [interview], because: Ours.}}
reword:
  - {{id: a-sentence-that-went, text: Our own way to say it., because: Clearer.}}
drop:
  - {{id: another-that-went, because: The hospital does this.}}
accept:
  - {{requirement: old-z9, because: Agreed with the board.}}
""")
"""What somebody wrote for the role as it was."""

WORDS = (
    "Run a group on Mondays.", "Decide with patients.", "Can lead a walk.", "Our own way to say it.", "The hospital does this.",
    "Agreed with the board.", "Practices asked.",
)  # fmt: skip


def kept(page: Page, value: object) -> Maker:
    """The page as it opens where the browser kept this draft."""
    keys = "Object.keys(localStorage).filter(key => key.includes('tailor') && key.endsWith(arguments_))"
    Maker(page).fill("Network’s name", "North Valley")
    [key] = page.evaluate(f"arguments_ => {keys}", BAND_7)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, value if isinstance(value, str) else json.dumps(value)])
    page.reload()
    return Maker(page)


def told(maker: Maker) -> str:
    box = maker.page.locator("[data-misfits]")
    expect(box).to_be_visible()
    return box.inner_text()


def opened(page: Page, way: str, value: dict[str, Any], folder: Path) -> Maker:
    if way == "kept":
        return kept(page, value)
    file = folder / "old.yaml"
    file.write_text(yaml.safe_dump({"id": "a", **value}), encoding="utf-8")
    maker = Maker(page)
    maker.open(file)
    return maker


@pytest.mark.quick_cases("file")
@pytest.mark.parametrize("way", ["kept", "file"])
def test_what_no_longer_fits_is_told_with_its_words_and_stays(way: str, look: Callable[..., Page], tmp_path: Path) -> None:
    maker = opened(look(path=f"tailor/{BAND_7}/"), way, {"name": "North Valley", "roles": [OLD]}, tmp_path)
    expect(maker.field("Network’s name")).to_have_value("North Valley")
    said = told(maker)
    assert not [words for words in WORDS if words not in said]
    assert "6 of your changes" in said
    assert maker.statements()["clinical-own-1"][1] == "Meet the hospital team."
    assert maker.statements()["shared-decisions"][1] != "Decide with patients."
    # What somebody does next, also beside what is gone, loses none of it.
    maker.leave_out("prompt-advice", "Ours.")
    maker.row("clinical-own-1").get_by_role("button", name="Remove").click()
    assert told(maker) == said
    maker.page.locator("[data-save]").click()
    with maker.page.expect_download() as handed:
        maker.page.locator("[data-wrongs]").get_by_role("button", name="Save it anyway").click()
    handed.value.save_as(tmp_path / "saved.yaml")
    saved = (tmp_path / "saved.yaml").read_text(encoding="utf-8")
    assert not [words for words in WORDS if words not in saved]
    maker.open(tmp_path / "saved.yaml")
    assert told(maker) == said


@pytest.mark.slow
def test_each_is_taken_out_by_hand_and_can_come_back(look: Callable[..., Page]) -> None:
    maker = kept(look(path=f"tailor/{BAND_7}/"), {"roles": [OLD]})
    box = maker.page.locator("[data-misfits]")
    expect(box.locator("li")).to_have_count(6)
    box.locator("li").filter(has_text="Run a group").get_by_role("button", name="Remove").click()
    expect(box.locator("li")).to_have_count(5)
    expect(box).not_to_contain_text("Run a group")
    expect(box).to_be_focused()
    maker.page.get_by_role("button", name="Undo").first.click()
    expect(box).to_contain_text("Run a group")
    for left in range(6, 0, -1):
        expect(box.locator("li")).to_have_count(left)
        box.get_by_role("button", name="Remove").first.click()
    expect(box).to_be_hidden()


def test_a_field_that_files_no_longer_have_is_told(look: Callable[..., Page]) -> None:
    draft = {"roles": [{"role": BAND_7, "fill": {"parking": "Behind the surgery."}}], "motto": "Always near."}
    said = told(kept(look(path=f"tailor/{BAND_7}/"), draft))
    assert "Behind the surgery." in said
    assert "Always near." in said


BROKEN = (
    f'{{"roles": [{{"role": "{BAND_7}", "add": {{"0": {{"text": "Our own words."}}}}}}]}}',
    '{"roles": "Our own words."}',
    "Our own words.{",
)


@pytest.mark.slow
@pytest.mark.parametrize("text", BROKEN)
def test_a_draft_that_cannot_be_shown_is_kept_and_handed_over(text: str, look: Callable[..., Page], tmp_path: Path) -> None:
    maker = kept(look(path=f"tailor/{BAND_7}/"), text)
    assert "cannot be shown" in told(maker)
    maker.fill("Network’s name", "South Valley")
    maker.page.reload()
    maker = Maker(maker.page)
    assert "cannot be shown" in told(maker)
    assert maker.field("Network’s name").input_value() == "South Valley"
    with maker.page.expect_download() as handed:
        maker.page.locator("[data-misfits]").get_by_role("button", name="Save those words").click()
    handed.value.save_as(tmp_path / "words.txt")
    assert "Our own words." in (tmp_path / "words.txt").read_text(encoding="utf-8")
    maker.page.locator("[data-misfits]").get_by_role("button", name="Remove").click()
    expect(maker.page.locator("[data-misfits]")).to_be_hidden()
