"""Read the lines of a PDF, page by page."""

from __future__ import annotations

import io
import logging
import re
import time
from collections import Counter
from typing import TYPE_CHECKING

from generator.knowledge.source_documents.blocks import SourceLine
from generator.knowledge.source_documents.refusing import document_refused

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 300
"""Maximum pages that are read."""

_EDGE = 2
"""Lines at the top and the foot of a page that may be running heads and feet."""

LONGEST_TIME = 60
"""Seconds after which no further page is begun: a page can be made to take long."""


def pdf_lines(content: bytes, name: str, unread: list[str]) -> list[SourceLine]:
    """The lines of a PDF. Raises Stopped for one that is locked or damaged. Pages that are not read are told in `unread`."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its notes on odd files would stand between ours
    try:
        return _lines(_opened(content, name), unread)
    except pypdf.errors.LimitReachedError:
        raise document_refused("document-unreadable", name, reason="a page of it holds more than any page of text") from None
    except (pypdf.errors.PyPdfError, LookupError, ValueError, TypeError, AttributeError, OSError) as error:
        raise document_refused("document-unreadable", name, reason=f"it is damaged ({type(error).__name__})") from None
    except (ArithmeticError, RecursionError, AssertionError) as error:
        raise document_refused("document-unreadable", name, reason=f"it is damaged ({type(error).__name__})") from None


def _opened(content: bytes, name: str) -> PdfReader:
    """The PDF, without the locks that need no password: many forbid only changes."""
    import pypdf

    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if not reader.is_encrypted:
            return reader
    except pypdf.errors.DependencyError:
        pass  # it is locked in a way that pypdf alone cannot open
    return pypdf.PdfReader(_unlocked(content, name))


def _unlocked(content: bytes, name: str) -> io.BytesIO:
    import pikepdf

    made = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            pdf.save(made)
    except pikepdf.PasswordError:
        raise document_refused("document-locked", name) from None
    except pikepdf.PdfError:
        raise document_refused("document-unreadable", name, reason="it is damaged") from None
    return made


def _lines(reader: PdfReader, unread: list[str]) -> list[SourceLine]:
    pages: list[list[str]] = []
    begun = time.monotonic()
    for page in reader.pages[:MOST_PAGES]:
        if time.monotonic() - begun > LONGEST_TIME:
            unread.append(f"Pages after {len(pages)} were not read: those before took more than {LONGEST_TIME} seconds.")
            break
        pages.append(page.extract_text().splitlines())
    else:
        if len(reader.pages) > MOST_PAGES:
            unread.append(f"Pages after {MOST_PAGES} were not read.")
    furniture = _furniture(pages)
    found: list[SourceLine] = []
    for page_number, lines in enumerate(pages, 1):
        for line_number, text in enumerate(lines, 1):
            if _plain(text) not in furniture:
                found.append(SourceLine(text, f"page {page_number}, line {line_number}", len(found) + 1))
    return found


def _furniture(pages: list[list[str]]) -> set[str]:
    """Running heads and feet: lines at the edge of three pages or more, the same but for their numbers."""
    edges = Counter(line for lines in pages for line in {_plain(text) for text in lines[:_EDGE] + lines[-_EDGE:]})
    return {line for line, count in edges.items() if count >= 3 and line}


def _plain(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()))
