"""The words that tell what stands below a heading, beside a label, and in a column. As real documents have them, in any capitals."""

from __future__ import annotations

import re
from typing import Literal

from generator.knowledge.job_documents.found import Assessment, FieldName, Level

Zone = Literal["before", "job", "specification", "purpose", "duties", "general", "about", "clause"]


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(patterns)})", re.IGNORECASE)


ZONE_HEADINGS: dict[Zone, re.Pattern[str]] = {
    "job": _any(
        r".*\bjob description(?: (?:and|&) person spec\w*)?", r"role (?:description|profile)(?:: .*)?", r"main conditions of the post"
    ),
    "specification": _any(
        r".*\bperson(?:nel)? spec\w*(?: format)?",
        r"candidate (?:profile|specification)",
        r"(?:selection|shortlisting) criteria",
        r"what we(?:’re|'re| are) looking for",
        r"who we(?:’re|'re| are) looking for",
        r"about you",
        r"(?:person|personal|candidate|applicant) (?:profile|requirements|criteria|attributes)",
        r"(?:what|who) (?:you|we)(?:’ll|'ll| will)? (?:bring|need|want)(?: .*)?",
        r"you (?:must|will need to|should|will) have",
        r"it would help if you have",
        r"ideally,? you(?:’ll|'ll| will) have",
        r"you(?:’ll|'ll| will) need",
        r"(?:nice|good) to have",
        r"(?:your|the) skills and experience",
        r"employee specification",
    ),
    "purpose": _any(
        r"(?:the )?(?:main |overall |job |role |principal )*(?:purpose|summary|overview|aim|focus|outline|objective)s?"
        r"(?: of (?:the|this) (?:job|role|post|position))?",
        r"(?:job|role|post) (?:summary|purpose|outline|overview)",
        r"about the (?:job|role|post)",
        r"why this (?:job|role|post) exists",
        r"(?:.* and )?(?:main )?purpose(?: of .*| and .*)?",
        r"(?:your|the|this) (?:role|job)",
        r"introduction to the (?:role|post)",
    ),
    "general": _any(
        r"general(?: (?:terms|conditions|information|statements?|clauses?|responsibilities|duties))?(?: .*)?",
        r"(?:terms|conditions)(?: and conditions)?(?: of .*)?",
        r"(?:mandatory|additional|other|further|supplementary|corporate) (?:information|statements?|clauses?|policies|requirements)",
        r"standards",
        r"(?:trust|organisational|corporate) (?:policies|requirements|responsibilities)",
    ),
    "duties": _any(
        r".*\b(?:duties|responsibilit(?:y|ies)|accountabilities|tasks|key result areas)(?: (?:and|of|&) .*)?",
        r"what you(?:’ll|'ll| will) (?:do|be doing)",
        r"day to day you will",
        r"how you(?:’ll|'ll| will) (?:spend your time|work)",
        r"(?:in this (?:role|job|post),? )?(?:the (?:successful )?(?:candidate|applicant|post ?holder)|you)(?: will|’ll|'ll)",
        r"scope of (?:the )?(?:role|post)",
        r"duties:?",
    ),
    "about": _any(
        r"about (?:us|the (?:network|trust|practice|organisation|pcn|area|team))",
        r"how to apply",
        r"(?:employee )?benefits",
        r"what we offer",
        r"what you(?:’ll|'ll| will)? get(?: .*)?",
        r"context",
        r"background",
        r"dimensions",
        r"(?:key )?(?:working )?(?:relationships|contacts)",
        r"(?:efforts?|working conditions)(?: and environment)?.*",
        r"organi[sz]ation(?:al)? (?:chart|structure)",
        r"structure(?: chart)?",
        r"contents",
        r"(?:closing|interview) dates?",
        r"application process",
        r"signatures?",
        r"agreement",
        r"introduction",
    ),
}
"""What is under a heading. The first that fits the whole heading is taken."""

FACT_LABELS: dict[FieldName, re.Pattern[str]] = {
    "title": _any(r"(?:job|post|role) ?title", r"title", r"post", r"role", r"position", r"job"),
    "band": _any(
        r"(?:pay )?band(?:ing)?", r"grade", r"salary(?: (?:band|range|scale))?", r"agenda for change(?: band)?", r"pay", r"afc band"
    ),
    "accountable": _any(r"(?:professionally |managerially )?accountable to"),
    "supervises-clinically": _any(r"clinical(?:ly)? supervis(?:ion|or|ed by)(?: from| by)?"),
    "supervises-professionally": _any(r"professional(?:ly)? (?:lead|supervis(?:or|ed by|ion))"),
    "manages": _any(
        r"(?:professionally )?responsible to",
        r"(?:you )?reports? to",
        r"reporting to",
        r"(?:line )?manager",
        r"(?:line )?managed by",
        r"supervised by",
        r"line management",
        r"managerially responsible to",
    ),
    "hours": _any(r"(?:working )?hours(?: (?:of work|per week|a week))?", r"working pattern", r"contract(?: hours)?", r"hours/?sessions"),
    "base": _any(r"(?:work )?base", r"location", r"(?:main )?place of work", r"work ?place", r"based at"),
}
"""What a label at the head of a document stands for."""

