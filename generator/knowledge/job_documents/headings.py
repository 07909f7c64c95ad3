"""Tell headings from paragraphs: by the look that the file gives them, and by how they are written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.knowledge.job_documents.passages import DocumentPassage
from generator.knowledge.job_documents.vocabulary import LEVEL, zone_of

_ENDED = re.compile(r"[.;,!?]$")

LONGEST_HEADING = 12
"""Words of a heading at most."""

LONGEST_PLAIN_HEADING = 7
"""Words at most of a heading that looks like any line."""


def is_heading(passages: Sequence[DocumentPassage], at: int) -> bool:
    """Whether a passage outside tables is a heading."""
    one = passages[at]
    if one.layout.heading:
        return one.words <= 2 * LONGEST_HEADING
    capitals = one.text.isupper() and len(one.text) > 3
    if one.words > LONGEST_HEADING or _ENDED.search(one.text) or (one.listed and not (capitals and one.mark[:1].isdigit())):
        return False
    if one.layout.bold or capitals:
        return True
    if zone_of(one.title) or LEVEL.fullmatch(one.text):
        return True
    after = passages[at + 1] if at + 1 < len(passages) else None
    if one.text.endswith(":"):
        return bool(after)
    if after is None or ":" in one.text or not one.text[:1].isupper() and not one.text[:1].isdigit() or one.words > LONGEST_PLAIN_HEADING:
        return False
    return after.listed or after.words >= one.words + 4 or bool(after.layout.table)
