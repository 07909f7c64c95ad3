"""The bank holidays of England and Wales: days on which some services are closed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.knowledge.model.scopes import Scope
from generator.knowledge.model.words import Day, Identified, SourceRef, Text


class BankHolidays(Identified):
    """The bank holidays that are known."""

    note: Annotated[Text | None, Scope("directory")] = None
    """What a reader should know about the list."""
    days: list[Day] = Field(min_length=1)
    """Each bank holiday. The order does not matter."""
    known_until: Day
    """The last day of which we know whether it is one."""
    source: list[SourceRef] = Field(min_length=1)
    """Where they were read."""
    read_on: Day
    """The day on which they were read there."""
