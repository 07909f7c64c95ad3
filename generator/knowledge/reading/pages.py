"""Read hand-written pages: Markdown files with front matter."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from generator.knowledge.model.pages import PageHead
from generator.knowledge.reading.document import Document, SourceText
from generator.knowledge.reading.schema import validate
from generator.knowledge.reading.yaml_file import parse
from generator.machine.ordinary_files import read_file, real, unreadable_files
from generator.problems import Place, Problem, rule

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(\.md)?")
_HEAD = re.compile(r"\A---\r?\n(.*?)\r?\n---\r?\n", re.DOTALL)


@dataclass(frozen=True)
class WrittenPage:
    """One hand-written page."""

    path: str
    """The path of its file in the folder of pages, with forward slashes."""
    kind: str
    head: PageHead
    document: Document = field(repr=False)
    """The front matter, with the place of each value in the file."""
    source: SourceText = field(repr=False)
    """All lines of the file."""
    body: str = field(repr=False)
    first_line: int
    """The line number on which the body starts."""


def read_pages(folder: Path) -> tuple[list[WrittenPage], list[Problem]]:
    """All Markdown pages of a content folder, and their problems. Other files in the folder must be readable too."""
    pages: list[WrittenPage] = []
    unreadable = dict(unreadable_files(folder)) if folder.is_dir() else {}
    problems = [rule("file-unreadable").at(_place(folder, path), what=_what(path), reason=reason) for path, reason in unreadable.items()]
    for path in sorted(folder.rglob("*.md")) if folder.is_dir() else []:
        if path in unreadable or path.is_dir():
            continue
        page, wrong = _refused(folder, path) or _page(folder, path)
        problems += wrong
        if page:
            pages.append(page)
    return pages, problems


def _refused(folder: Path, path: Path) -> tuple[None, list[Problem]] | None:
    """The problem of a page that is not read at all: a link out of the folder, or a name that cannot be an address."""
    below, place = path.relative_to(folder), _place(folder, path)
    if not real(path).is_relative_to(real(folder)):
        return None, [rule("page-outside").at(place)]
    if not all(_NAME.fullmatch(part) for part in below.parts):
        return None, [rule("page-name-refused").at(place)]
    return None


def _place(folder: Path, path: Path) -> Place:
    return Place(os.fsencode(path.relative_to(folder.parent).as_posix()).decode("utf-8", "replace"))


def _what(path: Path) -> str:
    return "folder" if path.is_dir() else "file"


def _page(folder: Path, path: Path) -> tuple[WrittenPage | None, list[Problem]]:
    name = path.relative_to(folder.parent).as_posix()
    try:
        text = read_file(path).decode("utf-8-sig")
    except OSError as error:
        return None, [rule("file-unreadable").at(Place(name), what="file", reason=error.strerror)]
    except UnicodeDecodeError as error:
        return None, [rule("file-not-utf8").at(Place(name), byte=f"{error.object[error.start]:#04x}")]
    return _parted(text, path.relative_to(folder).as_posix(), name)


def _parted(text: str, path: str, name: str) -> tuple[WrittenPage | None, list[Problem]]:
    """Split front matter and body. An empty line replaces the first `---`, so that line numbers are those of the file."""
    match = _HEAD.match(text)
    document, problems = parse(f"\n{match[1]}".encode(), name) if match else (Document.empty(name), [])
    value = document.value
    if problems or not match or not isinstance(value, dict) or not all(isinstance(value.get(k), str) for k in ("title", "description")):
        return None, [rule("front-matter-broken").at(Place(name, 1, 1, text.split("\n", 1)[0]))]
    head, wrong = validate(PageHead, document, "a page")
    if head is None:
        return None, wrong
    body = text[match.end() :]
    source = SourceText(name, text.replace("\r\n", "\n").split("\n"))
    return WrittenPage(path, str(value.get("kind", "prose")), head, document, source, body, match[0].count("\n") + 1), []
