"""Merge two changes of a YAML file field by field: what was changed on one side only comes together, with the comments and order of ours.

`then` is the file that both began with, `here` is the one that is kept, and what `now` changed comes into it. The fields of a mapping have
names; so have the entries of a list, where each has an `id` or a `code` of its own, or is a text that the list has once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.knowledge.reading.yaml_children import YamlChild, children_of, collected, comments_above, is_flow, value_of


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
        found = value_of(yaml.compose(merged.text, Loader=yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError, _Whole) as error:
        raise NotMergeable from error
    if found != expected:
        raise NotMergeable
    return merged


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
        for start, end, new in sorted(self.edits, key=lambda edit: edit[:2]):
            if start < at:
                raise NotMergeable
            pieces += [self.here[at:start], new]
            at = end
        return "".join([*pieces, self.here[at:]])

    def merge(self, path: str, then: yaml.Node | None, here: yaml.Node, now: yaml.Node) -> Any:
        """Two nodes that are fields of the same name. Returns the value that comes of it."""
        was, ours, theirs = value_of(then), value_of(here), value_of(now)
        if theirs in (ours, was):
            return ours
        if ours == was and is_flow(here):
            raise _Whole
        old, mine, new = ({} if then is None else children_of(then)), children_of(here), children_of(now)
        alike = type(here) is type(now) and mine is not None and new is not None and old is not None
        if not alike or (isinstance(here, yaml.SequenceNode) and _same_entry_changed(old, mine, new)):
            raise _Whole
        return self._children(path, old or {}, here, now)

    def _children(self, path: str, old: Mapping[str, YamlChild], here: yaml.Node, now: yaml.Node) -> Any:
        mine, new = children_of(here) or {}, children_of(now) or {}
        if is_flow(here) != is_flow(now):
            raise _Whole
        found: dict[str, Any] = {}
        for name in dict.fromkeys([*mine, *new]):
            value = self._child(_named(path, name, here), name, (old.get(name), mine.get(name), new.get(name)), (here, now))
            if value is not _MISSING:
                found[name] = value
        return collected(here, found)

    def _child(
        self, path: str, name: str, sides: tuple[YamlChild | None, YamlChild | None, YamlChild | None], parents: tuple[yaml.Node, yaml.Node]
    ) -> Any:
        """One field. Returns its value, or _MISSING where it is gone."""
        old, mine, new = sides
        was, ours, theirs = (_MISSING if side is None else value_of(side.node) for side in sides)
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

    def _insert(self, name: str, new: YamlChild, here: yaml.Node, now: yaml.Node) -> None:
        """A new field, after the one that it follows in the other file."""
        mine, order = children_of(here) or {}, [*(children_of(now) or {})]
        before = next((mine[one] for one in reversed(order[: order.index(name)]) if one in mine), None)
        if is_flow(here):
            self._insert_in_brackets(self.now[new.start : new.end], here.start_mark.index + 1, before, alone=not mine)
            return
        first, anchor = next(iter(mine.items()))
        anchor = before or anchor
        dash = "- " if isinstance(here, yaml.SequenceNode) else ""
        indent = " " * (anchor.column - len(dash))
        above = "".join(f"{indent}{line.strip()}\n" for line in comments_above(self.now, new.start))
        entry = f"{above}{indent}{dash}{_moved(self.now[new.start : new.end], anchor.column - new.column)}"
        if before:
            end = self.here.find("\n", anchor.end)
            end = len(self.here) if end < 0 else end
            self.edits.append((end, end, f"\n{entry}"))
        else:
            start = self._line_of(anchor) if first in order else self._comments_on(anchor)
            self.edits.append((start, start, f"{entry}\n"))

    def _insert_in_brackets(self, words: str, opened: int, before: YamlChild | None, *, alone: bool) -> None:
        at = before.end if before else opened
        follows = before or (alone and any(start == at for start, _, _ in self.edits))
        self.edits.append((at, at, f", {words}" if follows else words if alone else f"{words}, "))

    def _remove(self, name: str, mine: YamlChild, here: yaml.Node) -> None:
        """A field that goes, with the comments above it."""
        if is_flow(here):
            self._remove_in_brackets([*(children_of(here) or {})].index(name), [*(children_of(here) or {}).values()])
            return
        if self.here[self._line_of(mine) : mine.start].strip(" ") not in ("", "-" if isinstance(here, yaml.SequenceNode) else ""):
            raise NotMergeable
        end = self.here.find("\n", mine.end) + 1
        self.edits.append((self._comments_on(mine), end or len(self.here), ""))

    def _remove_in_brackets(self, at: int, children: Sequence[YamlChild]) -> None:
        """An entry that goes with the comma before it, or with the one after it where all before it go too."""
        mine = children[at]
        if at == 0 or any(end == mine.start for _, end, _ in self.edits):
            self.edits.append((mine.start, children[at + 1].start if at + 1 < len(children) else mine.end, ""))
        else:
            self.edits.append((children[at - 1].end, mine.end, ""))

    def _line_of(self, child: YamlChild) -> int:
        return self.here.rfind("\n", 0, child.start) + 1

    def _comments_on(self, child: YamlChild) -> int:
        """Where the comments above a field begin, or its line if it has none."""
        return self._line_of(child) - sum(len(line) + 1 for line in comments_above(self.here, child.start))


class _Whole(Exception):
    """Two nodes can only be taken or left as a whole."""


def _same_entry_changed(
    old: Mapping[str, YamlChild] | None, mine: Mapping[str, YamlChild] | None, new: Mapping[str, YamlChild] | None
) -> bool:
    """Whether both sides may have reworded the same text of a list: it is gone from both, and both have new ones."""
    was, ours, theirs = (set(side or {}) for side in (old, mine, new))
    return bool(was - ours - theirs and ours - was and theirs - was)


def _named(path: str, name: str, parent: yaml.Node) -> str:
    if isinstance(parent, yaml.SequenceNode):
        return f"{path}[{name[:40]}]"
    return f"{path}.{name}" if path else name


def _words(text: str, child: YamlChild | None) -> str:
    return text[child.start : child.end] if child else ""


def _moved(words: str, by: int) -> str:
    """Words of several lines, further in or out."""
    first, *rest = words.split("\n")
    return "\n".join([first, *(_indented(line, by) for line in rest)])


def _indented(line: str, by: int) -> str:
    return f"{' ' * by}{line}" if by > 0 and line else line[min(-by, len(line) - len(line.lstrip())) :] if by < 0 else line
