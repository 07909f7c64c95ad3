"""The Word file says what the PDF and the page say, in the same order."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from pdf.packs import DAY, PACKS
from pdf.reading import Read

from generator.documents.formats.pdf.printer import print_pdf as press_pdf
from generator.documents.packs.compose import all_packs
from generator.documents.packs.model import Pack
from generator.documents.pages import SiteContext, all_pages
from generator.documents.templating.environment import environment
from tests.ours import LIBRARY

from .reading import Word

COMPARED = ["example-network/mental-health-practitioner-band-7", "link-worker-band-6"]

STATEMENT = re.compile(r'<li id="s-[^"]*" data-statement="([^"]+)"><a class="n"[^>]*>[^<]*</a> <span>([^<]*)')


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The pages of all packs, by the address."""
    packs = all_packs(LIBRARY, DAY)
    context = SiteContext(LIBRARY, packs, {pack.stem: [] for pack in packs}, environment(), DAY)
    return {page.path: page.body for page in all_pages(context)}


def squeezed(words: str) -> str:
    """Words without blanks, which paper breaks at will."""
    return "".join(words.split())


@pytest.mark.quick_cases("example-network/mental-health-practitioner-band-7")
@pytest.mark.parametrize("name", COMPARED)
def test_pdf_and_word_have_the_same_headings_and_sentences_in_one_order(name: str, word: Callable[[Pack], Word]) -> None:
    pack = PACKS[name]
    found = Read(press_pdf(pack, environment()))
    set_in_word = word(pack)
    on_paper = [squeezed(said) for tag, said in found.headings if tag != "H1"]
    in_word = [squeezed(said) for _, said in set_in_word.headings]
    assert [said for said in in_word if said in on_paper] == [said for said in on_paper if said in in_word]
    assert {squeezed(part.heading) for part in pack.parts} <= set(on_paper) & set(in_word)
    text, at = squeezed(found.document.text), 0
    for tag, said in set_in_word.controls.items():
        if tag.startswith(("statement:", "clause:", "criterion:")):
            at = text.index(squeezed(said), at) + 1


@pytest.mark.parametrize("name", [name for name, pack in PACKS.items() if pack.network] + ["link-worker-band-6"])
def test_page_and_word_have_the_same_statements_in_one_order(name: str, word: Callable[[Pack], Word], pages: dict[str, str]) -> None:
    pack = PACKS[name]
    page = pages[f"networks/{name}/index.md" if pack.network else f"roles/{name}/index.md"]
    on_page = [(unescape(id_), unescape(said).strip()) for id_, said in STATEMENT.findall(page)]
    assert on_page == list(word(pack).of("statement").items())
