"""The words of a person specification: heads of columns, levels, and ways of assessment."""

from __future__ import annotations

import re

from generator.knowledge.job_documents.found import Assessment, Level
from generator.knowledge.job_documents.patterns import any_of

COLUMN_HEADS: dict[str, re.Pattern[str]] = {
    "level": any_of(r"essential\s*(?:/|or|and|\()\s*desirable.*", r"level", r"e\s*/\s*d", r"e or d", r"importance"),
    "essential": any_of(r"essential(?: .*)?", r"e", r"must have.*"),
    "desirable": any_of(r"desirable(?: .*)?", r"d", r"nice to have.*"),
    "assessed": any_of(
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
    "number": any_of(r"no\.?", r"number", r"#", r"ref\.?"),
    "criterion": any_of(
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

_CODES = r"[AITC](?:\s*[/,&]\s*[AITC])*"

LEVEL_SIGN = re.compile(
    rf"\s*(?:[(\[]\s*(essential|desirable|e|d)\s*(?:[,;/–-]\s*({_CODES})\s*)?[)\]]|[–-]\s*(essential|desirable))"
    rf"(?:\s*[(\[]?\s*({_CODES})\s*[)\]]?)?\s*\.?$",
    re.IGNORECASE,
)
"""A level at the end of a criterion, in brackets or after a dash, and perhaps how it is assessed: `(E)`, `(D, A)`, `[E] A/I`."""

LEVEL_LEAD = re.compile(r"(?:([Ee]ssential|ESSENTIAL|[Dd]esirable|DESIRABLE|[ED])\s*(?::|\s[–-])\s+)(?=\w)")
"""A level before a criterion: `Desirable: …`."""

SEMICOLON = re.compile(r"\s*;\s+(?:and\s+)?")
"""What stands between the criteria of a paragraph."""

WAYS_SIGN = re.compile(r"\s*[(\[]\s*([AITC](?:\s*[/,&]\s*[AITC])+)\s*[)\]]\s*\.?$|\s+([AITC](?:\s*/\s*[AITC])+)$")
"""How a criterion is assessed, at its end: `(A/I)`."""

WAYS_CODES = re.compile(_CODES)
"""A cell that says only how a criterion is assessed."""

ASKS = any_of(
    r"(you(?: must| will need to| should| will) have|you(?:’ll|'ll| will) need)",
    r"(?:it would help|ideally|nice to|good to)\b.*",
)
"""A heading that says in a sentence which level the criteria below it have: essential, where its group is there."""

DUTY_HEADS = any_of(
    r"what (?:this|it) involves",
    r"(?:main )?(?:duties|duty|tasks?|responsibilit(?:y|ies)|activit(?:y|ies))(?: .*)?",
    r"description",
    r"detail",
)
"""The head of a column of duties."""

LEGEND = re.compile(r"(?:key:?\s*)?[A-Z]{1,2}\s*=\s*\w.*", re.IGNORECASE)
"""What letters of the table mean."""

WAYS_SAID: dict[Assessment, re.Pattern[str]] = {
    "application": any_of(r"\bapplication", r"\bform\b", r"\bAF?\b", r"\bshortlist", r"\bCV\b", r"\bsupporting statement"),
    "interview": any_of(r"\binterview", r"\bI\b", r"\bdiscussion"),
    "test": any_of(r"\btest", r"\bT\b", r"\bpresentation", r"\brole.?play", r"\bexercise", r"\btask", r"\bP\b"),
    "certificate": any_of(r"\bcertificat", r"\bC\b", r"\bqualification check", r"\bregist\w+ check", r"\bdocument"),
}
"""How a criterion is assessed, by words or letters of a cell."""

LETTERS = re.compile(r"[AITCP]{2,4}")
"""Letters of ways without a sign between them."""


def ways_of(text: str) -> tuple[Assessment, ...]:
    """How a criterion is assessed, from a cell such as `A/I` or `Application form, certificate`."""
    text = " ".join(text.split())
    if LETTERS.fullmatch(text):
        text = " ".join(text)
    return tuple(way for way, pattern in WAYS_SAID.items() if pattern.search(text))


def level_of_text(text: str) -> Level | None:
    """The level that a cell or sign names."""
    said = text.strip().lower()
    return "essential" if said in ("e", "essential") else "desirable" if said in ("d", "desirable") else None
