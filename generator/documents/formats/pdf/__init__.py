"""Job packs as PDF: laid out by WeasyPrint, then mended so that one file is both PDF/UA-1 and PDF/A-3a."""

from generator.documents.formats.pdf.fonts import FontsNotInstalled, fonts_folder
from generator.documents.formats.pdf.layers import PackNotPrinted, look_at_styles
from generator.documents.formats.pdf.printer import Printer, print_pdf

__all__ = ["FontsNotInstalled", "PackNotPrinted", "Printer", "fonts_folder", "look_at_styles", "print_pdf"]
