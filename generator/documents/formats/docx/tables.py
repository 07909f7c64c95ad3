"""The tables of a pack in Word: facts, practices and the person specification."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from generator.documents.formats.docx.markup import Xml, cell, table_row
from generator.documents.formats.docx.numbering import list_properties
from generator.documents.formats.docx.writer import WordWriter
from generator.documents.packs.labels import CriteriaLabels, PracticeLabels
from generator.documents.packs.model import LONGEST_BESIDE, CriteriaTable, Fact, NumberedCriterion
from generator.knowledge.model import Network

NUMBER_ROOM = 480
"""Room for a criterion's number before its text, in twentieths of a point."""

RIGHT = '<w:jc w:val="right"/>'


def facts_table(m: WordWriter, facts: Sequence[Fact], caption: str) -> Xml:
    """Facts side by side, two in a row. An odd one has the whole line, and so have long ones, which come last, as on paper."""
    widths = m.widths(36, 52, 31, 51)
    rows = []
    short = [fact for fact in facts if len(fact.value) <= LONGEST_BESIDE]
    alone = [(fact, None) for fact in facts if len(fact.value) > LONGEST_BESIDE]
    for left, right in [*zip_longest(short[::2], short[1::2]), *alone]:
        if right:
            rows.append(table_row(*_pair(m, left, widths[:2]), *_pair(m, right, widths[2:])))
        else:
            rows.append(table_row(*_pair(m, left, (widths[0], sum(widths[1:])), columns=3)))
    return m.label_table(widths, rows, caption, "Each label is followed by its value, two to a line")


def rows_table(m: WordWriter, facts: Sequence[Fact], caption: str) -> Xml:
    """Facts one below the other: the label in the side column, the value at the text edge."""
    widths = m.widths(36, 134)
    return m.label_table(widths, [table_row(*_pair(m, fact, widths)) for fact in facts], caption, "A label and its value on each line")


def _pair(m: WordWriter, fact: Fact, widths: Sequence[int], columns: int = 1) -> list[Xml]:
    value = m.paragraph("Table Text", m.fact(fact))
    return [cell(widths[0], m.said("Table Label", fact.label)), cell(widths[1], value, columns=columns)]


def practices_table(m: WordWriter, network: Network, words: PracticeLabels) -> Xml:
    """A network's practices and their patients. Areas have a column only where one is known."""
    areas = any(practice.area for practice in network.known_practices)
    widths = m.widths(66, *([38] if areas else []), 38, 28)
    heads = [words.practice, *([words.area] if areas else []), words.ods_code, words.patients]
    lines = [[p.name, *([p.area or ""] if areas else []), p.ods_code, f"{p.population:,}"] for p in network.known_practices]
    total = f"{network.population:,}"
    rows = [_practice(m, widths, line, "Table Text") for line in lines]
    rows.append(_practice(m, widths, [words.all_practices, *[""] * (len(heads) - 2), total], "Table Label"))
    told = "The practices of the network, with their codes and patients"
    return m.headed_table(widths, heads, rows, words.our_practices, told, right=True)


def _practice(m: WordWriter, widths: Sequence[int], words: Sequence[str], style: str) -> Xml:
    aligned = [*[""] * (len(words) - 1), RIGHT]
    return table_row(*(cell(w, m.said(style, text, align)) for w, text, align in zip(widths, words, aligned, strict=True)))


def criteria_table(m: WordWriter, category: CriteriaTable, instance: int, words: CriteriaLabels) -> Xml:
    """One category of the person specification. `instance` is the list that numbers all of them."""
    widths = m.widths(101, 24, 45)
    rows = [_criterion(m, line, instance, widths, words) for line in category.lines]
    told = f"What we look for under {category.heading}, whether it is essential, and how we assess it"
    return m.headed_table(widths, [words.criterion, words.level, words.assessed], rows, category.heading, told)


def _criterion(m: WordWriter, line: NumberedCriterion, instance: int, widths: Sequence[int], words: CriteriaLabels) -> Xml:
    criterion = line.criterion
    text = m.phrase_control("criterion", criterion.id, criterion.text)
    level = m.words(words.level_of(criterion.level), "Strong" if criterion.level == "essential" else "Quiet")
    return table_row(
        cell(widths[0], m.paragraph("Table Text", text, properties=list_properties(instance))),
        cell(widths[1], m.paragraph("Table Text", level)),
        cell(widths[2], m.said("Table Text", words.ways(criterion.assessed_by))),
    )
