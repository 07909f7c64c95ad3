"""What a newer version of its role means for a draft, a line each: what has lost its place, and what the role now says in other words.

Base roles come in the form in which a file carries them: `{"sections": […], "categories": […]}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.knowledge.drafts.names import control_tag
from generator.knowledge.drafts.outline import deep_words
from generator.knowledge.drafts.sent import sent_blocks
from generator.knowledge.model import Overlay


def said_in(base: Mapping[str, Any]) -> dict[str, str]:
    """The words of each statement and criterion of a base role, by id."""
    statements = {each["id"]: each["text"] for part in deep_words(base["sections"]) for each in part.get("statements", [])}
    return statements | {each["id"]: each["text"] for part in base["categories"] for each in part["criteria"]}


def misfits(overlay: Overlay, base: Mapping[str, Any]) -> Iterator[str]:
    """What of an overlay no longer fits its role, with the words that would be lost."""
    known = said_in(base)
    for how, entries in (("reword", overlay.reword), ("drop", overlay.drop), ("move", overlay.move)):
        for entry in entries:
            if entry.id not in known:
                yield f"the role no longer has ‘{entry.id}’ ({how}): {getattr(entry, 'text', entry.because)}"
    ours = {part["id"] for part in deep_words(base["sections"])}
    for section in overlay.add_sections:
        if section.id in ours:
            yield f"the role now has a part of its own called ‘{section.id}’, as you call yours: {section.heading}"
    parts = ours | {part["id"] for part in base["categories"]} | {section.id for section in overlay.add_sections}
    added = [(each.section, each.text) for each in overlay.add] + [(each.category, each.text) for each in overlay.add_criteria]
    for part, said in [*added, *((each.id, each.heading) for each in overlay.rename)]:
        if part not in parts:
            yield f"the role no longer has the part ‘{part}’: {said}"


def new_words(overlay: Overlay, before: Mapping[str, Any], today: Mapping[str, Any]) -> Iterator[str]:
    """Sentences that the overlay rewords or leaves out, and that the role says otherwise than before."""
    old, new = said_in(before), said_in(today)
    ours = [(each.id, f"You say: {each.text}") for each in overlay.reword] + [(each.id, "You leave it out.") for each in overlay.drop]
    for name, said in ours:
        if name in old and name in new and old[name] != new[name]:
            yield f"the role has new words for ‘{name}’. It said: {old[name]} It says now: {new[name]} {said}"


def other_clauses(sent: Any, today: Iterable[str], headings: Mapping[str, str]) -> Iterator[str]:
    """Shared clauses that the pack has gained and lost since a Word file left.

    `sent` are the words that the file keeps of that day, `today` the clauses of the pack now, and `headings` those of the library by id.
    """
    then = {block.tag: block.says for block in sent_blocks(sent) if block.tag.startswith("clause:")}
    now = {control_tag("clause", name): name for name in today}
    for tag, name in now.items():
        if then and tag not in then:
            yield f"the role now has the shared clause ‘{headings.get(name, name)}’"
    for tag, said in then.items():
        if tag not in now:
            name = tag.removeprefix("clause:")
            yield f"the role no longer has the shared clause ‘{headings.get(name, name)}’: {said}"
