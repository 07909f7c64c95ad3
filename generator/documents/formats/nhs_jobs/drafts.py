"""What a pack says in each box of an advert, as statements that may be left out from the last on but are never cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType

from generator.documents.formats.nhs_jobs.plain_text import Piece, cuttable_sentences, plain_text
from generator.documents.packs.model import Group, Pack
from generator.knowledge.model import Overlay

ATTACHED = "in the attached document"

ABOUT_US = (
    "To be written by each network.",
    "Say who you are, which practices you serve and how many people they look after.",
    "Say who employs the post holder, who they would work with, and what supervision and learning you offer.",
    "Say whether flexible working is welcome, and who to call for an informal chat.",
)
"""What stands in the box where there is no network to speak for itself."""


FIXED_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "in_this_post": "In this post you will:",
        "you_would": "You will:",
        "parts": "The job description sets out each part of the work: {names}.",
        "in_the_job_description": "in the job description",
        "more_about_us": "There is more about us in the attached document.",
        "rest_attached": "The rest of this job description is in the attached document.",
        "attached": ATTACHED,
    }
)
"""The words between the pack's own. The script that makes packs in the browser has them from here."""


@dataclass(frozen=True)
class Draft:
    """The words for one box before they are cut to its limit."""

    pieces: Sequence[Piece]
    always: str = ""
    """The last paragraph, whatever is left out before it."""
    if_cut: str = ""
    """The last paragraph where something was left out."""
    rest_in: str = ""
    """Where an applicant finds what was left out. Empty where nowhere."""
    filled: bool = True
    """False where a network must write the words itself."""
    cuttable: bool = True
    """False for a title: half of one is none."""


def title(pack: Pack) -> Draft:
    """The job title alone: the form asks for the band and the place in boxes of their own."""
    return Draft([Piece(plain_text(pack.title))], cuttable=False)


def overview(pack: Pack) -> Draft:
    """The post in a few lines: title and band, who turns to it, and its three sentences."""
    if own := _own(pack, "overview"):
        return own
    first = sought(pack.title, pack.band, pack.network.name if pack.network else "")
    return Draft([Piece(first), *cuttable_sentences(pack.role.summary), *_bullets(pack.role.in_three_lines, FIXED_WORDS["in_this_post"])])


def sought(title: str, band: str, network: str) -> str:
    """The first sentence of an advert. `band` is told in words; `network` is its name, or nothing."""
    where = f" in {network}" if network else ""
    article = "an" if title[:1] in "AEIO" else "a"
    return plain_text(f"We are looking for {article} {title}{where}, at {band}.")


def main_duties(pack: Pack) -> Draft:
    """The purpose of the post, and the parts of the job description, so that a reader sees how far the work goes."""
    if own := _own(pack, "main_duties"):
        return own
    purpose = chain.from_iterable(group.statements() for group in pack.groups if not group.number)
    duties = [item.statement.text for item in purpose] or pack.role.in_three_lines
    names = "; ".join(plain_text(group.heading) for group in pack.groups if group.number)
    parts = FIXED_WORDS["parts"].format(names=names) if names else ""
    return Draft(_bullets(duties, FIXED_WORDS["you_would"]), always=parts, rest_in=FIXED_WORDS["in_the_job_description"])


def about_us(pack: Pack) -> Draft:
    """The network in its own words, or what a network should say here."""
    if not pack.network:
        return Draft([Piece(words) for words in ABOUT_US], filled=False)
    if own := _own(pack, "about_us"):
        return own
    profile = chain.from_iterable(map(cuttable_sentences, pack.network.profile))
    return Draft(list(profile), if_cut=FIXED_WORDS["more_about_us"], rest_in=ATTACHED)


def job_description(pack: Pack) -> Draft:
    """Every statement with the number it is cited by, then the standard responsibilities."""
    duties = chain.from_iterable(map(_group, pack.groups))
    clauses = [Piece(plain_text(f"{clause.heading}: {clause.text}")) for clause in pack.clauses]
    pieces = [*duties, *_headed(clauses, pack.labels.parts.everyone.heading)]
    return Draft(pieces, if_cut=FIXED_WORDS["rest_attached"], rest_in=ATTACHED)


DRAFTS: Mapping[str, Callable[[Pack], Draft]] = {
    "title": title,
    "overview": overview,
    "main-duties": main_duties,
    "about-us": about_us,
    "job-description": job_description,
}
"""The words of each box by its id. The person specification is a table, and so not among them."""


def _own(pack: Pack, name: str) -> Draft | None:
    """The network's own words for a box, where it has any."""
    words = getattr(_overlay(pack), name, None)
    return Draft(cuttable_sentences(words)) if words else None


def _overlay(pack: Pack) -> Overlay | None:
    return next((o for o in pack.network.roles if o.role == pack.role.id), None) if pack.network else None


def _group(group: Group) -> list[Piece]:
    """A group's statements. Its headings and introduction belong to the first, and go where that goes."""
    items = [Piece(plain_text(f"{item.number or '-'} {item.statement.text}")) for item in group.items]
    inner = chain.from_iterable(map(_group, group.groups))
    number = f"{group.number}. " if group.number and not group.depth else ""
    return _headed([*items, *inner], plain_text(number + group.heading), plain_text(group.intro))


def _headed(pieces: Sequence[Piece], *headings: str) -> list[Piece]:
    """Pieces below a heading, which an empty line parts from what came before."""
    if not pieces:
        return []
    first, *others = pieces
    return [replace(first, heading=_lines([*headings, first.heading]), gap="\n\n"), *others]


def _lines(found: Iterable[str]) -> str:
    return "\n".join(filter(None, found))


def _bullets(found: Iterable[str], heading: str) -> list[Piece]:
    return _headed([Piece(plain_text(f"- {text}")) for text in found], heading)
