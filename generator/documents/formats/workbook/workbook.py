"""The shortlisting workbook: how to use it, a sheet to shortlist on, one to agree on, and one for interview scores."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from io import BytesIO

from xlsxwriter.workbook import Workbook

from generator.documents.formats.workbook.compare_sheet import NAME, compare_sheet
from generator.documents.formats.workbook.rows import Scores, Stage
from generator.documents.formats.workbook.score_sheet import score_sheet
from generator.documents.formats.workbook.styles import Styles, on_paper, room, styles
from generator.documents.packs.carrying import carried_of
from generator.documents.packs.model import NumberedCriterion, Pack
from generator.knowledge.drafts.carried import as_properties
from generator.knowledge.text.formatting import join_words

SHORTLISTING = Stage("Shortlisting", "Shortlisting grid", candidates=24, pages_wide=3)
INTERVIEW = Stage("Interview", "Interview scores", candidates=8, pages_wide=1)

HOW_TO_USE = "How to use"
"""The name of the first sheet."""

CONFIDENT = "Your employer is Disability Confident: offer an interview to every disabled applicant who meets the essential criteria."
"""A line for employers in that scheme only."""

CERTIFICATES = {
    "one": "Ask to see the certificates for criterion {numbers} before you confirm an offer.",
    "many": "Ask to see the certificates for criteria {numbers} before you confirm an offer.",
}
"""The last line, where a certificate is asked for."""

_WIDTH = 110
"""How wide the first sheet is, in figures."""


def write_workbook(pack: Pack) -> bytes:
    """The workbook of a pack. The same pack gives the same bytes: every date in the file is the day the role was finished.

    Text from the data is written as text, so that none of it can become a formula or a link.
    """
    made = BytesIO()
    with Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties(_properties(pack))
        for name, value in as_properties(carried_of(pack)).items():
            book.set_custom_property(name, value, "text")
        style = styles(book)
        _guide(book, style, pack)
        shortlisting = Scores(SHORTLISTING, pack, assessed(pack, "application"))
        interview = Scores(INTERVIEW, pack, assessed(pack, "interview", "test"))
        if shortlisting.lines:
            score_sheet(book, style, shortlisting)
            compare_sheet(book, style, shortlisting)
        if interview.lines:
            score_sheet(book, style, interview)
    return made.getvalue()


def assessed(pack: Pack, *ways: str) -> list[NumberedCriterion]:
    """The criteria that are assessed in one of these ways: essential first, otherwise in the specification's order."""
    found = [line for line in pack.criteria() if set(line.criterion.assessed_by) & set(ways)]
    return sorted(found, key=lambda line: line.criterion.level != "essential")


def _properties(pack: Pack) -> dict[str, object]:
    return {
        "title": f"Shortlisting workbook: {pack.titled}",
        "subject": pack.place,
        "author": pack.network.name if pack.network else "Fingerpost",
        "comments": pack.issue,
        "created": datetime.combine(pack.role.updated, time()),
    }


def _guide(book: Workbook, style: Styles, pack: Pack) -> None:
    """The first sheet: a line to a row, so that a screen reader reads it line by line."""
    sheet = book.add_worksheet(HOW_TO_USE)
    sheet.set_column(0, 0, _WIDTH)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, f"Shortlisting workbook: {pack.titled}", style.title)
    row = 1
    for heading, told in _chapters(pack):
        if heading:
            sheet.set_row(row, 30)
            sheet.write_string(row, 0, heading, style.heading)
            row += 1
        for words in told:
            sheet.set_row(row, room(words, _WIDTH, 11))
            sheet.write_string(row, 0, words, style.wrapped)
            row += 1
    on_paper(sheet, pack)


def _chapters(pack: Pack) -> Iterator[tuple[str, list[str]]]:
    """What to know, under its headings."""
    yield "", [words for words in (f"{pack.place}. {pack.issue}.", pack.notice) if words]
    yield (
        "Before you start",
        [
            "At least two people who know the work shortlist. Each saves a copy of this workbook and scores alone.",
            "Use application numbers. Never write a name, or anything else that says who a person is.",
            "Candidates may ask to see what is written about them. Keep the scores, and delete them, as your records policy says.",
            "Use only the criteria in this workbook. Add none now, and weight none unless the advert said so.",
        ],
    )
    yield f"Shortlisting, on the sheets ‘{SHORTLISTING.name}’ and ‘{NAME}’", list(_shortlisting(pack))
    yield f"Interviews, on the sheet ‘{INTERVIEW.name}’", list(_interviews(pack))


def _shortlisting(pack: Pack) -> Iterator[str]:
    yield "Score each criterion from 0 to 3: 0 is no evidence, 1 is some, 2 is good and 3 is strong. The totals work themselves out."
    yield "Score the essential criteria first. A 0 on any of them means that the candidate is not shortlisted."
    yield "Use the desirable criteria only to choose between candidates who meet every essential one."
    if pack.network and pack.network.employer and pack.network.employer.disability_confident:
        yield CONFIDENT
    yield f"Then meet. On the sheet ‘{NAME}’, type in the second shortlister’s results, talk about the differences, and say why you decide."
    yield f"For more than {SHORTLISTING.candidates} candidates, save another copy of this workbook."


def _interviews(pack: Pack) -> Iterator[str]:
    yield "Score what each candidate says and does on the same scale."
    yield f"There is room for {INTERVIEW.candidates} candidates. Each panel member saves a copy and scores alone."
    checked = [str(line.number) for line in assessed(pack, "certificate")]
    if checked:
        yield CERTIFICATES["many" if len(checked) > 1 else "one"].format(numbers=join_words(checked))
