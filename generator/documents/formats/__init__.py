"""A job pack in each format: one folder for each, which declares its format. Importing this loads none of what makes the files."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.documents.formats.docx import WORD, WORD_TRACKED
from generator.documents.formats.format import Format
from generator.documents.formats.nhs_jobs import NHS_JOBS_TEXT
from generator.documents.formats.pdf import PDF
from generator.documents.formats.workbook import WORKBOOK
from generator.documents.formats.zip import ZIP

FORMATS: tuple[Format, ...] = (
    PDF,
    WORD,
    NHS_JOBS_TEXT,
    WORKBOOK,
    ZIP,
)
"""Every format, in the order in which pages list them. Those that hold others come last."""

ON_REQUEST: Mapping[str, Format] = MappingProxyType({"docx-tracked": WORD_TRACKED})
"""Formats that are made only where somebody asks for them by these names. No list of downloads has them."""
