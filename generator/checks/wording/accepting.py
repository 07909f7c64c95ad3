"""Accepted wording: exceptions from a rule, with reasons, and exceptions that are no longer needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.checks.wording.finding import Finding
from generator.knowledge.model import AcceptedWording, Identified
from generator.knowledge.model.pages import PageHead
from generator.knowledge.reading.document import Document
from generator.problems import Problem, rule

Accepting = tuple[Identified | PageHead, Document]
"""A record or a page's front matter, which may accept wording, and the document with its places."""


def with_acceptances(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, each with the acceptance in its own file that covers it, if any."""
    return [replace(finding, accepted=_acceptance(finding)) for finding in findings]


def _acceptance(finding: Finding) -> AcceptedWording | None:
    return next((entry for entry in finding.record.accept_wording if _covers(entry, finding)), None)


def _covers(entry: AcceptedWording, finding: Finding) -> bool:
    """Whether an acceptance has the finding's rule and quotes part of its words, in any case. Without a quote it covers the whole text."""
    if entry.rule != finding.rule:
        return False
    return entry.quote is None or _folded(entry.quote) in _folded(finding.quote)


def _folded(text: str) -> str:
    return " ".join(text.lower().split())


def needless(accepting: Iterable[Accepting], findings: list[Finding]) -> Iterator[Problem]:
    """A problem for each acceptance that is no longer needed, because the words or the rule no longer exist."""
    used = {id(finding.accepted) for finding in findings if finding.accepted}
    for record, document in accepting:
        for index, entry in enumerate(record.accept_wording):
            if id(entry) in used:
                continue
            place = document.place("accept_wording", index, "rule")
            yield rule("wording-acceptance-unused").at(place, rule=entry.rule, quote=entry.quote or "the whole text")
