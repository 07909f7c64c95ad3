"""Take changes of answers, headings and paragraphs into a network's file. Each function says whether the change could be taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.knowledge.drafts.changes import WordChange
from generator.knowledge.text.formatting import join_words

PLAIN_FIELDS = frozenset({
    "hours", "pattern", "contract", "supervision", "responsible_for", "holiday", "pension", "probation", "travel", "learning", "works_with",
})  # fmt: skip
"""Fields whose words in the file are the words of the data."""


def reason(change: WordChange, how: str = "Changed in Word") -> str:
    """Why the network's file says so: how it was changed, and by whom."""
    who = join_words(list(dict.fromkeys(by.author for by in change.by if by.author)))
    return f"{how} by {who}." if who else f"{how}."


def take_field(network: dict[str, Any], overlay: dict[str, Any], change: WordChange) -> bool:
    """The answer of a field."""
    if change.id in PLAIN_FIELDS and change.after:
        overlay.setdefault("fill", {})[change.id] = change.after
    elif change.id == "adjustments" and change.after:
        network["adjustments"] = change.after
    else:
        return False
    return True


def take_heading(overlay: dict[str, Any], base: Mapping[str, str], change: WordChange, how: str) -> bool:
    """The heading of a section, the role's or the network's own. `base` are the headings of the role by id."""
    own = next((each for each in overlay.get("add_sections", []) if each["heading"] == change.before), None)
    if own and change.after:
        own["heading"] = change.after
        return True
    renames = overlay.get("rename", [])
    headings = {**base, **{each["id"]: each["heading"] for each in renames}}
    name = next((name for name, heading in headings.items() if heading == change.before), None)
    if name is None or not change.after:
        return False
    others = [each for each in renames if each["id"] != name]
    new = {"id": name, "heading": change.after, "because": reason(change, how)}
    overlay["rename"] = others if change.after == base.get(name) else [*others, new]
    return True


def take_clause(overlay: dict[str, Any], change: WordChange, how: str) -> bool:
    """A shared clause that is left out or added. Its words are the library's, so what was changed in them cannot be taken."""
    lists = {"added": ("drop_clauses", "add_clauses"), "dropped": ("add_clauses", "drop_clauses")}
    if change.kind not in lists or not change.id:
        return False
    undone, done = lists[change.kind]
    if any(each["id"] == change.id for each in overlay.get(undone, [])):
        overlay[undone] = [each for each in overlay[undone] if each["id"] != change.id]
    elif not any(each["id"] == change.id for each in overlay.get(done, [])):
        overlay.setdefault(done, []).append({"id": change.id, "because": reason(change, how)})
    return True


def take_profile(network: dict[str, Any], change: WordChange) -> bool:
    """A paragraph on who the network is."""
    profile = network.get("profile", [])
    if change.before in profile and change.after:
        profile[profile.index(change.before)] = change.after
        return True
    return False


def take_line(network: Mapping[str, Any], overlay: dict[str, Any], base: Sequence[str], change: WordChange) -> bool:
    """One of the lines that say the post on a page, in other words or left out. The last one stays. `base` are the lines of the role."""
    fill = {**network.get("defaults", {}), **overlay.get("fill", {})}
    known = fill.get("in_three_lines") or list(base)
    lines = [change.after if line == change.before else line for line in known]
    kept = [line for line in lines if line]
    if lines == known or not kept:
        return False
    overlay.setdefault("fill", {})["in_three_lines"] = kept
    return True
