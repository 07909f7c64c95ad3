"""YAML text to plain values, with the place of each. Safe, and without YAML's surprises.

Only whole numbers, true, false and null are more than text: `18:30`, `no`, `1.0` and `2026-04-01` stay as they were written.
Aliases, tags and duplicate keys are refused. Every value knows its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from generator.knowledge.hints import hint_for
from generator.problems import Place, Problem, rule

LARGEST = 1_000_000
"""The most bytes a file may have. Our longest record is under 60,000."""

DEEPEST = 40
"""The most levels a value may stand in. Our deepest record has nine."""

Steps = tuple[str | int, ...]
"""The way to a value: keys and list positions, such as ("sections", 0, "statements", 3, "text")."""

Value = str | int | bool | None | list["Value"] | dict[str, "Value"]


@dataclass(frozen=True)
class Text:
    """A file's text by lines, so that any place in it can be quoted."""

    file: str
    lines: list[str]

    def place(self, line: int, column: int, length: int = 1) -> Place:
        """The place at a line and column counted from 1."""
        quoted = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Place(self.file, line, column, quoted, length)


@dataclass
class Document:
    """What a file holds: its value, and where each part of it stands."""

    text: Text
    value: Value = None
    marks: dict[Steps, yaml.Mark] = field(default_factory=dict)
    keys: dict[Steps, yaml.Mark] = field(default_factory=dict)

    @classmethod
    def empty(cls, name: str) -> Document:
        """A document of a file that was not read."""
        return cls(Text(name, []))

    def place(self, *steps: str | int) -> Place:
        """Where a value stands, or the nearest thing around it."""
        return self._at(self.marks, steps)

    def key(self, *steps: str | int) -> Place:
        """Where a value's key stands."""
        return self._at(self.keys, steps) if steps in self.keys else self.place(*steps)

    def _at(self, marks: dict[Steps, yaml.Mark], steps: Steps) -> Place:
        while steps and steps not in marks:
            steps = steps[:-1]
        mark = marks.get(steps)
        if mark is None:
            return Place(self.text.file)
        length = len(str(steps[-1])) if marks is self.keys else 1
        return self.text.place(mark.line + 1, mark.column + 1, length)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The C parser where it is there, with our own short list of what is not text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?(0|[1-9][0-9]{0,17})$"), list("-0123456789"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(null|~|)$"), ["n", "~", ""])

_PLAIN = "tag:yaml.org,2002:"
_KNOWN = {_PLAIN + name for name in ("str", "int", "bool", "null", "map", "seq")}


def read(path: Path, name: str) -> tuple[Document, list[Problem]]:
    """The document in a file, called `name` in messages, and what is wrong with its form."""
    whole = Place(name)
    try:
        length = path.stat().st_size
        if length > LARGEST:
            return Document.empty(name), [rule("file-too-large").at(whole, size=f"{length / 1e6:.1f} MB", limit=f"{LARGEST // 10**6} MB")]
        content = path.read_bytes()
    except OSError as error:
        return Document.empty(name), [rule("file-unreadable").at(whole, reason=error.strerror or "it is not a file")]
    return parse(content, name)


