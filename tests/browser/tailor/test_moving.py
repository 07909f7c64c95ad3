"""Sentences put elsewhere with the keyboard: page, saved file and Word file have them in one order, and what is put back is as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
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
