"""The parts of a Word file, whatever program saved it: found by their relationships, in the usual names or the Strict ones."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from types import TracebackType

from lxml import etree

from generator.knowledge.source_documents.refusing import document_refused

LARGEST_UNPACKED = 40_000_000
"""Maximum unpacked size of the file's parts in bytes. A zip of a few kilobytes can expand to gigabytes."""

MOST_ELEMENTS = 1_000_000
"""Elements of a part that are read. A job pack has some tens of thousands."""

DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, etree.XMLSyntaxError),
    *(NotImplementedError, RuntimeError, EOFError, OSError, KeyError, ValueError),
)
"""What zipfile and lxml let through where a file is damaged."""

UNTRUSTED = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}
"""How XML from outside is parsed."""

_BODY = "word/document.xml"
_BESIDE = re.compile(r"word/(header|footer|footnotes|endnotes)\d*\.xml")
_KINDS = ("header", "footer", "footnotes", "endnotes")
_OFF = ("0", "false", "off")


class WordPackage:
    """The parts of a Word file. Saved by other programs than Word, they may have any name."""

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        self._left = LARGEST_UNPACKED
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        self.names = frozenset(self._archive.namelist())
        self.main = self._main()
        self._related = self._relations(self.main) if self.main else {}
        self._of_parts = {self.main: self._related}

    def __enter__(self) -> WordPackage:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._archive.close()

    def unpacked(self, part: str) -> bytes:
        """A part of the file. All parts together are no larger than the limit."""
        content = unzipped_part(self._archive, part, self._name, self._left)
        self._left -= len(content)
        return content

    def _main(self) -> str | None:
        targets = [target for kind, target in self._relations("").values() if kind == "officeDocument"]
        found = [part for part in (*targets, _BODY) if part in self.names and (part == _BODY or self._is_word(part))]
        return found[0] if found else None

    def _is_word(self, part: str) -> bool:
        """Whether a part is the body of a Word file, and not a sheet or a slide."""
        with self._archive.open(part) as packed:
            return b"wordprocessingml" in packed.read(20_000)

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to: the kind and the name of another part, by id."""
        folder, _, file = part.rpartition("/")
        named = posixpath.join(folder, "_rels", f"{file}.rels")
        if named not in self.names:
            return {}
        found = {}
        for one in parsed(self.unpacked(named)):
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
                found[one.get("Id", "")] = (one.get("Type", "").rpartition("/")[2], target)
        return found

    def root(self, part: str) -> etree._Element:
        """The root element of a part. Raises Stopped where it has too many elements."""
        root = parsed(self.unpacked(part))
        if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
            raise document_refused("document-too-large", self._name, size="a part of too many elements", limit=f"{MOST_ELEMENTS:,}")
        return root

    def related(self, kind: str) -> etree._Element | None:
        """The root of the part that the body refers to as `kind`, such as `comments`."""
        return self._first(self._related, kind)

    def properties(self) -> Mapping[str, str]:
        """The custom properties by name."""
        root = self._first(self._relations(""), "custom-properties")
        return {} if root is None else {str(one.get("name")): "".join(one.itertext()) for one in root if isinstance(one.tag, str)}

    def _first(self, relations: Mapping[str, tuple[str, str]], kind: str) -> etree._Element | None:
        parts = (target for found, target in relations.values() if found == kind and target in self.names)
        part = next(parts, None)
        return None if part is None else self.root(part)

    def target(self, part: str, identifier: str) -> str | None:
        """The part that another refers to by an id."""
        if part not in self._of_parts:
            self._of_parts[part] = self._relations(part)
        return self._of_parts[part].get(identifier, ("", ""))[1] or None

    @property
    def beside(self) -> list[tuple[str, str]]:
        """Headers, footers and notes: the kind, and the part."""
        named = {target: kind for kind, target in self._related.values() if kind in _KINDS and target in self.names}
        if not named:
            named = {part: found[1] for part in self.names if (found := _BESIDE.fullmatch(part))}
        return [(kind, part) for part, kind in sorted(named.items())]

    @property
    def drawings(self) -> int:
        """Drawings that have words of their own."""
        return sum(kind == "diagramData" for kind, _ in self._related.values())

    def comments(self) -> int:
        """How many comments people made."""
        root = self.related("comments")
        return 0 if root is None else sum(1 for _ in root.iterchildren("{*}comment"))

    def unread_styles(self) -> dict[str, str]:
        """Styles whose text is hidden or struck out: by id, with what it is."""
        root = self.related("styles")
        found: dict[str, str] = {}
        for style in () if root is None else root.iterchildren("{*}style"):
            for mark in style.iterfind("{*}rPr/*"):
                what = UNREAD_MARKS.get(etree.QName(mark).localname)
                if what and not is_off(mark.attrib):
                    found[next(named(style.attrib, "styleId"), "")] = what
        return found


def unzipped_part(archive: zipfile.ZipFile, part: str, name: str, most: int = LARGEST_UNPACKED) -> bytes:
    """A part of a zip. What its header says of its size may be a lie, so no more than `most` bytes are ever unpacked."""
    with archive.open(part) as packed:
        content = packed.read(most + 1)
    if len(content) > most:
        limit = f"{LARGEST_UNPACKED // 10**6} MB"
        raise document_refused("document-too-large", name, size=f"more than {limit} unpacked", limit=limit)
    return content


def parsed(content: bytes) -> etree._Element:
    """The root element of untrusted XML."""
    return etree.fromstring(content, etree.XMLParser(**UNTRUSTED))


UNREAD_MARKS = {"vanish": "hidden text", "strike": "struck-out text", "dstrike": "struck-out text"}
"""Properties of text that nobody is meant to read, and what such text is called."""


def is_off(attributes: Mapping[str, str]) -> bool:
    """Whether a property says that it does not hold."""
    return any(value in _OFF for value in named(attributes, "val"))


def named(attributes: Mapping[str, str], name: str) -> Iterator[str]:
    """The values of the attributes with this name, in any namespace: Word has two for each of its own."""
    return (value for key, value in attributes.items() if key.endswith(f"}}{name}"))
