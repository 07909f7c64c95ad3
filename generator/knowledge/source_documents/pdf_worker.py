"""Read the pages of an untrusted PDF in a process of its own: the library is written in C, and a page can be made to take for ever.

It reads the file from standard input and prints a line of JSON for each page, so that what was read before an end is kept.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from generator.knowledge.source_documents.blocks import MOST_CHARACTERS
from generator.knowledge.source_documents.pdf_layout import laid_out
from generator.knowledge.source_documents.pdf_letters import page_content
from generator.knowledge.source_documents.pdf_messages import as_message, text_as_message
from generator.knowledge.source_documents.pdf_open_rows import ColumnGap
from generator.knowledge.source_documents.pdf_open_tables import OpenTables, tables_without_lines
from generator.knowledge.source_documents.pdf_paragraphs import LaidOut
from generator.knowledge.source_documents.pdf_tag_tree import tag_blocks
from generator.knowledge.source_documents.pdf_tagged import TaggedText, tagged_text
from generator.knowledge.source_documents.pdf_tags_sound import believed

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

    from generator.knowledge.source_documents.pdf_letters import PageContent

MOST_MEMORY = 2_000_000_000
"""Bytes of memory at most, where the system can hold a process to that. A job pack takes under 200 million."""

MOST_TAGGED = 300_000
"""Letters of a document whose tags are read: all of them are kept until then."""

MOST_ATTACHED = 50
"""Attached files that are looked at. A pack has one."""


def print_pages() -> None:
    """Read the file from standard input, and print what is on its pages. The one argument is the most pages that are read."""
    _hold_memory()
    content, most = sys.stdin.buffer.read(), int(sys.argv[1])
    for message in messages(content, most):
        sys.stdout.write(json.dumps(message) + "\n")
        sys.stdout.flush()


def print_attached() -> None:
    """Read the file from standard input. Print `found` and the content of the attached file that the one argument names; or `none`,
    `locked` or `damaged`."""
    _hold_memory()
    word, found = attached_file(sys.stdin.buffer.read(), sys.argv[1])
    sys.stdout.buffer.write(word.encode() + b"\n" + found)


def attached_file(content: bytes, file_name: str) -> tuple[str, bytes]:
    """The word that `print_attached` prints, and the content."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        for number in range(min(document.count_attachments(), MOST_ATTACHED)):
            attached = document.get_attachment(number)
            if attached.get_name() == file_name:
                return "found", bytes(attached.get_data())
    except pypdfium2.PdfiumError as error:
        return _wrong(error), b""
    return "none", b""


def messages(content: bytes, most_pages: int) -> Iterator[dict[str, Any]]:
    """How many pages there are, then each page; or what is wrong with the file."""
    import pypdfium2

    from generator.knowledge.source_documents.pdf_fields import notes_of

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        yield {"wrong": _wrong(error)}
        return
    yield {"pages": len(document)}
    characters = 0
    tagged = pypdfium2.raw.FPDFCatalog_IsTagged(document)
    contents: list[PageContent] = []
    try:
        for read, laid, again in _laid_out((document[number] for number in range(min(len(document), most_pages))), marked=bool(tagged)):
            if again:
                yield {"again": True, **as_message(laid)}
                continue
            if characters > MOST_CHARACTERS:
                yield {"full": True}
                return
            characters += len(read.letters)
            tagged = tagged and characters <= MOST_TAGGED
            contents = [*contents, read] if tagged else []
            yield {**_judged(read), **as_message(laid)}
    except pypdfium2.PdfiumError:
        yield {"wrong": "damaged"}
        return
    notes = notes_of(content)
    yield {"fields": notes.fields, "comments": notes.comments}
    if text := _tagged(content, contents):
        yield {"tagged": text_as_message(text)}


def _tagged(content: bytes, pages: Sequence[PageContent]) -> TaggedText | None:
    """The text as the tags of the file say it, if it has some that are to be believed."""
    blocks = tag_blocks(content) if pages else None
    return believed(tagged_text(pages, blocks)) if blocks else None


def _laid_out(pages: Iterator[PdfPage], *, marked: bool) -> Iterator[tuple[PageContent, LaidOut, bool]]:
    """Each page with its paragraphs; and `again`, where the next page shows that a table goes on over its edge."""
    before: Sequence[ColumnGap] = ()
    last: tuple[PageContent, OpenTables, Sequence[ColumnGap]] | None = None
    for page in pages:
        read = page_content(page, marked=marked)
        page.close()
        if last and (after := tables_without_lines(read).first):
            content, tables, at_top = last
            more = tables_without_lines(content, at_top, after)
            before = more.last
            if more.rules != tables.rules:
                yield content, laid_out(content, more.rules), True
        tables = tables_without_lines(read, before)
        yield read, laid_out(read, tables.rules), False
        last, before = (read, tables, before), tables.last


def _wrong(error: Exception) -> str:
    """Why a document was not opened: `locked` or `damaged`."""
    import pypdfium2

    locked = getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD or "assword" in str(error)
    return "locked" if locked else "damaged"


def _judged(page: PageContent) -> dict[str, Any]:
    """Whether a page has no text but pictures or drawings, letters without names, or more letters than are read."""
    letters = [letter.text for letter in page.letters if not letter.text.isspace()]
    picture = not letters and bool(page.pictures or page.shapes)
    return {"picture": picture, "lost": not picture and letters.count("\ufffd") * 4 > len(letters), "cut": page.cut}


def _hold_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    print_pages()
