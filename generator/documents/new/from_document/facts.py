"""The facts of a role: as the document says them, or guessed with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.documents.new.from_document.names import printed
from generator.knowledge.job_documents import JobDocument
from generator.knowledge.job_documents.facts import band_in
from generator.knowledge.job_documents.found import FieldName
from generator.knowledge.text.formatting import join_words, upper_first
from generator.knowledge.text.sentences import sentences

_REGISTERS = {
    "NMC": r"\bNMC\b|nursing and midwifery council", "HCPC": r"\bHCPC\b|health and care professions council",
    "Social Work England": r"social work england", "General Pharmaceutical Council": r"\bGPhC\b|general pharmaceutical council",
    "BACP": r"\bBACP\b", "BABCP": r"\bBABCP\b", "British Psychological Society": r"\bBPS\b|british psychological society",
}  # fmt: skip
_WITH = re.compile(r"\b(?:liais\w+|relationships? with|work(?:ing)? with|alongside|multi-?disciplinary)\b", re.IGNORECASE)
_CHILDREN = re.compile(r"\b(?:children|young people|CAMHS|CYP)\b", re.IGNORECASE)
_TITLE_END = re.compile(r"[\s.,–-]*(?:\(?\s*(?:AfC )?band \w+\)?)?[\s.]*$", re.IGNORECASE)
_KINDS: dict[FieldName, str] = {
    "manages": "manages", "accountable": "accountable", "supervises-clinically": "supervises-clinically",
    "supervises-professionally": "supervises-professionally",
}  # fmt: skip

LONGEST_SHORT_TEXT = 160
"""Characters of a short text at most."""


@dataclass(frozen=True)
class SaidOrGuessed:
    """A value, and why it is a guess if it is one."""

    value: str
    guess: str = ""


@dataclass(frozen=True)
class ChartLine:
    """A line of the chart, upwards."""

    kind: str
    who: str
    where: SaidOrGuessed
    place: str
    """Where the document says it, in words; nothing for a guess."""
    passage: int = -1


def title_of(job: JobDocument, name: str) -> SaidOrGuessed:
    """The title of the post."""
    said = job.said("title")
    if said:
        return SaidOrGuessed(printed(_TITLE_END.sub("", said[0].value))[:LONGEST_SHORT_TEXT])
    headed = [left.passage for left in job.left if left.passage.layout.heading or left.passage.layout.bold]
    headed = [one for one in headed if not re.search(r"job description|person spec|trust|network|pack", one.text, re.IGNORECASE)]
    if headed and headed[0].number < 12:
        return SaidOrGuessed(printed(_TITLE_END.sub("", headed[0].text))[:LONGEST_SHORT_TEXT], "it is the first heading of the document")
    return SaidOrGuessed(
        upper_first(name.partition("-band-")[0].replace("-", " ")), "the document names no job title; it is made from the id"
    )


def band_of(job: JobDocument, name: str, known: list[str]) -> SaidOrGuessed:
    """The band, if it is one with pay; else the first that has pay."""
    said = [band for each in job.said("band") if (band := band_in(each.value))]
    headed = [band for left in job.left[:8] if left.passage.layout.heading and (band := band_in(left.passage.text))]
    found = next((band for band in (*said, *headed) if band in known), None)
    if found:
        return SaidOrGuessed(found)
    named = name.rpartition("-band-")[2]
    if named in known:
        return SaidOrGuessed(named, "the document names none; it is made from the id")
    return SaidOrGuessed(next(iter(known), "5"), "the document names none that has pay; it is the lowest")


def chart_lines(job: JobDocument) -> list[ChartLine]:
    """The lines of the chart."""
    lines = []
    for each in job.fields:
        if each.name in _KINDS:
            who, comma, where = printed(each.value).partition(", ")
            place = (
                SaidOrGuessed(where[:LONGEST_SHORT_TEXT])
                if comma
                else SaidOrGuessed("Primary care network", "the document does not say where that post is")
            )
            lines.append(
                ChartLine(_KINDS[each.name], upper_first(who)[:LONGEST_SHORT_TEXT], place, each.passage.label, each.passage.number)
            )
    if not lines:
        guess = SaidOrGuessed("Primary care network", "the document does not say to whom the post answers")
        lines.append(ChartLine("manages", "Line manager", guess, ""))
    return lines


def serves(job: JobDocument, title: str) -> SaidOrGuessed:
    """Whom the post holder sees."""
    said = f"{title} {' '.join(each.text for section in job.sections if section.purpose for each in section.statements)}"
    young = bool(_CHILDREN.search(said))
    return SaidOrGuessed(
        "children-and-young-people" if young else "adults", "the words of its title and purpose" if young else "nothing speaks of children"
    )


def sentences_of(job: JobDocument, most: int) -> list[str]:
    """The first sentence of each of the first statements, those on the purpose first."""
    ordered = sorted(job.sections, key=lambda section: not section.purpose)
    said = [printed(each.text) for section in ordered for each in section.statements]
    return [sentences(text)[0].text for text in said if sentences(text)][:most]


def works_with(job: JobDocument) -> SaidOrGuessed:
    """The people beside the post."""
    said = next((each for each in job.statements if _WITH.search(each.text)), None)
    if said:
        return SaidOrGuessed(printed(said.text), f"a statement that speaks of others ({said.passage.label})")
    return SaidOrGuessed("You will work with the practices and the primary care team.", "the document does not say it")


def registers(job: JobDocument) -> SaidOrGuessed | None:
    """The registers that the criteria or duties name."""
    said = " ".join([*(each.text for each in job.criteria if each.level == "essential"), *(each.text for each in job.statements)])
    named = [name for name, pattern in _REGISTERS.items() if re.search(pattern, said, re.IGNORECASE)]
    return SaidOrGuessed(join_words(named, "or"), "criteria or duties name them") if named else None


def is_line(name: FieldName) -> bool:
    """Whether a fact is a line of the chart."""
    return name in _KINDS
