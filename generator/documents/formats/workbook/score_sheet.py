"""A sheet to score on: criteria in rows, essential first, and candidates in columns by number. The totals work themselves out."""

from __future__ import annotations

from xlsxwriter.utility import xl_range, xl_range_abs
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.documents.formats.workbook.rows import CANDIDATE, FIRST, HEADER, MOST, NUMBERS, SCALE, Scores
from generator.documents.formats.workbook.styles import Styles, on_paper, room
from generator.documents.packs.model import NumberedCriterion

WIDTH, WAYS_WIDTH = 58, 20
"""How wide the criteria and the ways to assess them are, in figures."""


def score_sheet(book: Workbook, style: Styles, scores: Scores) -> None:
    """Add the sheet of a stage to a workbook."""
    sheet = book.add_worksheet(scores.stage.name)
    _frame(sheet, style, scores)
    _table(sheet, style, scores)
    _results(sheet, style, scores)
    _limits(sheet, style, scores)
    name = scores.stage.name
    book.define_name(f"{name}_scores", f"={name}!{xl_range_abs(FIRST, CANDIDATE, scores.last, scores.right)}")
    # JAWS reads the row and the column of the cell of this name as headers.
    book.define_name(f"{name}!Title", f"={name}!{xl_range_abs(HEADER, 0, HEADER, 0)}")


def _frame(sheet: Worksheet, style: Styles, scores: Scores) -> None:
    """The words above the table, the widths, and the paper."""
    pack, stage = scores.pack, scores.stage
    sheet.set_column(0, 0, WIDTH)
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, f"{stage.heading}: {pack.titled}", style.title)
    for row, words in enumerate((f"{pack.place}. {pack.issue}. {pack.notice}".strip(), SCALE), 1):
        sheet.set_row(row, room(words, WIDTH))
        sheet.write_string(row, 0, words, style.text)
    sheet.set_column(1, 1, 10)
    sheet.set_column(2, 2, WAYS_WIDTH)
    sheet.set_column(CANDIDATE, scores.right, 6.5)
    sheet.freeze_panes(FIRST, 1)
    sheet.repeat_rows(HEADER, NUMBERS)
    sheet.repeat_columns(0, 0)
    on_paper(sheet, pack, stage.pages_wide, upright=True)  # the criteria of a role fit on one upright page, and not on one that lies


def _table(sheet: Worksheet, style: Styles, scores: Scores) -> None:
    """The criteria, as a table whose first row screen readers know as its header."""
    words = scores.pack.labels.criteria
    columns = [{"header": name, "header_format": style.header} for name in (words.criterion, words.level, words.assessed)]
    columns += [{"header": str(n), "header_format": style.header_cell} for n in range(1, scores.stage.candidates + 1)]
    options = {"name": f"{scores.stage.name}_table", "columns": columns, "autofilter": False, "style": None}
    sheet.add_table(HEADER, 0, scores.last, scores.right, options)
    sheet.ignore_errors({"number_stored_as_text": xl_range(HEADER, CANDIDATE, NUMBERS, scores.right)})
    _numbers(sheet, style, scores)
    for row, line in enumerate(scores.lines, FIRST):
        _criterion(sheet, style, scores, row, line)


def _numbers(sheet: Worksheet, style: Styles, scores: Scores) -> None:
    """The row to write application numbers in."""
    sheet.set_row(NUMBERS, 84)
    sheet.write_string(NUMBERS, 0, "Application number, never a name", style.last_row_header)
    for column in range(1, scores.right + 1):
        sheet.write_blank(NUMBERS, column, None, style.number if column >= CANDIDATE else style.last_ruled)


def _criterion(sheet: Worksheet, style: Styles, scores: Scores, row: int, line: NumberedCriterion) -> None:
    """One criterion, with a cell for each candidate. A stronger rule parts the essential from the desirable ones."""
    labels = scores.pack.labels.criteria
    words, ways = f"{line.number}. {line.criterion.text}", labels.ways(line.criterion.assessed_by)
    ends = row in (FIRST + scores.essential - 1, scores.last)
    header, ruled, cell = (
        (style.last_row_header, style.last_ruled, style.last_cell) if ends else (style.row_header, style.ruled, style.cell)
    )
    sheet.set_row(row, max(room(words, WIDTH), room(ways, WAYS_WIDTH)))
    sheet.write_string(row, 0, words, header)
    sheet.write_string(row, 1, labels.level_of(line.criterion.level), ruled)
    sheet.write_string(row, 2, ways, ruled)
    for column in range(CANDIDATE, scores.right + 1):
        sheet.write_blank(row, column, None, cell)


def _results(sheet: Worksheet, style: Styles, scores: Scores) -> None:
    """Below the table: whether every essential criterion is met, and the totals. Nothing shows before the first score."""
    for row, label in enumerate(["Every essential criterion met?", *(label for label, _, _ in scores.results())], scores.met):
        sheet.write_string(row, 0, label, style.result_header)
        for column in range(1, CANDIDATE):
            sheet.write_blank(row, column, None, style.ruled)
    for column in range(CANDIDATE, scores.right + 1):
        begun = f"COUNT({xl_range(FIRST, column, scores.last, column)})"
        sheet.write_formula(scores.met, column, f'=IF({begun}=0,"",{_met(scores, column)})', style.result, value="")
        for row, (_, start, end) in enumerate(scores.results(), scores.met + 1):
            sheet.write_formula(row, column, f'=IF({begun}=0,"",SUM({xl_range(start, column, end, column)}))', style.result, value="")


def _met(scores: Scores, column: int) -> str:
    """A 0 says no at once; yes comes only when every essential criterion has a score."""
    if not scores.essential:
        return '"Yes"'
    musts = xl_range(FIRST, column, FIRST + scores.essential - 1, column)
    return f'IF(COUNTIF({musts},0)>0,"No",IF(COUNT({musts})<{scores.essential},"Not yet","Yes"))'


def _limits(sheet: Worksheet, style: Styles, scores: Scores) -> None:
    """Hold each score to whole numbers from 0 to 3, and make what ends an application plain to see."""
    whole = {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": MOST}
    refusal = {"error_title": "Score 0, 1, 2 or 3", "error_message": "Type a whole number from 0 to 3, or leave the cell empty."}
    sheet.data_validation(FIRST, CANDIDATE, scores.last, scores.right, whole | refusal)
    if scores.essential:
        zero = {"type": "cell", "criteria": "==", "value": 0, "format": style.fails}
        empty = {"type": "blanks", "format": None, "stop_if_true": True}
        musts = (FIRST, CANDIDATE, FIRST + scores.essential - 1, scores.right)
        sheet.conditional_format(*musts, empty)
        sheet.conditional_format(*musts, zero)
    sheet.conditional_format(
        scores.met, CANDIDATE, scores.met, scores.right, {"type": "cell", "criteria": "==", "value": '"No"', "format": style.fails}
    )