def parse(content: bytes, name: str) -> tuple[Document, list[Problem]]:
    """The document in a file's bytes, and what is wrong with its form."""
    try:
        decoded = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Document.empty(name), [_not_utf8(content, error, name)]
    text = Text(name, decoded.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    document = Document(text)
    if _too_deep(decoded):
        return document, [rule("yaml-too-deep").at(Place(name), limit=DEEPEST)]
    try:
        node = _compose(decoded)
    except yaml.YAMLError as error:
        return document, [_broken(error, text, decoded)]
    if node is None:
        stem = Path(name).stem
        return document, [rule("file-empty").at(Place(name), kind="role", stem=stem)]
    walk = _Walk(document)
    document.value = walk.value(node, ())
    return document, walk.problems


def _compose(text: str) -> yaml.Node | None:
    loader = _Loader(text)
    try:
        return loader.get_single_node()  # type: ignore[no-any-return]
    finally:
        loader.dispose()


def _too_deep(text: str) -> bool:
    """A bound on nesting before the parser sees it: the parser itself calls itself for each level."""
    if max(text.count("["), text.count("{"), text.count("- - ")) < DEEPEST:
        return max((len(line) - len(line.lstrip(" -")) for line in text.split("\n") if line.strip(" -")), default=0) > 8 * DEEPEST
    depth = deepest = 0
    for character in text:
        depth += (character in "[{") - (character in "]}")
        deepest = max(deepest, depth)
    return deepest > DEEPEST or "- - - - - - - - " in text


def _not_utf8(content: bytes, error: UnicodeDecodeError, name: str) -> Problem:
    before = content[: error.start].split(b"\n")
    line = content.split(b"\n")[len(before) - 1].decode("latin-1").rstrip("\r")
    place = Place(name, len(before), len(before[-1].decode("utf-8", "replace")) + 1, line)
    return rule("file-not-utf8").at(place, byte=f"{content[error.start]:#04x}")


def _broken(error: yaml.YAMLError, text: Text, decoded: str) -> Problem:
    """What stopped the parser, as a tab, a second record, a hidden character or a mistake in a line."""
    position = getattr(error, "position", None)
    if position is not None:
        before = decoded[:position].split("\n")
        place = text.place(len(before), len(before[-1]) + 1)
        return rule("hidden-character").at(
            place, field="This line", character=f"U+{ord(decoded[position]):04X}" if position < len(decoded) else "?"
        )
    mark = getattr(error, "problem_mark", None)
    place = text.place(mark.line + 1, mark.column + 1) if mark else Place(text.file)
    for number in (place.line, place.line - 1):
        indent = re.match(r" *\t", text.lines[number - 1]) if 0 < number <= len(text.lines) else None
        if indent:
            return rule("yaml-tab").at(text.place(number, indent.end()))
    if re.match(r"---(\s|$)", place.text):
        return rule("yaml-several").at(place)
    hint, cure, line = hint_for(text.lines, place.line)
    where = place if line == place.line else text.place(line, len(text.lines[line - 1]) - len(text.lines[line - 1].lstrip()) + 1)
    return rule("yaml-broken").at(where, hint=hint, cure=cure)


class _Walk:
    """One walk over the parser's nodes: values, places, and what is not allowed."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, steps: Steps) -> Value:
        """The plain value of a node. A node met before is an alias, and is not followed."""
        self.document.marks[steps] = node.start_mark
        place = self.document.place(*steps)
        if id(node) in self._seen:
            place = self._alias(steps)
            name = re.search(r"\*([\w-]+)", place.text)
            self.problems.append(rule("yaml-alias").at(place, name=name[1] if name else "…"))
            return None
        self._seen.add(id(node))
        if node.tag not in _KNOWN:
            shown = node.tag.replace(_PLAIN, "!!")
            self.problems.append(rule("yaml-tag").at(place, tag=shown))
            return None
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, steps))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*steps, position)) for position, child in enumerate(node.value)]
        return _scalar(node)

    def _alias(self, steps: Steps) -> Place:
        """An alias's own mark is that of what it stands for, so its key is shown instead."""
        if steps in self.document.keys:
            return self.document.key(*steps)
        return self.document.place(*steps[:-1])

    def _pairs(self, node: yaml.MappingNode, steps: Steps) -> Iterator[tuple[str, Value]]:
        for key, child in node.value:
            mark = key.start_mark
            place = self.document.text.place(mark.line + 1, mark.column + 1, len(str(key.value)) if isinstance(key, yaml.ScalarNode) else 1)
            if not isinstance(key, yaml.ScalarNode) or key.tag not in _KNOWN:
                self.problems.append(rule("key-not-text").at(place))
                continue
            name = str(key.value)
            inner = (*steps, name)
            if inner in self.document.keys:
                self.problems.append(rule("key-twice").at(place, key=name, first=self.document.keys[inner].line + 1))
                continue
            self.document.keys[inner] = mark
            yield name, self.value(child, inner)


def _scalar(node: yaml.Node) -> str | int | bool | None:
    kind = node.tag.removeprefix(_PLAIN)
    if kind == "int":
        return int(node.value)
    if kind == "bool":
        return bool(node.value == "true")
    return None if kind == "null" else str(node.value)
