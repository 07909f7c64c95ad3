"""Whether a page's body is HTML already, as those of our own templates are: Markdown would take most of a build to leave them as is."""

from __future__ import annotations

import re

_OPENS = re.compile(r"\s*<([a-z][a-z0-9]*)(?=[\s>])")

OUTER = (
    *("article", "aside", "details", "div", "dl", "figure", "footer", "form", "h1", "h2", "h3", "h4"),
    *("header", "main", "nav", "ol", "p", "section", "table", "ul"),
)
"""Elements that Markdown does not wrap in a paragraph where they stand alone."""

_SAME = {name: re.compile(rf"<(/?){name}(?=[\s>])") for name in OUTER}

_UNSURE = ("markdown=", "<!", "<script", "<style", "```", "~~~")
"""Where any of these stands, Markdown has a look: it reads inside elements then, or our count of tags could be wrong."""


def is_plain_html(body: str) -> bool:
    """Whether all of a body stands in whole elements, so that Markdown would give it back as it is.

    A template of somebody's own may have Markdown before, between or after them; such a page is not ready. Elements inside that
    cross one another are nobody's HTML, and are not looked for: they stay as they are, where Markdown would add to them.
    """
    if any(sign in body for sign in _UNSURE):
        return False
    end, whole = 0, len(body.rstrip())
    while end < whole:
        found = _OPENS.match(body, end)
        if not found or found[1] not in _SAME:
            return False
        after = _end(body, found[1], found.start(1) - 1)
        if after < 0:
            return False
        end = after
    return end > 0


def _end(body: str, name: str, start: int) -> int:
    """Just after the end of the element that begins at `start`; -1 where it has none. Elements of the same name may stand in it."""
    depth = 0
    for tag in _SAME[name].finditer(body, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return body.find(">", tag.end()) + 1 or -1
    return -1