OTHER_LABELS = _any(
    r"directorate",
    r"department",
    r"division",
    r"pcn",
    r"network",
    r"employer",
    r"organisation",
    r"date(?: .*)?",
    r"reference(?: .*)?",
    r"job (?:ref|reference|code)",
    r"(?:closing|interview) date",
    r"contact",
    r"version",
    r"key relationships",
    r"responsible for",
    r"prepared by",
    r"review date",
    r"signed.*",
    r"name",
    r"service",
)
"""Labels whose value has no field here."""

COLUMN_HEADS: dict[str, re.Pattern[str]] = {
    "level": _any(r"essential\s*(?:/|or|and|\()\s*desirable.*", r"level", r"e\s*/\s*d", r"e or d", r"importance"),
    "essential": _any(r"essential(?: .*)?", r"e", r"must have.*"),
    "desirable": _any(r"desirable(?: .*)?", r"d", r"nice to have.*"),
    "assessed": _any(
        r".*\bassess\w*.*",
        r"measured by",
        r"evidence\w*(?: .*)?",
        r"method.*",
        r"how (?:identified|tested|measured|evidenced)",
        r"source(?: .*)?",
        r"tested by",
        r"where (?:identified|evidenced|assessed|measured)",
        r"stage.*",
        r"a\s*/\s*i(?:\s*/\s*t)?",
    ),
    "number": _any(r"no\.?", r"number", r"#", r"ref\.?"),
    "criterion": _any(
        r"criteri\w+",
        r"requirements?",
        r"attributes?",
        r"areas?",
        r"factors?",
        r"competenc\w+",
        r"task",
        r"duty",
        r"duties",
        r"category",
        r"specification",
        r"skills?",
        r".*criteri\w+",
    ),
}
"""What a column of a person specification holds, by the whole of its head."""

TICK = re.compile(r"[x✓✔√☒☑•●*✗\uf0fc\uf0fe\uf050]|yes|y|e|d|essential|desirable", re.IGNORECASE)
"""A cell that only says that its column holds."""

LEVEL_LINE = re.compile(r"(essential|desirable)\b\s*(?:criteria|requirements?)?\s*[:–-]?\s*(.*)", re.IGNORECASE)
"""A line that says which level the criteria below it have, and perhaps their category."""

LEVEL_SIGN = re.compile(r"\s*[(\[]\s*(essential|desirable|e|d)\s*[)\]]\s*\.?$", re.IGNORECASE)
"""A level at the end of a criterion."""

ASKS = _any(
    r"(?P<essential>you(?: must| will need to| should| will) have|you(?:’ll|'ll| will) need)",
    r"(?:it would help|ideally|nice to|good to)\b.*",
)
"""A heading that says in a sentence which level the criteria below it have."""

DUTY_HEADS = _any(
    r"what (?:this|it) involves",
    r"(?:main )?(?:duties|duty|tasks?|responsibilit(?:y|ies)|activit(?:y|ies))(?: .*)?",
    r"description",
    r"detail",
)
"""The head of a column of duties."""

LEGEND = re.compile(r"(?:key:?\s*)?[A-Z]{1,2}\s*=\s*\w.*", re.IGNORECASE)
"""What letters of the table mean."""

WHY_LEFT: dict[Zone, str] = {
    "before": "It stands before the job description.",
    "job": "It introduces the job description.",
    "about": "It is about the employer, the document or how to apply: that belongs in a network’s file.",
    "general": "It is a general condition that no shared clause resembles.",
    "clause": "It is a general condition that no shared clause resembles.",
    "specification": "It is no criterion: it is in no list or table of them.",
}
"""Why a passage is left, by the part of the document that it stands in."""

_WAYS: dict[Assessment, re.Pattern[str]] = {
    "application": _any(r"\bapplication", r"\bform\b", r"\bAF?\b", r"\bshortlist", r"\bCV\b", r"\bsupporting statement"),
    "interview": _any(r"\binterview", r"\bI\b", r"\bdiscussion"),
    "test": _any(r"\btest", r"\bT\b", r"\bpresentation", r"\brole.?play", r"\bexercise", r"\btask", r"\bP\b"),
    "certificate": _any(r"\bcertificat", r"\bC\b", r"\bqualification check", r"\bregist\w+ check", r"\bdocument"),
}
_LETTERS = re.compile(r"[AITCP]{2,4}")


def ways_of(text: str) -> tuple[Assessment, ...]:
    """How a criterion is assessed, from a cell such as `A/I` or `Application form, certificate`."""
    text = " ".join(text.split())
    if _LETTERS.fullmatch(text):
        text = " ".join(text)
    return tuple(way for way, pattern in _WAYS.items() if pattern.search(text))


def level_of_text(text: str) -> Level | None:
    """The level that a cell or sign names."""
    said = text.strip().lower()
    return "essential" if said in ("e", "essential") else "desirable" if said in ("d", "desirable") else None


def zone_of(heading: str) -> Zone | None:
    """What stands under a heading, if its words say so."""
    return next((zone for zone, pattern in ZONE_HEADINGS.items() if pattern.fullmatch(heading)), None)


def field_of(label: str) -> FieldName | None:
    """The fact that a label names."""
    return next((name for name, pattern in FACT_LABELS.items() if pattern.fullmatch(label.strip(" :"))), None)
