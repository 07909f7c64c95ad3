"""Hand-written pages: Markdown with a title and a description at the top."""

from __future__ import annotations

import os
import re
from pathlib import Path

from generator.documents.page import Page
from generator.knowledge.reading.yaml_file import parse
from generator.machine.ordinary_files import read_file, real, unreadable_files
from generator.problems import Place, Problem, rule

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(\.md)?")
_HEAD = re.compile(r"\A---\r?\n(.*?)\r?\n---\r?\n", re.DOTALL)


def prose_pages(folder: Path) -> tuple[list[Page], list[Problem]]:
    """Every Markdown page of a content folder, and what is wrong with it. What lies beside the pages is to be readable too."""
    pages: list[Page] = []
    found = list(unreadable_files(folder)) if folder.is_dir() else []
    problems = [rule("file-unreadable").at(_place(folder, path), what=_what(path), reason=reason) for path, reason in found]
    passed_over = {path for path, _ in found}
    for path in sorted(folder.rglob("*.md")) if folder.is_dir() else []:
        if path in passed_over or path.is_dir():
            continue
        page, wrong = _refused(folder, path) or _page(folder, path)
        problems += wrong
        if page:
            pages.append(page)
    return pages, problems


def _refused(folder: Path, path: Path) -> tuple[None, list[Problem]] | None:
    """A page that is not read at all: a link out of the folder, or a name that makes no address."""
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


def _page(folder: Path, path: Path) -> tuple[Page | None, list[Problem]]:
    name = path.relative_to(folder.parent).as_posix()
    try:
        text = read_file(path).decode("utf-8-sig")
    except OSError as error:
        return None, [rule("file-unreadable").at(Place(name), what="file", reason=error.strerror)]
    except UnicodeDecodeError as error:
        return None, [rule("file-not-utf8").at(Place(name), byte=f"{error.object[error.start]:#04x}")]
    match = _HEAD.match(text)
    head, problems = parse(match[1].encode(), name) if match else (None, [])
    value = head.value if head else None
    if problems or not isinstance(value, dict) or not all(isinstance(value.get(k), str) for k in ("title", "description")):
        return None, [rule("front-matter-broken").at(Place(name, 1, 1, text.split("\n", 1)[0]))]
    kind = str(value.get("kind", "prose"))
    body = text[match.end() :] if match else text
    return Page(path.relative_to(folder).as_posix(), str(value["title"]), str(value["description"]), kind, body), []
