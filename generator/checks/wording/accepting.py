"""Words that stay although a rule speaks against them: who said so, why, and whether they are still there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.checks.wording.finding import Finding
from generator.knowledge.model import AcceptedWording, Identified
from generator.knowledge.model.pages import PageHead
from generator.knowledge.reading.document import Document
from generator.problems import Problem, rule

Accepting = tuple[Identified | PageHead, Document]
"""A record, or a page's heading block, that may accept words; and where its values stand."""


def with_acceptances(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, each with the acceptance in its own file that lets it be, if there is one."""
    return [replace(finding, accepted=_acceptance(finding)) for finding in findings]


def _acceptance(finding: Finding) -> AcceptedWording | None:
    return next((entry for entry in finding.record.accept_wording if _covers(entry, finding)), None)


def _covers(entry: AcceptedWording, finding: Finding) -> bool:
    """The rule is the same, and the accepted words are among those found, in any capitals. Without a quote the whole text is accepted."""
    if entry.rule != finding.rule:
        return False
    return entry.quote is None or _folded(entry.quote) in _folded(finding.quote)


def _folded(text: str) -> str:
    return " ".join(text.lower().split())


def needless(accepting: Iterable[Accepting], findings: list[Finding]) -> Iterator[Problem]:
    """Acceptances that let nothing be any more: the words are gone, or the rule is."""
    used = {id(finding.accepted) for finding in findings if finding.accepted}
    for record, document in accepting:
        for index, entry in enumerate(record.accept_wording):
            if id(entry) in used:
                continue
            place = document.place("accept_wording", index, "rule")
            yield rule("wording-acceptance-unused").at(place, rule=entry.rule, quote=entry.quote or "the whole text")
