"""Cache of parsed files, keyed by their bytes. Places of values are computed only when they are asked for."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable

from generator.knowledge.reading.document import Document, SourceText, Spot, Steps, Value
from generator.knowledge.reading.yaml_file import parse, text_of
from generator.problems import Problem

Recall = Callable[[bytes, Callable[[], str]], str]
"""Takes a file's bytes and a function; returns the text cached for these bytes, or calls the function and caches its result."""


class Recalled(Document):
    """A document without syntax problems, held as the bytes of its file and its value as JSON, both compressed: a tenth of the memory.

    Lines and values are made anew each time they are asked for, unless the value is held. The file is parsed again only if a place is
    needed, for a message.
    """

    def __init__(self, content: bytes, name: str, value: str) -> None:
        """A document of the file `name` with these bytes. `value` is its value as JSON."""
        self._content, self._name, self._json = zlib.compress(content, 1), name, zlib.compress(value.encode(), 1)
        self._held: Value = None
        self.refused = set()

    @property
    def text(self) -> SourceText:  # type: ignore[override]
        """The lines of the file."""
        return text_of(zlib.decompress(self._content), self._name)

    @property
    def file(self) -> str:
        """The name of the file."""
        return self._name

    @property
    def value(self) -> Value:  # type: ignore[override]
        """The value of the file. Nobody may change it."""
        if self._held is None:
            value: Value = json.loads(zlib.decompress(self._json))
            return value
        return self._held

    def digest(self) -> bytes:
        """A digest of the file’s name and bytes. It is another than that of an ordinary document with the same lines."""
        return hashlib.sha256(self._name.encode("utf-8", "surrogatepass") + b"\0" + self._content).digest()

    def hold(self) -> None:
        """Keep the value, which will be asked for several times."""
        self._held = self.value

    def let_go(self) -> None:
        """Keep the value no longer."""
        self._held = None

    def __getattr__(self, name: str) -> dict[Steps, Spot]:
        """The places, computed at first access."""
        if name not in ("values", "keys"):
            raise AttributeError(name)
        walked = parse(zlib.decompress(self._content), self._name)[0]
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
    if not cached:
        return read[0] if read else parse(content, name)
    document = Recalled(content, name, cached)
    document.hold()
    return document, []
