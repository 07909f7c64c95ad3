"""The fields of a YAML file by name, each with the place of its words: the keys of a mapping, and the entries of a list that have names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

_IDENTITIES = ("id", "code")
"""The keys by which entries of a list are known."""


@dataclass(frozen=True)
class YamlChild:
    """A field of a mapping, from its key on, or an entry of a list. Its place is in characters of the file, from 0."""

    start: int
    end: int
    column: int
    node: yaml.Node


def children_of(node: yaml.Node) -> dict[str, YamlChild] | None:
    """The fields of a mapping or the entries of a list by name. None where they have no names, or two have the same."""
    if isinstance(node, yaml.MappingNode):
        found = {key.value: YamlChild(key.start_mark.index, _end(value), key.start_mark.column, value) for key, value in node.value}
        return found if len(found) == len(node.value) else None
    names = _entry_names(node)
    if names is None:
        return None
    return {
        name: YamlChild(one.start_mark.index, _end(one), one.start_mark.column, one) for name, one in zip(names, node.value, strict=True)
    }


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
    if isinstance(node, yaml.CollectionNode) and not is_flow(node) and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    end: int = node.end_mark.index
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        words: str = node.end_mark.buffer[: node.end_mark.pointer] if node.end_mark.buffer else ""
        end -= len(words) - len(words.rstrip())
    return end


def is_flow(node: yaml.Node) -> bool:
    """Whether a mapping or list is written in brackets, as every empty one is."""
    return bool(isinstance(node, yaml.CollectionNode) and (node.flow_style or not node.value))


def value_of(node: yaml.Node | None) -> Any:
    """What a node says, whatever its style. Named entries of a list count without their order."""
    if node is None:
        return None
    if isinstance(node, yaml.ScalarNode):
        return (node.tag, node.value)
    children = children_of(node)
    if children is None:
        return [value_of(one) for one in node.value]
    return collected(node, {name: value_of(child.node) for name, child in children.items()})


def collected(node: yaml.Node, values: dict[str, Any]) -> Any:
    """The value of a mapping or list, from those of its children, as `value_of` gives it."""
    return (type(node).__name__, values)


def comments_above(text: str, start: int) -> list[str]:
    """The lines above a field that are comments on it."""
    lines = text[: text.rfind("\n", 0, start) + 1].split("\n")[:-1]
    count = next((index for index, line in enumerate(reversed(lines)) if not line.lstrip().startswith("#")), len(lines))
    return lines[len(lines) - count :] if count else []
