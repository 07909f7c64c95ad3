"""YAML's events to plain values, in one walk that keeps the place of each and refuses what is not plain.

Only whole numbers, true, false and null are more than text: `18:30`, `no`, `1.0` and `2026-04-01` stay as they were written.
The walk stops at the first level that is too deep, so nothing in a file can exhaust the stack or the memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from generator.knowledge.reading.document import Document, SourceText, Spot, Steps, Value
from generator.problems import Place, Problem, rule

DEEPEST = 40
"""The most levels a value may stand in. Our deepest record has nine."""

YamlEvent = Any
"""One of PyYAML's events. Its types leave out what every event of the parser has: where it begins and ends."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser where it is there."""

_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_COMMENT = re.compile(r"\s+(#[^\s#!].*)")
_GLUED = re.compile(r"\s*(?:(?P<hyphen>-)[^\s-]|[a-z_]+(?P<colon>:)(?!//)\S)")
_LINK = re.compile(r"\s*(?:mailto|tel):")


class TooDeep(Exception):
    """Values inside values without end."""

    def __init__(self, place: Place) -> None:
        """Stop where it became too deep."""
        super().__init__(str(place))
        self.place = place


class Composer:
    """Reads one document. What it found so far stays in `document` and `problems` even where the parser stops halfway."""

    def __init__(self, text: SourceText, content: str) -> None:
        """Get ready to read `content`, whose lines are those of `text`."""
        self.document = Document(text)
        self.problems: list[Problem] = []
        self._parser = _LOADER(content)
        self._next: Callable[[], YamlEvent] = self._parser.get_event

    def compose(self) -> bool:
        """Read the value of the document. False where the file holds none.

        Raises yaml.YAMLError where the parser stops, and TooDeep.
        """
        try:
            return self._document()
        finally:
            self._parser.dispose()

    def _document(self) -> bool:
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            return False
        self.document.value = self._value(self._next(), ())
        self._next()
        event = self._next()
        if isinstance(event, yaml.DocumentStartEvent):
            self._tell("yaml-several", self._spot(event))
            self.document.value = None
        return True

    def _tell(self, code: str, spot: Spot, **gaps: object) -> None:
        self.problems.append(rule(code).at(self.document.text.place(*spot), **gaps))

    @staticmethod
    def _spot(event: YamlEvent) -> Spot:
        start, end = event.start_mark, event.end_mark
        length = end.column - start.column if end.line == start.line else 0
        return start.line + 1, start.column + 1, length

    def _value(self, event: YamlEvent, steps: Steps) -> Value:
        spot = self.document.values[steps] = self._spot(event)
        if isinstance(event, yaml.AliasEvent):
            self._refuse("yaml-alias", spot, steps, name=event.anchor)
            return None
        if event.anchor is not None or event.tag is not None:
            self._properties(event, spot, steps)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, spot, steps)
        if len(steps) >= DEEPEST:
            raise TooDeep(self.document.text.place(*spot))
        if not event.flow_style and steps in self.document.keys:
            self.document.values[steps] = self.document.keys[steps]
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(steps)
        return self._mapping(steps)

    def _refuse(self, code: str, spot: Spot, steps: Steps, **gaps: object) -> None:
        self._tell(code, spot, **gaps)
        self.document.refused.add(steps)

    def _properties(self, event: YamlEvent, spot: Spot, steps: Steps) -> None:
        """An anchor and a tag, which stand before the value in either order."""
        line, column, _ = spot
        for sign, code in (("&", "yaml-anchor"), ("!", "yaml-tag")):
            found = re.compile(rf"{sign}[^\s,\]}}]*").search(self.document.text.line(line), column - 1)
            if found and (event.anchor if sign == "&" else event.tag) is not None:
                self._refuse(code, (line, found.start() + 1, len(found[0])), steps, name=found[0])

    def _list(self, steps: Steps) -> list[Value]:
        values: list[Value] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            values.append(self._value(event, (*steps, len(values))))
        return values

    def _mapping(self, steps: Steps) -> dict[str, Value]:
        values: dict[str, Value] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            name = self._key(event, steps)
            if name is None:
                self._skip(self._next())
            else:
                values[name] = self._value(self._next(), (*steps, name))
        return values

    def _key(self, event: YamlEvent, steps: Steps) -> str | None:
        """The name of a key, or nothing for one that is refused."""
        spot = self._spot(event)
        if isinstance(event, yaml.AliasEvent):
            self._tell("yaml-alias", spot, name=event.anchor)
            return None
        if not isinstance(event, yaml.ScalarEvent) or not event.value:
            self._tell("key-not-text", spot)
            self._skip(event)
            return None
        if event.anchor is not None or event.tag is not None:
            self._properties(event, spot, steps)
            return None
        name: str = event.value.strip()
        if name != event.value:
            character = next(c for c in event.value if c.isspace() and c != " ") if not event.style else " "
            self._tell("yaml-odd-space", spot, character=f"U+{ord(character):04X}")
        if name == "<<":
            self._tell("yaml-merge", spot)
            return None
        if (*steps, name) in self.document.keys:
            self._tell("key-twice", spot, key=name, first=self.document.keys[*steps, name][0])
            return None
        self.document.keys[*steps, name] = spot
        return name

    def _skip(self, event: YamlEvent) -> None:
        """Pass over a value that belongs to a key that was refused."""
        depth = 0
        while True:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth == 0:
                return
            event = self._next()

    def _scalar(self, event: YamlEvent, spot: Spot, steps: Steps) -> str | int | bool | None:
        value: str = event.value
        if event.style:  # quoted, or written over several lines with > or |
            return value
        if value in _WORDS:
            if not value:
                self.document.values[steps] = self.document.keys.get(steps, (spot[0], max(1, spot[1] - 1), 1))
            return _WORDS[value]
        if _WHOLE.fullmatch(value):
            return int(value)
        self._slips(event, steps)
        return value

    def _slips(self, event: YamlEvent, steps: Steps) -> None:
        """What YAML reads without a murmur, though it is hardly what was meant."""
        start, end = event.start_mark, event.end_mark
        rest = _COMMENT.match(self.document.text.line(end.line + 1), end.column)
        if rest:
            self._tell("comment-in-text", (end.line + 1, rest.start(1) + 1, 0), comment=rest[1])
        for number in range(start.line + 2, end.line + 2):
            line = self.document.text.line(number)
            found = _GLUED.match(line)
            if found and not _LINK.match(line):
                sign = "hyphen" if found["hyphen"] else "colon"
                self._tell("space-missing", (number, found.start(sign) + 1, 1), sign=sign)
                self.document.refused.add((*steps[:-1], line[: found.start(sign)].strip()))
