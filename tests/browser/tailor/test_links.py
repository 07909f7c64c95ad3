"""A draft sent as a link, and the list of drafts that a browser keeps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.knowledge.drafts.carried import from_properties, read_carried
from generator.knowledge.drafts.compare import compare
from generator.knowledge.source_documents.edited_word import read_edited
from tests.browser.tailor.maker import BAND_7, Maker, dialog_of, field
from tests.edited.editing import Editor

pytestmark = pytest.mark.browser

Look = Callable[..., Page]
ROLES = "tailor/"


@pytest.fixture
def maker(look: Look) -> Maker:
    found = Maker(look(path=f"tailor/{BAND_7}/"))
    found.fill("Network’s name", "North Valley")
    found.leave_out("shared-decisions", "Ours.")
    return found


def link(maker: Maker) -> str:
    maker.page.locator("[data-send]").click()
    dialog = dialog_of(maker.page, "Send as a link")
    found = dialog.get_by_label("Link", exact=True).input_value()
    dialog.get_by_role("button", name="Close").click()
    return found


def test_a_link_brings_the_draft_to_another_browser(maker: Maker, visit: Look) -> None:
    address = link(maker)
    assert f"tailor/{BAND_7}/#draft=" in address
    other = visit(path=f"tailor/{BAND_7}/#{address.partition(chr(35))[2]}")
    expect(field(other, "Network’s name")).to_have_value("North Valley")
    expect(other.locator("[data-toast]")).to_contain_text("Opened the draft from the link.")
    assert "#" not in other.url
    assert Maker(other).statements() == maker.statements()


@pytest.mark.slow
def test_a_link_asks_before_it_replaces_a_draft(maker: Maker) -> None:
    address = link(maker)
    page = maker.page
    maker.fill("Network’s name", "South Valley")
    page.evaluate("hash => { location.hash = hash; }", address.partition("#")[2])
    dialog = dialog_of(page, "Open the draft from this link?")
    expect(dialog).to_contain_text("the draft for South Valley")
    dialog.get_by_role("button", name="Keep my draft").click()
    expect(field(page, "Network’s name")).to_have_value("South Valley")
    page.evaluate("hash => { location.hash = hash; }", address.partition("#")[2])
    dialog.get_by_role("button", name="Open the link’s draft").click()
    expect(field(page, "Network’s name")).to_have_value("North Valley")
    page.locator("[data-panel] [data-undo]").click()
    expect(field(page, "Network’s name")).to_have_value("South Valley")
    maker.leave_out("referrals", "Ours.")
    page.evaluate("hash => { location.hash = hash; }", address.partition("#")[2])
    dialog.get_by_role("button", name="Compare the two").click()
    differs = dialog_of(page, "How the two drafts differ")
    expect(differs).to_contain_text("The draft in the link differs from your draft in 2 places.")
    differs.locator("li").filter(has_text="Statement: only in the other draft").get_by_role("checkbox").check()
    differs.get_by_role("button", name="Take 1 change").click()
    assert "referrals" in maker.statements()
    expect(field(page, "Network’s name")).to_have_value("South Valley")


@pytest.mark.slow
def test_a_broken_link_is_said_and_changes_nothing(maker: Maker) -> None:
    box, name = maker.page.locator("[data-wrongs]"), maker.field("Network’s name")
    for broken in (link(maker).partition("=")[2][:-40], "", "abc", "!!!!"):
        maker.page.evaluate("code => { location.hash = `#draft=${code}`; }", broken)
        expect(box).to_contain_text("The draft in this link could not be opened")
        expect(name).to_have_value("North Valley")
        box.get_by_role("button", name="Close").click()
        expect(box).to_be_hidden()


@pytest.mark.slow
def test_the_word_file_made_here_comes_home_on_both_sides(maker: Maker, tmp_path: Path) -> None:
    editor = Editor(maker.download("word", tmp_path).read_bytes())
    carried = read_carried(from_properties(read_edited(editor.content(), "").properties) or "")
    assert carried["network"]["name"] == "North Valley"
    assert compare(carried, read_edited(editor.content(), "")).changes == ()
    editor.do({"append": "statement:referrals", "words": " Reply soon."})
    assert [change.id for change in compare(carried, read_edited(editor.content(), "")).changes] == ["referrals"]
    maker.page.set_input_files("[data-file]", {"name": "a.docx", "mimeType": "application/octet-stream", "buffer": editor.content()})
    dialog = dialog_of(maker.page, "What changed in this file")
    expect(dialog).to_contain_text("a.docx has 1 change.")
    expect(dialog.locator("[data-base]")).to_be_hidden()
    dialog.get_by_role("button", name="Take 1 change").click()
    assert maker.statements()["referrals"][1].endswith("Reply soon.")
    assert "shared-decisions" not in maker.statements()


def drafts(page: Page) -> Locator:
    return page.locator("[data-drafts]")


def go(page: Page, address: str, path: str) -> Page:
    page.goto(address + path)
    return page


@pytest.mark.slow
def test_drafts_are_listed_sent_and_deleted(maker: Maker, address: str) -> None:
    page = go(maker.page, address, ROLES)
    row = drafts(page).locator(".entries > li")
    expect(row).to_contain_text("North Valley · changed")
    row.get_by_role("button", name="Send as a link").click()
    dialog = dialog_of(page, "Send as a link")
    assert f"tailor/{BAND_7}/#draft=" in dialog.get_by_label("Link", exact=True).input_value()
    dialog.get_by_role("button", name="Close").click()
    row.get_by_role("button", name="Delete").click()
    row.get_by_role("button", name="Undo").click()
    expect(row.get_by_role("button", name="Delete")).to_be_visible()
    row.get_by_role("button", name="Delete").click()
    page.reload()
    expect(drafts(page)).to_be_hidden()


@pytest.mark.slow
def test_a_draft_of_the_list_is_compared_with_a_link(maker: Maker, address: str, faults: Callable[..., list[str]]) -> None:
    page = go(maker.page, address, ROLES)
    row = drafts(page).locator(".entries > li")
    row.get_by_role("button", name="Send as a link").click()
    link = page.get_by_label("Link", exact=True).input_value()
    page.get_by_role("button", name="Close").click()
    row.get_by_role("link", name="Compare with another draft").click()
    dialog = page.get_by_role("dialog", name="Compare with another draft")
    dialog.get_by_label("Or paste a link to a draft").fill(address + "tailor/#draft")
    dialog.get_by_role("button", name="Compare with the link").click()
    expect(dialog.get_by_role("alert")).to_contain_text("It is not a link to a draft.")
    assert faults(page, "[data-dialog=compare]") == []
    assert page.url == f"{address}tailor/{BAND_7}/"
    dialog.get_by_role("button", name="Cancel").click()
    Maker(page).fill("Network’s name", "South Valley")
    page.locator("[data-compare]").click()
    expect(dialog.get_by_role("alert")).to_be_hidden()
    dialog.get_by_label("Or paste a link to a draft").fill(link)
    dialog.get_by_role("button", name="Compare with the link").click()
    expect(page.get_by_role("dialog", name="How the two drafts differ")).to_contain_text("differs from your draft in 1 place.")


@pytest.mark.slow
def test_the_network_is_told_once_for_all_roles(maker: Maker, address: str) -> None:
    second = "link-worker-band-6"
    page = go(maker.page, address, f"tailor/{second}/")
    other = Maker(page)
    expect(field(page, "Network’s name")).to_have_value("North Valley")
    expect(page.locator("[data-toast]")).to_contain_text("What your other draft says about your network")
    assert "shared-decisions" not in page.locator("[data-misfits]").inner_text()
    other.fill("Network’s name", "North Valley and Hill")
    go(page, address, f"tailor/{BAND_7}/")
    expect(field(page, "Network’s name")).to_have_value("North Valley and Hill")
    assert "shared-decisions" not in Maker(page).statements()
    page.evaluate("hash => { location.hash = hash; }", "draft=")  # a broken link changes no draft
    go(page, address, f"tailor/{second}/")
    expect(field(page, "Network’s name")).to_have_value("North Valley and Hill")
