"""The way through a tag tree."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object


def structure_type(element: Object) -> str:
    """The kind of an element, such as `/H2`; empty for what is not an element."""
    return str(element.get("/S", "")) if isinstance(element, Dictionary) else ""


def kids(element: Object) -> list[Object]:
    """What stands in an element: elements, numbers of marked content, references to links."""
    found = element.get("/K")
    if found is None:
        return []
    return list(found) if isinstance(found, Array) else [found]


def walk(element: Object) -> Iterator[Object]:
    """An element and every element in it, in reading order."""
    yield element
    for kid in kids(element):
        if structure_type(kid):
            yield from walk(kid)
