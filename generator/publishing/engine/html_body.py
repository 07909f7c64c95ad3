"""Whether a page's body is plain HTML, as those of our templates are. Parsing them as Markdown would take most of a build for nothing."""

from __future__ import annotations

import re

_OPENING_TAG = re.compile(r"\s*<([a-z][a-z0-9]*)(?=[\s>])")

OUTER = (
    *("article", "aside", "details", "div", "dl", "figure", "footer", "form", "h1", "h2", "h3", "h4"),
    *("header", "main", "nav", "ol", "p", "section", "table", "ul"),
)
"""Elements that Markdown does not wrap in a paragraph where they stand alone."""

_TAGS = {name: re.compile(rf"<(/?){name}(?=[\s>])") for name in OUTER}

_NEEDS_MARKDOWN = ("markdown=", "<!", "<script", "<style", "```", "~~~")
"""Text for which Markdown must run: it may be parsed inside elements then, or our count of tags could be wrong."""


def is_plain_html(body: str) -> bool:
    """Whether a body consists of complete elements only, so that Markdown would return it unchanged.

    A user's template may have Markdown before, between or after elements; such a page is not plain HTML. Wrongly nested elements inside
    are not looked for: they stay as they are, where Markdown would change them.
    """
    if any(sign in body for sign in _NEEDS_MARKDOWN):
        return False
    end, whole = 0, len(body.rstrip())
    while end < whole:
        opening = _OPENING_TAG.match(body, end)
        if not opening or opening[1] not in _TAGS:
            return False
        after = _end(body, opening[1], opening.start(1) - 1)
        if after < 0:
            return False
        end = after
    return end > 0


def _end(body: str, name: str, start: int) -> int:
    """The index after the end of the element that begins at `start`; -1 if it has no end. It may contain elements of the same name."""
    depth = 0
    for tag in _TAGS[name].finditer(body, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return body.find(">", tag.end()) + 1 or -1
    return -1
