"""Read the cells of a row of another publisher, whatever its ways of writing, as fields of a service."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from generator.knowledge.directory.importing.coded_text import CODED, coded
from generator.knowledge.directory.importing.contact_text import calls_in, contact_ways
from generator.knowledge.directory.importing.headings import ADDRESS, CONTACT, POSTCODE
from generator.knowledge.directory.importing.mending import LONG, SHORT, both_ages, fitted, mail_address, status, web_address
from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.directory.importing.opening_text import opening_rows
from generator.knowledge.directory.importing.own_rows import structured
from generator.knowledge.directory.importing.words import Vocabulary, clean, slug_of
from generator.knowledge.directory.openreferral.filled import filled
from generator.knowledge.directory.table_columns import EXPORTED_FROM, ITEMS, LINES, SAFETY
from generator.knowledge.model import ServiceSource

if TYPE_CHECKING:
    from generator.knowledge.directory.importing.records import Import

_SHORT = frozenset({"name", "organisation"})
_NEVER = frozenset({
    "confidence", "assured_on", "assured_by", "not_confirmed", "review_after", "came_from", "guessed", "accept_wording", "first_id",
})  # fmt: skip
"""Columns that no table of others can decide."""

VOCABULARIES = ("needs", "audiences", "areas")
"""The columns with words of a vocabulary."""


class ForeignCells:
    """Reads rows with the vocabularies of one library."""

    def __init__(self, asked: Import) -> None:
        self.asked, self.vocabulary = asked, Vocabulary(asked.library)

    def read(self, row: Mapping[str, str], notes: Notes) -> dict[str, Any]:
        """The fields of a row of another publisher."""
        found: dict[str, Any] = {}
        for column, text in row.items():
            if text.strip() and column not in (*_NEVER, *VOCABULARIES, "id", "sources", ADDRESS, POSTCODE, EXPORTED_FROM):
                for name, value in self._cell(column, text.strip(), notes).items():
                    found[name] = _together(found.get(name), value)
        for column in VOCABULARIES:
            if words := words_of_cell(row.get(column, "")):
                found[column] = self._matched(column, words, notes)
        least, most = row.get("min_age", ""), row.get("max_age", "")
        found |= both_ages(least, most, notes) if least or most else {}
        if "status" in row:
            found["status"] = status(row["status"], notes)
        found |= self._place(row, found, notes)
        if sources := _sources(row.get("sources", ""), notes):
            found["sources"] = sources
        return {key: value for key, value in filled(found).items() if value not in ("", None)}

    def _cell(self, column: str, text: str, notes: Notes) -> dict[str, Any]:
        if column in ("min_age", "max_age", "status"):
            return {}
        if column == "url":
            return {"url": web_address(text, notes)}
        if column == "email":
            return {"email": mail_address(text, notes)}
        if column == CONTACT:
            return contact_ways(text, notes)
        if column in ("phones", "texts") and "number:" not in text:
            return calls_in(text, notes, kind="text" if column == "texts" else "")
        if column == "hours" and "opens:" not in text:
            if timed := opening_rows(text.replace("\r", "")):
                return {"hours": timed}
            notes.kept("hours", "times that a row cannot say stand as words in `hours_note`", text)
            return {"hours_note": clean(text)}
        if column in CODED:
            return coded(column, text, notes)
        if column in (*LINES, *ITEMS, *SAFETY):
            return structured(column, text, notes) or {}
        return {column: fitted(clean(text), SHORT if column in _SHORT else LONG, column, notes)}

    def _matched(self, column: str, words: list[str], notes: Notes) -> list[str]:
        """Ids of a vocabulary, from ids or labels. Without a vocabulary, as in a folder that is being set up, every id is one."""
        known = {"needs": self.asked.library.needs, "audiences": self.asked.library.audiences, "areas": self.asked.library.areas}[column]
        match = {"needs": self.vocabulary.needs, "audiences": self.vocabulary.audiences, "areas": self.vocabulary.areas}[column]
        found = [one for word in words for one in ([word] if word in known or (not known and slug_of(word) == word) else match([word]))]
        strange = [word for word in words if word not in known and not match([word]) and known]
        if strange:
            notes.left(column, "words that no id or label of ours matches", ", ".join(strange))
        return list(dict.fromkeys(found))

    def _place(self, row: Mapping[str, str], found: Mapping[str, Any], notes: Notes) -> dict[str, Any]:
        """A place from an address and a postcode, in the area that they name or that the row names."""
        parts = [one_address(row.get(column, "")) for column in (ADDRESS, POSTCODE)]
        address = ", ".join(part for index, part in enumerate(parts) if part and not (index and part in parts[0]))
        if not address:
            return {}
        near = self.vocabulary.areas([address, address.rpartition(" ")[0].rpartition(", ")[2]])
        area = next(iter([*near, *found.get("areas", []), *self.asked.areas]), None) or self._country(address, notes)
        if not area:
            notes.left("locations", "an address in no area of ours", address)
            return {}
        at = {"locations": [*found.get("locations", []), {"address": fitted(address, LONG, "locations", notes), "area": area}]}
        return at if found.get("areas") or not near else {**at, "areas": near[:1]}

    def _country(self, address: str, notes: Notes) -> str | None:
        """The widest area of ours, with a note."""
        country = self.vocabulary.widest_area
        if country:
            notes.kept("locations", "an address in no area of ours, so it has the widest one", address)
        return country


def one_address(text: str) -> str:
    """An address on one line. Lines, and the gaps that some programs put between parts, become commas."""
    return ", ".join(part for line in re.split(r"\r?\n|\s{2,}", text) if (part := clean(line).strip(" ,")))


def _together(known: Any, value: Any) -> Any:
    """What two columns say of one field."""
    if isinstance(known, dict):
        return {**known, **value}
    if isinstance(known, list):
        return [*known, *(one for one in value if one not in known)]
    return f"{known}; {value}" if isinstance(known, str) and known != value else value


def words_of_cell(text: str) -> list[str]:
    """The words of a cell with several. Of a path through a taxonomy, `Health > Sleep`, each step."""
    return [word for part in re.split(r"[\n;|>]|,(?!\d)", text.replace("\r", "")) if (word := clean(part).strip('"“”'))]


def _sources(text: str, notes: Notes) -> list[dict[str, Any]]:
    if not text.strip():
        return []
    found = []
    for one in (structured("sources", text.strip(), notes) or {}).get("sources", []):
        try:
            ServiceSource.model_validate(one)
            found.append(one)
        except ValidationError:
            notes.left("sources", "not a whole source", "; ".join(f"{key}: {value}" for key, value in one.items()))
    return found
