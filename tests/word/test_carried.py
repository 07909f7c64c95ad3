"""Word files and workbooks carry what they were made from. For PDF see tests/pdf/test_carried.py."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import openpyxl
import pytest
from pdf.packs import PACKS

from generator.documents.formats.workbook.workbook import write_workbook
from generator.documents.packs.carrying import base_words
from generator.documents.packs.model import Pack
from generator.knowledge.drafts.carried import NotCarried, as_properties, from_properties, read_carried
from generator.knowledge.drafts.names import LONGEST
from generator.knowledge.drafts.sent import sent_blocks, sent_words
from generator.knowledge.model import Network
from generator.knowledge.source_documents.edited_word import read_edited

from .reading import Word

Make = Callable[[Pack], Word]

TAILORED = PACKS["example-network/mental-health-practitioner-band-7"]


@pytest.mark.quick_cases("primary-care-mental-health-worker-band-4")
def test_word_and_workbook_carry_role_network_and_base_words(pack: Pack, word: Make) -> None:
    book = openpyxl.load_workbook(BytesIO(write_workbook(pack)))
    of_book = {each.name: str(each.value) for each in book.custom_doc_props.props}
    of_word = read_edited(word(pack).content, "pack.docx").properties
    for properties in (of_word, of_book):
        carried = read_carried(from_properties(properties) or "")
        assert carried["role"] == pack.role.id
        base = pack.base or pack
        assert carried["base"] == base_words(base.role, base.specification)
        assert ("network" in carried) == (pack.given is not None)


def test_the_network_that_is_carried_is_the_file_of_the_network_with_this_role_alone(word: Make) -> None:
    carried = read_carried(from_properties(read_edited(word(TAILORED).content, "").properties) or "")
    assert TAILORED.given
    own = [overlay for overlay in TAILORED.given.roles if overlay.role == TAILORED.role.id]
    assert Network.model_validate(carried["network"]) == TAILORED.given.model_copy(update={"roles": own})


def test_what_a_word_file_carries_is_what_it_says(pack: Pack, word: Make) -> None:
    edited = read_edited(word(pack).content, "")
    carried = read_carried(from_properties(edited.properties) or "")
    assert sent_words(sent_blocks(carried["sent"])) == sent_words(edited.blocks) == carried["sent"]


def test_no_property_is_longer_than_word_and_excel_show(pack: Pack, word: Make) -> None:
    assert max(map(len, read_edited(word(pack).content, "").properties.values())) <= 255


def test_titles_and_bookmarks_name_each_sentence_once(pack: Pack, word: Make) -> None:
    blocks = read_edited(word(pack).content, "").blocks
    titles = [title for block in blocks for title in (block.title, *(span.title for span in block.spans)) if title]
    marks = [mark for block in blocks for mark in block.bookmarks]
    sentences = [tag for tag in word(pack).controls if not tag.startswith("fill:")]
    assert len(set(titles)) == len(titles) == len(word(pack).controls)
    assert all(len(title) <= LONGEST for title in titles)
    assert len(set(marks)) == len(marks)
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", mark) for mark in marks)
    assert len([mark for mark in marks if not mark.startswith("_Toc_")]) == len(sentences)


def damaged() -> dict[str, dict[str, str]]:
    whole = as_properties("a text " + " ".join(map(str, range(500))))
    names = list(whole)
    return {
        "a piece is missing": {name: value for name, value in whole.items() if name != names[1]},
        "cut off": {name: whole[name] for name in names[:-1]},
        "no base64": whole | {names[0]: "é"},
        "another text": {names[0]: "AAAA"},
    }


@pytest.mark.parametrize("name", damaged())
def test_what_is_damaged_is_refused(name: str) -> None:
    with pytest.raises(NotCarried):
        from_properties(damaged()[name])


@pytest.mark.parametrize("text", ["", "- a\n", "role: a\n", "fingerpost: 2\nrole: a\nbase: {}\n", "fingerpost: 1\nrole: [a]\nbase: {}\n"])
def test_what_is_none_of_ours_is_refused(text: str) -> None:
    with pytest.raises(NotCarried):
        read_carried(text)
