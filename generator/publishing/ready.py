"""Whether a page's body is HTML already, as those of our own templates are: Markdown would take most of a build to leave them as is."""

from __future__ import annotations

import re

_TAG = re.compile(r"""<(/?)([a-z][a-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>""")

OUTER = frozenset("article aside details div dl figure footer form h1 h2 h3 h4 header main nav ol p section table ul".split())  # noqa: SIM905
"""Elements that Markdown does not wrap in a paragraph where they stand alone."""

VOID = frozenset("area br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
"""Elements that are never closed."""

UNSURE = ("markdown=", "<!", "<script", "<style", "```", "~~~")
"""Where any of these stands, Markdown has a look: it reads inside elements then, or our count of tags could be wrong."""


def ready(body: str) -> bool:
    """Whether all of a body stands in whole elements, so that Markdown would give it back as it is.

    A template of somebody's own may have Markdown before, between or after them; such a page is not ready.
    """
    if any(sign in body for sign in UNSURE):
        return False
    depth = end = 0
    for tag in _TAG.finditer(body):
        closes, name, rest = tag.groups()
        if not depth and (name not in OUTER or body[end : tag.start()].strip()):
            return False
        if closes:
            depth -= 1
        elif name not in VOID and not rest.endswith("/"):
            depth += 1
        if depth < 0:
            return False
        end = tag.end()
    return bool(end) and not depth and not body[end:].strip()
