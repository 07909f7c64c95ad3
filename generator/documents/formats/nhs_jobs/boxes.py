"""The boxes of a recruitment form, filled from a pack and cut to what each takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.documents.formats.nhs_jobs.drafts import DRAFTS, Draft
from generator.documents.formats.nhs_jobs.plain_text import Piece, count, fitting, joined_pieces, plain_text
from generator.documents.packs.labels import CriteriaLabels
from generator.documents.packs.model import CriteriaTable, Pack
from generator.knowledge.model import FormField, RecruitmentForm

NHS_JOBS = "nhs-jobs"
"""The form that every pack's text is cut for, by its id in `data/recruitment/`."""

LEVELS = ("essential", "desirable")

LIMITS = {"unknown": "not known", "between": "{least} to {most}", "most": "{most} or fewer"}
"""A limit in words. The script that makes packs in the browser has them from here."""


@dataclass(frozen=True)
class Field:
    """The text for one box. It never ends within a statement, and no line ends in a blank."""

    id: str
    name: str
    """What the form calls the box; in a person specification, with the category and the level."""
    page_name: str
    """What the advert calls it."""
    text: str
    least: int
    most: int | None
    left_over: tuple[str, ...] = ()
    """The statements that did not fit, in order."""
    rest: str = ""
    """The same below their headings, to be read."""
    rest_in: str = ""
    """Where an applicant finds them: `in the attached document`. Empty where nowhere."""
    filled: bool = True
    """False where a network must write the text itself."""
    note: str = ""
    """What is not certain about the box."""

    @property
    def count(self) -> int:
        """Characters with blanks, a line break as two."""
        return count(self.text)

    @property
    def too_short(self) -> bool:
        """Whether the form would refuse it as too short, however it counts line breaks."""
        return len(self.text) < self.least

    @property
    def too_long(self) -> bool:
        """Whether the form would refuse it as too long. Only a title can be: the rest is cut."""
        return self.most is not None and self.count > self.most

    @property
    def limit(self) -> str:
        """The limit in words."""
        if self.most is None:
            return LIMITS["unknown"]
        return LIMITS["between" if self.least else "most"].format(least=f"{self.least:,}", most=f"{self.most:,}")


def fields(pack: Pack, form: RecruitmentForm) -> tuple[Field, ...]:
    """The text for each box, in the form's order. The person specification has a box for each category and level."""
    return tuple(field for box in form.fields for field in _fields(pack, box))


def _fields(pack: Pack, box: FormField) -> Iterator[Field]:
    if box.id in DRAFTS:
        yield _cut(box, DRAFTS[box.id](pack))
        return
    for index, table in enumerate(pack.categories):
        yield from _criteria(box if index == 0 else box.model_copy(update={"note": None}), table, pack.labels.criteria)


def _criteria(box: FormField, table: CriteriaTable, words: CriteriaLabels) -> Iterator[Field]:
    """The criteria of one category, one a line."""
    for level in LEVELS:
        texts = (plain_text(line.criterion.text) for line in table.lines if line.criterion.level == level)
        lines = [Piece(text) for text in texts if text]
        if lines:
            name = f"{box.on_form}: {plain_text(table.heading)}, {plain_text(words.level_of(level)).lower()}"
            yield replace(_cut(box, Draft(lines)), id=f"{box.id}-{table.id}-{level}", name=name)


def _cut(box: FormField, draft: Draft) -> Field:
    """A draft cut to its box, at a statement. The paragraph that says so counts too."""
    fit, ending = len(draft.pieces), draft.always
    if draft.cuttable and box.most is not None and count(joined_pieces(draft.pieces)) > _room(box.most, ending):
        ending = " ".join(filter(None, (draft.always, draft.if_cut)))
        fit = fitting(draft.pieces, _room(box.most, ending))
    left = draft.pieces[fit:]
    return Field(
        id=box.id,
        name=box.on_form,
        page_name=box.on_page,
        text="\n\n".join(filter(None, (joined_pieces(draft.pieces[:fit]), ending))),
        least=box.least,
        most=box.most,
        left_over=tuple(piece.words for piece in left),
        rest=joined_pieces(left),
        rest_in=draft.rest_in if left else "",
        filled=draft.filled,
        note=plain_text(box.note or ""),
    )


def _room(most: int, ending: str) -> int:
    """What an ending, and the empty line before it, leave of a box."""
    return most - count(f"\n\n{ending}") if ending else most
