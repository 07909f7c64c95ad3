"""A sheet on which two shortlisters lay their scores side by side, agree, and write down why."""

from __future__ import annotations

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.documents.formats.workbook.rows import CANDIDATE, MOST, NUMBERS, Scores
from generator.documents.formats.workbook.styles import Styles, on_paper

NAME = "Decide"

HEADER = 3

COLUMNS = (
    ("Candidate", 10.0),
    ("Application number", 18.0),
    ("First shortlister: every essential criterion met?", 17.0),
    ("First shortlister: total", 13.0),
    ("Second shortlister: every essential criterion met?", 17.0),
    ("Second shortlister: total", 13.0),
    ("Do they agree on the essential criteria?", 17.0),
    ("Decision", 12.0),
    ("Reason", 50.0),
)
"""Header and width of each column."""

TOLD = (
    "The first shortlister’s columns fill themselves in. Type the second shortlister’s results, then decide together.",
    "Candidates may ask to see what is written about them.",
)

DECISIONS = ["Interview", "Reserve", "No"]


def compare_sheet(book: Workbook, style: Styles, scores: Scores) -> None:
    """Add the sheet. The first shortlister's results come from their scores in the same workbook; the second's are typed in."""
    sheet = book.add_worksheet(NAME)
    pack, candidates = scores.pack, scores.stage.candidates
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, f"Shortlist: {pack.titled}", style.title)
    for row, words in enumerate(TOLD, 1):
        sheet.write_string(row, 0, words, style.line)
    sheet.set_row(HEADER, 44)
    columns = [{"header": name, "header_format": style.header} for name, _ in COLUMNS]
    options = {"name": f"{NAME}_table", "columns": columns, "autofilter": False, "style": None}
    sheet.add_table(HEADER, 0, HEADER + candidates, len(COLUMNS) - 1, options)
    for index, (_, width) in enumerate(COLUMNS):
        sheet.set_column(index, index, width)
    for candidate in range(candidates):
        _row(sheet, style, scores, candidate)
    _lists(sheet, style, scores, candidates)
    sheet.freeze_panes(HEADER + 1, 2)
    sheet.repeat_rows(HEADER)
    on_paper(sheet, pack)
    book.define_name(f"{NAME}!Title", f"={NAME}!{xl_range_abs(HEADER, 0, HEADER, 0)}")


def _row(sheet: Worksheet, style: Styles, scores: Scores, candidate: int) -> None:
    """One candidate: three results by formula, three cells to type in, a comparison, and the decision."""
    row = HEADER + 1 + candidate
    sheet.write_number(row, 0, candidate + 1, style.cell)
    for column, scored in ((1, NUMBERS), (2, scores.met), (3, scores.total)):
        there = f"{scores.stage.name}!{xl_rowcol_to_cell(scored, CANDIDATE + candidate)}"
        sheet.write_formula(row, column, f'=IF({there}="","",{there})', style.cell, value="")
    for column in (4, 5, 7):
        sheet.write_blank(row, column, None, style.cell)
    first, second = xl_rowcol_to_cell(row, 2), xl_rowcol_to_cell(row, 4)
    agreed = f'=IF(OR({first}="",{second}=""),"",IF({first}={second},"Yes","No: talk"))'
    sheet.write_formula(row, 6, agreed, style.result, value="")
    sheet.write_blank(row, 8, None, style.ruled)


def _lists(sheet: Worksheet, style: Styles, scores: Scores, candidates: int) -> None:
    """What may be typed in, and a mark on what needs talk."""
    top, bottom = HEADER + 1, HEADER + candidates
    refusal = {"error_title": "Choose from the list"}
    sheet.data_validation(top, 4, bottom, 4, {"validate": "list", "source": ["Yes", "No"], **refusal})
    most = {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": MOST * len(scores.lines)}
    sheet.data_validation(
        top, 5, bottom, 5, most | {"error_title": "Type the total", "error_message": "A whole number, no higher than the total can be."}
    )
    sheet.data_validation(top, 7, bottom, 7, {"validate": "list", "source": DECISIONS, **refusal})
    talk = {"type": "cell", "criteria": "==", "value": '"No: talk"', "format": style.fails}
    sheet.conditional_format(top, 6, bottom, 6, talk)
