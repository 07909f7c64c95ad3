"""Parse the bytes of a YAML file into plain values with their places. Safe, and without YAML's surprising types."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import yaml

from generator.knowledge.reading.document import Document, SourceText, Steps
from generator.knowledge.reading.yaml_hints import hint_for
from generator.knowledge.reading.yaml_values import DEEPEST, Composer, TooDeep
from generator.problems import HIDDEN, Place, Problem, rule

__all__ = ["LARGEST", "Document", "Steps", "parse", "read"]

LARGEST = 1_000_000
"""Maximum size of a file in bytes. Our longest record is under 100,000."""

Parse = Callable[[bytes, str], tuple[Document, list[Problem]]]
"""Parses a file's bytes and name into a document and its problems."""

_ENDS = re.compile(r"\r\n?")
_ODD_SPACE = re.compile(r"[ \t]*([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+)")

_OTHER_FORMATS = {
    b"PK\x03\x04": "It looks like a Word, Excel or zip file.",
    b"%PDF": "It looks like a PDF.",
    b"\xff\xfe": "It was saved as ‘Unicode’ (UTF-16).",
    b"\xfe\xff": "It was saved as ‘Unicode’ (UTF-16).",
}


DEEPER_THAN_THE_SCANNER_GOES = "exceeded maximum nesting depth"
"""PyYAML 6.0.4's message for brackets nested beyond its own limit of 1,000, which it raises before our walk sees the first."""


def read(path: Path, name: str, parsed: Parse | None = None) -> tuple[Document, list[Problem]]:
    """The document in a file and its syntax problems. `name` is the file's name in messages; `parsed` replaces `parse`."""
    try:
        length = path.stat().st_size
        if length > LARGEST:
            wrong = rule("file-too-large").at(Place(name), size=f"{length / 1e6:.1f} MB", limit=f"{LARGEST // 10**6} MB")
            return Document.empty(name), [wrong]
        content = path.read_bytes()
    except OSError as error:
        return Document.empty(name), [rule("file-unreadable").at(Place(name), what="file", reason=error.strerror or "it is not a file")]
    return (parsed or parse)(content, name)


def parse(content: bytes, name: str) -> tuple[Document, list[Problem]]:
    """The document in a file's bytes, and its syntax problems."""
    try:
        decoded = _decoded(content)
    except UnicodeDecodeError as error:
        return Document.empty(name), [_not_utf8(error, name)]
    text = SourceText(name, decoded.split("\n"))
    hidden = _hidden(text, decoded)
    composer = Composer(text, HIDDEN.sub("\ufffd", decoded) if hidden else decoded)
    try:
        filled = composer.compose()
    except TooDeep as error:
        return Document(text), [*hidden, *composer.problems, rule("yaml-too-deep").at(error.place, limit=DEEPEST)]
    except yaml.YAMLError as error:
        if getattr(error, "problem", None) == DEEPER_THAN_THE_SCANNER_GOES and (mark := getattr(error, "problem_mark", None)):
            place = text.place(mark.line + 1, mark.column + 1, 1)
            return Document(text), [*hidden, *composer.problems, rule("yaml-too-deep").at(place, limit=DEEPEST)]
        reported = {problem.place.line for problem in (*hidden, *composer.problems)}
        return Document(text), [*hidden, *composer.problems, *(p for p in [_broken(error, text)] if p.place.line not in reported)]
    if not filled:
        return Document(text), hidden or [rule("file-empty").at(Place(name))]
    return composer.document, [*hidden, *composer.problems]


def text_of(content: bytes, name: str) -> SourceText:
    """The text of a file, by lines. Raises UnicodeDecodeError if it is not UTF-8."""
    return SourceText(name, _decoded(content).split("\n"))


def _decoded(content: bytes) -> str:
    return _ENDS.sub("\n", content.decode("utf-8-sig"))


def _not_utf8(error: UnicodeDecodeError, name: str) -> Problem:
    """The problem of a file that is not UTF-8. Undecodable bytes are shown as ‘�’ in the quoted line."""
    content, start = bytes(error.object), error.start
    before = _ENDS.sub("\n", content[:start].decode("utf-8-sig", "replace")).split("\n")
    lines = _ENDS.sub("\n", content.decode("utf-8-sig", "replace")).split("\n")
    place = SourceText(name, lines).place(len(before), len(before[-1]) + 1, 1)
    looks = next((said for first, said in _OTHER_FORMATS.items() if content.startswith(first)), "")
    if not looks:
        byte = content[start : start + 1]
        looks = f"In older encodings it is ‘{byte.decode('cp1252', 'replace')}’." if byte[0] >= 0xA0 else "It may not be text at all."
    return rule("file-not-utf8").at(place, byte=f"{content[start]:#04x}", looks=looks)


def _hidden(text: SourceText, decoded: str) -> list[Problem]:
    """Hidden characters, one for each line. A file with a NUL character is not text, so reporting stops there."""
    if not HIDDEN.search(decoded):
        return []
    problems = []
    for number, line in enumerate(text.lines, 1):
        match = HIDDEN.search(line)
        if match:
            place = text.place(number, match.start() + 1, 1)
            problems.append(rule("hidden-character").at(place, field="this line", character=f"U+{ord(match[0]):04X}"))
            if match[0] == "\0":
                break
    return problems


def _broken(error: yaml.YAMLError, text: SourceText) -> Problem:
    """The problem that stopped the parser: a tab, an unusual space, a tag, or another mistake in a line."""
    marks = [m for m in (getattr(error, "context_mark", None), getattr(error, "problem_mark", None)) if m]
    spots = [(mark.line + 1, mark.column + 1) for mark in marks] or [(1, 1)]
    last = spots[-1][0]
    for number in (last, last - 1):
        tab = re.match(r" *\t", text.line(number))
        if tab:
            more = sum(bool(re.match(r" *\t", line)) for line in text.lines) - 1
            also = f" So {'does 1 other line' if more == 1 else f'do {more} other lines'}." if more else ""
            return rule("yaml-tab").at(text.place(number, tab.end(), 1), more=also)
        odd = _ODD_SPACE.match(text.line(number))
        if odd:
            return rule("yaml-odd-space").at(text.place(number, odd.start(1) + 1, len(odd[1])), character=f"U+{ord(odd[1][0]):04X}")
    line, column = spots[0]
    tag = re.compile(r"![^\s,\]}]*").match(text.line(line), column - 1)
    if tag:
        return rule("yaml-tag").at(text.place(line, column, len(tag[0])), name=tag[0])
    hint = hint_for(text, spots)
    return rule("yaml-broken").at(text.place(hint.line, hint.column, hint.length), hint=hint.says, cure=hint.cure)
