"""Give an organisation's own document the styles of ours that it lacks. Ours are in `templates/pack/word/word/styles.xml`."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any  # lxml's elements carry no types

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

STAND_INS = {"body text": "normal", "opening lines": "body text", "cover notice": "normal", "cover place": "subtitle"}
"""Styles that a document without them sets like another of its own, in place of ours, whose indents and colours would not suit it."""


def complete(styles: Any, ours: Any) -> dict[str, str]:
    """Add to `styles` every style of `ours` that it lacks by name. Returns the ids of all of ours in it, by name in small letters."""
    ids = {_name(style): _id(style) for style in styles.findall(qn("w:style"))}
    own = ids.keys() | STAND_INS.keys()
    wanted = {_name(style): style for style in ours.findall(qn("w:style"))}
    names = {_id(style): name for name, style in wanted.items()}
    lent = {name: style for name, style in wanted.items() if name not in own}
    ids |= {name: _free(_id(style), ids) for name, style in lent.items()}
    for name, other in STAND_INS.items():
        ids.setdefault(name, ids[other])
    for name, style in lent.items():
        styles.append(_lent(style, ids, names, ids[name]))
    _say_language(styles)
    return ids


def fills(styles: Any, ids: Mapping[str, str]) -> dict[str, str]:
    """The colour each paragraph style is itself shaded with, by name. Those without one are left out."""
    by_id = {_id(style): style for style in styles.findall(qn("w:style"))}
    found = {name: by_id[style].xpath("string(./w:pPr/w:shd/@w:fill)") for name, style in ids.items()}
    return {name: fill for name, fill in found.items() if fill and fill != "auto"}


def indents(styles: Any, ids: Mapping[str, str]) -> dict[str, int]:
    """How far each style stands in from the left margin by its own word, in twentieths of a point, by name; 0 where it says nothing."""
    by_id = {_id(style): style for style in styles.findall(qn("w:style"))}
    found = {name: by_id[style].xpath("string((./w:pPr/w:ind/@w:left | ./w:pPr/w:ind/@w:start)[1])") for name, style in ids.items()}
    return {name: int(indent) if indent.isdigit() else 0 for name, indent in found.items()}


def _name(style: Any) -> str:
    """Built-in styles have English names in every language of Word, in small or large letters."""
    return str(style.find(qn("w:name")).get(qn("w:val"))).lower()


def _id(style: Any) -> str:
    return str(style.get(qn("w:styleId")))


def _free(wanted: str, ids: Mapping[str, str]) -> str:
    """An id that no style has yet."""
    taken = set(ids.values())
    return next(name for name in (wanted, *(f"{wanted}{n}" for n in range(2, len(taken) + 3))) if name not in taken)


def _lent(style: Any, ids: Mapping[str, str], names: Mapping[str, str], new_id: str) -> Any:
    """A copy of a style of ours, its references turned to the ids that those styles have here."""
    copy = deepcopy(style)
    copy.set(qn("w:styleId"), new_id)
    copy.attrib.pop(qn("w:default"), None)
    for tag in ("w:basedOn", "w:next", "w:link"):
        for reference in copy.findall(qn(tag)):
            reference.set(qn("w:val"), ids[names[reference.get(qn("w:val"))]])
    return copy


def _say_language(styles: Any) -> None:
    """A document whose defaults name no language gets a place for one."""
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = OxmlElement("w:docDefaults")
        styles.insert(0, defaults)
    holder = defaults.find(qn("w:rPrDefault"))
    if holder is None:
        holder = OxmlElement("w:rPrDefault")
        defaults.insert(0, holder)
    look = holder.find(qn("w:rPr"))
    if look is None:
        look = OxmlElement("w:rPr")
        holder.append(look)
    if look.find(qn("w:lang")) is None:
        look.append(OxmlElement("w:lang", attrs={qn("w:val"): "en-GB"}))
