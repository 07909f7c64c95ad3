"""Tell the next paragraph of a tight cell of a PDF from the next line of the one above, by how their words begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.knowledge.source_documents.blocks import OPEN_WORD
from generator.knowledge.source_documents.pdf_stretches import PageStretch

_BEGINS = re.compile(r"[A-Z](?:[a-z\u2019'-]*[a-z])?\b")
_SMALL_END = re.compile(r"(?:^|[\s(/-])(?:[a-z][a-z\u2019']+|\d+|[A-Z]{2,})[)\u2019'\"%]*$")
_LEADS_ON = re.compile(
    r"\b(?:in|to|with|for|at|by|on|as|per|than|that|this|these|our|your|their|its|his|her|own|any|all|other|such|both|each|is|are|be|not|no"
    r"|into|within|through|via|using|under|about|within|has|have|where|when|who|whose|plus)$"
)
"""Words on which no paragraph ends, besides those on which no line does."""

_NAME = re.compile(r"[a-z,][)\u2019]? ([A-Z][a-z]+)")


def names_of(stretches: Iterable[PageStretch]) -> frozenset[str]:
    """The words that have a capital inside a sentence: a line may begin with one."""
    return frozenset(name for one in stretches for name in _NAME.findall(one.text))


def begins_paragraph(lines: Sequence[PageStretch], stretch: PageStretch, names: frozenset[str], *, ended: bool) -> bool:
    """Whether a line with a capital begins a paragraph: the one above begins with a capital too, and may end where it does.

    It may be `ended` with a full stop, too: where lines are close, the next sentence may go on.
    """
    first, before = lines[0].text, lines[-1].text
    word = _BEGINS.match(stretch.text)
    if not word or (len(stretch.words) == 1 and before[-1:].isalnum()) or not first[:1].isupper() or word[0] in names:
        return False
    return bool(_SMALL_END.search(before.rstrip(".;:") if ended else before)) and not (OPEN_WORD.search(before) or _LEADS_ON.search(before))


def goes_on_small(lines: Sequence[PageStretch], stretch: PageStretch) -> bool:
    """Whether a line with a small letter stands below one that no sign ends, in a paragraph that begins with a capital."""
    return lines[0].text[:1].isupper() and stretch.text[:1].islower() and lines[-1].text[-1:].isalnum()
