"""Where a Word file's look comes from: our own document without words, or an organisation's, whose styles, page and headers are used."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from generator.documents.formats.docx.missing_styles import complete, fills, indents
from generator.documents.formats.docx.reference import ReferenceRefused
from generator.machine.shipped import TEMPLATES

_OURS = TEMPLATES / "pack" / "word"
"""Our document without words, unpacked, so that people can read and change its styles as text."""

_KEPT = ("styles", "settings", "numbering", "fontTable", "theme", "webSettings", "header", "footer", "footnotes", "endnotes")
"""What a document is asked for its look, by the last word of a relationship's type. What only its words needed is left behind."""

UNWANTED = ("attachedTemplate", "mailMerge", "documentProtection", "writeProtection", "trackRevisions", "updateFields", "saveThroughXslt")
"""Settings of the document a look came from that would lock, follow or hold up the pack."""


@dataclass(frozen=True)
class WordLook:
    """A document opened for its look: no words, every style that we name. Measures are in twentieths of a point."""

    document: WordDocument
    ids: dict[str, str]
    """Style ids by name in small letters."""
    measure: int
    """The width between the margins."""
    edge: int
    """How far text stands in from the left margin."""
    fills: dict[str, str]
    """The colours that paragraph styles are shaded with, by name."""
    own: bool
    """Whether it is ours, so that we know its type and can count its lines."""


def open_look(reference: bytes | None) -> WordLook:
    """Open `reference`, or ours where it is None. Raises ReferenceRefused where it is a Word document by name only."""
    if reference is None:
        return _opened(Document(BytesIO(_ours())), own=True)
    try:
        return _opened(Document(BytesIO(reference)), own=False)
    except Exception as error:  # python-docx lets through whatever zipfile, lxml and its own look-ups raise
        raise ReferenceRefused("it is damaged. Open it in Word, save it under a new name, and use that file") from error


def _opened(document: WordDocument, *, own: bool) -> WordLook:
    _forget(document)
    styles = document.styles.element
    ids = complete(styles, styles if own else _our_styles())
    _speak_english(document)
    return WordLook(document, ids, _measure(document), indents(styles, ids)["body text"], fills(styles, ids), own)


@cache
def _ours() -> bytes:
    """Our document as a file. Stored, not pressed: it is only opened."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as made:
        for path in sorted(p for p in _OURS.rglob("*") if p.is_file()):
            made.writestr(path.relative_to(_OURS).as_posix(), path.read_bytes())
    return stream.getvalue()


@cache
def _our_styles() -> Any:  # lxml's elements carry no types
    return Document(BytesIO(_ours())).styles.element


def _forget(document: WordDocument) -> None:
    """Take away the words, keeping the page of the last section with its headers, and all that only the words needed."""
    body: Any = document.element.body
    last = _last_section(body)
    for element in list(body):
        if element is not last:
            body.remove(element)
    used = set(last.xpath("./*/@r:id"))
    relations: Any = document.part.rels
    for name, relation in list(relations.items()):
        kind = relation.reltype.rsplit("/", 1)[-1]
        if kind not in _KEPT or (kind in ("header", "footer") and name not in used):
            del relations[name]
    outer: Any = document.part.package.rels
    for name in [n for n, relation in outer.items() if not relation.reltype.endswith(("/officeDocument", "/core-properties"))]:
        del outer[name]
    settings: Any = document.settings.element
    for element in [e for tag in UNWANTED for e in settings.findall(qn(f"w:{tag}"))]:
        settings.remove(element)
    document.part._settings_part.rels.clear()  # a template or a mailing list elsewhere


def _last_section(body: Any) -> Any:
    """The last section's page set-up, with the headers that it takes over from sections before it."""
    sections = body.xpath(".//w:sectPr[not(ancestor::w:sectPrChange)]")
    last = body.get_or_add_sectPr()
    references = {
        (r.tag, r.get(qn("w:type"))): r for section in sections for r in section.xpath("./w:headerReference | ./w:footerReference")
    }
    for section in last.xpath("./w:headerReference | ./w:footerReference"):
        last.remove(section)
    for reference in reversed(references.values()):
        last.insert(0, reference)
    return last


def _measure(document: WordDocument) -> int:
    """The width between the margins. A page that says nothing is A4 with margins of 20 mm."""
    page = document.sections[-1]
    given = (page.page_width, page.left_margin, page.right_margin)
    width, left, right = (length.twips if length is not None else usual for length, usual in zip(given, (11906, 1134, 1134), strict=True))
    return width - left - right


def _speak_english(document: WordDocument) -> None:
    """British English by default, so that Word checks the spelling and a screen reader speaks it rightly."""
    styles: Any = document.styles.element
    settings: Any = document.settings.element
    for language in [*styles.xpath("./w:docDefaults//w:lang"), *settings.xpath("./w:themeFontLang")]:
        language.set(qn("w:val"), "en-GB")
