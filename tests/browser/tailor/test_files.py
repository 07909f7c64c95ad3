"""Saving, and opening what was saved, what is broken and what is hostile; and all of it from a folder on a drive."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PROJECT
from tests.browser.tailor.maker import BAND_7, Maker
from tests.word.reading import Word

pytestmark = pytest.mark.browser


@pytest.fixture
def maker(look: Callable[..., Page]) -> Maker:
    return Maker(look(path=f"tailor/{BAND_7}/"))


def test_a_saved_file_opens_again_elsewhere(maker: Maker, visit: Callable[..., Page], tmp_path: Path) -> None:
    maker.fill("Network’s name", "North Valley")
    maker.leave_out("shared-decisions", "Our link worker does this.")
    maker.add("clinical", "Run a group on Mondays.", "Practices asked.")
    saved = maker.download("save", tmp_path)
    assert saved.name == "north-valley.yaml"
    other = Maker(visit(path=f"tailor/{BAND_7}/"))
    other.open(saved)
    expect(other.field("Network’s name")).to_have_value("North Valley")
    assert other.statements() == maker.statements()


@pytest.mark.slow
def test_a_network_brings_its_details_to_another_role(maker: Maker, visit: Callable[..., Page], tmp_path: Path) -> None:
    maker.fill("Network’s name", "North Valley")
    maker.fill("Who you are", "Four practices along one river.")
    saved = maker.download("save", tmp_path)
    other = Maker(visit(path="tailor/link-worker-band-6/", accept_downloads=True))
    other.open(saved)
    expect(other.field("Who you are")).to_have_value("Four practices along one river.")
    other.fill("Base", "Mill Surgery")
    both = yaml.safe_load(other.download("save", tmp_path).read_text(encoding="utf-8"))
    assert [overlay["role"] for overlay in both["roles"]] == [BAND_7, "link-worker-band-6"]


def test_a_bad_file_is_explained_and_loses_nothing(maker: Maker, tmp_path: Path) -> None:
    maker.leave_out("shared-decisions", "Ours.")
    before = maker.statements()
    file = tmp_path / "bad.yaml"
    file.write_text(f"id: a\nname: A\nroles:\n  - role: {BAND_7}\n    drop: no-such-thing\n", encoding="utf-8")
    maker.open(file)
    box = maker.page.locator("[data-wrongs]")
    expect(box).to_be_focused()
    expect(box).to_contain_text("bad.yaml could not be opened")
    expect(box).to_contain_text("Line 5: ‘drop’ must be a list")
    assert maker.statements() == before


def test_words_of_a_file_never_become_markup(maker: Maker, tmp_path: Path) -> None:
    markup = "<img src=x onerror=document.title='pwned'><script>document.title='pwned'</script>"
    text = (PROJECT / "data" / "networks" / "example-network.yaml").read_text(encoding="utf-8")
    file = tmp_path / "hostile.yaml"
    text = text.replace("Example network is five general practices", f"{markup} is five")
    file.write_text(text.replace("name: Example network", f'name: "{markup}"'), encoding="utf-8")
    maker.open(file)
    expect(maker.field("Network’s name")).to_have_value(markup)
    assert maker.page.evaluate("document.querySelectorAll('[data-tailor] img, [data-tailor] script').length") == 0
    assert "pwned" not in maker.page.title()
    word = Word(maker.download("word", tmp_path).read_bytes())
    assert markup in word.text


@pytest.mark.slow
def test_a_mistake_is_told_before_it_is_saved(maker: Maker, tmp_path: Path) -> None:
    maker.practice(0, name="Mill Surgery", ods_code="12", population="many")
    maker.fill("Opens", "2027-02-01")
    maker.fill("Closes", "2027-01-01")
    maker.page.locator("[data-save]").click()
    box = maker.page.locator("[data-wrongs]")
    expect(box).to_be_focused()
    expect(box).to_contain_text("Practice 1, Code: Write a capital letter and five figures")
    expect(box).to_contain_text("1 January 2027")
    box.get_by_role("link", name="Practice 1, Code").click()
    expect(maker.page.locator('[data-key="ods_code"]').first).to_be_focused()
    with maker.page.expect_download():
        box.get_by_role("button", name="Save it anyway").click()


@pytest.mark.slow
def test_it_works_from_a_drive(browser: Browser, site: Path, tmp_path: Path) -> None:
    context = browser.new_context(accept_downloads=True, offline=True)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((site / "tailor" / BAND_7 / "index.html").as_uri())
    maker = Maker(page)
    maker.fill("Network’s name", "North Valley")
    maker.leave_out("shared-decisions", "Ours.")
    word = Word(maker.download("word", tmp_path).read_bytes())
    assert "shared-decisions" not in word.of("statement")
    assert maker.download("save", tmp_path).name == "north-valley.yaml"
    assert wrong == []
    context.close()


@pytest.mark.slow
@pytest.mark.parametrize("box", ["overview", "person-specification-skills-desirable"])
def test_the_text_of_a_box_is_copied_as_the_pack_stands(box: str, visit: Callable[..., Page]) -> None:
    """The second is a box that is there only because of what was added."""
    page = visit(path=f"tailor/{BAND_7}/", permissions=["clipboard-read", "clipboard-write"])
    maker = Maker(page)
    maker.fill("Network’s name", "North Valley")
    maker.add_criterion("skills", "Able to lead a group", "Desirable", "Ours.")
    shown = page.locator(f"#box-{box}")
    expect(shown).to_contain_text("North Valley" if box == "overview" else "Able to lead a group")
    page.locator(f"[data-copy=box-{box}]").click()
    expect(page.locator("[data-copied]")).to_contain_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == shown.text_content()
