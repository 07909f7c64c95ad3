"""Tell headings from paragraphs: by the look that the file gives them, and by how they are written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.knowledge.job_documents.criteria_words import LEVEL_LINE
from generator.knowledge.job_documents.passages import DocumentPassage
from generator.knowledge.job_documents.zone_words import Zone, zone_of

SENTENCE_END = re.compile(r"[.;,!?]$|;\s")
"""What ends a line that is no heading, or parts what it lists."""

LONGEST_HEADING = 12
"""Words of a heading at most."""

SHORTEST_DUTY, SHORTEST_LISTED = 5, 3
"""Words that a duty has at least, under a heading on people and under one that says nothing: a list of people has fewer."""

LONGEST_PLAIN_HEADING = 9
"""Words at most of a heading that looks like any line."""


def is_heading(passages: Sequence[DocumentPassage], at: int, *, criteria: bool = False) -> bool:
    """Whether a passage outside tables is a heading. Among `criteria`, a short line may be one of them."""
    one = passages[at]
    if one.layout.heading:
        return one.words <= 2 * LONGEST_HEADING
    after = passages[at + 1] if at + 1 < len(passages) else None
    capitals = one.text.isupper() and len(one.text) > 3
    if one.words > LONGEST_HEADING or SENTENCE_END.search(one.text) or one.text.startswith("To "):
        return False
    if one.listed and not (one.mark[:1].isdigit() and (capitals or _leads(one, after))):
        return False
    if one.listed or one.layout.bold or capitals or _in_title_case(one.text):
        return True
    if zone_of(one.title) or LEVEL_LINE.fullmatch(one.text):
        return True
    if one.text.endswith(":"):
        return bool(after)
    if after is None or ":" in one.text or (not one.text[:1].isupper() and not one.text[:1].isdigit()) or one.words > LONGEST_PLAIN_HEADING:
        return False
    return after.listed or (not criteria and after.words >= one.words + 4) or bool(after.layout.table)


def zone_below(passages: Sequence[DocumentPassage], at: int, current: Zone) -> Zone | None:
    """What stands below a heading: as its words say, or as what is listed below it does."""
    one, after = passages[at], passages[at + 1] if at + 1 < len(passages) else None
    zone = zone_of(one.title)
    listed = after is not None and after.listed and not is_heading(passages, at + 1)
    words = after.words if after is not None else 0
    if zone == "about" and listed and words >= SHORTEST_DUTY and "relation" in one.title.lower():
        return "duties"
    if zone is None and current in ("before", "job") and listed and words >= SHORTEST_LISTED and not LEVEL_LINE.fullmatch(one.title):
        return "duties"
    return zone


def _leads(one: DocumentPassage, after: DocumentPassage | None) -> bool:
    """Whether a numbered line is a heading: what comes below it has another mark, or none, or it names a part or ends in a colon."""
    if after is None or one.words > LONGEST_PLAIN_HEADING:
        return False
    if zone_of(one.title) or one.text.endswith(":"):
        return True
    deeper = after.mark.count(".") > one.mark.count(".") and after.mark[:1].isdigit()
    return deeper or (after.listed and not after.mark[:1].isdigit()) or (not after.listed and after.words >= one.words + 4)


def _in_title_case(text: str) -> bool:
    """Whether each word of several begins with a capital, but for the small ones, and no other sign tells of a sentence."""
    words = [word for word in text.split() if len(word) > 3]
    return len(words) > 1 and ":" not in text and all(word[:1].isupper() for word in words)
