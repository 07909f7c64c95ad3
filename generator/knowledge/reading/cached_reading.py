"""Cache of parsed files, keyed by their bytes. Places of values are computed only when they are asked for."""

from __future__ import annotations

import json
from collections.abc import Callable

from generator.knowledge.reading.document import Document, SourceText, Spot, Steps, Value
from generator.knowledge.reading.yaml_file import parse, text_of
from generator.problems import Problem

Recall = Callable[[bytes, Callable[[], str]], str]
"""Takes a file's bytes and a function; returns the text cached for these bytes, or calls the function and caches its result."""


class Recalled(Document):
    """A document from the cache, without syntax problems. Its file is parsed again only if a place is needed, for a message."""

    def __init__(self, text: SourceText, value: Value, walk: Callable[[], Document]) -> None:
        """A document with `value`; `walk` parses the file to find the places."""
        super().__init__(text, value)
        self._walk = walk
        del self.values, self.keys

    def __getattr__(self, name: str) -> dict[Steps, Spot]:
        """The places, computed at first access."""
        if name not in ("values", "keys"):
            raise AttributeError(name)
        walked = self._walk()
        self.values, self.keys = walked.values, walked.keys
        return walked.values if name == "values" else walked.keys


def recalled(content: bytes, name: str, recall: Recall) -> tuple[Document, list[Problem]]:
    """The same as `parse`, from the cache if possible. Files with problems are parsed each time: they are few, and need places."""
    read: list[tuple[Document, list[Problem]]] = []

    def make() -> str:
        document, problems = parse(content, name)
        read.append((document, problems))
        return "" if problems or document.value is None else json.dumps(document.value)

    cached = recall(content, make)
    if read:
        return read[0]
    if not cached:
        return parse(content, name)
    return Recalled(text_of(content, name), json.loads(cached), lambda: parse(content, name)[0]), []
