"""Lines of a document that say one sentence of a role between them, such as a list of qualifications, as one wording."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.knowledge.bringing.matching import SentenceMatch

_ENDED = re.compile(r"[\s.;,]+$")
_LEADS = re.compile(r"^(?:or|and) ", re.IGNORECASE)


def said_together(texts: Sequence[str], found: Mapping[int, SentenceMatch]) -> dict[int, str]:
    """For the place of the line that is most like a sentence: its words with those of the other lines that say the same."""
    by_id: dict[str, list[int]] = {}
    for at in sorted(found):
        by_id.setdefault(found[at].id, []).append(at)
    return {at: _joined([texts[other] for other in by_id[match.id]]) for at, match in found.items() if not match.again}


def _joined(lines: Sequence[str]) -> str:
    """Lines with semicolons between them, each once."""
    if len(lines) == 1:
        return lines[0]
    first, *others = (_ENDED.sub("", line) for line in lines)
    bare = dict.fromkeys([first, *(_LEADS.sub(lambda lead: lead[0].lower(), line) for line in others)])
    return "; ".join(bare) + ("." if lines[0].endswith(".") else "")
