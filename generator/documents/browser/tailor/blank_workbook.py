"""The shortlisting workbook that the browser fills in: an ordinary workbook of the blank pack, with criteria to copy.

It has two essential and two desirable criteria, each assessed in every way. So it has every sheet and every line, one row of each look
(the last of a level has a stronger rule below it), and no two lines of its formulas name the same rows: rows can be moved with certainty.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from typing import Any

from generator.documents.formats.workbook.compare_sheet import NAME
from generator.documents.formats.workbook.rows import MOST
from generator.documents.formats.workbook.workbook import CERTIFICATES, CONFIDENT, HOW_TO_USE, INTERVIEW, SHORTLISTING, write_workbook
from generator.documents.packs.model import CriteriaTable, NumberedCriterion, Pack

_LEVELS = ("essential", "essential", "desirable", "desirable")


def blank_workbook(blank: Pack) -> dict[str, Any]:
    """The workbook of a blank pack in base64, and the words that depend on the network."""
    content = write_workbook(replace(blank, categories=(_criteria(blank),)))
    sheets = {"guide": HOW_TO_USE, "shortlisting": SHORTLISTING.name, "decide": NAME, "interview": INTERVIEW.name}
    words = {"sheets": sheets, "confident": CONFIDENT, "certificates": CERTIFICATES}
    return {"file": b64encode(content).decode(), "most": MOST, **words}


def _criteria(blank: Pack) -> CriteriaTable:
    sample = next(blank.criteria()).criterion
    ways = ["application", "interview", "certificate"]
    lines = [
        NumberedCriterion(number, sample.model_copy(update={"id": f"sample-{number}", "level": level, "assessed_by": ways}))
        for number, level in enumerate(_LEVELS, 1)
    ]
    return CriteriaTable("samples", "Samples", tuple(lines))
