"""Make a new role from a document: the files as text, what was guessed, what was left out, and what is out of date in them."""

from generator.documents.new.from_document.contents import known_bands
from generator.documents.new.from_document.facts import band_of, title_of
from generator.documents.new.from_document.files import RoleFromDocument, role_from_document
from generator.documents.new.from_document.network import network_with_role
from generator.documents.new.from_document.report import DocumentOutcome, folder_text, outcome_text

__all__ = [
    "DocumentOutcome",
    "RoleFromDocument",
    "band_of",
    "folder_text",
    "known_bands",
    "network_with_role",
    "outcome_text",
    "role_from_document",
    "title_of",
]
