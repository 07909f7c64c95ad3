"""Sentences put elsewhere with the keyboard: page, saved file and Word file have them in one order, and what is put back is as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from generator.knowledge.drafts.carried import from_properties, read_carried
from generator.knowledge.drafts.compare import compare
from generator.knowledge.model import Network
from generator.knowledge.reading.yaml_file import parse
from generator.knowledge.source_documents.edited_word import read_edited
from generator.knowledge.tailoring.alterations import in_print_order
from generator.knowledge.tailoring.tailor import tailor
from tests.browser.tailor.maker import BAND_7, Maker
from tests.ours import LIBRARY

pytestmark = pytest.mark.browser
LIBRARY_TEXT = next(s.text for s in in_print_order(LIBRARY.roles[BAND_7], LIBRARY.specifications[BAND_7]) if s.id == "referrals")


def test_sentences_are_moved_and_put_back(look: Callable[..., Page], tmp_path: Path) -> None:
    maker = Maker(look(path=f"tailor/{BAND_7}/"))
    before = list(maker.statements())
    row = maker.row("referrals")
    row.get_by_role("button", name="Change").press("Enter")
    row.get_by_role("button", name="Move down statement").press("Enter")
    expect(row.get_by_role("button", name="Move down statement")).to_be_focused()
    at = before.index("referrals")
    assert list(maker.statements())[at : at + 2] == [before[at + 1], "referrals"]
    row.get_by_label("Why are you moving it?").fill("It comes later in the day.")
    other = maker.row("first-contact")
    other.get_by_role("button", name="Change").press("Enter")
    other.get_by_label("Place of statement").select_option("training")
    expect(other.get_by_label("Place of statement")).to_be_focused()
    criterion = maker.row("teamwork")
    criterion.get_by_role("button", name="Change", exact=False).first.press("Enter")
    criterion.get_by_role("button", name="Move up criterion").press("Enter")
    assert_all_alike(maker, tmp_path)
    for moved in (row, other, criterion):
        moved.get_by_role("button", name="Put it back").press("Enter")
    assert list(maker.statements()) == before


@pytest.mark.slow
def test_a_section_is_renamed_wherever_it_is_named(look: Callable[..., Page], tmp_path: Path) -> None:
    maker = Maker(look(path=f"tailor/{BAND_7}/"))
    page = maker.page
    page.locator("summary", has_text="Rename this section: Research and audit").press("Enter")
    page.locator("#r-research-and-audit").fill("Learning from our work")
    page.locator("#n-research-and-audit").fill("It says how we work here")
    expect(page.locator("h2, h3").get_by_text("Learning from our work", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Add a statement to Learning from our work")).to_be_visible()
    network = Network.model_validate(parse(maker.download("save", tmp_path).read_bytes(), "saved.yaml")[0].value)
    assert [(each.id, each.heading) for each in network.roles[0].rename] == [("research-and-audit", "Learning from our work")]
    edited = read_edited(maker.download("word", tmp_path).read_bytes(), "")
    says = [block.says for block in edited.blocks if block.heading]
    assert "Learning from our work" in says
    assert "Research and audit" not in says
    assert compare(read_carried(from_properties(edited.properties) or ""), edited).changes == ()
    page.locator("#r-research-and-audit").fill("")
    expect(page.locator("h2, h3").get_by_text("Research and audit", exact=True)).to_be_visible()


def assert_all_alike(maker: Maker, folder: Path) -> None:
    """What the page shows is what the saved file makes, and what the Word file says and carries."""
    texts = [words for _, words in (*maker.statements().values(), *maker.criteria().values())]
    document, problems = parse(maker.download("save", folder).read_bytes(), "saved.yaml")
    assert problems == []
    network = Network.model_validate(document.value)
    overlay = network.roles[0]
    assert {move.id: move.to for move in overlay.move} == {"referrals": None, "first-contact": "training", "teamwork": None}
    made = tailor(LIBRARY.roles[BAND_7], LIBRARY.specifications[BAND_7], overlay, network.defaults)
    assert [each.text for each in in_print_order(made.role, made.specification)] == texts
    word = maker.download("word", folder).read_bytes()
    edited = read_edited(word, "")
    assert [block.says for block in edited.blocks if block.says in set(texts)] == texts
    assert compare(read_carried(from_properties(edited.properties) or ""), edited).changes == ()


@pytest.mark.slow
def test_a_section_of_ones_own_is_in_page_file_and_word(look: Callable[..., Page], tmp_path: Path) -> None:
    maker = Maker(look(path=f"tailor/{BAND_7}/"))
    page = maker.page
    opener = page.get_by_role("button", name="Add a section", exact=True)
    opener.press("Enter")
    dialog = page.get_by_role("dialog", name="Add a section")
    dialog.get_by_label("Heading").fill("research and AUDIT")
    dialog.get_by_label("Heading").press("Enter")
    expect(dialog.get_by_role("alert")).to_have_text("Another section has this heading. Choose another one, or add your statements there.")
    dialog.get_by_label("Heading").fill("Work with schools")
    dialog.get_by_label("It comes after").select_option(label="Research and audit")
    dialog.get_by_label("Heading").press("Enter")
    section = page.get_by_role("region", name="Work with schools")
    expect(section.get_by_label("Your statement")).to_be_focused()
    page.keyboard.type("Visit three schools each term.")
    section.get_by_label("Why are you adding it?").fill("They asked.")
    section.get_by_label("Why are you adding this section?").fill("Three schools asked for it.")
    other = maker.row("referrals")
    other.get_by_role("button", name="Change").press("Enter")
    other.get_by_label("Place of statement").select_option(label="Work with schools")
    numbers = {words: number for number, words in maker.statements().values()}
    assert numbers["Visit three schools each term."] == "4.1"
    network = Network.model_validate(parse(maker.download("save", tmp_path).read_bytes(), "saved.yaml")[0].value)
    [own] = network.roles[0].add_sections
    assert (own.id, own.heading, own.after) == ("own-section-1", "Work with schools", "research-and-audit")
    edited = read_edited(maker.download("word", tmp_path).read_bytes(), "")
    says = [block.says for block in edited.blocks if block.heading or block.listed]
    at = says.index("Work with schools")
    assert says[at + 1 : at + 4] == ["Visit three schools each term.", LIBRARY_TEXT, "Quality improvement"]
    assert compare(read_carried(from_properties(edited.properties) or ""), edited).changes == ()
    section.get_by_role("button", name="Move section down").press("Enter")
    assert {words: number for number, words in maker.statements().values()}["Visit three schools each term."] == "5.1"
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    section.get_by_role("button", name="Remove section").press("Enter")
    expect(opener).to_be_focused()
    assert "referrals" in page.evaluate(
        "[...document.querySelectorAll('[data-section=clinical] [data-statement]')].map(e => e.dataset.statement)"
    )
    page.get_by_role("region", name="Summary").get_by_role("button", name="Undo").press("Enter")
    expect(section.get_by_label("Your statement")).to_have_value("Visit three schools each term.")


@pytest.mark.slow
def test_shared_clauses_are_left_out_and_added(look: Callable[..., Page], tmp_path: Path) -> None:
    maker = Maker(look(path="tailor/primary-care-mental-health-worker-band-4/"))
    page = maker.page
    dropped = page.locator('[data-clause="right-to-work"]')
    dropped.get_by_role("button", name="Leave out").press("Enter")
    expect(dropped.get_by_role("button", name="Put back")).to_be_focused()
    expect(dropped.get_by_text("This clause rests on: Immigration, Asylum and Nationality Act 2006.")).to_be_visible()
    dropped.get_by_label("Why are you leaving it out").fill("Our form says it.")
    page.get_by_label("Add a shared clause").select_option(label="Registration and conduct")
    page.get_by_role("button", name="Add it").press("Enter")
    added = page.locator('[data-clause="registration-and-conduct"]')
    expect(added.get_by_label("Why are you adding it?")).to_be_focused()
    page.keyboard.type("All our staff follow a code.")
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    overlay = Network.model_validate(parse(maker.download("save", tmp_path).read_bytes(), "saved.yaml")[0].value).roles[0]
    assert [(each.id, each.because) for each in overlay.drop_clauses] == [("right-to-work", "Our form says it.")]
    assert [(each.id, each.because) for each in overlay.add_clauses] == [("registration-and-conduct", "All our staff follow a code.")]
    edited = read_edited(maker.download("word", tmp_path).read_bytes(), "")
    answers = page.locator("[data-answers] section", has_text="Shared clauses left out that rest on law")
    law = "Immigration, Asylum and Nationality Act 2006"
    assert answers.locator("li").all_text_contents() == [f"Right to work: {law}. The law still applies."]
    says = [block.says for block in edited.blocks]
    assert "Right to work" not in says
    assert LIBRARY.clauses["registration-and-conduct"].text in says
    assert compare(read_carried(from_properties(edited.properties) or ""), edited).changes == ()
    added.get_by_role("button", name="Remove").press("Enter")
    expect(added).to_have_count(0)
    page.get_by_role("region", name="Summary").get_by_role("button", name="Undo").press("Enter")
    expect(added.get_by_label("Why are you adding it?")).to_have_value("All our staff follow a code.")


@pytest.mark.slow
def test_a_pack_with_nothing_of_the_role_left_is_a_word_file_too(look: Callable[..., Page], tmp_path: Path) -> None:
    maker = Maker(look(path=f"tailor/{BAND_7}/"))
    role, specification = LIBRARY.roles[BAND_7], LIBRARY.specifications[BAND_7]
    overlay: dict[str, Any] = {
        "role": BAND_7,
        "drop": [{"id": each.id, "because": "Ours."} for each in in_print_order(role, specification)],
        "drop_clauses": [{"id": name, "because": "Ours."} for name in role.clauses],
        "add_sections": [{"id": "own-section-1", "heading": "Schools", "because": "Ours."}],
        "add": [{"id": "own-1", "section": "own-section-1", "text": "Visit three schools.", "because": "Ours."}],
    }  # fmt: skip
    file = tmp_path / "north-valley.yaml"
    file.write_text(yaml.safe_dump({"id": "north-valley", "name": "North Valley", "roles": [overlay]}), encoding="utf-8")
    maker.open(file)
    expect(maker.page.locator("[data-own-section] .row--new")).to_have_count(1)
    edited = read_edited(maker.download("word", tmp_path).read_bytes(), "")
    says = [block.says for block in edited.blocks]
    assert says[says.index("Schools") + 1] == "Visit three schools."
    assert compare(read_carried(from_properties(edited.properties) or ""), edited).changes == ()
    maker.download("tracked", tmp_path)
