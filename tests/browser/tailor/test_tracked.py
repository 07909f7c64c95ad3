"""Word with changes tracked, from the browser: accepting all gives the clean pack, rejecting all the base role’s, as the command does."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from playwright.sync_api import Browser, Page, expect

from generator.documents.formats.docx.document import write_docx
from generator.documents.formats.docx.measures import Measures
from generator.documents.formats.docx.paging import blocks, page_of_each
from generator.documents.packs.compose import make_pack
from generator.knowledge.drafts.carried import from_properties, read_carried
from generator.knowledge.drafts.compare import compare
from generator.knowledge.source_documents.edited_word import read_edited
from tests.browser.conftest import PROJECT
from tests.browser.tailor.maker import BAND_7, Maker, field
from tests.conftest import value_made_once
from tests.ours import LIBRARY
from tests.word.reading import Word
from tests.word.test_standard import VALIDATOR, validated
from tests.word.test_tracked import body_of, decided, paragraphs

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGE_OF = re.compile(r"PAGEREF (\S+)")
PAGE = re.compile(r"\d+$")
NETWORK = PROJECT / "data" / "networks" / "example-network.yaml"


@pytest.fixture(scope="module")
def files(browser: Browser, address: str, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> tuple[Path, Path]:
    """The clean file of a network that uses everything, and the one with changes tracked."""
    return value_made_once(tmp_path_factory, worker_id, "tracked", lambda folder: downloaded(browser, address, folder))


def downloaded(browser: Browser, address: str, folder: Path) -> tuple[Path, Path]:
    page = browser.new_page()
    page.goto(f"{address}tailor/{BAND_7}/")
    maker = Maker(page)
    maker.open(NETWORK)
    expect(field(page, "Network’s name")).to_have_value("Example network")
    clean, tracked = maker.download("word", folder), maker.download("tracked", folder)
    page.close()
    return clean, tracked


def test_all_accepted_it_is_the_clean_pack(files: tuple[Path, Path]) -> None:
    clean, tracked = (file.read_bytes() for file in files)
    assert decided(tracked, "accept") == paragraphs(clean)


def test_the_contents_and_the_foot_name_the_pages_that_the_build_counts(files: tuple[Path, Path]) -> None:
    word = Word(files[0].read_bytes())
    entries = [entry for entry in word.body.iter(qn("w:p")) if word.style(entry) == "toc 1"]
    names = [next(found[1] for code in entry.iter(qn("w:instrText")) if (found := PAGE_OF.search(code.text))) for entry in entries]
    told = {name: "".join(words.text for words in entry.iter(qn("w:t"))) for name, entry in zip(names, entries, strict=True)}
    pages = pages_counted(word)
    assert {name: int(PAGE.search(words)[0]) for name, words in told.items()} == {name: pages[name] for name in names}  # type: ignore[index]
    foot = word.document.sections[0].footer._element
    assert "".join(words.text for words in foot.iter(qn("w:t"))).endswith(f"Page 1 of {pages['']}")


def pages_counted(word: Word) -> dict[str, int]:
    """The page that each bookmark of a Word file is on, as the build counts them for its own."""
    page = word.document.sections[-1]
    sides = (page.page_height, page.top_margin, page.bottom_margin, page.page_width, page.left_margin, page.right_margin)
    high, top, bottom, wide, left, right = (side.pt for side in sides if side)
    measures = Measures(word.document.styles.element, word.document.part.numbering_part.element, wide - left - right)
    body = [element for element in word.body if element.tag != qn("w:sectPr")]
    front = next(index for index, element in enumerate(body) if element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None)
    return {name: number + 2 for name, number in page_of_each(list(blocks(body[front + 1 :], measures)), high - top - bottom).items()}


def test_all_rejected_it_is_the_base_role_s(files: tuple[Path, Path]) -> None:
    assert decided(files[1].read_bytes(), "reject") == paragraphs(write_docx(make_pack(LIBRARY, BAND_7)))


def test_each_change_has_author_day_and_a_number_of_its_own(files: tuple[Path, Path]) -> None:
    marks = list(body_of(files[1].read_bytes()).iter(qn("w:ins"), qn("w:del")))
    assert {mark.get(qn("w:author")) for mark in marks} == {"Example network"}
    assert len({mark.get(qn("w:date")) for mark in marks}) == 1
    assert len({mark.get(qn("w:id")) for mark in marks}) == len(marks)


def test_a_reworded_statement_shows_only_the_words_that_changed(files: tuple[Path, Path]) -> None:
    body = body_of(files[1].read_bytes())
    tag = next(tag for tag in body.iter(qn("w:tag")) if tag.get(qn("w:val")) == "criterion:travel")
    control = next(tag.iterancestors(qn("w:sdt")))
    new = "".join(words.text for words in control.iter(qn("w:t")))
    gone = "".join(words.text for words in control.iter(qn("w:delText")))
    assert 0 < len(gone) < len(new)


def test_it_comes_home_without_a_change(files: tuple[Path, Path]) -> None:
    edited = read_edited(files[1].read_bytes(), "pack.docx")
    carried = read_carried(from_properties(edited.properties) or "")
    assert compare(carried, edited).as_json()["changes"] == []


@pytest.mark.skipif(not VALIDATOR.is_file(), reason="the Open XML validator has no program for this machine")
def test_the_open_xml_sdk_finds_nothing_wrong(files: tuple[Path, Path]) -> None:
    assert validated(files[1]) == []


def test_a_draft_without_changes_tracks_only_its_blanks(look: Callable[..., Page], tmp_path: Path) -> None:
    file = Maker(look(path=f"tailor/{BAND_7}/")).download("tracked", tmp_path)
    assert decided(file.read_bytes(), "reject") == paragraphs(write_docx(make_pack(LIBRARY, BAND_7)))
    controls = [tag for tag in body_of(file.read_bytes()).iter(qn("w:tag")) if str(tag.get(qn("w:val"))).startswith("statement:")]
    touched = [tag for tag in controls if any(next(tag.iterancestors(qn("w:sdt"))).iter(qn("w:ins"), qn("w:del")))]
    assert len(controls) > 20
    assert touched == []
