"""`--reference-doc`: an organisation's own styles, page and header are used, its words are not. A bad file is refused in plain words."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.shared import Mm, RGBColor
from PIL import Image
from typer.testing import Result

from .reading import Word
from .test_standard import VALIDATOR, validated

ROLE = "mental-health-worker-band-5"

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def house_style(file: Path) -> Path:
    """A letter template as a communications team makes one."""
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height, page.left_margin, page.right_margin = Mm(210), Mm(297), Mm(31), Mm(29)
    for name in ("Heading 1", "Heading 2", "Title"):
        document.styles[name].font.name = "Georgia"
        document.styles[name].font.color.rgb = RGBColor(0x7A, 0x1F, 0x5C)
    page.header.paragraphs[0].text = "North Valley Trust"
    logo = BytesIO()
    Image.new("RGB", (40, 20), "#7A1F5C").save(logo, "PNG")
    page.header.paragraphs[0].add_run().add_picture(logo)
    page.footer.paragraphs[0].text = "Registered office: 1 High Street"
    document.add_heading("Dear colleague")
    document.add_paragraph("Words that stay behind.")
    document.core_properties.author = "A person who made the template"
    document.save(str(file))
    return file


def changed(file: Path, name: str, change: Callable[[bytes], bytes], *, also: dict[str, bytes] | None = None) -> Path:
    """The house style with one of its parts changed, and other parts added."""
    whole = house_style(file).read_bytes()
    with ZipFile(BytesIO(whole)) as found, ZipFile(file, "w", ZIP_DEFLATED) as made:
        for part in (part for part in found.namelist() if part not in (also or {})):
            made.writestr(part, change(found.read(part)) if part == name else found.read(part))
        for part, content in (also or {}).items():
            made.writestr(part, content)
    return file


@pytest.fixture
def role(folder: Path) -> str:
    return next((folder / "data" / "roles").glob("*.yaml")).stem


@pytest.fixture
def ask(folder: Path, role: str, fingerpost: Callable[..., Result]) -> Callable[[Path], Result]:
    """Asks for a Word file in the look of another."""
    return lambda file: fingerpost("pack", role, "--to", "docx", "--reference-doc", str(file))


def test_styles_page_and_header_are_theirs_and_words_are_ours(ask: Callable[[Path], Result], folder: Path, role: str) -> None:
    result = ask(house_style(folder / "house.docx"))
    assert result.exit_code == 0, result.output
    file = folder / "packs" / f"{role}.docx"
    found = Word(file.read_bytes())
    assert found.document.styles["Heading 1"].font.name == "Georgia"
    assert str(found.document.styles["Title"].font.color.rgb) == "7A1F5C"
    for section in found.document.sections:
        assert (round(section.left_margin.mm), round(section.right_margin.mm)) == (31, 29)
        assert section.header.paragraphs[0].text == "North Valley Trust"
        assert len(section.header.part.related_parts) == 1
        assert section.footer.paragraphs[0].text == "Registered office: 1 High Street"
    assert "colleague" not in found.text
    assert "stay behind" not in found.text
    assert found.of("statement")
    assert found.document.core_properties.author == "Fingerpost"
    assert not VALIDATOR.is_file() or validated(file) == []


def test_two_looks_do_not_share_what_was_kept(folder: Path, role: str) -> None:
    from generator.documents.formats.docx import WORD
    from generator.documents.packs.compose import make_pack
    from generator.documents.templating.environment import environment
    from generator.knowledge.library.loading import load
    from generator.publishing.printing.press import Press

    library, _ = load(folder / "data")
    pack, form = make_pack(library, role), WORD
    ours = Press(environment(), folder / "kept").print(pack, form)
    theirs = Press(environment(), folder / "kept", reference=house_style(folder / "house.docx")).print(pack, form)
    assert ours.content != theirs.content
    assert Press(environment(), folder / "kept").print(pack, form).content == ours.content


def _plain(file: Path) -> Path:
    file.write_bytes(b"Our house style is purple.")
    return file


def _old(file: Path) -> Path:
    file.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4000))
    return file


def _torn(file: Path) -> Path:
    file.write_bytes(house_style(file).read_bytes()[:9000])
    return file


def _bomb(file: Path) -> Path:
    return changed(file, "", bytes, also={"word/media/image1.emf": bytes(120_000_000)})


def _macros(file: Path) -> Path:
    return changed(
        file, "[Content_Types].xml", lambda types: types.replace(b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"vnd.ms-word.document.macroEnabled.main+xml"), also={"word/vbaProject.bin": b"\0"},
    )  # fmt: skip


def _called(file: Path, kind: bytes) -> Path:
    return changed(file, "[Content_Types].xml", lambda types: types.replace(b"wordprocessingml.document.main", kind))


def _template(file: Path) -> Path:
    return _called(file, b"wordprocessingml.template.main")


def _workbook(file: Path) -> Path:
    return _called(file, b"spreadsheetml.sheet.main")


def _other_zip(file: Path) -> Path:
    with ZipFile(file, "w") as made:
        made.writestr("photo.jpg", b"\xff\xd8")
    return file


def _broken_xml(file: Path) -> Path:
    return changed(file, "word/styles.xml", lambda styles: styles[: len(styles) // 2])


def _entities(file: Path) -> Path:
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    return changed(file, "word/styles.xml", lambda styles: styles.replace(b"<w:styles", bomb + b"<w:styles", 1)[:-9] + b"&c;</w:styles>")


def _fetching(file: Path) -> Path:
    relation = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="https://example.org/x.png" '
        b'TargetMode="External"/></Relationships>'
    )
    return changed(file, "", bytes, also={"word/_rels/header1.xml.rels": relation})


def _including(file: Path) -> Path:
    field = b"</w:t><w:instrText>INCLUDETEXT x</w:instrText><w:t>"
    return changed(file, "word/header1.xml", lambda head: head.replace(b"North Valley Trust", field))


BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "text": (_plain, "it is not a Word document"),
    "old": (_old, "old Word file (.doc), or locked by a password"),
    "torn": (_torn, "it is damaged"),
    "bomb": (_bomb, "far too large when it is unpacked"),
    "macros": (_macros, "it holds macros"),
    "template": (_template, "it is a Word template (.dotx)"),
    "workbook": (_workbook, "it is not a Word document"),
    "zip": (_other_zip, "it is not a Word document"),
    "broken-xml": (_broken_xml, "it is damaged"),
    "fetching": (_fetching, "fetches something from another file or address"),
    "including": (_including, "fetches something from another file or address"),
}


@pytest.mark.quick_cases(every=3)
@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_plain_words(name: str, ask: Callable[[Path], Result], folder: Path) -> None:
    make, said = BAD[name]
    result = ask(make(folder / "house.docx"))
    assert result.exit_code == 1
    assert "house.docx: error: This file cannot be used for the look of a pack:" in result.output
    assert said in result.output
    assert "[reference-doc-refused]" in result.output
    assert "Traceback" not in result.output
    assert not (folder / "packs").exists()


def test_a_file_that_is_not_there_and_a_folder_are_refused(ask: Callable[[Path], Result], folder: Path) -> None:
    for path in (folder / "nowhere.docx", folder):
        result = ask(path)
        assert result.exit_code == 1
        assert "it cannot be read" in result.output


def test_entities_are_not_unfolded(ask: Callable[[Path], Result], folder: Path, role: str) -> None:
    result = ask(_entities(folder / "house.docx"))
    assert result.exit_code in (0, 1)
    made = folder / "packs" / f"{role}.docx"
    assert not made.exists() or b"aaaaaaaaaa" * 8 not in b"".join(Word(made.read_bytes()).parts.values())


def test_a_template_elsewhere_and_protection_do_not_come_along(ask: Callable[[Path], Result], folder: Path, role: str) -> None:
    settings = f'<w:settings xmlns:w="{WORD}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    settings += '<w:attachedTemplate r:id="rId1"/><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>'
    relation = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///x.dotm" '
        b'TargetMode="External"/></Relationships>'
    )
    file = changed(folder / "house.docx", "word/settings.xml", lambda _: settings.encode(), also={"word/_rels/settings.xml.rels": relation})
    assert ask(file).exit_code == 0
    parts = Word((folder / "packs" / f"{role}.docx").read_bytes()).parts
    assert b"attachedTemplate" not in b"".join(parts.values())
    assert b"documentProtection" not in parts["word/settings.xml"]


def test_a_section_with_a_first_page_of_its_own_keeps_it(ask: Callable[[Path], Result], folder: Path, role: str) -> None:
    file = house_style(folder / "house.docx")
    document = Document(str(file))
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Cover header"
    document.element.body.insert(0, parse_xml(f'<w:p xmlns:w="{WORD}"><w:r><w:t>More</w:t></w:r></w:p>'))
    document.save(str(file))
    assert ask(file).exit_code == 0
    found = Document(str(folder / "packs" / f"{role}.docx"))
    assert found.sections[0].first_page_header.paragraphs[0].text == "Cover header"
