"""A job pack in each format: one folder for each, which declares its format. Importing this loads none of what makes the files."""

from generator.documents.formats.docx import WORD
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
