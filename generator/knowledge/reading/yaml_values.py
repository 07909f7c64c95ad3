"""Turn YAML events into plain values in one walk that records each place and rejects aliases, tags and other features.

Only whole numbers, true, false and null are converted. `18:30`, `no`, `1.0` and `2026-04-01` stay text, as written.
The walk stops at the first level that is too deep, so that no file can exhaust the stack or the memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from generator.knowledge.reading.document import Document, SourceText, Spot, Steps, Value
from generator.problems import Place, Problem, rule

DEEPEST = 40
"""Maximum nesting depth of values. Our deepest record has nine levels."""

YamlEvent = Any
"""One of PyYAML's events. Its type stubs lack the start and end marks that every event of the parser has."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser if it is installed."""

_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_COMMENT = re.compile(r"\s+(#[^\s#!].*)")
_GLUED = re.compile(r"\s*(?:(?P<hyphen>-)[^\s-]|[a-z_]+(?P<colon>:)(?!//)\S)")
_LINK = re.compile(r"\s*(?:mailto|tel):")


class TooDeep(Exception):
    """Values are nested too deeply."""

    def __init__(self, place: Place) -> None:
        """Stop at the place where the limit is exceeded."""
        super().__init__(str(place))
        self.place = place


class Composer:
    """Reads one document. `document` and `problems` keep what was read even if the parser stops halfway."""

    def __init__(self, text: SourceText, content: str) -> None:
        """Prepare to read `content`, whose lines are those of `text`."""
        self.document = Document(text)
        self.problems: list[Problem] = []
        self._parser = _LOADER(content)
        self._next: Callable[[], YamlEvent] = self._parser.get_event

    def compose(self) -> bool:
        """Read the value of the document. Returns False if the file has none.

        Raises yaml.YAMLError for a syntax error, and TooDeep.
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
            self._report("yaml-several", self._spot(event))
            self.document.value = None
        return True

    def _report(self, code: str, spot: Spot, **gaps: object) -> None:
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
        self._report(code, spot, **gaps)
        self.document.refused.add(steps)

    def _properties(self, event: YamlEvent, spot: Spot, steps: Steps) -> None:
        """Reject an anchor and a tag, which come before the value in either order."""
        line, column, _ = spot
        for sign, code in (("&", "yaml-anchor"), ("!", "yaml-tag")):
            match = re.compile(rf"{sign}[^\s,\]}}]*").search(self.document.text.line(line), column - 1)
            if match and (event.anchor if sign == "&" else event.tag) is not None:
                self._refuse(code, (line, match.start() + 1, len(match[0])), steps, name=match[0])

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
        """The name of a key, or None if it is rejected."""
        spot = self._spot(event)
        if isinstance(event, yaml.AliasEvent):
            self._report("yaml-alias", spot, name=event.anchor)
            return None
        if not isinstance(event, yaml.ScalarEvent) or not event.value:
            self._report("key-not-text", spot)
            self._skip(event)
            return None
        if event.anchor is not None or event.tag is not None:
            self._properties(event, spot, steps)
            return None
        name: str = event.value.strip()
        if name != event.value:
            character = next(c for c in event.value if c.isspace() and c != " ") if not event.style else " "
            self._report("yaml-odd-space", spot, character=f"U+{ord(character):04X}")
        if name == "<<":
            self._report("yaml-merge", spot)
            return None
        if (*steps, name) in self.document.keys:
            self._report("key-twice", spot, key=name, first=self.document.keys[*steps, name][0])
            return None
        self.document.keys[*steps, name] = spot
        return name

    def _skip(self, event: YamlEvent) -> None:
        """Skip the value of a rejected key."""
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
        self._report_likely_mistakes(event, steps)
        return value

    def _report_likely_mistakes(self, event: YamlEvent, steps: Steps) -> None:
        """Report what is valid YAML, but hardly intended: a comment in a text, and a key or item without a space."""
        start, end = event.start_mark, event.end_mark
        rest = _COMMENT.match(self.document.text.line(end.line + 1), end.column)
        if rest:
            self._report("comment-in-text", (end.line + 1, rest.start(1) + 1, 0), comment=rest[1])
        for number in range(start.line + 2, end.line + 2):
            line = self.document.text.line(number)
            match = _GLUED.match(line)
            if match and not _LINK.match(line):
                sign = "hyphen" if match["hyphen"] else "colon"
                self._report("space-missing", (number, match.start(sign) + 1, 1), sign=sign)
                self.document.refused.add((*steps[:-1], line[: match.start(sign)].strip()))
