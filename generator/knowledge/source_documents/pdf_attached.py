"""Read a file that is attached to a PDF, such as what a pack was made from."""

from __future__ import annotations

from generator.knowledge.source_documents.pdf_process import output_of, program_of
from generator.knowledge.source_documents.refusing import document_refused

_SECONDS = 30
"""After these the process is ended. A pack takes less than one."""

_PROGRAM = program_of("print_attached")


def attached(content: bytes, name: str, file_name: str) -> bytes | None:
    """The content of the attached file with a name, or None. Messages call the PDF `name`. Raises Stopped for one that cannot be read."""
    output, why = output_of(_PROGRAM, content, file_name, _SECONDS)
    word, _, found = output.partition(b"\n")
    if word == b"locked":
        raise document_refused("document-locked", name)
    if word == b"found":
        return found
    if word == b"none":
        return None
    raise document_refused("document-unreadable", name, reason=why or "it is damaged")
