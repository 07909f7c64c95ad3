"""Recognise paragraphs that say what a shared clause says, by their heading and by how like their words are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils

from generator.knowledge.model import Clause

_ALSO_CALLED = {
    "changes-to-this-role": [
        "job review",
        "review",
        "variation",
        "organisational change",
        "review of this job description",
        "flexibility",
        "changes to the job description",
    ],
    "conduct-and-conflicts-of-interest": ["standards of business conduct", "conflicts of interest", "gifts and hospitality"],
    "confidentiality-and-data-protection": ["confidentiality", "data protection", "information governance", "gdpr"],
    "criminal-record-check": ["disclosure and barring", "DBS check", "criminal records", "rehabilitation of offenders act"],
    "equality-and-dignity": ["equality and diversity", "equal opportunities", "equality, diversity and inclusion", "diversity"],
    "harassment": ["bullying and harassment", "dignity at work"],
    "infection-prevention": ["infection control", "infection prevention and control"],
    "policies-and-procedures": ["policies", "policies and procedures"],
    "records-and-information": ["records management", "information and records management", "freedom of information"],
    "registration-and-conduct": ["code of conduct", "professional registration", "professional conduct"],
    "speaking-up": ["raising concerns", "freedom to speak up", "whistleblowing"],
    "sustainability": ["environment", "sustainable development", "carbon footprint"],
    "safeguarding": ["safeguarding children and adults", "safeguarding children", "child protection"],
}
"""Other headings that documents give to the clauses. A clause that a library does not have is passed over."""

_SHOWS = {
    "changes-to-this-role": (
        r"not (?:an? )?(?:exhaustive|inflexible|finite)",
        r"job description (?:will|may) be (?:reviewed|amended|changed)",
        r"duties (?:which|that) fall within the grade",
        r"undertake other (?:duties|responsibilities)",
        r"may be (?:varied|amended|changed)",
    ),
    "conduct-and-conflicts-of-interest": (
        r"personal gain",
        r"conflicts? of interest",
        r"gifts",
        r"business conduct",
    ),
    "confidentiality-and-data-protection": (
        r"data protection act",
        r"GDPR",
        r"disclos\w+ .*confidential",
        r"confidential\w* .*(?:disclos|breach|breaking|disciplin)",
        r"unauthori[sz]ed disclosure",
    ),
    "criminal-record-check": (
        r"disclosure and barring",
        r"DBS",
        r"criminal records? bureau",
        r"rehabilitation of offenders",
    ),
    "equality-and-dignity": (
        r"equality of opportunity",
        r"equal opportunit\w+ polic",
        r"less favourabl",
        r"discriminat\w+ .*(?:grounds|age|race)",
        r"equality, diversity",
        r"dignity and respect",
    ),
    "flexible-working": (
        r"work flexibly from",
        r"request flexible",
        r"flexible working (?:request|polic)",
    ),
    "harassment": (r"(?:bullying|harass)\w*",),
    "health-and-safety": (
        r"health (?:and|&) safety",
        r"duty of care to (?:themselves|yourself)",
        r"report (?:accidents|hazards)",
        r"accidents?, hazards",
        r"safe environment",
    ),
    "indemnity": (
        r"indemnity",
        r"negligence scheme",
    ),
    "infection-prevention": (r"infection (?:prevention|control)",),
    "learning-disability-and-autism": (
        r"oliver mcgowan",
        r"learning disability and autism training",
    ),
    "policies-and-procedures": (r"(?:comply with|adhere to|follow|in line with) .*polic(?:y|ies)",),
    "records-and-information": (
        r"records? management",
        r"freedom of information",
        r"records that they create",
    ),
    "registration-and-conduct": (
        r"(?:professional )?registration (?:up to date|every year|with the)",
        r"code(?:s|\(s\))? of (?:professional )?conduct",
        r"NMC code",
        r"council code",
    ),
    "right-to-work": (r"right to work",),
    "safeguarding": (r"safeguard\w* .*(?:children|adults|welfare)",),
    "speaking-up": (
        r"speak up",
        r"whistle",
        r"raise (?:any )?concerns?",
    ),
    "sustainability": (
        r"carbon",
        r"sustainab",
        r"net zero",
    ),
}
"""Words that a paragraph must have to be a clause where its heading does not say so."""

HEADING_LIKE = 0.87
"""How like a heading must be to the name of a clause."""

_FEW = 6
"""Words of a heading at most that holds the whole name of a clause and more."""

UNDER_HEADING, ANYWHERE = 0.3, 0.5
"""How like the words must be: under a heading that names the clause or in a part on terms, and elsewhere."""


@dataclass(frozen=True)
class ClauseMatch:
    """A clause, and how like a paragraph is to it, from 0 to 1."""

    clause: str
    likeness: float


class KnownClauses:
    """The shared clauses of a library, ready to compare with."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        self._texts = {clause.id: utils.default_process(clause.text) for clause in clauses}
        names = [(clause.id, name) for clause in clauses for name in (clause.heading, *_ALSO_CALLED.get(clause.id, ()))]
        self._names = [utils.default_process(name) for _, name in names]
        self._ids = [name for name, _ in names]
        self._shows = {name: re.compile("|".join(_SHOWS[name]), re.IGNORECASE) for name in self._texts if name in _SHOWS}

    def named(self, heading: str) -> str | None:
        """The clause that a heading names."""
        said = utils.default_process(heading)
        found = process.extractOne(said, self._names, scorer=fuzz.token_sort_ratio, score_cutoff=HEADING_LIKE * 100)
        if found is None and len(words := set(said.split())) <= _FEW:
            return next((self._ids[at] for at, name in enumerate(self._names) if " " in name and words >= set(name.split())), None)
        return self._ids[found[2]] if found else None

    def meant(self, text: str, heading: str | None, *, general: bool) -> ClauseMatch | None:
        """The clause that a paragraph means, below a heading that names one or in a part on terms, or elsewhere."""
        said = utils.default_process(text)
        scores = {name: fuzz.token_set_ratio(said, words) / 100 for name, words in self._texts.items()}
        if heading and scores.get(heading, 0) >= UNDER_HEADING:
            return ClauseMatch(heading, scores[heading])
        shown = {name: scores[name] for name, pattern in self._shows.items() if pattern.search(text)}
        best = max(shown, key=lambda name: shown[name], default=None)
        if best and shown[best] >= (UNDER_HEADING if general else ANYWHERE):
            return ClauseMatch(best, shown[best])
        return None
