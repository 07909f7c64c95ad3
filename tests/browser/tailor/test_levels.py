"""Another level or way to assess for a criterion of the role: the file that is saved makes the same pack on the build’s side."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.knowledge.model import Network
from generator.knowledge.reading.yaml_file import parse
from generator.knowledge.tailoring.tailor import tailor
from tests.browser.tailor.maker import BAND_7, Maker
from tests.ours import LIBRARY

pytestmark = pytest.mark.browser


def test_a_criterion_gets_another_level(look: Callable[..., Page], tmp_path: Path) -> None:
    maker = Maker(look(path=f"tailor/{BAND_7}/"))
    words = maker.criteria()["teamwork"][1]
    maker.row("teamwork").get_by_role("button", name="Change", exact=False).first.click()
    maker.row("teamwork").get_by_role("button", name="Change level or assessment").click()
    own = maker.page.locator("tr.row--new")
    expect(own.get_by_label("Level")).to_be_focused()
    own.get_by_label("Level").select_option(label="Desirable")
    own.get_by_label("Test").check()
    document, problems = parse(maker.download("save", tmp_path).read_bytes(), "saved.yaml")
    assert problems == []
    network = Network.model_validate(document.value)
    made = tailor(LIBRARY.roles[BAND_7], LIBRARY.specifications[BAND_7], network.roles[0], network.defaults)
    criteria = {criterion.text: criterion for category in made.specification.categories for criterion in category.criteria}
    assert criteria[words].level == "desirable"
    assert "test" in criteria[words].assessed_by
    texts = [text for _, text in maker.criteria().values()]
    assert texts == list(criteria)
