"""Merge two changes of a YAML file field by field: what was changed on one side only comes together, with the comments and order of ours.

`then` is the file that both began with, `here` is the one that is kept, and what `now` changed comes into it. The fields of a mapping have
names; so have the entries of a list, where each has an `id` or a `code` of its own, or is a text that the list has once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

_IDENTITIES = ("id", "code")
"""The keys by which entries of a list are known."""


class NotMergeable(Exception):
    """The files are not built alike enough to be merged by their fields."""


@dataclass(frozen=True)
class FieldConflict:
    """A field that was changed on both sides, or changed on one and deleted on the other."""

    field: str
    """Its path: `needs[money].label`."""
    here: str
    """What the file here has, as it is written. Empty where it has nothing."""
    now: str
    """What the other one has."""


@dataclass
class MergedText:
    """A file in which changes of two sides came together."""

    text: str
    taken: list[str] = field(default_factory=list)
    """The fields that were taken, by path."""
    conflicts: list[FieldConflict] = field(default_factory=list)
    """The fields that stay as they are here."""


def merge_fields(then: str, here: str, now: str, *, take: bool = False) -> MergedText:
    """Bring what `now` changed since `then` into `here`. With `take` a field that both changed is taken from `now`.

    Raises NotMergeable where a file cannot be read, or where its text cannot be changed so that nothing else in it changes.
    """
    merging = _Merging(here, now, take=take)
    try:
        was, ours, theirs = (yaml.compose(text, Loader=yaml.SafeLoader) for text in (then, here, now))
        if ours is None or theirs is None:
            raise NotMergeable
        expected = merging.merge("", was, ours, theirs)
        merged = MergedText(merging.text(), merging.taken, merging.conflicts)
        found = _value(yaml.compose(merged.text, Loader=yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError, _Whole) as error:
        raise NotMergeable from error
    if found != expected:
        raise NotMergeable
    return merged


@dataclass(frozen=True)
class _Child:
    """A field of a mapping, from its key on, or an entry of a list."""

    start: int
    end: int
    column: int
    node: yaml.Node


_MISSING: Any = object()


class _Merging:
    """Changes of one text."""

    def __init__(self, here: str, now: str, *, take: bool) -> None:
        self.here, self.now, self.take = here, now, take
        self.edits: list[tuple[int, int, str]] = []
        self.taken: list[str] = []
        self.conflicts: list[FieldConflict] = []

    def text(self) -> str:
        """The text with all changes. Raises NotMergeable where two of them touch the same words."""
        pieces, at = [], 0
        for start, end, new in sorted(self.edits, key=lambda edit: edit[:1]):
            if start < at:
                raise NotMergeable
            pieces += [self.here[at:start], new]
            at = end
        return "".join([*pieces, self.here[at:]])

    def merge(self, path: str, then: yaml.Node | None, here: yaml.Node, now: yaml.Node) -> Any:
        """Two nodes that are fields of the same name. Returns the value that comes of it."""
        was, ours, theirs = _value(then), _value(here), _value(now)
        if theirs in (ours, was):
            return ours
        old, mine, new = ({} if then is None else _children(then)), _children(here), _children(now)
        alike = type(here) is type(now) and mine is not None and new is not None and old is not None
        if not alike or (isinstance(here, yaml.SequenceNode) and _same_entry_changed(old, mine, new)):
            raise _Whole
        return self._children(path, old or {}, here, now)

    def _children(self, path: str, old: Mapping[str, _Child], here: yaml.Node, now: yaml.Node) -> Any:
        mine, new = _children(here) or {}, _children(now) or {}
        if _flow(here) != _flow(now):
            raise _Whole
        found: dict[str, Any] = {}
        for name in dict.fromkeys([*mine, *new]):
            value = self._child(_named(path, name, here), name, (old.get(name), mine.get(name), new.get(name)), (here, now))
            if value is not _MISSING:
                found[name] = value
        return _collected(here, found)

    def _child(
        self, path: str, name: str, sides: tuple[_Child | None, _Child | None, _Child | None], parents: tuple[yaml.Node, yaml.Node]
    ) -> Any:
        """One field. Returns its value, or _MISSING where it is gone."""
        old, mine, new = sides
        was, ours, theirs = (_MISSING if side is None else _value(side.node) for side in sides)
        if ours == theirs or was == theirs:
            return ours
        if mine and new:
            try:
                return self.merge(path, old.node if old else None, mine.node, new.node)
            except _Whole:
                pass
        if was != ours and not self.take:
            self.conflicts.append(FieldConflict(path, _words(self.here, mine), _words(self.now, new)))
            return ours
        self.taken.append(path)
        if mine and new:
            self.edits.append((mine.start, mine.end, _moved(self.now[new.start : new.end], mine.column - new.column)))
        elif new:
            self._insert(name, new, *parents)
        elif mine:
            self._remove(name, mine, parents[0])
        return theirs

    def _insert(self, name: str, new: _Child, here: yaml.Node, now: yaml.Node) -> None:
        """A new field, after the one that it follows in the other file."""
        mine, order = _children(here) or {}, [*(_children(now) or {})]
        before = next((mine[one] for one in reversed(order[: order.index(name)]) if one in mine), None)
        words = self.now[new.start : new.end]
        if _flow(here):
            last = before.end if before else here.start_mark.index + 1
            self.edits.append((last, last, f", {words}" if before else f"{words}, " if mine else words))
            return
        anchor = before or next(iter(mine.values()))
        dash = "- " if isinstance(here, yaml.SequenceNode) else ""
        indent = " " * (anchor.column - len(dash))
        above = "".join(f"{indent}{line.strip()}\n" for line in _comments(self.now, new.start))
        entry = f"{above}{indent}{dash}{_moved(words, anchor.column - new.column)}"
        if before:
            end = self.here.find("\n", anchor.end)
            end = len(self.here) if end < 0 else end
            self.edits.append((end, end, f"\n{entry}"))
        else:
            start = self.here.rfind("\n", 0, anchor.start) + 1
            self.edits.append((start, start, f"{entry}\n"))

    def _remove(self, name: str, mine: _Child, here: yaml.Node) -> None:
        """A field that goes, with the comments above it."""
        children = [*(_children(here) or {}).items()]
        index = [one for one, _ in children].index(name)
        if _flow(here):
            follows = children[index + 1][1].start if index + 1 < len(children) else mine.end
            start = children[index - 1][1].end if index and follows == mine.end else mine.start
            self.edits.append((start, follows, ""))
            return
        start = self.here.rfind("\n", 0, mine.start) + 1
        if self.here[start : mine.start].strip(" ") not in ("", "-" if isinstance(here, yaml.SequenceNode) else ""):
            raise NotMergeable
        start -= sum(len(line) + 1 for line in _comments(self.here, mine.start))
        end = self.here.find("\n", mine.end) + 1
        self.edits.append((start, end or len(self.here), ""))


class _Whole(Exception):
    """Two nodes can only be taken or left as a whole."""


def _children(node: yaml.Node) -> dict[str, _Child] | None:
    """The fields of a mapping or the entries of a list by name. None where they have no names."""
    if isinstance(node, yaml.MappingNode):
        found = {key.value: _Child(key.start_mark.index, _end(value), key.start_mark.column, value) for key, value in node.value}
        return found if len(found) == len(node.value) else None
    names = _entry_names(node)
    if names is None:
        return None
    return {name: _Child(one.start_mark.index, _end(one), one.start_mark.column, one) for name, one in zip(names, node.value, strict=True)}


def _entry_names(node: yaml.Node) -> list[str] | None:
    if not isinstance(node, yaml.SequenceNode):
        return None
    if all(isinstance(one, yaml.ScalarNode) for one in node.value):
        names = [one.value for one in node.value]
        return names if len(set(names)) == len(names) else None
    if not all(isinstance(one, yaml.MappingNode) for one in node.value):
        return None
    for identity in _IDENTITIES:
        found = [str(value.value) for one in node.value for key, value in one.value if key.value == identity]
        if len(found) == len(node.value) == len(set(found)):
            return found
    return None


def _end(node: yaml.Node) -> int:
    """Where the words of a node end. A block ends where its last part does: below it there may be comments on what follows."""
    if isinstance(node, yaml.CollectionNode) and not _flow(node) and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    end: int = node.end_mark.index
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        words: str = node.end_mark.buffer[: node.end_mark.pointer] if node.end_mark.buffer else ""
        end -= len(words) - len(words.rstrip())
    return end


def _flow(node: yaml.Node) -> bool:
    return bool(isinstance(node, yaml.CollectionNode) and (node.flow_style or not node.value))


def _value(node: yaml.Node | None) -> Any:
    """What a node says, whatever its style. Named entries of a list count without their order."""
    if node is None:
        return None
    if isinstance(node, yaml.ScalarNode):
        return (node.tag, node.value)
    children = _children(node)
    if children is None:
        return [_value(one) for one in node.value]
    return _collected(node, {name: _value(child.node) for name, child in children.items()})


def _collected(node: yaml.Node, values: dict[str, Any]) -> Any:
    return (type(node).__name__, values)


def _same_entry_changed(old: Mapping[str, _Child] | None, mine: Mapping[str, _Child] | None, new: Mapping[str, _Child] | None) -> bool:
    """Whether both sides may have reworded the same text of a list: it is gone from both, and both have new ones."""
    was, ours, theirs = (set(side or {}) for side in (old, mine, new))
    return bool(was - ours - theirs and ours - was and theirs - was)


def _named(path: str, name: str, parent: yaml.Node) -> str:
    if isinstance(parent, yaml.SequenceNode):
        return f"{path}[{name[:40]}]"
    return f"{path}.{name}" if path else name


def _words(text: str, child: _Child | None) -> str:
    return text[child.start : child.end] if child else ""


def _moved(words: str, by: int) -> str:
    """Words of several lines, further in or out."""
    first, *rest = words.split("\n")
    return "\n".join([first, *(_indented(line, by) for line in rest)])


def _indented(line: str, by: int) -> str:
    return f"{' ' * by}{line}" if by > 0 and line else line[min(-by, len(line) - len(line.lstrip())) :] if by < 0 else line


def _comments(text: str, start: int) -> list[str]:
    """The lines above a field that are comments on it."""
    lines = text[: text.rfind("\n", 0, start) + 1].split("\n")[:-1]
    count = next((index for index, line in enumerate(reversed(lines)) if not line.lstrip().startswith("#")), len(lines))
    return lines[len(lines) - count :] if count else []
