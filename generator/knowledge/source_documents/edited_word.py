"""Read a Word file that people edited, from its XML to blocks. No library gives tags, tracked changes and comments together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any  # lxml's elements carry no types

from generator.knowledge.source_documents.edited_reader import CONTENTS_LINE, EditedReader
from generator.knowledge.source_documents.refusing import document_damaged, document_refused
from generator.knowledge.source_documents.word_blocks import Comment, EditedWord, WordBlock
from generator.knowledge.source_documents.word_names import word_attribute, word_name
from generator.knowledge.source_documents.word_package import DAMAGE, WordPackage


def read_edited(content: bytes, name: str) -> EditedWord:
    """A Word file as blocks. Raises Stopped for what is no Word file, or is damaged or too large."""
    if not content.startswith(b"PK"):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        raise document_refused("document-locked" if locked else "draft-not-word", name)
    try:
        with WordPackage(content, name) as parts:
            if parts.main is None:
                raise document_refused("draft-not-word", name)
            return _read(parts, parts.main)
    except RecursionError:
        raise document_refused("document-unreadable", name, reason="its parts are nested too deeply") from None
    except DAMAGE as error:
        raise document_damaged(name, error) from None


def office_properties(content: bytes, name: str) -> Mapping[str, str] | None:
    """The custom properties of a workbook, or None for a Word file: `read_edited` gives them with its words. Raises Stopped likewise."""
    try:
        with WordPackage(content, name) as parts:
            return None if parts.main else parts.properties()
    except DAMAGE as error:
        raise document_damaged(name, error) from None


def _read(parts: WordPackage, main: str) -> EditedWord:
    comments = _comments(parts.related("comments"))
    reader = EditedReader(heading_levels(parts.related("styles")), comments)
    body = next((child for child in parts.root(main) if word_name(child) == "w:body"), None)
    blocks = reader.read(body) if body is not None else []
    for kind in ("footnotes", "endnotes"):
        blocks += _notes(parts.related(kind), reader)
    left = tuple(comment for number, comment in comments.items() if number not in reader.anchored)
    return EditedWord(tuple(blocks), parts.properties(), left, tuple(reader.unread))


def read_body(body: Any, styles: Any) -> list[WordBlock]:
    """The blocks of a body that is not in a file yet."""
    return EditedReader(heading_levels(styles), {}).read(body)


def heading_levels(styles: Any | None) -> dict[str, int]:
    """The level of each paragraph style that is a heading, by its id: by its name, or by the style that it is based on."""
    names: dict[str, tuple[str, str]] = {}
    for style in [] if styles is None else (each for each in styles if word_name(each) == "w:style"):
        said = {word_name(child): word_attribute(child, "val") for child in style}
        names[word_attribute(style, "styleId")] = said.get("w:name", "").lower(), said.get("w:basedOn", "")

    def level(style: str, depth: int = 0) -> int:
        name, based = names.get(style, ("", ""))
        if name.startswith("toc"):
            return CONTENTS_LINE
        figure = name.removeprefix("heading ") if name.startswith("heading ") else ""
        return int(figure) if figure in "123456789" and figure else level(based, depth + 1) if based and depth < 20 else 0

    return {style: found for style in names if (found := level(style))}


def _comments(root: Any | None) -> dict[str, Comment]:
    found = {}
    for each in [] if root is None else (child for child in root if word_name(child) == "w:comment"):
        lines = ["".join(t.text or "" for t in p.iter() if word_name(t) == "w:t") for p in each.iter() if word_name(p) == "w:p"]
        comment = Comment(word_attribute(each, "author"), word_attribute(each, "date")[:10], " ".join(filter(None, lines)))
        found[word_attribute(each, "id")] = comment
    return found


def _notes(root: Any | None, reader: EditedReader) -> list[WordBlock]:
    notes = [] if root is None else [n for n in root if word_attribute(n, "type") not in ("separator", "continuationSeparator")]
    return [replace(block, note=True) for note in notes for block in reader.read(note) if block.says]
