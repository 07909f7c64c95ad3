"""The names by which a Word file's sentences and fields are found again: tag, title and bookmark, each made from an id; and new ids."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from hashlib import sha256
from itertools import count
from typing import Literal

SentenceKind = Literal["statement", "criterion", "clause"]

SENTENCE_TITLES: Mapping[SentenceKind, str] = {"statement": "Statement", "criterion": "Criterion", "clause": "Clause"}
"""The kinds of sentences of a pack, as tags begin with them and as titles do."""

LONGEST = 64
"""Word takes no longer tag or title of a content control."""

BOOKMARK = 40
"""Word takes no longer name of a bookmark."""


def control_tag(kind: str, name: str) -> str:
    """The tag of a content control: `statement:<id>`. One too long for Word is cut, and told apart by seven characters."""
    whole = f"{kind}:{name}"
    return whole if len(whole) <= LONGEST else f"{whole[: LONGEST - 8]}~{sha256(whole.encode()).hexdigest()[:7]}"


def control_title(label: str, tag: str) -> str:
    """The title of a control: `Statement: referrals`. It has the tag's name, because an old LibreOffice keeps titles and drops tags."""
    name = tag.partition(":")[2]
    return f"{label[: max(LONGEST - len(name) - 2, 9)]}: {name}"[:LONGEST]


def control_bookmark(tag: str) -> str:
    """The bookmark inside the paragraph of a statement, clause or criterion: `statement_referrals`. It outlives tag and title."""
    whole = re.sub(r"[^A-Za-z0-9]", "_", tag)
    return whole if len(whole) <= BOOKMARK else f"{whole[: BOOKMARK - 8]}_{sha256(tag.encode()).hexdigest()[:7]}"


def field_name(tag: str) -> str:
    """The name of a field in its tag: `hours` for `fill:hours@pay`."""
    return tag.removeprefix("fill:").partition("@")[0].partition("~")[0]


def free_section(taken: Container[str]) -> str:
    """The id of a section that someone adds: `own-section-1`, or the first such number that is not taken."""
    return next(name for name in map("own-section-{}".format, count(1)) if name not in taken)


def title_name(title: str) -> str:
    """The name in a title, behind the last colon: `hours@pay`."""
    return title.rpartition(": ")[2]
