"""What the page needs that reviews a document in the browser: the rules on words, patterns, fixed words and limits of the command."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.checks.review import GROUPS, MOST_REMARKS
from generator.checks.review.either_way import MOST_SETTLED
from generator.checks.review.faults import FAULT_PATTERNS, FAULTS, MOST_COMPARED
from generator.checks.review.figures import FIGURE_PATTERNS, NEAR
from generator.checks.review.parts import PART_PATTERNS
from generator.checks.review.remarks import GROUP_OF, LONGEST_QUOTE, NONE_FOUND, READING_AGE_ASKED, SEVERITIES
from generator.checks.review.unfilled_patterns import LINE_PATTERNS, UNFILLED_PATTERNS
from generator.checks.review.words import UNFILLED, WORD_PATTERNS
from generator.checks.wording.measures import ALIKE_WORDS
from generator.checks.wording.reading import FEWEST_WORDS, syllables_against_the_rule
from generator.documents.browser.patterns import HIDDEN_SOURCE, script_pattern, script_patterns
from generator.documents.browser.wording_data import wording_data
from generator.documents.formats.nhs_jobs.boxes import NHS_JOBS
from generator.knowledge.library.library import Library
from generator.knowledge.source_documents import blocks, items, kinds, plain_words
from generator.knowledge.source_documents.reading import UNREAD_NOTES
from generator.problems.catalogue import RULES

_RULE = (
    *("code", "family", "title", "counted", "severity", "scope", "serves", "rightFor", "find", "not", "unless", "why", "instead"),
    *("since", "sources"),
)
_KINDS = ("sentence-words", "near-duplicate")
"""The limits that a review holds a document to."""


def review_data(library: Library, today: date) -> dict[str, Any]:
    """All of it, as JSON holds it."""
    whole, reader = wording_data(library, today), reader_data("review")
    form = library.recruitment.get(NHS_JOBS)
    return {
        "rules": [{name: rule[name] for name in _RULE} for rule in whole["rules"] if rule["scope"] != ["directory"]],
        "measures": [measure for measure in whole["measures"] if measure["kind"] in _KINDS],
        **reader,
        "patterns": {**_patterns(), **reader["patterns"]},
        "syllables": syllables_against_the_rule(),
        "groups": GROUPS,
        "groupOf": GROUP_OF,
        "faults": FAULTS,
        "severities": SEVERITIES,
        "noneFound": NONE_FOUND,
        "readingAgeAsked": READING_AGE_ASKED,
        "stillToFill": UNFILLED,
        "box": next((field.most for field in form.fields if field.id == "job-description"), 0) if form else 0,
        "most": {
            "remarks": MOST_REMARKS, "settled": MOST_SETTLED, "compared": MOST_COMPARED, "quote": LONGEST_QUOTE, "near": NEAR,
            "alikeWords": ALIKE_WORDS, "fewestWords": FEWEST_WORDS, **reader["most"],
        },
    }  # fmt: skip


def reader_data(command: str) -> dict[str, Any]:
    """What a script needs to read a document. `command` is the one that reads what a browser cannot."""
    return {
        "patterns": {"blocks": script_patterns(blocks.BLOCK_PATTERNS), "items": script_patterns(items.ITEM_PATTERNS)},
        "plain": {"changes": plain_words.PLAIN_CHANGES, "hidden": HIDDEN_SOURCE, "ligatures": plain_words.LIGATURES},
        "refusals": _refusals(command),
        "unread": UNREAD_NOTES,
        "others": dict(kinds.OTHERS),
        "most": {
            "line": blocks.LONGEST_LINE, "block": blocks.LONGEST_BLOCK, "lines": blocks.MOST_LINES,
            "characters": blocks.MOST_CHARACTERS, "full": blocks.FULL, "narrowest": blocks.NARROWEST, "width": blocks.SHORTEST_WIDTH,
        },
    }  # fmt: skip


IN_BROWSERS = {
    "document-pdf": (
        "A PDF cannot be read in the browser.",
        "Use the file that it was made from, or open the PDF in Word and save it as .docx. The command ‘fingerpost {command}’ reads PDFs.",
    ),
    "document-unreadable": (
        RULES["document-unreadable"].message,
        "Check that it opens in the program it was made with, and save it again as .docx or .txt.",
    ),
    "document-unknown": ("{what}. This page reads Word, OpenDocument, Rich Text, web pages and text.", "Save it as .docx or .txt."),
    "document-picture": (
        RULES["document-picture"].message,
        "Use the document that it was made from, or have the text recognised (OCR) and save it as .docx.",
    ),
}
"""What is said of a document that cannot be read, where a browser reads less than the command."""


def _refusals(command: str) -> dict[str, tuple[str, str]]:
    message, cure = IN_BROWSERS["document-pdf"]
    names = ("document-locked", "document-old", "document-empty", "document-too-large")
    known = {name: (RULES[name].message, RULES[name].cure) for name in names}
    return {**known, **IN_BROWSERS, "document-pdf": (message, cure.format(command=command))}


def _patterns() -> dict[str, Any]:
    return {
        "faults": script_patterns(FAULT_PATTERNS),
        "figures": script_patterns(FIGURE_PATTERNS),
        "parts": script_patterns(PART_PATTERNS),
        "words": script_patterns(WORD_PATTERNS),
        "unfilled": [script_pattern(pattern) for pattern in UNFILLED_PATTERNS],
        "lines": script_patterns(LINE_PATTERNS),
    }
