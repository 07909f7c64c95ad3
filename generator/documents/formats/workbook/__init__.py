"""The shortlisting workbook."""
