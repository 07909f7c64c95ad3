"""Read cells of our own export as spreadsheets give them back: days as Excel shows them, codes in capitals, hidden characters."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from generator.knowledge.directory.importing.mending import mail_address, web_address
from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.directory.importing.opening_text import opening_rows
from generator.knowledge.directory.importing.workbook_rows import FORMULA
from generator.knowledge.directory.table_columns import ITEMS, LINES, WHOLE, NotACell, items
from generator.knowledge.model.forms import EMAIL, SLUG, WEB_ADDRESS
from generator.knowledge.text.formatting import MONTHS
from generator.problems import HIDDEN

_CODE_LISTS = frozenset({
    "former_ids", "replaced_by",
    "needs", "audiences", "areas", "reach_through", "referral", "delivery", "severity", "guessed", "care_steps",
})  # fmt: skip
_CODES = frozenset({"id", "first_id", "status", "area_basis", "cost", "confidence"})
_DAYS = frozenset({"paused_until", "closed_on", "assured_on", "review_after"})
_SEVERAL_LINES = LINES | ITEMS
_DAY_KEYS = re.compile(r"(?i)(?<![a-z_])((?:checked_on|copied_on|read_on|gone_on|from|until)\s*:\s*)([^;\n]+)")

_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BETWEEN = re.compile(r"[\n,;]")
_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|#{2,})")
"""What a spreadsheet writes into a cell that it cannot work out, or that is too narrow for its value."""

_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 00:00(?::00)?)?")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})[ -](\d{4})")
_SERIAL = re.compile(r"([345]\d{4})(?:\.0+)?")
_FIRST_DAY = date(1899, 12, 30)
"""The day from which Excel counts."""


def tidied(column: str, text: str, exported: Callable[[str], bool]) -> str:
    """The cell as our export would have it, where that is certain. Raises NotACell where a spreadsheet left an error in it.

    `exported` says whether a value is what the export had: of two readings of a day, that one is meant.
    """
    if FORMULA in text:
        raise NotACell("It holds a formula, not a text.")
    text = HIDDEN.sub("", _BREAK.sub("\n", text)).strip(" \t\n\xa0")
    if _ERROR.fullmatch(text):
        raise NotACell(f"The spreadsheet shows an error there: ‘{text}’.")
    if column in _CODE_LISTS:
        return "\n".join(filter(None, map(_code, _BETWEEN.split(text))))
    if column in _CODES:
        return _code(text)
    if column in _DAYS:
        return _day(text, exported)
    if column == "hours":
        text = _hours(text)
    if column in ITEMS:
        return _DAY_KEYS.sub(lambda found: found[1] + _day(found[2].strip(), exported, serial=False), text)
    if column in WHOLE:
        return re.sub(r"\.0+$", "", text)
    if column in ("email", "url"):
        return _address(column, text)
    return text if column in _SEVERAL_LINES else " ".join(line.strip() for line in text.split("\n") if line.strip())


def is_id(text: str) -> bool:
    """Whether a cell has what may be an id, in whatever letters."""
    return re.fullmatch(SLUG, _code(HIDDEN.sub("", text))) is not None


def _code(text: str) -> str:
    """An id or a code: `In person` is `in-person`. What is no such thing stays, so that it is told as it was written."""
    text = text.strip(" \xa0")
    code = re.sub(r"[\s_]+", "-", text.lower())
    return code if re.fullmatch(SLUG, code) else text


def _day(text: str, exported: Callable[[str], bool], *, serial: bool = True) -> str:
    """A day as 2026-04-01, from any way in which a spreadsheet shows one. Day and month stand as they do in this country."""
    readings: list[str] = []
    if found := _FIGURES.fullmatch(text):
        first, second, year = (int(part) for part in found.groups())
        readings = [made for month, day in ((second, first), (first, second)) if (made := _date(year, month, day))]
    elif found := _WORDS.fullmatch(text):
        month = next((number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(found[2].lower())), 0)
        readings = [_date(int(found[3]), month, int(found[1]))]
    elif serial and (found := _SERIAL.fullmatch(text)):
        readings = [(_FIRST_DAY + timedelta(days=int(found[1]))).isoformat()]
    return next((one for one in readings if exported(one)), next(iter(readings), "")) or text


def _hours(text: str) -> str:
    """Hours as our export has them: also `Mon-Fri 9-5`, where it can mean one thing."""
    if "opens" not in text.lower():
        return items(opening_rows(text)) or text
    text = re.sub(r"(?i)\bdays\s*:[^;\n]+", lambda found: found[0].lower(), text)
    return re.sub(r"(?<![\d:])(\d:\d\d)(?!\d)", r"0\1", text)


def _date(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _address(column: str, text: str) -> str:
    """An email or web address, where the cell has one and nothing else."""
    if re.fullmatch(EMAIL if column == "email" else WEB_ADDRESS, text):
        return text
    notes = Notes()
    read = mail_address(text, notes) if column == "email" else web_address(text, notes)
    return read if read and not [*notes.all_left()] else text
