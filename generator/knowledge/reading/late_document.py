"""A document that is parsed only once a part of it is asked for: most of ten thousand imported records have no problem to place."""

from __future__ import annotations

from generator.knowledge.reading.document import Document, SourceText, Spot, Steps, Value
from generator.knowledge.reading.yaml_file import parse


class LateDocument(Document):
    """The document of a file’s text. It takes a tenth of the memory of one that was parsed."""

    def __init__(self, content: str, name: str) -> None:
        self._content, self._name = content, name
        self._parsed: Document | None = None

    def _whole(self) -> Document:
        if self._parsed is None:
            self._parsed = parse(self._content.encode(), self._name)[0]
        return self._parsed

    @property
    def text(self) -> SourceText:  # type: ignore[override]
        """The lines of the file."""
        return self._whole().text

    @property
    def file(self) -> str:
        """The name of the file."""
        return self._name

    @property
    def value(self) -> Value:  # type: ignore[override]
        """The value of the file."""
        return self._whole().value

    @property
    def values(self) -> dict[Steps, Spot]:  # type: ignore[override]
        """The place of each value."""
        return self._whole().values

    @property
    def keys(self) -> dict[Steps, Spot]:  # type: ignore[override]
        """The place of each key."""
        return self._whole().keys

    @property
    def refused(self) -> set[Steps]:  # type: ignore[override]
        """Paths of values that were rejected."""
        return self._whole().refused
