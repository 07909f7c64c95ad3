"""Which rules on words and letters apply to a text, declared with its field.

Every text of every model has either a `Scope` or an `Exempt` beside its type: `text: Annotated[Text, Scope("duties"), IN_PRINT]`.
The checks derive from these what they read (`generator/knowledge/library/scoped.py`), so a new field is checked once it is declared.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

WordingScope = Literal["advert", "duties", "criteria", "clauses", "directory"]
"""Where a text is shown: in an advert or profile, a job description, a person specification, a clause, or a page of the knowledge base."""


@dataclass(frozen=True)
class Scope:
    """Marks a text that the rules on words of this scope apply to, as do the limits on sentences and reading age."""

    name: WordingScope


@dataclass(frozen=True)
class Exempt:
    """Marks a text that no rule on words applies to, with the reason."""

    reason: str


@dataclass(frozen=True)
class InPrint:
    """Marks a value that printed packs show, so that their typeface must have its letters."""


IN_PRINT = InPrint()

OWN_NAME = Exempt("a name or title, in the words that its owner uses")
SEARCH_WORDS = Exempt("words that people type, in whatever way they say it")
ABOUT_A_SOURCE = Exempt("tells what a source says and why we changed it, so it may quote the source")
TIME_IN_WORDS = Exempt("a day, a time or an edition, in words")
OF_A_DOCUMENT = Exempt("the title or place of a document, as the document has it")
ABOUT_WORDS = Exempt("speaks of the very words that a rule is against")
OTHER_LANGUAGE = Exempt("words of another language, as a source has them")
NO_WORDS = Exempt("a version, a number or a mark, and no words")
