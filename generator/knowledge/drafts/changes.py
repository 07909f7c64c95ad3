"""The list of changes: the one shape in which Python and browser say how an edited Word file differs from the pack that left.

`Returned.as_json()` gives it as JSON:

    {"role": "…", "network": "…" or "", "changes": [change, …], "comments": [comment, …], "unread": ["…", …]}

A change has only those keys that say something:

| key | holds |
|---|---|
| `kind` | `reworded`, `added`, `dropped`, `moved`; of a criterion also `level` and `assessed`; `field`; `text` for all other words |
| `about` | `statement`, `criterion`, `clause`, `section`, `field` or `paragraph` |
| `id` | of the statement, criterion or clause; of a section that is new or gone; of a field its name, such as `hours` |
| `before`, `after` | the words, or for `level` and `assessed` what the cell says. No `before`: it is new. No `after`: it is gone |
| `section` | of what is added or moved: the section or category that it stands in now |
| `follows` | of what is added or moved: the id that it stands after there; of a section, another one. Nothing: it is first |
| `level`, `assessed_by` | of a criterion that is added, or whose cell was changed: as the data says them, where the cell can be read so |
| `certainty` | `sure`; `likely`: taken unless somebody says no; `ask`: somebody must say what is meant |
| `by` | `[{"author": "…", "day": "2026-11-03"}]`: who made it, where the file tracks changes. A day may be missing |

A comment: `{"about", "id", "beside": words, "author", "day", "text"}`. Nothing of the document is passed over: what matches nothing is a
change of kind `text`, and what no reader could read is in `unread`. Shared cases: `tests/cases/edited/`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

from generator.knowledge.drafts.names import SentenceKind
from generator.knowledge.source_documents.word_blocks import TrackedChange

ChangeKind = Literal["reworded", "added", "dropped", "moved", "level", "assessed", "field", "text"]
About = Literal[SentenceKind, "section", "field", "paragraph"]
Certainty = Literal["sure", "likely", "ask"]


@dataclass(frozen=True)
class EditedBy:
    """Who made a change, and when."""

    author: str
    day: str


@dataclass(frozen=True)
class WordChange:
    """One difference between the pack that left and the file that came home."""

    kind: ChangeKind
    about: About
    id: str = ""
    before: str = ""
    after: str = ""
    section: str = ""
    follows: str = ""
    level: str = ""
    assessed_by: tuple[str, ...] = ()
    certainty: Certainty = "sure"
    by: tuple[EditedBy, ...] = ()

    def made_by(self, marks: Iterable[TrackedChange]) -> WordChange:
        """The change with those who made it."""
        found = dict.fromkeys(EditedBy(mark.author, mark.day) for mark in marks if mark.text.strip())
        return replace(self, by=tuple(found))

    def as_json(self) -> dict[str, Any]:
        """The change with only those keys that say something."""
        by = [{name: value for name, value in (("author", who.author), ("day", who.day)) if value} for who in self.by]
        whole = {**vars(self), "assessed_by": list(self.assessed_by), "by": by}
        return {name: value for name, value in whole.items() if value}


@dataclass(frozen=True)
class MarginNote:
    """A comment, and what it stands beside."""

    about: About
    id: str
    beside: str
    author: str
    day: str
    text: str


@dataclass(frozen=True)
class Returned:
    """What came home."""

    role: str
    network: str
    changes: tuple[WordChange, ...]
    comments: tuple[MarginNote, ...] = ()
    unread: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The whole list."""
        comments = [{name: value for name, value in vars(note).items() if value} for note in self.comments]
        changes = [change.as_json() for change in self.changes]
        return {"role": self.role, "network": self.network, "changes": changes, "comments": comments, "unread": list(self.unread)}
