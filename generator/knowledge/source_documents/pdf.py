"""Read the paragraphs of a PDF, page by page, and its form fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.knowledge.source_documents.blocks import MOST_CHARACTERS, SourceLine
from generator.knowledge.source_documents.layout import LineLayout
from generator.knowledge.source_documents.pdf_cells import layouts_of
from generator.knowledge.source_documents.pdf_fields import FormNotes
from generator.knowledge.source_documents.pdf_layout import LaidOut, PageParagraph, take_furniture
from generator.knowledge.source_documents.pdf_page_ends import join_over_pages
from generator.knowledge.source_documents.pdf_process import output_of, program_of
from generator.knowledge.source_documents.pdf_worker import from_message
from generator.knowledge.source_documents.reading import Reading
from generator.knowledge.source_documents.refusing import document_refused
from generator.problems import Stopped

MOST_PAGES = 300
"""Maximum pages that are read."""

LONGEST_TIME = 60
"""Seconds after which the process that reads the pages is ended: a page can be made to take for ever."""

_WORKER = program_of("print_pages")

_ONLY_NUMBERS = re.compile(r"\W*(?:page\W*)?\d*\W*(?:of\W*\d+)?\W*", re.IGNORECASE)


def pdf_lines(content: bytes, name: str, reading: Reading) -> list[SourceLine]:
    """The lines of a PDF. Raises Stopped for one that is locked or damaged. What is not read is told in `reading`."""
    pages, notes = _read(content, name, reading)
    reading.tell_pages()
    reading.count("comment", notes.comments)
    take_furniture(pages)
    join_over_pages(pages)
    found = list(_lines(pages, notes, layouts_of(pages)))
    if not found and reading.pictures:
        raise document_refused("document-picture", name, what="Its pages are pictures")
    return found


def _read(content: bytes, name: str, reading: Reading) -> tuple[list[LaidOut], FormNotes]:
    """The pages that another process read before it ended, or was ended."""
    output, why = output_of(_WORKER, content, str(MOST_PAGES), LONGEST_TIME)
    pages: list[LaidOut] = []
    notes = FormNotes()
    ended = False
    for message in _messages(output):
        if wrong := message.get("wrong"):
            raise document_refused("document-locked", name) if wrong == "locked" else _damaged(name)
        if "pages" in message:
            reading.pages = message["pages"]
        elif "again" in message:
            pages[-1] = from_message(message)
        elif "paragraphs" in message:
            pages.append(from_message(message))
            _judge(message, len(pages), reading)
        else:
            ended = True
            why = f"the document has more than {MOST_CHARACTERS:,} characters" if "full" in message else ""
            notes = FormNotes([(place, value) for place, value in message.get("fields", ())], message.get("comments", 0))
    if not reading.pages:
        raise _damaged(name, why)
    if why or not ended:
        rest = f"Pages after {len(pages)} were" if pages else "Its pages were"
        why = why or "the process that reads them ended early"
        reading.unread.append(f"{rest} not read: {why}. Form fields and comments were not read.")
    elif reading.pages > len(pages):
        reading.unread.append(f"Pages after {len(pages)} were not read.")
    reading.read_pages = len(pages) - len(reading.pictures) - len(reading.lost)
    return pages, notes


def _messages(output: bytes) -> Iterator[dict[str, Any]]:
    """The lines that were printed. A line that was cut off is left out."""
    for line in output.split(b"\n")[:-1]:
        yield json.loads(line)


def _damaged(name: str, why: str = "") -> Stopped:
    return document_refused("document-unreadable", name, reason=why or "it is damaged")


def _judge(page: Mapping[str, Any], number: int, reading: Reading) -> None:
    """Note a page that has no text but pictures or drawings, one whose letters have no names, and one that was cut."""
    if page["picture"]:
        reading.pictures.append(number)
    elif page["lost"]:
        reading.lost.append(number)
    if page["cut"]:
        reading.unread.append(f"The end of page {number} was not read: it holds more letters than any page of text.")


def _lines(pages: Sequence[LaidOut], notes: FormNotes, layouts: Mapping[int, LineLayout]) -> Iterator[SourceLine]:
    """The lines of the text, then each running head and foot once, then the values of form fields."""
    number = 0
    said = set[str]()
    beside: list[tuple[int, LaidOut, PageParagraph]] = []
    for page_number, page in enumerate(pages, 1):
        for paragraph in page.paragraphs:
            if paragraph.furniture:
                parts = _parts(paragraph)
                if not all(part in said or _ONLY_NUMBERS.fullmatch(part.replace("#", "1")) for part in parts):
                    beside.append((page_number, page, paragraph))
                said |= parts
                continue
            for line in () if paragraph.is_rest else _whole(pages, page_number, paragraph, number + 1):
                number += 1
                yield replace(line, layout=layouts[id(paragraph)])
    for page_number, page, paragraph in beside:
        for line in _of_paragraph(page_number, page, paragraph, number + 1, "header or footer, "):
            number += 1
            yield line
    for label, value in notes.fields:
        for text in value.splitlines():
            number += 1
            yield SourceLine(text, label, number, goes_on=False)


def _parts(paragraph: PageParagraph) -> set[str]:
    """The parts of a running head or foot without their numbers. On a page with columns, its two ends are lines of their own."""
    text = " ".join(one.text for one in paragraph.stretches)
    return {re.sub(r"\d+", "#", " ".join(part.split())) for part in text.split("\t")}


def _whole(pages: Sequence[LaidOut], number: int, paragraph: PageParagraph, first: int) -> Iterator[SourceLine]:
    """The lines of a paragraph, and of its rest on the next pages."""
    yield from _of_paragraph(number, pages[number - 1], paragraph, first)
    if paragraph.rest:
        for line in _whole(pages, number + 1, paragraph.rest, first + len(paragraph.stretches)):
            yield replace(line, goes_on=True)


def _of_paragraph(page_number: int, page: LaidOut, paragraph: PageParagraph, first: int, where: str = "") -> Iterator[SourceLine]:
    for at, stretch in enumerate(paragraph.stretches):
        text = stretch.text.replace("\x02", "\u00ad" if paragraph.rest or at + 1 < len(paragraph.stretches) else "-")
        yield SourceLine(text, f"{where}page {page_number}, line {page.line(stretch)}", first + at, goes_on=at > 0)
