"""Word with changes tracked since another draft, from the browser: rejecting all gives what the command takes for the earlier version."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.documents.formats.docx.document import write_docx
from generator.documents.packs.compose import make_network_pack
from generator.publishing.printing.earlier import earlier_pack
from tests.browser.tailor.maker import BAND_7, Maker, dialog_of, field
from tests.edited.older import older
from tests.ours import LIBRARY, TODAY
from tests.word.test_since import NOW, THEN, network, saved
from tests.word.test_standard import VALIDATOR, validated
from tests.word.test_tracked import decided, paragraphs

pytestmark = pytest.mark.browser

EXAMPLE = LIBRARY.networks["example-network"]
OTHERWISE = re.compile(r"\d+ \w+ 20\d\d|\b[0-9a-f]{7}\b(, of the base role)?|(?<=[a-z])\d+$")
"""What a pack of the browser says otherwise than the command's: its day, what it was made from, and where its pages end."""
CHART = ("Clinical director", "Lead for primary care liaison", "This post manages", "You will also work with")
"""The chart of the browser is in words."""


def tracked_since(page: Page, draft: Path, earlier: Path, folder: Path) -> tuple[Path, Path]:
    """The clean Word file of a draft, and the one with changes tracked since an earlier file."""
    maker = Maker(page)
    maker.open(draft)
    expect(field(page, "Network’s name")).to_have_value("Example network")
    clean = maker.download("word", folder)
    page.set_input_files("[data-other]", earlier)
    dialog_of(page, "How the two drafts differ").locator("[data-track]").click()
    answers = dialog_of(page, "Check your answers")
    expect(answers).to_contain_text("Reject them all to get the pack of the other draft.")
    with page.expect_download() as found:
        answers.locator("[data-go]").click()
    file = folder / found.value.suggested_filename
    found.value.save_as(file)
    return clean, file


def written(file: Path) -> list[str]:
    earlier, _ = earlier_pack(file, LIBRARY, BAND_7, TODAY)
    return paragraphs(write_docx(earlier))


def alike(said: list[str]) -> list[str]:
    return [OTHERWISE.sub("", words) for words in said if words and not words.startswith(CHART)]


@pytest.mark.quick_cases("a pack of an older role")
@pytest.mark.parametrize("kind", ["a saved file", "a pack of an older role"])
def test_all_accepted_it_is_the_pack_and_all_rejected_the_other_draft_s(kind: str, look: Callable[..., Page], tmp_path: Path) -> None:
    (tmp_path / "then").mkdir()
    if kind == "a saved file":
        earlier = saved(tmp_path, network(**THEN), "then/then.yaml")
    else:
        earlier = tmp_path / "then" / "then.docx"
        earlier.write_bytes(older(write_docx(make_network_pack(LIBRARY, EXAMPLE, 0, TODAY))))
    draft = saved(tmp_path, network(**NOW), "now.yaml")
    clean, tracked = tracked_since(look(path=f"tailor/{BAND_7}/"), draft, earlier, tmp_path)
    made = tracked.read_bytes()
    assert decided(made, "accept") == paragraphs(clean.read_bytes())
    assert alike(decided(made, "reject")) == alike(written(earlier))
    if VALIDATOR.is_file():
        assert validated(tracked) == []
