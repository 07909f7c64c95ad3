"""A role that has changed since a draft was written: the old words and the new stand side by side, and nothing changes in silence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from tests.browser.tailor.maker import BAND_7, Maker, dialog_of
from tests.edited.older import older

pytestmark = pytest.mark.browser

PACK = f"packs/example-network/{BAND_7}.docx"


def opened(page: Page, site: Path) -> Maker:
    """The page with that file opened as it left: nothing in it was edited, as the file carries no words to compare with."""
    maker = Maker(page)
    content = older((site / PACK).read_bytes())
    page.set_input_files("[data-file]", {"name": "old.docx", "mimeType": "application/octet-stream", "buffer": content})
    dialog = dialog_of(page, "What changed in this file")
    dialog.get_by_role("button", name="Tick none").click()
    dialog.locator("[data-go]").click()
    return maker


def boxes(page: Page) -> tuple[Locator, Locator]:
    return page.locator("[data-misfits]"), page.locator("[data-newer]")


@pytest.mark.slow
def test_a_pack_of_an_older_role_loses_nothing(
    look: Callable[..., Page], faults: Callable[..., list[str]], site: Path, tmp_path: Path
) -> None:
    page = look(path=f"tailor/{BAND_7}/", width=390)
    maker = opened(page, site)
    misfits, newer = boxes(page)
    expect(misfits).to_be_focused()
    expect(misfits).to_contain_text("The role said: A sentence of the old role.")
    expect(newer).to_contain_text("The role has changed in 3 places that you changed too")
    for words in ("Take the old referrals.", "Our way with referrals.", "Give old advice.", "Meet the team."):
        expect(newer).to_contain_text(words)
    assert faults(page, "[data-misfits]") + faults(page, "[data-newer]") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    # It is kept in this browser.
    page.reload()
    maker = Maker(page)
    misfits, newer = boxes(page)
    row = misfits.locator("li").filter(has_text="Our old sentence.")
    assert row.get_by_role("combobox").input_value() == "clinical"
    row.get_by_role("button", name="Keep as my own").press("Enter")
    expect(misfits).to_be_focused()
    misfits.locator("li").filter(has_text="Can lead a walk.").get_by_role("button", name="Keep as my own").click()
    expect(misfits).to_be_hidden()
    assert [words for _, words in maker.statements().values()].count("Our old sentence.") == 1
    assert [words for _, words in maker.criteria().values()].count("Can lead a walk.") == 1

    newer.get_by_role("button", name="Keep my words").click()
    expect(newer).not_to_contain_text("Our way with referrals.")
    page.locator("[data-panel] [data-undo]").click()
    expect(newer).to_contain_text("Our way with referrals.")
    newer.get_by_role("button", name="Keep my words").click()
    newer.get_by_role("button", name="Put the new words in").click()
    newer.get_by_role("button", name="Leave it there").click()
    expect(newer).to_be_hidden()
    page.reload()
    maker = Maker(page)
    expect(boxes(page)[1]).to_be_hidden()
    saved = yaml.safe_load(maker.download("save", tmp_path).read_text(encoding="utf-8"))["roles"][0]
    assert [each["id"] for each in saved["reword"]] == ["referrals"]
    assert "drop" not in saved
    assert [each["text"] for each in saved["add"]] == ["Meet the team.", "Our old sentence."]
    [own] = [each for each in saved["add_criteria"] if each["text"] == "Can lead a walk."]
    assert (own["level"], own["assessed_by"]) == ("essential", ["interview"])


@pytest.mark.slow
def test_new_words_are_taken(look: Callable[..., Page], site: Path) -> None:
    page = look(path=f"tailor/{BAND_7}/")
    maker = opened(page, site)
    newer = boxes(page)[1]
    newer.get_by_role("button", name="Use the role’s new words").click()
    expect(newer).not_to_contain_text("Our way with referrals.")
    assert maker.statements()["referrals"][1] != "Our way with referrals."
    page.locator("[data-panel] [data-undo]").click()
    expect(newer).to_contain_text("Take the old referrals.")


def test_a_pack_of_today_asks_nothing(look: Callable[..., Page], site: Path) -> None:
    maker = Maker(look(path=f"tailor/{BAND_7}/"))
    maker.open(site / PACK)
    expect(maker.field("Network’s name")).to_have_value("Example network")
    for box in boxes(maker.page):
        expect(box).to_be_hidden()


@pytest.mark.slow
def test_a_saved_file_and_a_link_know_what_the_role_said(look: Callable[..., Page], tmp_path: Path) -> None:
    page = look(path=f"tailor/{BAND_7}/")
    maker = Maker(page)
    maker.reword("referrals", "Our way with referrals.", "Ours.")
    today = yaml.safe_load(maker.download("save", tmp_path).read_text(encoding="utf-8"))["roles"][0]["reword"][0]
    assert today["was"]
    gone = {"id": "gone", "text": "Our old sentence.", "because": "Ours.", "was": "A sentence of the old role."}
    file = tmp_path / "older.yaml"
    older_draft = {"id": "a", "name": "A", "roles": [{"role": BAND_7, "reword": [today | {"was": "Take the old referrals."}, gone]}]}
    file.write_text(yaml.safe_dump(older_draft), encoding="utf-8")
    maker.open(file)
    misfits, newer = boxes(page)
    expect(newer).to_contain_text("The role said: Take the old referrals.")
    expect(misfits).to_contain_text("The role said: A sentence of the old role.")
    page.locator("[data-send]").click()
    link = page.get_by_label("Link", exact=True).input_value()
    page.get_by_role("button", name="Close").click()
    newer.get_by_role("button", name="Keep my words").click()
    misfits.get_by_role("button", name="Remove").click()
    assert yaml.safe_load(maker.download("save", tmp_path).read_text(encoding="utf-8"))["roles"][0]["reword"] == [today]
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    page.goto(link)
    expect(boxes(page)[1]).to_contain_text("The role said: Take the old referrals.")
