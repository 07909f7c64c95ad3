"""The list of changes of a Word file that came home, as text for the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date

from generator.knowledge.drafts.changes import EditedBy, MarginNote, Returned, WordChange
from generator.knowledge.text.formatting import counted, day, join_words

KIND_WORDS = {
    "reworded": "reworded", "added": "added", "dropped": "left out", "moved": "moved", "level": "another level",
    "assessed": "assessed in another way", "field": "changed", "text": "other words",
}  # fmt: skip

DOUBTS = {"sure": "", "likely": " Likely. Check it.", "ask": " Please decide: this was not taken."}

_WIDTH = 100


def returned_text(name: str, found: Returned) -> str:
    """The whole list."""
    count = len(found.changes)
    noted = len(found.comments)
    place = f", for {found.network}" if found.network else ""
    lines = [f"{name}: {counted(count, 'change')} and {counted(noted, 'comment')} in {found.role}{place}.", ""]
    for number, change in enumerate(found.changes, 1):
        lines += [*change_lines(number, change), ""]
    for note in found.comments:
        lines += [*_note(note), ""]
    lines += found.unread
    return "\n".join(lines).rstrip() + "\n"


def left_text(left: Sequence[WordChange]) -> str:
    """What the network’s file could not take, or nothing."""
    if not left:
        return ""
    lines = [line for number, change in enumerate(left, 1) for line in (*change_lines(number, change), "")]
    return f"{counted(len(left), 'change')} left for you:\n\n" + "\n".join(lines).rstrip() + "\n"


def change_lines(number: int, change: WordChange) -> Iterator[str]:
    """One change, as numbered lines."""
    named = f" ‘{change.id}’" if change.id else ""
    where = f", in ‘{change.section}’" if change.section else ""
    who = f" By {_who(change.by)}." if change.by else ""
    yield f"{number}. {change.about.capitalize()}{named}: {KIND_WORDS[change.kind]}{where}.{who}{DOUBTS[change.certainty]}"
    if change.kind == "moved":
        yield _folded(f"after ‘{change.follows}’" if change.follows else "first", "  → ")
        return
    if change.before:
        yield _folded(change.before, "  - ")
    if change.after:
        yield _folded(change.after, "  + ")


def _note(note: MarginNote) -> Iterator[str]:
    who = _who((EditedBy(note.author, note.day),)) or "someone"
    named = f"{note.about} ‘{note.id}’" if note.id else note.about
    yield f"Comment by {who}, beside the {named}:"
    yield _folded(note.text, "  ")


def _who(by: Sequence[EditedBy]) -> str:
    return join_words([", ".join(filter(None, (who.author, _day(who.day)))) for who in by])


def _day(text: str) -> str:
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return ""


def _folded(words: str, lead: str) -> str:
    return textwrap.fill(words, _WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead))
