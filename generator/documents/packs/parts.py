"""The parts of a pack in order, for every format."""

from __future__ import annotations

from dataclasses import replace

from generator.documents.packs.labels import PartLabels, Parts
from generator.documents.packs.model import Pack, Part
from generator.knowledge.model import Role


def base_parts(labels: Parts, role: Role) -> tuple[Part, ...]:
    """The parts of a base role's pack: first what is of this post alone, and then what comes with every post."""
    parts = [_part("role", labels.role, new_page=True), _part("job", labels.job, new_page=True)]
    if role.training:
        parts.append(_part("training", labels.training))
    parts.append(_part("specification", labels.specification))
    if role.clauses:
        parts.append(_part("everyone", labels.everyone, "clauses"))
    return (*parts, _part("pay", labels.pay), _part("control", labels.control))


def network_parts(pack: Pack) -> tuple[Part, ...]:
    """The parts of a network's pack: its profile follows the role on a page; how to apply and what is promised follow the terms."""
    labels = pack.labels.parts
    parts: list[Part] = []
    for part in pack.parts:
        parts.append(_retitled(labels, part))
        if part.id == "role":
            parts.append(_part("network", labels.network, new_page=True))
        if part.id == "pay" and pack.advert:
            parts.append(_part("apply", labels.apply))
        if part.id == "pay" and pack.promise:
            parts.append(_part("promise", labels.promise))
    return tuple(parts)


def _part(name: str, labels: PartLabels, kind: str = "", *, new_page: bool = False) -> Part:
    return Part(name, labels.heading, labels.about, kind or name, new_page)


def _retitled(labels: Parts, part: Part) -> Part:
    """A part with the network's heading: its part on pay also has the terms."""
    return replace(part, heading=labels.terms.heading, about=labels.terms.about) if part.id == "pay" else part
