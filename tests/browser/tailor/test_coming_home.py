"""Opening what left: Word files that people edited, PDF packs and workbooks; each change taken or left, and no conflict in silence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.tailor.maker import BAND_7, Maker, dialog_of, field
from tests.edited.editing import Editor

pytestmark = pytest.mark.browser

BAD_PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode >>\nstream\nabc\nendstream"
PACK = f"packs/example-network/{BAND_7}"


@pytest.fixture
def maker(look: Callable[..., Page]) -> Maker:
    return Maker(look(path=f"tailor/{BAND_7}/"))


def edited(content: bytes, *steps: dict[str, object]) -> dict[str, object]:
    """A Word file with steps of `tests/edited/editing.py`, as a file that somebody chooses."""
    editor = Editor(content)
    for step in steps:
        editor.do(dict(step))
    return {"name": "edited.docx", "mimeType": "application/octet-stream", "buffer": editor.content()}


STEPS: tuple[dict[str, object], ...] = (
    {"track_append": "statement:referrals", "words": " Reply in two days.", "by": "Jo Hart", "day": "2026-11-03"},
    {"add": "Run a clinic on Fridays.", "after": "statement:first-contact"},
    {"set_cell": "criterion:service-development", "cell": 2, "words": "Desirable"},
    {"append": "clause:safeguarding", "words": " Ask the lead."},
    {"comment": "statement:welcome", "words": "Is this ours?"},
)


def test_a_word_file_comes_home_as_a_list_of_changes(maker: Maker, site: Path) -> None:
    page = maker.page
    page.set_input_files("[data-file]", edited((site / f"{PACK}.docx").read_bytes(), *STEPS))  # type: ignore[arg-type]
    dialog = dialog_of(page, "What changed in this file")
    expect(dialog).to_contain_text("edited.docx has 4 changes and 1 comment.")
    expect(dialog).to_contain_text("Statement: reworded by Jo Hart, 3 November 2026")
    expect(dialog).to_contain_text("Your draft has no place for this.")
    expect(dialog).to_contain_text("Is this ours?")
    expect(dialog.locator("[data-base]")).to_be_hidden()
    dialog.locator("li").filter(has_text="Run a clinic on Fridays.").get_by_role("checkbox").uncheck()
    dialog.get_by_role("button", name="Take 2 changes").click()
    expect(field(page, "Network’s name")).to_have_value("Example network")
    assert maker.statements()["referrals"][1].endswith("Reply in two days.")
    assert not any(words == "Run a clinic on Fridays." for _, words in maker.statements().values())
    assert "service-development" not in maker.criteria()
    expect(page.locator('[data-category="knowledge"] .row--new, [data-category] .row--new [data-note="level"]').last).to_be_attached()
    page.locator("[data-panel] [data-undo]").click()
    expect(field(page, "Network’s name")).to_have_value("")


LOOKS = [(1280, "light"), (390, "dark"), (1280, "dark"), (390, "light")]


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_in_what_opens(
    width: int, scheme: str, look: Callable[..., Page], faults: Callable[..., list[str]], site: Path
) -> None:
    page = look(path=f"tailor/{BAND_7}/", width=width, scheme=scheme)
    Maker(page).fill("Network’s name", "North Valley")
    page.set_input_files("[data-file]", edited((site / f"{PACK}.docx").read_bytes(), *STEPS))  # type: ignore[arg-type]
    dialog = dialog_of(page, "What changed in this file")
    expect(dialog.locator("[data-base]")).to_be_visible()
    found = {"returned": faults(page, "[data-dialog=returned]")}
    dialog.get_by_role("button", name="Cancel").click()
    page.locator("[data-send]").click()
    found["sent"] = faults(page, "[data-dialog=send]")
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


@pytest.mark.slow
def test_what_was_changed_on_both_sides_is_asked(maker: Maker, site: Path) -> None:
    page = maker.page
    content = (site / f"{PACK}.docx").read_bytes()
    page.set_input_files("[data-file]", {"name": "sent.docx", "mimeType": "application/octet-stream", "buffer": content})
    expect(field(page, "Network’s name")).to_have_value("Example network")
    maker.reword("referrals", "Take referrals from every practice.", "Ours.")
    page.set_input_files("[data-file]", edited(content, *STEPS[:2]))  # type: ignore[arg-type]
    dialog = dialog_of(page, "What changed in this file")
    expect(dialog).to_contain_text("You changed this here too. Your draft says: Take referrals from every practice.")
    expect(dialog.get_by_role("checkbox").first).to_be_checked()
    conflict = dialog.locator("li").filter(has_text="You changed this here too.")
    expect(conflict.get_by_role("checkbox")).not_to_be_checked()

    # What is decided stays when the changes go into the other draft.
    added, lost = dialog.locator("li").filter(has_text="Run a clinic on Fridays.").get_by_role("checkbox"), dialog.locator("[data-lost]")
    base = dialog.locator("[name=base]")
    added.uncheck()
    base.last.check()
    expect(added).not_to_be_checked()
    dialog.get_by_role("button", name="Tick all").click()
    expect(lost).to_be_hidden()
    base.first.check()
    expect(lost).to_contain_text("1 tick could not stay")
    expect(added).to_be_checked()
    expect(conflict.get_by_role("checkbox")).not_to_be_checked()
    dialog.get_by_role("button", name="Take 1 change").click()
    assert maker.statements()["referrals"][1] == "Take referrals from every practice."
    assert any(words == "Run a clinic on Fridays." for _, words in maker.statements().values())


@pytest.mark.quick_cases("xlsx")
@pytest.mark.parametrize("form", ["pdf", "xlsx"])
def test_a_pack_of_another_format_brings_its_draft(form: str, maker: Maker, site: Path, tmp_path: Path) -> None:
    maker.open(site / f"{PACK}.{form}")
    expect(maker.field("Network’s name")).to_have_value("Example network")
    saved = yaml.safe_load(maker.download("save", tmp_path).read_text(encoding="utf-8"))
    assert [overlay["role"] for overlay in saved["roles"]] == [BAND_7]
    assert saved["roles"][0]["drop"]


@pytest.mark.quick_cases("a cut zip")
@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        pytest.param("cut.docx", b"PK\x03\x04 and so on", "damaged", id="a cut zip"),
        pytest.param("empty.pdf", b"%PDF-1.7\n", "A PDF cannot be read in the browser.", id="a pdf of others"),
        pytest.param("bad.pdf", BAD_PDF, "cut off", id="a cut pdf"),
    ],
)
def test_what_cannot_come_home_is_said(name: str, content: bytes, says: str, maker: Maker) -> None:
    maker.fill("Network’s name", "North Valley")
    maker.page.set_input_files("[data-file]", {"name": name, "mimeType": "application/octet-stream", "buffer": content})
    box = maker.page.locator("[data-wrongs]")
    expect(box).to_be_focused(timeout=30_000)
    expect(box).to_contain_text(f"{name} could not be opened")
    expect(box).to_contain_text(says)
    expect(maker.field("Network’s name")).to_have_value("North Valley")


def test_a_pack_of_another_role_shows_the_way(maker: Maker, site: Path) -> None:
    maker.open(site / "packs" / "link-worker-band-6.docx")
    link = maker.page.locator("[data-wrongs]").get_by_role("link", name="link-worker-band-6")
    expect(link).to_have_attribute("href", "../../tailor/link-worker-band-6/")
