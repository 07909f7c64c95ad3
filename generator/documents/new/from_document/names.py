"""Ids for what a document has no ids for, and texts as YAML may hold them."""

from __future__ import annotations

import json
import re

from markupsafe import Markup

from generator.checks.typeface import LACKING
from generator.knowledge.text.formatting import slug
from generator.problems import HIDDEN, printable

_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "can",
        "for",
        "from",
        "has",
        "have",
        "how",
        "in",
        "including",
        "into",
        "is",
        "it",
        "its",
        "may",
        "must",
        "not",
        "of",
        "on",
        "or",
        "our",
        "own",
        "shall",
        "should",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "they",
        "this",
        "to",
        "under",
        "up",
        "was",
        "well",
        "where",
        "which",
        "who",
        "will",
        "with",
        "within",
        "would",
        "you",
        "your",
    ]
)
_LONGEST, _WORDS = 60, 5
_BREAKS = re.compile(r"\s+")


class GivenNames:
    """Gives each thing an id of its own, made of the first words that tell it from others."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def name(self, text: str, otherwise: str) -> str:
        """An id that was not given before."""
        words = [word for word in slug(text).split("-") if word and word not in _SMALL] or slug(otherwise).split("-")
        stem = "-".join(words[:_WORDS])[:_LONGEST].strip("-") or otherwise
        name, number = stem, 1
        while name in self._given:
            number += 1
            name = f"{stem}-{number}"
        self._given.add(name)
        return name


def printed(text: str) -> str:
    """A text as a pack can print it: on one line, with a question mark for each sign that its typeface lacks."""
    return LACKING.sub("?", _BREAKS.sub(" ", HIDDEN.sub("", text))).strip()


def yaml_quoted(text: str) -> Markup:
    """A text as YAML has it: in double quotes, whatever is in it."""
    return Markup(json.dumps(text, ensure_ascii=False))  # noqa: S704  a YAML file, no page


def remark(text: str, longest: int = 140) -> Markup:
    """A text that may stand in a comment: on one line, and not too long."""
    said = printable(_BREAKS.sub(" ", HIDDEN.sub("", text))).strip()
    return Markup(said if len(said) <= longest else f"{said[: longest - 1].rstrip()}…")  # noqa: S704  a YAML file, no page
