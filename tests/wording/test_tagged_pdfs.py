"""What the structure tags of a PDF say is read, nothing beside them is lost, and tags that cannot be believed are not."""

from __future__ import annotations

import json
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from generator.knowledge.source_documents import pdf
from generator.knowledge.source_documents.blocks import Block, blocks_of
from generator.knowledge.source_documents.pdf_tag_tree import MOST_TAGS
from generator.knowledge.source_documents.pdf_worker import messages
from generator.knowledge.source_documents.reading import Reading
from wording.tagged_pdfs import Tag, Words, numbered, tagged_pdf


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process for each file takes longer than its reading."""
    monkeypatch.setattr(pdf, "output_of", lambda _program, content, most, _seconds: (printed(content, int(most)), ""))


def printed(content: bytes, most: int) -> bytes:
    return b"".join(json.dumps(one).encode() + b"\n" for one in messages(content, most))


def read(content: bytes) -> list[Block]:
    return blocks_of(pdf.pdf_lines(content, "job.pdf", Reading()))


def looks(content: bytes) -> list[tuple[str, int, bool, tuple[int, int, int]]]:
    """The text of each block, the level of a heading, whether it is an item, and its place in a table."""
    found = [(one.text, one.layout) for one in read(content)]
    return [(text, look.heading, look.listed, (look.table, look.row, look.column)) for text, look in found]


def cell(*marks: int) -> Tag:
    return "TD", [("P", [mark]) for mark in marks]


LINES = [
    Words("Person specification"), Words("What you bring to the post goes on", down=80), Words("over two lines.", down=94),
    Words("\u2022", 60, 120), Words("Kind to people", 75, 120), Words("Essential", 60, 150), Words("Desirable", 300, 150),
    Words("A degree", 60, 164), Words("or a diploma", 60, 178), Words("A second language", 300, 164),
]  # fmt: skip
TREE: list[Tag] = [
    ("H1", [0]), ("P", [1, 2]), ("L", [("LI", [("Lbl", [3]), ("LBody", [("P", [4])])])]),
    ("Table", [("TR", [("TH", [("P", [5])]), ("TH", [("P", [6])])]), ("TR", [cell(7, 8), cell(9)])]),
]  # fmt: skip


def test_headings_items_paragraphs_and_cells_are_those_of_the_tags() -> None:
    """Two paragraphs close under one another in a cell: no layout can tell."""
    assert looks(tagged_pdf([list(numbered(LINES))], TREE)) == [
        ("Person specification", 1, False, (0, 0, 0)), ("What you bring to the post goes on over two lines.", 0, False, (0, 0, 0)),
        ("\u2022 Kind to people", 0, True, (0, 0, 0)), ("Essential", 0, False, (1, 1, 1)), ("Desirable", 0, False, (1, 1, 2)),
        ("A degree", 0, False, (1, 2, 1)), ("or a diploma", 0, False, (1, 2, 1)), ("A second language", 0, False, (1, 2, 2)),
    ]  # fmt: skip


def test_a_paragraph_of_the_tags_goes_on_on_the_next_page() -> None:
    first, second = [Words("It goes", down=800, mark=0)], [Words("on. With a full stop before.", down=60, mark=0)]
    (block,) = read(tagged_pdf([first, second], [("P", [0, (1, 0)])]))
    assert block.text == "It goes on. With a full stop before."
    assert block.line_at(len(block.text) - 1)[0].label == "page 2, line 1"


def test_heads_are_told_apart_and_what_no_tag_holds_is_read_at_its_place() -> None:
    page = [Words("A network of practices", down=40, mark="Artifact"), *numbered(LINES), Words("No tag", down=107)]
    found = read(tagged_pdf([page], TREE))
    assert [one.text for one in found][:4] == [
        "Person specification", "What you bring to the post goes on over two lines.", "No tag", "\u2022 Kind to people",
    ]  # fmt: skip
    assert (found[-1].text, found[-1].label) == ("A network of practices", "header or footer, page 1, line 1")


def test_an_artifact_in_the_middle_of_a_page_is_text() -> None:
    page = [*numbered(LINES), Words("It is not hidden here", down=400, mark="Artifact")]
    last = read(tagged_pdf([page], TREE))[-1]
    assert (last.text, last.label) == ("It is not hidden here", "page 1, line 8")


def test_names_of_styles_and_cells_over_columns_and_rows_are_known() -> None:
    """Word names its styles; a cell may fill several columns or rows."""
    words = [Words("A"), Words("B", 200), Words("C", 200, 80), Words("D", 300, 80), Words("E", 60, 110)]
    tree: list[Tag] = [("Table", [("TR", [cell(0), cell(1)]), ("TR", [cell(2), cell(3)])]), ("Heading_20_1", [4])]

    def spoil(_file: pikepdf.Pdf, root: pikepdf.Object) -> None:
        root.RoleMap = Dictionary({"/Heading_20_1": Name.Again, "/Again": Name.H2})
        root.ClassMap = Dictionary(Wide=Dictionary(O=Name.Table, ColSpan=2))
        first, second = root.K[0].K[0].K[0].K
        first.A = Array([Dictionary(O=Name.Layout), Dictionary(O=Name.Table, RowSpan=2)])
        second.C = Name.Wide

    assert looks(tagged_pdf([list(numbered(words))], tree, spoil)) == [
        ("A", 0, False, (1, 1, 1)), ("B", 0, False, (1, 1, 2)), ("C", 0, False, (1, 2, 2)), ("D", 0, False, (1, 2, 3)),
        ("E", 2, False, (0, 0, 0)),
    ]  # fmt: skip


ROWS = [Words(text, left, down) for down, row in ((60, "ABC"), (80, "DE")) for text, left in zip(row, (60, 200, 300), strict=False)]


def columns(tree: list[Tag], words: list[Words]) -> list[tuple[str, int]]:
    return [(text, place[2]) for text, _, _, place in looks(tagged_pdf([list(numbered(words))], tree))]


@pytest.mark.parametrize("kinds", [("Table", "TR", "TD"), ("NonStruct", "NonStruct", "NonStruct")], ids=lambda kinds: kinds[0])
def test_cells_stand_in_their_columns_though_empty_ones_have_no_tags(kinds: tuple[str, str, str]) -> None:
    """So Chromium does it; a table without lines has no tags of its own there."""
    table, row, one = kinds
    tree: list[Tag] = [(table, [(row, [(one, [("P", [at])]) for at in part]) for part in ([0, 1, 2], [3, 4])])]
    moved = [*ROWS[:4], Words("E", 300, 80)]
    assert columns(tree, moved) == [("A", 1), ("B", 2), ("C", 3), ("D", 1), ("E", 3)]


def test_parts_of_a_page_that_do_not_stand_beside_one_another_are_no_table() -> None:
    tree: list[Tag] = [("NonStruct", [("NonStruct", [("NonStruct", [("P", [at])]) for at in part]) for part in ([0, 1], [2, 3])])]
    assert columns(tree, [Words(letter, 60, 60 + 20 * at) for at, letter in enumerate("ABCD")]) == [(letter, 0) for letter in "ABCD"]


def test_a_list_tagged_into_the_cell_before_stands_in_its_own() -> None:
    """So LibreOffice 7.4 does it."""
    tree: list[Tag] = [("Table", [("TR", [cell(0), cell(1), cell(2)]), ("TR", [cell(3, 4)])])]
    assert columns(tree, ROWS)[3:] == [("D", 1), ("E", 2)]


def test_a_word_that_a_narrow_cell_cuts_is_whole() -> None:
    """Line ends with a space written at them end no word; those of one word without one cut it, if the file writes spaces there."""
    said = ["Qualifica", "tion ", "in business", "or ", "data ", "of ", "a ", "practice ", "or ", "trust ", "or ", "here"]
    words = list(numbered([Words(text, 60, 60 + 13 * at) for at, text in enumerate(said)]))
    (block,) = read(tagged_pdf([words], [("P", list(range(len(said))))]))
    assert block.text.startswith("Qualification in business or data")


def test_two_tables_cut_at_a_page_are_left_to_the_layout() -> None:
    """WeasyPrint tags one table as two where a page ends."""
    page = list(numbered(ROWS[:3] + [Words(one.text, one.left, one.down + 30) for one in ROWS[:3]]))
    rows: list[Tag] = [("TR", [cell(0), cell(1), cell(2)]), ("TR", [cell(3), cell(4), cell(5)])]
    there: list[Tag] = [("TR", [("TD", [("P", [(1, mark)])]) for mark in part]) for part in ([0, 1, 2], [3, 4, 5])]
    assert {text for text, *_ in looks(tagged_pdf([page, page], [("Table", rows), ("Table", there)]))} == {"A", "B", "C"}
    tags = [one for one in messages(tagged_pdf([page, page], [("Table", rows), ("Table", there)]), 9) if "tagged" in one]
    assert tags == []


def cycle(file: pikepdf.Pdf, root: pikepdf.Object) -> None:
    root.K[0].K.append(root.K[0])
    root.K[0].K.append(root)


def deep(file: pikepdf.Pdf, root: pikepdf.Object) -> None:
    inner = root.K[0]
    for _ in range(3_000):
        inner = file.make_indirect(Dictionary(S=Name.Div, K=Array([inner])))
    root.K = inner


def many(file: pikepdf.Pdf, root: pikepdf.Object) -> None:
    """Few objects that say to be many: each holds the next a hundred times."""
    marks = file.make_indirect(Array([0] * 1_000))
    root.K[0].K.extend(file.make_indirect(Dictionary(S=Name.P, K=marks)) for _ in range(MOST_TAGS // 1_000 + 1))


def wrong_marks(file: pikepdf.Pdf, root: pikepdf.Object) -> None:
    wrong = Array([-1, 99, 2**40, Name.P, "x", Array([1]), Dictionary(Type=Name.MCR), Dictionary(S=3, K=Dictionary(S=Name.TD, K=5))])
    root.K[0].K.extend(list(wrong))


def wrong_names(file: pikepdf.Pdf, root: pikepdf.Object) -> None:
    root.RoleMap = Dictionary({"/A": Name.B, "/B": Name.A, "/C": 7})
    for at, one in enumerate(root.K[0].K):
        one.S = (Name.A, Name.C)[at % 2]


def no_tree(file: pikepdf.Pdf, root: pikepdf.Object) -> None:
    file.Root.StructTreeRoot = Name.None_


def few_tags(file: pikepdf.Pdf, root: pikepdf.Object) -> None:
    root.K[0].K = Array(root.K[0].K[:1])


def one_paragraph_a_line(file: pikepdf.Pdf, root: pikepdf.Object) -> None:
    page = file.pages[0].obj
    root.K[0].K = Array([file.make_indirect(Dictionary(S=Name.P, Pg=page, K=mark)) for mark in reversed(range(len(LINES)))])


HOSTILE = [cycle, deep, many, wrong_marks, wrong_names, no_tree, few_tags, one_paragraph_a_line]


@pytest.mark.parametrize("spoil", HOSTILE, ids=lambda spoil: spoil.__name__)
def test_no_tags_make_words_vanish_or_come_twice(spoil: Callable[[pikepdf.Pdf, pikepdf.Object], object]) -> None:
    words = sorted(" ".join(one.text for one in LINES).split())
    found = read(tagged_pdf([list(numbered(LINES))], TREE, spoil))
    assert sorted(" ".join(one.text for one in found).split()) == words
