"""The organisation chart of a role, and its text alternative."""

from __future__ import annotations

from generator.documents.packs.chart_labels import ChartLabels
from generator.documents.packs.model import Box, Chart
from generator.knowledge.model import ReportingLine, Role
from generator.knowledge.text.formatting import join_words, lower_first


def chart_of(words: ChartLabels, role: Role) -> Chart:
    """The chart of a role: boxes above, this post, boxes below, and the same in sentences."""
    over = tuple(Box(line.who, line.where, line.kind) for line in role.reports_to)
    under = tuple(Box(below.who, below.detail, below.kind) for below in role.manages)
    sentences = [_sentence(words, line) for line in role.reports_to]
    for kind, sentence in words.below.items():
        named = [f"{lower_first(b.who)} ({lower_first(b.detail)})" for b in role.manages if b.kind == kind]
        if named:
            sentences.append(sentence.format(whom=join_words(named)))
    post = Box(role.title, words.post.format(band=role.band), "post")
    return Chart(over, post, under, " ".join(sentences))


def manager(role: Role) -> ReportingLine:
    """The reporting line that manages the post, or the first line if none does."""
    return next((line for line in role.reports_to if line.kind == "manages"), role.reports_to[0])


def _sentence(words: ChartLabels, line: ReportingLine) -> str:
    """A line in words. `where` is often a name, so it keeps its capitals."""
    return f"{line.who} ({line.where}) {words.above[line.kind]}."
