"""Print what `area update` would do: lists of files, with the fields or lines that differ."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from typing import TYPE_CHECKING

from generator.cli.terminal import say

if TYPE_CHECKING:
    from generator.documents.new.shipped import AreaUpdate
    from generator.documents.page import Files
    from generator.knowledge.reading.field_merge import MergedText

_LISTS = {
    "added": "New",
    "updated": "Corrected by us, and not changed here",
    "merged": "Changed here and by us in different fields, so both come together",
    "conflicts": "Changed here and by us, so left as it is here",
    "deleted": "Deleted here, so left out",
    "ended": "No longer shipped, and left here",
}
"""What each list of an update is called."""

_FIRST = {"added": "New, or deleted here", "conflicts": "Different here: changed here, by us, or both"}
"""What two lists are called where nobody knows what was shipped."""


def show_update(plan: AreaUpdate, here: Files, now: Files, taken: set[str], *, first: bool) -> None:
    """Print each list, with what differs."""
    if first:
        say("This folder did not keep what it was made with, so nobody knows who changed what. Nothing is replaced that you do not name.")
    for name, called in {**_LISTS, **(_FIRST if first else {})}.items():
        paths: list[str] = getattr(plan, name)
        say(f"{called}: {len(paths):,}")
        for path in paths:
            say(f"  {path}{' (ours is taken)' if path in taken else ''}")
            for line in _beside(path, name, plan.texts.get(path), here, now):
                say(f"    {line}")
    say(f"Changed here only: {len(plan.kept):,}")
    if first:
        say("Take what you need with --take PATH, such as --take 'data/wording/*'. With --write, the next update knows what is yours.")
    elif plan.conflicts:
        say("Copy what you need of ours (+) by hand and add --keep PATH. Or take ours where both changed it with --take PATH.")


def _beside(path: str, name: str, merged: MergedText | None, here: Files, now: Files) -> Iterator[str]:
    """What to say below a file: the lines that differ, or the fields that come together and those that cannot."""
    if merged and name in ("merged", "conflicts"):
        for conflict in merged.conflicts:
            yield f"{conflict.field}: changed on both sides"
            yield from _signed("-", conflict.here or "(deleted)")
            yield from _signed("+", conflict.now or "(deleted)")
        yield from (f"{field}: taken" for field in merged.taken)
    elif name in ("updated", "conflicts"):
        yield from _difference(here[path], now[path])


def _signed(sign: str, words: str) -> list[str]:
    return [f"{sign}{line}" for line in words.split("\n")]


def _difference(here: bytes, now: bytes) -> Iterator[str]:
    """The lines that go (-) and come (+), without what is around them."""
    before, after = (content.decode("utf-8", "replace").splitlines() for content in (here, now))
    yield from (line for line in [*unified_diff(before, after, lineterm="", n=0)][2:] if not line.startswith("@@"))
