"""The organisation chart of a role, and the same told in sentences."""

from __future__ import annotations

from generator.documents.packs.chart_labels import ChartLabels
from generator.documents.packs.model import Box, Chart
from generator.knowledge.model import ReportingLine, Role
from generator.knowledge.text.formatting import join_words, lower_first


def chart_of(words: ChartLabels, role: Role) -> Chart:
    """Boxes above, this post, boxes below, and all of it told in sentences."""
    over = tuple(Box(line.who, line.where, line.kind) for line in role.reports_to)
    under = tuple(Box(below.who, below.detail, below.kind) for below in role.manages)
    told = [_told(words, line) for line in role.reports_to]
    for kind, sentence in words.below.items():
        named = [f"{lower_first(b.who)} ({lower_first(b.detail)})" for b in role.manages if b.kind == kind]
        if named:
            told.append(sentence.format(whom=join_words(named)))
    post = Box(role.title, words.post.format(band=role.band), "post")
    return Chart(over, post, under, " ".join(told))


def manager(role: Role) -> ReportingLine:
    """The line that manages the post, or the first where none is called that."""
    return next((line for line in role.reports_to if line.kind == "manages"), role.reports_to[0])


def _told(words: ChartLabels, line: ReportingLine) -> str:
    """`where` is often a name, so it keeps its capitals."""
    return f"{line.who} ({line.where}) {words.above[line.kind]}."
