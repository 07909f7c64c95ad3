"""The parts of a Word file as XML, whatever program saved it: found by their relationships, in the usual names or the Strict ones."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any  # lxml's elements carry no types

from lxml import etree

from generator.knowledge.source_documents.refusing import document_refused

LARGEST_PARTS = 40_000_000
"""The most bytes that the parts that are read may unpack to. A zip of a few kilobytes can hold gigabytes."""

MOST_PART_ELEMENTS = 1_000_000
"""Elements of a part. A job pack has some tens of thousands."""

_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error, etree.XMLSyntaxError),
    *(NotImplementedError, RuntimeError, EOFError, OSError, KeyError, ValueError),
)

_ROOTS = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}


def word_name(element: Any) -> str:
    """The name of an element with its usual prefix, `w:p`, in the usual namespace or the Strict one. Others keep their whole name."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""  # a comment, or an instruction
    space, _, name = tag[1:].rpartition("}")
    prefix = _ROOTS.get(space)
    return f"{prefix}:{name}" if prefix else tag


def word_attribute(element: Any, name: str) -> str:
    """An attribute of Word's by its bare name, in whichever namespace the file has it."""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


class WordParts:
    """A Word file, opened. Raises Stopped for what is none, or is damaged or too large."""

    def __init__(self, content: bytes, name: str) -> None:
        """Open a file that messages call `name`."""
        self._name, self._left = name, LARGEST_PARTS
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
            self._names = set(self._archive.namelist())
            self.main = self._related("", "/officeDocument")
        except _DAMAGED as error:
            raise self._damaged(error) from None
        if not self.main or not self.main.endswith(".xml"):
            raise document_refused("document-unknown", name)

    def part(self, path: str) -> Any | None:
        """The root element of a part, or None where the file has no such part."""
        if path not in self._names:
            return None
        try:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
            root = etree.fromstring(self._unpacked(path), parser)
        except _DAMAGED as error:
            raise self._damaged(error) from None
        if sum(1 for _ in root.iter()) > MOST_PART_ELEMENTS:
            raise document_refused("document-too-large", self._name, size="a part of too many elements", limit=f"{MOST_PART_ELEMENTS:,}")
        return root

    def beside(self, kind: str) -> Any | None:
        """The root of the part that the main part relates to as `kind`, such as `/comments`."""
        return self.part(self._related(self.main, kind))

    def properties(self) -> Mapping[str, str]:
        """The custom properties by name."""
        root = self.part(self._related("", "/custom-properties"))
        found = {} if root is None else {str(each.get("name")): "".join(each.itertext()) for each in root if isinstance(each.tag, str)}
        return dict(found)

    def _related(self, source: str, kind: str) -> str:
        """The path of the part that `source` (or the file as a whole) relates to as `kind`."""
        folder, name = posixpath.split(source)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in [] if root is None else root:
            if str(relation.get("Type", "")).endswith(kind) and relation.get("TargetMode") != "External":
                return posixpath.normpath(posixpath.join("/", folder, str(relation.get("Target")))).lstrip("/")
        return ""

    def _unpacked(self, path: str) -> bytes:
        with self._archive.open(path) as packed:
            content = packed.read(self._left + 1)
        self._left -= len(content)
        if self._left < 0:
            limit = f"{LARGEST_PARTS // 10**6} MB"
            raise document_refused("document-too-large", self._name, size=f"more than {limit} unpacked", limit=limit)
        return content

    def _damaged(self, error: Exception) -> Exception:
        return document_refused("document-unreadable", self._name, reason=f"it is damaged ({type(error).__name__})")
