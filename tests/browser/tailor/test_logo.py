"""The logo: chosen as a file, kept with the draft, and on the cover of every file that leaves, with its words."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
import yaml
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image
from playwright.sync_api import Page, expect

from generator.documents.formats.docx.logo import logo_run, logo_size
from generator.knowledge.library.logos import FITS, clean_picture
from generator.knowledge.model.logos import LONGEST_CONTENT
from tests.browser.tailor.maker import BAND_7, Maker
from tests.test_logos import SECRET, as_jpeg, as_png
from tests.word.reading import Word

pytestmark = pytest.mark.browser

WORDS = "Example network & friends"


def as_built(run: etree._Element) -> bytes:
    """A run in one form, however its namespaces are declared."""
    return etree.tostring(run, method="c14n", exclusive=True)


def chosen(page: Page, name: str, content: bytes) -> None:
    kind = "image/png" if name.endswith("png") else "image/jpeg"
    page.set_input_files("[data-logo-file]", {"name": name, "mimeType": kind, "buffer": content})


@pytest.mark.slow
def test_a_logo_is_kept_and_leaves_in_every_file(look: Callable[..., Page], faults: Callable[..., list[str]], tmp_path: Path) -> None:
    page = look(path=f"tailor/{BAND_7}/", width=390)
    maker = Maker(page)
    maker.fill("Network’s name", "North Valley")
    chosen(page, "logo.png", as_png(Image.new("RGBA", (1500, 500), "teal")))
    shown = page.locator("[data-logo-shown] img")
    expect(shown).to_have_attribute("alt", "North Valley")
    maker.fill("What the logo says", WORDS)
    expect(shown).to_have_attribute("alt", WORDS)
    assert faults(page, "#network") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    saved = maker.download("save", tmp_path)
    logo = yaml.safe_load(saved.read_text(encoding="utf-8"))["logo"]
    assert logo["text"] == WORDS
    assert len(logo["content"]) <= LONGEST_CONTENT
    content = base64.b64decode(logo["content"])
    assert SECRET.encode() not in content
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.size[0] == FITS[0]
    assert clean_picture(content)

    for button in ("word", "tracked"):
        file = maker.download(button, tmp_path)
        word = Word(file.read_bytes())
        assert [each.get("descr") for each in word.body.iter() if each.tag.endswith("}docPr")].count(WORDS) == 1
        with zipfile.ZipFile(file) as parts:
            assert parts.read("word/media/logo.png").startswith(b"\x89PNG")
            assert b'Extension="png"' in parts.read("[Content_Types].xml")
            assert b"media/logo.png" in parts.read("word/_rels/document.xml.rels")
        ours = next(run for run in word.body.iter(qn("w:r")) if run.find(f".//{qn('a:blip')}") is not None)
        assert as_built(ours) == as_built(parse_xml(logo_run("rIdLogo", WORDS, *logo_size(content), page_width=210.0)))

    with pikepdf.open(maker.printed(tmp_path)) as pdf:
        assert len(pdf.pages[0].get_images()) == 1

    page.locator("[data-send]").click()
    dialog = page.get_by_role("dialog", name="Send as a link")
    expect(dialog).to_contain_text("The logo is not in the link")
    assert len(dialog.get_by_label("Link", exact=True).input_value()) < 2000
    dialog.get_by_role("button", name="Close").click()

    page.locator("[data-logo-remove]").click()
    expect(page.locator("[data-logo-choose]")).to_be_focused()
    expect(page.locator("[data-logo-chosen]")).to_be_hidden()
    maker.open(tmp_path / f"north-valley-{BAND_7}.docx")
    expect(shown).to_have_attribute("alt", WORDS)


@pytest.mark.quick_cases("an svg")
@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        pytest.param("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "It is neither PNG nor JPEG.", id="an svg"),
        pytest.param("a.png", b"\x89PNG\r\n\x1a\n", "It is damaged.", id="a cut png"),
        pytest.param("a.jpg", as_jpeg(Image.new("L", (4100, 20))), "It has a side of more than 4000 pixels.", id="a long one"),
        pytest.param("a.png", as_png(Image.new("L", (4000, 40))), "It would have only 720 by 7 pixels on the cover.", id="a thin one"),
    ],
)
def test_what_is_no_logo_is_told(name: str, content: bytes, says: str, look: Callable[..., Page]) -> None:
    page = look(path=f"tailor/{BAND_7}/")
    Maker(page)
    chosen(page, name, content)
    expect(page.locator("[data-logo-wrong]")).to_contain_text(f"{name} was not taken. {says}")
    expect(page.locator("[data-logo-chosen]")).to_be_hidden()
