"""Files that were read before from the same bytes: their values are known, and where each part stands is found out when it is asked."""

from __future__ import annotations

import json
from collections.abc import Callable

from generator.knowledge.reading.document import Document, SourceText, Spot, Steps, Value
from generator.knowledge.reading.yaml_file import parse, text_of
from generator.problems import Problem

Recall = Callable[[bytes, Callable[[], str]], str]
"""Gives a text for a file's bytes: what was made for the same bytes before, or what the function makes now."""


class Recalled(Document):
    """A document without a mistake in its form. Only who has something to say of it asks for a place, and then its file is walked."""

    def __init__(self, text: SourceText, value: Value, walk: Callable[[], Document]) -> None:
        """The `value`, and the walk that finds its places."""
        super().__init__(text, value)
        self._walk = walk
        del self.values, self.keys

    def __getattr__(self, name: str) -> dict[Steps, Spot]:
        """The places, once they are asked for."""
        if name not in ("values", "keys"):
            raise AttributeError(name)
        walked = self._walk()
        self.values, self.keys = walked.values, walked.keys
        return walked.values if name == "values" else walked.keys


def recalled(content: bytes, name: str, recall: Recall) -> tuple[Document, list[Problem]]:
    """What `parse` gives. Files with mistakes are read again each time: there are few, and their mistakes have places."""
    read: list[tuple[Document, list[Problem]]] = []

    def make() -> str:
        document, problems = parse(content, name)
        read.append((document, problems))
        return "" if problems or document.value is None else json.dumps(document.value)

    kept = recall(content, make)
    if read:
        return read[0]
    if not kept:
        return parse(content, name)
    return Recalled(text_of(content, name), json.loads(kept), lambda: parse(content, name)[0]), []
