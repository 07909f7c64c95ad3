"""Read the paragraphs of a PDF, page by page, and its form fields."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.knowledge.source_documents.blocks import SourceLine
from generator.knowledge.source_documents.pdf_fields import FormNotes, notes_of
from generator.knowledge.source_documents.pdf_layout import LaidOut, PageParagraph, laid_out, take_furniture
from generator.knowledge.source_documents.reading import Reading
from generator.knowledge.source_documents.refusing import document_refused

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from generator.knowledge.source_documents.pdf_letters import PageContent

MOST_PAGES = 300
"""Maximum pages that are read."""

LONGEST_TIME = 60
"""Seconds after which no further page is begun: a page can be made to take long."""

_ONLY_NUMBERS = re.compile(r"\W*(?:page\W*)?\d*\W*(?:of\W*\d+)?\W*", re.IGNORECASE)


def pdf_lines(content: bytes, name: str, reading: Reading) -> list[SourceLine]:
    """The lines of a PDF. Raises Stopped for one that is locked or damaged. What is not read is told in `reading`."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise document_refused("document-locked", name) from None
        raise document_refused("document-unreadable", name, reason="it is damaged") from None
    try:
        pages = _pages(document, reading)
        notes = notes_of(content)
    except pypdfium2.PdfiumError:
        raise document_refused("document-unreadable", name, reason="it is damaged") from None
    finally:
        document.close()
    reading.tell_pages()
    reading.count("comment", notes.comments)
    take_furniture(pages)
    found = list(_lines(pages, notes))
    if not found and reading.pictures:
        raise document_refused("document-picture", name, what="Its pages are pictures")
    return found


def _pages(document: PdfDocument, reading: Reading) -> list[LaidOut]:
    from generator.knowledge.source_documents.pdf_letters import page_content

    pages: list[LaidOut] = []
    begun = time.monotonic()
    total = len(document)
    for number in range(1, min(total, MOST_PAGES) + 1):
        if time.monotonic() - begun > LONGEST_TIME:
            reading.unread.append(f"Pages after {len(pages)} were not read: those before took more than {LONGEST_TIME} seconds.")
            break
        page = document[number - 1]
        content = page_content(page)
        page.close()
        pages.append(laid_out(content))
        _judge(content, number, reading)
    else:
        if total > MOST_PAGES:
            reading.unread.append(f"Pages after {MOST_PAGES} were not read.")
    reading.pages = total
    reading.read_pages = len(pages) - len(reading.pictures) - len(reading.lost)
    return pages


def _judge(page: PageContent, number: int, reading: Reading) -> None:
    """Note a page that has no text but pictures or drawings, one whose letters have no names, and one that was cut."""
    letters = [letter.text for letter in page.letters if not letter.text.isspace()]
    if not letters and (page.pictures or page.shapes):
        reading.pictures.append(number)
    elif letters.count("\ufffd") * 4 > len(letters):
        reading.lost.append(number)
    if page.cut:
        reading.unread.append(f"The end of page {number} was not read: it holds more letters than any page of text.")


def _lines(pages: Sequence[LaidOut], notes: FormNotes) -> Iterator[SourceLine]:
    """The lines of the text, then each running head and foot once, then the values of form fields."""
    number = 0
    beside: dict[str, tuple[int, LaidOut, PageParagraph]] = {}
    for page_number, page in enumerate(pages, 1):
        for paragraph in page.paragraphs:
            if paragraph.furniture:
                text = " ".join(one.text for one in paragraph.stretches)
                beside.setdefault(re.sub(r"\d+", "#", text), (page_number, page, paragraph))
                continue
            for line in _of_paragraph(page_number, page, paragraph, number + 1):
                number += 1
                yield line
    for text, (page_number, page, paragraph) in beside.items():
        if not _ONLY_NUMBERS.fullmatch(text.replace("#", "1")):
            for line in _of_paragraph(page_number, page, paragraph, number + 1, "header or footer, "):
                number += 1
                yield line
    for label, value in notes.fields:
        for text in value.splitlines():
            number += 1
            yield SourceLine(text, label, number, goes_on=False)


def _of_paragraph(page_number: int, page: LaidOut, paragraph: PageParagraph, first: int, where: str = "") -> Iterator[SourceLine]:
    for at, stretch in enumerate(paragraph.stretches):
        text = stretch.text.replace("\x02", "\u00ad" if at + 1 < len(paragraph.stretches) else "-")
        yield SourceLine(text, f"{where}page {page_number}, line {page.line(stretch)}", first + at, goes_on=at > 0)
