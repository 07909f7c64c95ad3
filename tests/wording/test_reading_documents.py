"""What of a document is read, and what the review says of the rest: each case stands for a kind of file that people bring."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
import weasyprint
from typer.testing import Result

from generator.checks.review import Review, review_document
from generator.checks.review.remarks import NONE_FOUND
from generator.documents.reports.review import review_text
from generator.knowledge.reading.yaml_file import parse
from generator.knowledge.source_documents import read_manuscript
from generator.knowledge.source_documents.plain_words import made_plain
from tests.ours import LIBRARY, TODAY

USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
OPEN = " ".join(
    f'xmlns:{prefix}="{OASIS}:{name}:1.0"'
    for prefix, name in {**{one: one for one in ("office", "text", "style", "table", "loext")}, "svg": "svg-compatible"}.items()
)


def zipped(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


def related(**targets: str) -> str:
    """Relations of a part: the kind and the target of each."""
    kinds = {one: one.rstrip("0123456789") for one in targets}
    listed = "".join(f'<Relationship Id="{one}" Type="{RELATED}/{kinds[one]}" Target="{to}"/>' for one, to in targets.items())
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'


def word(body: str, *, main: str = "word/document.xml", space: str = USUAL, parts: dict[str, str] | None = None, **targets: str) -> bytes:
    document = f'<w:document xmlns:w="{space}" xmlns:r="{RELATED}"><w:body>{body}</w:body></w:document>'
    folder, file = main.split("/")
    return zipped({
        "_rels/.rels": related(officeDocument=main), main: document, f"{folder}/_rels/{file}.rels": related(**targets), **(parts or {}),
    })  # fmt: skip


def p(text: str, inside: str = "") -> str:
    return f'<w:p><w:r>{inside}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def head(text: str) -> str:
    return f'<w:hdr xmlns:w="{USUAL}">{p(text)}</w:hdr>'


def deleted_mark(text: str) -> str:
    return p(text).replace("<w:p>", '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>')


def odt(body: str, styles: str = "") -> bytes:
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {OPEN}>{styles}<office:body>{body}</office:body></office:document-content>",
    })  # fmt: skip


HIDDEN_STYLE = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
BOX = r"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt \pard Boxed.\par}}{\shprslt{\*\do{\dptxbxtext \pard Boxed.\par}}}}"
MAIL = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>As mail.</p>\n--x--\n"
RICH = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard Caf\'e9 \u8217?s {\deleted gone }{\v hid}row\cell next\cell\row}"

READ: dict[str, tuple[bytes, list[str]]] = {
    "a main part of another name": (word(p("Online."), main="word/document2.xml"), ["Online."]),
    "strict": (word(p("Strict."), space=STRICT), ["Strict."]),
    "a web page inside": (
        word('<w:p/><w:altChunk r:id="aFChunk1"/>' + p("After."), aFChunk1="a.htm", parts={"word/a.htm": "<p>One</p><ul><li>Two</ul>"}),
        ["One", "Two", "After."],
    ),
    "equal headers once": (
        word(p("Body."), header1="h1.xml", header2="h2.xml", parts={"word/h1.xml": head("Head."), "word/h2.xml": head("Head.")}),
        ["Body.", "Head."],
    ),
    "tabs and line ends of every kind": (word("<w:p><w:r><w:t>A</w:t><w:ptab/><w:t>B</w:t><w:cr/><w:t>C</w:t></w:r></w:p>"), ["A\tB C"]),
    "a deleted end of a paragraph": (word(deleted_mark("You will ") + p("listen.")), ["You will listen."]),
    "a deleted row": (word(f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('Gone')}</w:tc></w:tr></w:tbl>" + p("Here.")), ["Here."]),
    "a list of an old form": (
        word(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Six"/>'
            '<w:listEntry w:val="Seven"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        ),
        ["Seven"],
    ),
    "Rich Text": (RICH, ["Café ’s row", "next"]),
    "a box of Rich Text": (rf"{{\rtf1 Before {BOX}after\par}}".encode(), ["Boxed.", "Before after"]),
    "OpenDocument": (odt('<text:p>A<text:s text:c="2"/>B<text:tab/>C</text:p><text:h>D</text:h>'), ["A  B\tC", "D"]),
    "the title of an OpenDocument": (
        odt(
            "<text:p>T: <text:title>TITLE</text:title><svg:title>A chart</svg:title></text:p>"
            "<table:table><table:title>Pay</table:title></table:table>"
        ),
        ["T: TITLE"],
    ),
    "a web page": (b"<!DOCTYPE html><p>One<br>line</p><td>Cell<script>no</script>", ["One line", "Cell"]),
    "a page as mail": (MAIL.encode(), ["As mail."]),
}


def reviewed(content: bytes, folder: Path) -> Review:
    (folder / "document").write_bytes(content)
    return review_document(read_manuscript(folder / "document", "document"), LIBRARY, TODAY)


@pytest.mark.parametrize("kind", READ)
def test_each_kind_of_file_is_read(kind: str, tmp_path: Path) -> None:
    content, wanted = READ[kind]
    found = reviewed(content, tmp_path)
    assert [block.text.strip() for block in found.manuscript.blocks] == wanted


def commented() -> bytes:
    comments = f'<w:comments xmlns:w="{USUAL}"><w:comment w:id="1">{p("Why?")}</w:comment></w:comments>'
    return word(p("You will listen."), comments="comments.xml", parts={"word/comments.xml": comments})


def partly_scanned() -> bytes:
    style = "<style>section { break-after: page; height: 20cm }</style>"
    pages = "<section>You will listen to people in three practices.</section>" + "<section style='border: 1px solid'></section>" * 3
    return weasyprint.HTML(string=style + pages).write_pdf() or b""


TOLD: dict[str, tuple[bytes, str]] = {
    "comments": (commented(), "1 comment was not read."),
    "struck out": (word(p("Keep.") + p("A CRB check.", "<w:rPr><w:strike/></w:rPr>")), "Struck-out text was not read, in 1 place."),
    "hidden": (word(p("Keep.") + p("A CRB check.", "<w:rPr><w:vanish/></w:rPr>")), "Hidden text was not read, in 1 place."),
    "hidden by style": (odt('<text:p>Keep.</text:p><text:p text:style-name="H">A CRB check.</text:p>', HIDDEN_STYLE), "Hidden text"),
    "pages without text": (partly_scanned(), "3 of 4 pages have no text: pages 2 to 4. They may be pictures. They were not read."),
}


@pytest.mark.parametrize("kind", TOLD)
def test_what_was_not_read_is_told_first(kind: str, tmp_path: Path) -> None:
    content, told = TOLD[kind]
    result = reviewed(content, tmp_path)
    assert result.remarks == ()
    said = review_text(result).splitlines()
    assert said[1].startswith("Read: ")
    assert said[2].startswith(told)
    assert said[3] == "Nothing was found in what was read."
    assert NONE_FOUND not in review_text(result)


def old_office(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + stream.encode("utf-16-le")


REFUSED: dict[str, tuple[str, bytes]] = {
    "old Word": ("document-old", old_office("WordDocument")),
    "Word with a password": ("document-locked", old_office("EncryptedPackage")),
    "old Excel": ("document-unknown", old_office("Workbook")),
    "Excel": ("document-unknown", zipped({"xl/workbook.xml": "<a/>"})),
    "OpenDocument with a password": (
        "document-locked",
        zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "?", "META-INF/manifest.xml": "<encryption-data/>"}),
    ),
    "scanned pages": ("document-picture", weasyprint.HTML(string="<p style='border: 1px solid; height: 9cm'>").write_pdf() or b""),
    "a photograph": ("document-picture", b"\xff\xd8\xff\xe0\0\x10JFIF" + b"\0" * 50),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_read_is_told_apart(kind: str, folder: Path, fingerpost: Callable[..., Result]) -> None:
    code, content = REFUSED[kind]
    (folder / "document").write_bytes(content)
    assert f"[{code}]" in fingerpost("review", "document").output


def test_values_of_form_fields_are_read(tmp_path: Path) -> None:
    form = "<form><p>Checks:</p><input name='checks' value='Enhanced CRB check'></form>"
    made = weasyprint.HTML(string=form).write_pdf(pdf_forms=True) or b""
    assert [one.label for one in reviewed(made, tmp_path).remarks] == ["page 1, form field ‘checks’"]


def test_a_line_is_furniture_only_at_the_edge(tmp_path: Path) -> None:
    """The same words at the head of each page are read once; in the middle of a page they are text."""
    style = "<style>@page { size: A5; @top-left { content: 'CRB check' } } section { break-after: page; padding-top: 6cm }</style>"
    page = weasyprint.HTML(string=style + "<section>You will listen.<p>CRB check</p></section>" * 3).write_pdf() or b""
    found = reviewed(page, tmp_path)
    assert [block.text for block in found.manuscript.blocks].count("CRB check") == 4
    assert [r.label for r in found.remarks if r.rule == "records-bureau"][-1] == "header or footer, page 1, line 1"


def test_text_is_made_plain_with_its_places() -> None:
    plain = made_plain("a ﬁne ch\u00adeck, C\u200bRB")
    assert plain.text == "a fine check, CRB"
    assert [plain.place(plain.text.index(part)) for part in ("a", "fine", "ne", "check", "RB")] == [0, 2, 3, 6, 16]


@pytest.mark.parametrize("hidden", ["\u2066", "\u180e", "\U000e0041", "\u2063", "\u202e", "\ufeff", "\u200d"])
def test_no_hidden_character_splits_a_word(hidden: str) -> None:
    assert made_plain(f"com{hidden}mit suicide").text == "commit suicide"


BROKEN = {
    "soft hyphen": ("a post for those whom the Primary Care Tru\u00ad\nst pays in the county", "primary-care-trust"),
    "hyphen of the layout": ("people who com\u2010\nmit suicide are missed by all of their friends", "suicide-words"),
    "plain hyphen": ("you will have a Criminal Rec-\nords Bureau check before you begin in the post", "records-bureau"),
    "own hyphen": ("you work with Practice-\nbased Commissioning in the county with your colleagues", "practice-based-commissioning"),
    "zero-width space": ("you need a CRB\u200bcheck", "records-bureau"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_word_is_tried_both_ways(kind: str, tmp_path: Path) -> None:
    text, rule = BROKEN[kind]
    assert rule in [remark.rule for remark in reviewed(f"{text}.\n".encode(), tmp_path).remarks]


LISTED = parse((Path(__file__).parent / "unfilled.yaml").read_bytes(), "unfilled.yaml")[0]


def waiting(texts: list[str], folder: Path) -> dict[str, list[str]]:
    """What waits to be filled in, in each of the paragraphs that has something."""
    found: dict[str, list[str]] = {}
    for one in reviewed("\n\n".join(texts).encode(), folder).remarks:
        if one.rule == "still-to-fill":
            found.setdefault(one.block.text, []).append(one.quote)
    return found


def test_places_left_to_fill_are_found(tmp_path: Path) -> None:
    kinds = {str(text): str(words) for part in ("first", "second", "third", "fourth") for text, words in LISTED.at(part)}  # type: ignore[union-attr]
    found = waiting(list(kinds), tmp_path)
    assert {text for text, words in kinds.items() if not any(words in quote or quote in words for quote in found.get(text, []))} == set()
    assert len(kinds) == 232


def test_clean_text_waits_for_nothing(tmp_path: Path) -> None:
    clean = LISTED.at("clean")
    assert isinstance(clean, list)
    assert waiting([str(text) for text in clean], tmp_path) == {}


def test_prompts_of_word_are_certain(tmp_path: Path) -> None:
    prompt = "<w:p><w:r><w:t>Base: </w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
    shown = "<w:r><w:t>Which surgery?</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    found = reviewed(word(prompt + shown), tmp_path)
    assert [one.quote for one in found.remarks] == ["Which surgery?"]


def test_moving_work_on_needs_no_car(tmp_path: Path) -> None:
    moved = "You will work to drive improvement, and must be able to drive up standards. The team must drive quality."
    assert reviewed(moved.encode(), tmp_path).remarks == ()
    (found,) = reviewed(b"You must be able to drive. You must be able to drive a car.", tmp_path).remarks
    assert (found.rule, found.severity) == ("car-driver", "error")
