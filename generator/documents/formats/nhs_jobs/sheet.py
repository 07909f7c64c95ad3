"""The text of an advert for a recruitment form such as NHS Jobs: a sheet to paste it from, and what to know of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.documents.formats.nhs_jobs.boxes import NHS_JOBS, Field, fields
from generator.documents.formats.nhs_jobs.drafts import ATTACHED
from generator.documents.formats.nhs_jobs.plain_text import plain_text
from generator.documents.packs.model import Fact, Pack
from generator.knowledge.model import RecruitmentForm
from generator.knowledge.text.formatting import day, join_words

__all__ = ["NHS_JOBS", "Field", "Note", "advice", "fields", "notes", "write_text"]

_RULE = "-" * 72

SHEET_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "title": "Text for {form}: {pack}",
        "how": "How to use this sheet",
        "on_page": "On the advert: {name}",
        "count": "{count} characters. Limit: {limit}.",
        "short": "{count} characters, and the form asks for {least} or more.",
        "long": "{count} characters, and the form takes {limit}. Make it shorter.",
        "cut": "cut at {most} characters. {left} {where}.",
        "cut_nowhere": "cut at {most} characters. {left} nowhere else. Make the text shorter.",
        "one_left": "The last statement is",
        "left": "The last {number} statements are",
        "left_out": "Left out",
        "others": "For the other boxes",
        "reference": "Reference",
        "rule": _RULE,
    }
)
"""The words between those of the pack. The script that makes packs in the browser has them from here."""


def write_text(pack: Pack, form: RecruitmentForm) -> bytes:
    """The sheet to paste from, in UTF-8.

    Lines end as Windows ends them, because older Notepads show one long line otherwise; and there is no byte order mark, which
    could be pasted by mistake.
    """
    boxes = [_box(number, field) for number, field in enumerate(fields(pack, form), 1)]
    parts = [_head(pack, form), _lines(SHEET_WORDS["how"], *(f"- {words}" for words in advice(form))), *boxes, _others(pack)]
    return "\n\n".join(parts).replace("\n", "\r\n").encode() + b"\r\n"


@dataclass(frozen=True)
class Note:
    """What whoever publishes a pack should know of the text for one box. `refused` is whether somebody must change it."""

    field: str
    said: str
    refused: bool


def notes(pack: Pack, form: RecruitmentForm) -> list[Note]:
    """What was cut, and what the form would refuse."""
    return [Note(field.name, said, not (field.left_over and field.rest_in)) for field in fields(pack, form) for said in _said(field)]


def advice(form: RecruitmentForm) -> list[str]:
    """How to use the boxes, a sentence or two each."""
    oldest = min(field.checked_on for field in form.fields)
    files = form.attachments
    endings = join_words([f".{ending}" for ending in files.endings], "or")
    found = [
        f"Each text has the name of a box on {form.name}. Copy it into that box.",
        f"The limits were checked on {day(oldest)}. Counts include blanks, and a line break counts as two characters, as browsers "
        "send it. The form may count fewer.",
        *(item.text for item in form.advice),
        f"You can attach up to {files.most} documents of up to {files.megabytes} MB each. Their names must end in {endings}.",
    ]
    return [plain_text(words) for words in found]


def _said(field: Field) -> Iterator[str]:
    if field.too_short:
        yield SHEET_WORDS["short"].format(count=f"{field.count:,}", least=f"{field.least:,}")
    if field.too_long:
        yield SHEET_WORDS["long"].format(count=f"{field.count:,}", limit=field.limit)
    if field.left_over and field.rest_in == ATTACHED:
        yield SHEET_WORDS["cut"].format(most=f"{field.most:,}", left=_left(field), where=field.rest_in)
    elif field.left_over and not field.rest_in:
        yield SHEET_WORDS["cut_nowhere"].format(most=f"{field.most:,}", left=_left(field))


def _left(field: Field) -> str:
    number = len(field.left_over)
    return SHEET_WORDS["one_left"] if number == 1 else SHEET_WORDS["left"].format(number=number)


def _head(pack: Pack, form: RecruitmentForm) -> str:
    title = SHEET_WORDS["title"].format(form=form.name, pack=pack.titled)
    return _lines(*map(plain_text, (title, pack.place, pack.issue, pack.notice)))


def _box(number: int, field: Field) -> str:
    """A box: its name, its limit and count, the text between two lines, and what did not fit."""
    told = [
        f"{number}. {field.name}",
        SHEET_WORDS["on_page"].format(name=field.page_name) if field.page_name != field.name.partition(":")[0] else "",
        SHEET_WORDS["count"].format(count=f"{field.count:,}", limit=field.limit),
        "A network must write this text." if not field.filled else "",
        field.note,
        *(said[0].upper() + said[1:] for said in _said(field)),
    ]
    box = _lines(*told, _RULE, field.text, _RULE)
    if not field.left_over:
        return box
    heading = f"{field.rest_in[0].upper()}{field.rest_in[1:]}" if field.rest_in else SHEET_WORDS["left_out"]
    return f"{box}\n{heading}\n\n{field.rest}"


def _others(pack: Pack) -> str:
    """What the other boxes of a form ask for, as far as the pack knows."""
    dates = (Fact("reference", SHEET_WORDS["reference"], pack.advert.vacancy.reference), *pack.advert.dates) if pack.advert else ()
    return _lines(SHEET_WORDS["others"], *(plain_text(f"{fact.label}: {fact.value}") for fact in (*pack.facts, *dates)))


def _lines(*found: str) -> str:
    return "\n".join(filter(None, found))
