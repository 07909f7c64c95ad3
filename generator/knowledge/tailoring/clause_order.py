"""Where a shared clause stands in the pack of a role that does not carry it: where the roles have it that do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.knowledge.library.library import Library
from generator.knowledge.tailoring.placing import Arrival, arranged


def clause_order(roles: Mapping[str, Sequence[str]]) -> list[str]:
    """All clauses of some roles in one order: that of the role with most of them, the others' each behind its neighbour there."""
    found: list[str] = []
    for _, names in sorted(roles.items(), key=lambda role: (-len(role[1]), role[0])):
        for index, name in enumerate(names):
            if name not in found:
                found.insert(found.index(names[index - 1]) + 1 if index else 0, name)
    return found


def arrivals(library: Library, role: str, added: Iterable[str]) -> Iterator[Arrival]:
    """Clauses that a role does not carry, each with its neighbour in that role. One that no role carries comes last.

    They are in the order of printing, whatever the order of `added` is.
    """
    own = library.roles[role].clauses
    order = clause_order({name: each.clauses for name, each in library.roles.items()})
    wanted = [name for name in dict.fromkeys(added) if name not in own]
    for name in sorted(wanted, key=lambda each: (order.index(each) if each in order else len(order))):
        at = order.index(name) if name in order else len(order)
        before = [each for each in order[:at] if each in own]
        behind = [each for each in order[at + 1 :] if each in own]
        known = name in order
        yield Arrival(name, before[-1] if known and before else None, behind[0] if known and behind else None)


def printed_clauses(library: Library, role: str, laid: Sequence[str]) -> list[str]:
    """The clauses of a pack in the order of printing: `laid` are those of the role that are kept, and those that a network adds."""
    own, kept = library.roles[role].clauses, set(laid)
    if kept <= set(own):
        return list(laid)
    return [name for name in arranged(own, list(arrivals(library, role, laid))) if name in kept]
