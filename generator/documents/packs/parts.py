"""The parts of a pack in their order, which every format walks."""

from __future__ import annotations

from dataclasses import replace

from generator.documents.packs.labels import PartLabels, Parts
from generator.documents.packs.model import Pack, Part
from generator.knowledge.model import Role


def base_parts(labels: Parts, role: Role, *, has_promise: bool) -> tuple[Part, ...]:
    """The parts of a base role's pack."""
    parts = [_part("role", labels.role, new_page=True), _part("job", labels.job, new_page=True)]
    if role.training:
        parts.append(_part("training", labels.training))
    if role.clauses:
        parts.append(_part("everyone", labels.everyone, "clauses"))
    parts += [_part("specification", labels.specification), _part("pay", labels.pay)]
    if has_promise:
        parts.append(_part("promise", labels.promise))
    return (*parts, _part("control", labels.control))


def network_parts(made: Pack) -> tuple[Part, ...]:
    """A network's pack has its profile after the role on a page, and how to apply after the terms."""
    labels = made.labels.parts
    found: list[Part] = []
    for part in made.parts:
        found.append(_retitled(labels, part))
        if part.id == "role":
            found.append(_part("network", labels.network, new_page=True))
        if part.id == "pay" and made.advert:
            found.append(_part("apply", labels.apply))
    return tuple(found)


def _part(name: str, labels: PartLabels, kind: str = "", *, new_page: bool = False) -> Part:
    return Part(name, labels.heading, labels.about, kind or name, new_page)


def _retitled(labels: Parts, part: Part) -> Part:
    """A network says more than the base role about pay, and promises in its own name."""
    own = {"pay": labels.terms, "promise": labels.our_promise}.get(part.id)
    return replace(part, heading=own.heading, about=own.about) if own else part
