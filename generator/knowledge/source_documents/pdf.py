"""Read the paragraphs of a PDF, page by page, and its form fields."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from generator.knowledge.source_documents.blocks import MOST_CHARACTERS, SourceLine
from generator.knowledge.source_documents.pdf_cells import layouts_of
from generator.knowledge.source_documents.pdf_fields import FormNotes
from generator.knowledge.source_documents.pdf_furniture import take_furniture
from generator.knowledge.source_documents.pdf_messages import from_message, text_from_message
from generator.knowledge.source_documents.pdf_page_ends import join_over_pages
from generator.knowledge.source_documents.pdf_page_lines import Furniture, layout_lines
from generator.knowledge.source_documents.pdf_paragraphs import LaidOut
from generator.knowledge.source_documents.pdf_process import output_of, program_of
from generator.knowledge.source_documents.pdf_tagged import TaggedText
from generator.knowledge.source_documents.pdf_tagged_lines import tagged_lines
from generator.knowledge.source_documents.reading import Reading
from generator.knowledge.source_documents.refusing import document_refused
from generator.problems import Stopped

MOST_PAGES = 300
"""Maximum pages that are read."""

LONGEST_TIME = 60
"""Seconds after which the process that reads the pages is ended: a page can be made to take for ever."""

_WORKER = program_of("print_pages")


def pdf_lines(content: bytes, name: str, reading: Reading) -> list[SourceLine]:
    """The lines of a PDF. Raises Stopped for one that is locked or damaged. What is not read is told in `reading`."""
    pages, notes, text = _read(content, name, reading)
    reading.tell_pages()
    reading.count("comment", notes.comments)
    take_furniture(pages)
    furniture = Furniture()
    if text:
        lines = tagged_lines(text, pages, furniture)
    else:
        join_over_pages(pages)
        lines = layout_lines(pages, layouts_of(pages), furniture)
    found = [replace(line, number=number) for number, line in enumerate(chain(lines, furniture.lines(), _typed(notes)), 1)]
    if not found and reading.pictures:
        raise document_refused("document-picture", name, what="Its pages are pictures")
    return found


def _typed(notes: FormNotes) -> Iterator[SourceLine]:
    """What was typed into the fields of a form."""
    for label, value in notes.fields:
        yield from (SourceLine(text, label, 0, goes_on=False) for text in value.splitlines())


def _read(content: bytes, name: str, reading: Reading) -> tuple[list[LaidOut], FormNotes, TaggedText | None]:
    """The pages that another process read before it ended, or was ended; and the text as tags say it, if they are to be believed."""
    output, why = output_of(_WORKER, content, str(MOST_PAGES), LONGEST_TIME)
    pages: list[LaidOut] = []
    notes, text = FormNotes(), None
    ended, full = False, ""
    for message in _messages(output):
        if wrong := message.get("wrong"):
            raise document_refused("document-locked", name) if wrong == "locked" else _damaged(name)
        if "pages" in message:
            reading.pages = message["pages"]
        elif "again" in message:
            pages[-1] = from_message(message)
        elif "tagged" in message:
            text = text_from_message(message["tagged"])
        elif "paragraphs" in message:
            pages.append(from_message(message))
            _judge(message, len(pages), reading)
        else:
            ended = True
            full = f"the document has more than {MOST_CHARACTERS:,} characters" if "full" in message else ""
            notes = FormNotes([(place, value) for place, value in message.get("fields", ())], message.get("comments", 0))
    if not reading.pages:
        raise _damaged(name, why)
    if full or not ended:
        rest = f"Pages after {len(pages)} were" if pages else "Its pages were"
        why = full or why or "the process that reads them ended early"
        reading.unread.append(f"{rest} not read: {why}. Form fields and comments were not read.")
    elif reading.pages > len(pages):
        reading.unread.append(f"Pages after {len(pages)} were not read.")
    reading.read_pages = len(pages) - len(reading.pictures) - len(reading.lost)
    return pages, notes, text


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
