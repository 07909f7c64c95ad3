"""Headings of what is said beside the list of changes. The command prints them, and the page gets them with its data."""

from __future__ import annotations

BESIDES = {
    "held": "Inside longer paragraphs of the document ({count}).",
    "lacking": "Only in the role ({count}). These stay.",
    "clauses": "Shared clauses that the document words itself ({count}). The pack keeps its own.",
    "facts": "What the document says of the post, which a pack takes from its role ({count}).",
    "asked": "What the contract asks and the document seems to lack ({count}). Words are a hint to look, not proof.",
    "left": "Other paragraphs of the document, which a pack has no place for ({count}).",
}
"""The heading of each list, with its length."""

CHANGE_GROUPS = {
    "reworded": "In other words",
    "added": "In the document, and not in the role",
    "level": "On another level",
    "field": "For the blanks of the pack",
}
"""The headings of the changes, by their kind."""

FACT_NAMES = {
    "title": "Title",
    "other_titles": "Another title",
    "band": "Band",
    "supervises-professionally": "Professional lead",
}
"""Facts that no blank takes, as they are called."""
