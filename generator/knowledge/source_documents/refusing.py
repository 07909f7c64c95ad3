"""Problems of documents that cannot be read."""

from __future__ import annotations

from generator.problems import Place, Report, Stopped, rule


def document_refused(code: str, name: str, **gaps: object) -> Stopped:
    """What to raise for a document that cannot be read."""
    return Stopped(Report([rule(code).at(Place(name), **gaps)]))


def document_damaged(name: str, error: Exception) -> Stopped:
    """What to raise for a document whose bytes are wrong."""
    return document_refused("document-unreadable", name, reason=f"it is damaged ({type(error).__name__})")
