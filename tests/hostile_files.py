"""Malformed files that cannot or should not be in a repository: created when a test needs them."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CLAUSE = "data/clauses/safety.yaml"
"""The file that most of them replace."""


@dataclass(frozen=True)
class Hostile:
    """A way to spoil a data folder, the rule it breaks, and the place that the report must name."""

    name: str
    code: str
    place: str
    spoil: Callable[[Path], object]


def _bytes(content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / CLAUSE).write_bytes(content)


def _with(old: bytes, new: bytes) -> Callable[[Path], object]:
    """The clause with a part of it replaced."""
    return lambda folder: (folder / CLAUSE).write_bytes((folder / CLAUSE).read_bytes().replace(old, new, 1))


def _link(to: str) -> Callable[[Path], object]:
    def spoil(folder: Path) -> None:
        (folder / CLAUSE).unlink()
        (folder / CLAUSE).symlink_to(to)

    return spoil


def _folder_link(folder: Path) -> None:
    (folder / "elsewhere").mkdir()
    for path in (folder / "data" / "clauses").iterdir():
        path.rename(folder / "elsewhere" / path.name)
    (folder / "data" / "clauses").rmdir()
    (folder / "data" / "clauses").symlink_to("../elsewhere")


def _folder_for_file(folder: Path) -> None:
    (folder / CLAUSE).unlink()
    (folder / CLAUSE).mkdir()


def _pipe(folder: Path) -> None:
    (folder / CLAUSE).unlink()
    os.mkfifo(folder / CLAUSE)


def _sparse(size: int) -> Callable[[Path], object]:
    return lambda folder: os.truncate(folder / CLAUSE, size)


def _bomb(folder: Path) -> None:
    """Nine lists of nine aliases each: 387 million values, if anything followed them."""
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    (folder / CLAUSE).write_text("\n".join(lines))


WIDE = "heading: 安全と健康 \U0001f9ed: and safety".encode()

HOSTILE = [
    Hostile("100-megabytes", "file-too-large", CLAUSE, _sparse(100_000_000)),
    Hostile("just-too-large", "file-too-large", CLAUSE, _sparse(1_000_001)),
    Hostile("zeros", "hidden-character", f"{CLAUSE}:1:1", _bytes(b"\0" * 1000)),
    Hostile("latin-1", "file-not-utf8", f"{CLAUSE}:2:10", _bytes("id: safety\nheading: £5\n".encode("latin-1"))),
    Hostile("latin-1-after-wide", "file-not-utf8", f"{CLAUSE}:1:5", _bytes("安全: ".encode() + b"\xa35\n")),
    Hostile("utf-16", "file-not-utf8", f"{CLAUSE}:1:1", _bytes("id: safety\n".encode("utf-16"))),
    Hostile("utf-16-no-mark", "hidden-character", f"{CLAUSE}:1:2", _bytes("id: safety\n".encode("utf-16-le"))),
    Hostile("word-file", "file-not-utf8", f"{CLAUSE}:1:9", _bytes(b"PK\x03\x04\x14\x00\x06\x00\xff\xfe")),
    Hostile("escape", "hidden-character", f"{CLAUSE}:2:10", _with(b"heading: ", b"heading: \x1b[31m")),
    Hostile("form-feed", "hidden-character", f"{CLAUSE}:2:1", _with(b"heading", b"\x0cheading")),
    Hostile("turned-text", "hidden-character", f"{CLAUSE}:2:10", _with(b"Health", "\u202eHealth".encode())),
    Hostile("line-separator", "hidden-character", f"{CLAUSE}:2:16", _with(b" and safety", "\u2028and safety\ufeff".encode())),
    Hostile("next-line", "hidden-character", f"{CLAUSE}:2:16", _with(b" and safety", "\x85band: 4".encode())),
    Hostile("filler", "hidden-character", f"{CLAUSE}:2:10", _with(b"Health and safety", "\u3164".encode())),
    Hostile("filler-escaped", "hidden-character", f"{CLAUSE}:2:10", _with(b"Health and safety", b'"Health\\u3164"')),
    Hostile("letters-of-tags", "hidden-character", f"{CLAUSE}:2:16", _with(b" and safety", "\U000e0041\U000e0042".encode())),
    Hostile("second-byte-order-mark", "hidden-character", f"{CLAUSE}:1:1", _with(b"id", b"\xef\xbb\xbf\xef\xbb\xbfid")),
    Hostile("wide-before-error", "yaml-broken", f"{CLAUSE}:2:17", _with(b"heading: Health and safety", WIDE)),
    Hostile("crlf", "key-unknown", f"{CLAUSE}:4:1", _bytes(b"id: safety\r\nheading: Safety\r\n\r\ncolour: red\r\n")),
    Hostile("cr", "key-unknown", f"{CLAUSE}:4:1", _bytes(b"id: safety\rheading: Safety\r\rcolour: red\r")),
    Hostile("byte-order-mark", "key-unknown", f"{CLAUSE}:1:1", _with(b"id: safety", b"\xef\xbb\xbfidd: safety")),
    Hostile("deep", "yaml-too-deep", f"{CLAUSE}:41:41", _bytes(b"".join(b" " * n + b"a:\n" for n in range(200)))),
    Hostile("brackets", "yaml-too-deep", f"{CLAUSE}:1:1001", _bytes(b"[" * 100_000)),
    Hostile("braces", "yaml-too-deep", f"{CLAUSE}:1:161", _bytes(b"{a: " * 100_000)),
    Hostile("braces-without-spaces", "yaml-broken", f"{CLAUSE}:1:3", _bytes(b"{a:" * 100_000)),
    Hostile("hyphens", "yaml-too-deep", f"{CLAUSE}:1:81", _bytes(b"- " * 100_000)),
    Hostile("brackets-as-key", "key-not-text", f"{CLAUSE}:1:3", _bytes(b"? " + b"[" * 30 + b"]" * 30 + b"\n: x\n")),
    Hostile("alias-bomb", "yaml-alias", f"{CLAUSE}:2:10", _bomb),
    Hostile("alias-of-itself", "yaml-alias", f"{CLAUSE}:1:9", _bytes(b"id: &a [*a]\n")),
    Hostile("alias-of-nothing", "yaml-alias", f"{CLAUSE}:2:10", _with(b"Health and safety", b"*nothing")),
    Hostile("alias-as-key", "yaml-alias", f"{CLAUSE}:1:1", _bytes(b"*a : x\n")),
    Hostile("object", "yaml-tag", f"{CLAUSE}:1:5", _bytes(b"id: !!python/object/apply:os.system ['false']\n")),
    Hostile("unknown-handle", "yaml-tag", f"{CLAUSE}:1:5", _bytes(b"id: !e!x y\n")),
    Hostile("named-text", "yaml-tag", f"{CLAUSE}:1:8", _bytes(b"id: &a !!str 7\n")),
    Hostile("long-line", "too-long", f"{CLAUSE}:2:10", _with(b"Health", b"Health " * 100_000)),
    Hostile("long-key", "key-unknown", f"{CLAUSE}:3:1", _with(b"text:", b"x" * 900 + b": y\ntext:")),
    Hostile("thousand-digits", "wrong-form", f"{CLAUSE}:4:10", _with(b"[handbook]", b"[" + b"9" * 150 + b".]")),
    Hostile("many-problems", "problems-more", CLAUSE, _bytes(b"".join(b"key%d: x\n" % n for n in range(50_000)))),
    Hostile("link-outside", "file-outside", CLAUSE, _link("/etc/passwd")),
    Hostile("link-device", "file-outside", CLAUSE, _link("/dev/zero")),
    Hostile("link-broken", "file-unreadable", CLAUSE, _link("nowhere.yaml")),
    Hostile("link-to-itself", "file-unreadable", CLAUSE, _link("safety.yaml")),
    Hostile("folder-link", "file-outside", "data/clauses", _folder_link),
    Hostile("folder-for-file", "file-unknown", CLAUSE, _folder_for_file),
    Hostile("pipe", "file-unreadable", CLAUSE, _pipe),
]
