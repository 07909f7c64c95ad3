"""Emit one field as YAML, as PyYAML does with lists two spaces further in than their key.

libyaml's emitter is about five times as fast. It cannot indent lists, and differs in rare texts: these are left to PyYAML's own. A
test holds that both give the same bytes.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

_WIDTH = 116
"""Characters after which a line is folded."""

_ORDINARY = re.compile(r"[ -~\u00a1-\u2027\u2030-\u205e\u2070-\ud7ff]*")
"""Texts that both emitters write alike: one line, without characters beyond the basic plane or unusual spaces."""


_NEVER_FOLDED = 40
"""Characters of a quoted text that are never folded, at any depth that a record has."""


class Quoted(str):
    """A text that looks like a number or a time, to be quoted."""


class Flow(list[Any]):
    """A list on one line."""


class _Dumper(yaml.SafeDumper):
    """Writes lists two spaces further in than their key, as our files have them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - PyYAML names it
        super().increase_indent(flow, False)

    def ignore_aliases(self, _data: Any) -> bool:
        return True


_Fast: type[yaml.CSafeDumper] | None = None
if yaml.__with_libyaml__:

    class _FastDumper(yaml.CSafeDumper):
        """The same by libyaml, for values without a list that would have to be indented."""

        def ignore_aliases(self, _data: Any) -> bool:
            return True

    _Fast = _FastDumper

for _dumper in (_Dumper, _Fast):
    if _dumper:
        _dumper.add_representer(Quoted, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"'))
        _dumper.add_representer(Flow, lambda dumper, found: dumper.represent_sequence("tag:yaml.org,2002:seq", found, flow_style=True))


def emitted(name: str, value: Any) -> str:
    """A field with its value."""
    if not _Fast or not _ordinary(value):
        return plainly_emitted(name, value)
    if isinstance(value, list) and value and not isinstance(value, Flow):
        lines = _dumped(value, _Fast, _WIDTH - 2).splitlines()
        return f"{name}:\n" + "".join(f"  {line}\n" for line in lines)
    return _dumped({name: value}, _Fast)


def plainly_emitted(name: str, value: Any) -> str:
    """The same, by PyYAML's own emitter."""
    return _dumped({name: value}, _Dumper)


def _dumped(value: Any, dumper: Any, width: int = _WIDTH) -> str:
    return str(yaml.dump(value, Dumper=dumper, sort_keys=False, allow_unicode=True, width=width, default_flow_style=False))


def _ordinary(value: Any, *, outermost: bool = True) -> bool:
    """Whether both emitters write a value alike."""
    if isinstance(value, str):
        folded = isinstance(value, Quoted) and len(value) > _NEVER_FOLDED  # the two fold double quotes at different places
        return not folded and bool(_ORDINARY.fullmatch(value))
    if isinstance(value, dict):
        return all(_ordinary(inner, outermost=False) for inner in value.values())
    if isinstance(value, list):
        indented = value and not isinstance(value, Flow) and not outermost
        return not indented and all(_ordinary(inner, outermost=False) for inner in value)
    return True
