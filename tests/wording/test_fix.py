"""`check --fix`: the words change, and nothing else in the file does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import Result

from generator.knowledge.reading.document import Document
from generator.knowledge.reading.spans import span
from generator.knowledge.reading.yaml_file import parse
from tests.tiers import examples

PROJECT = Path(__file__).parents[2]

RULES = """\
id: words
title: Words
about: Words to leave.
family: plain
rules:
  - code: utilise
    title: A rule
    swaps:
      - words: utilise
        put: use
      - words: old service
        put: the 'new' service
    severity: warning
    why: It is not right today.
    instead: Write something else.
    source: [handbook]
    safe: true
  - code: guide
    title: A rule that a person must follow
    swaps:
      - words: right room
        put: good room
    severity: warning
    why: It is not right today.
    instead: Write something else.
    source: [handbook]
"""

WAYS = {
    "plain": ("text: Utilise the way to the right room.  # keep me", "text: Use the way to the right room.  # keep me"),
    "folded": ("text: >-  # keep me\n          Show the way, and utilise the\n          right room.", None),
    "over-lines": (
        "text: >-\n          Show the way to the old\n          service, and to the right room.",
        "text: >-\n          Show the way to the the 'new' service, and to the right room.",
    ),
    "own-line": (
        "text: >-\n          Show the way to the old\n          service and to the right room.",
        "text: >-\n          Show the way to the the 'new' service\n          and to the right room.",
    ),
    "single": ("text: 'The way: don''t utilise it.'", "text: 'The way: don''t use it.'"),
    "double": ('text: "The way: \\"utilise\\" it."', 'text: "The way: \\"use\\" it."'),
}


@pytest.fixture
def role(folder: Path) -> Path:
    (folder / "data/wording").mkdir()
    (folder / "data/wording/words.yaml").write_text(RULES, encoding="utf-8")
    return folder / "data/roles/guide-band-4.yaml"


@pytest.mark.parametrize("way", WAYS)
def test_only_the_words_change(way: str, role: Path, fingerpost: Callable[..., Result]) -> None:
    before, after = WAYS[way]
    plain = role.read_text(encoding="utf-8")
    role.write_text(plain.replace("text: Show people the way to the right room.", before), encoding="utf-8")
    result = fingerpost("check", "--fix", "--yes")
    wanted = after if after else before.replace("utilise", "use")
    assert role.read_text(encoding="utf-8") == plain.replace("text: Show people the way to the right room.", wanted)
    assert "Written: 1 change in 1 file." in result.output
    assert "utilise" not in result.output.rpartition("Written")[2]


def test_quotes_that_would_not_hold_the_words_are_left_to_a_person(role: Path, fingerpost: Callable[..., Result]) -> None:
    text = role.read_text(encoding="utf-8").replace("text: Show people the way to the right room.", "text: 'The way to the old service.'")
    role.write_text(text, encoding="utf-8")
    assert "nothing that a safe rule can correct" in fingerpost("check", "--fix", "--yes").output
    assert role.read_text(encoding="utf-8") == text


def test_without_a_terminal_the_changes_are_only_shown(role: Path, fingerpost: Callable[..., Result]) -> None:
    text = role.read_text(encoding="utf-8").replace("Show people the way", "Utilise the way")
    role.write_text(text, encoding="utf-8")
    result = fingerpost("check", "--fix")
    assert "-        text: Utilise the way to the right room." in result.output
    assert "+        text: Use the way to the right room." in result.output
    assert "Add --yes" in result.output
    assert result.exit_code == 0
    assert role.read_text(encoding="utf-8") == text


def test_line_ends_and_the_mark_of_byte_order_stay(role: Path, fingerpost: Callable[..., Result]) -> None:
    text = role.read_text(encoding="utf-8").replace("Show people the way", "Utilise the way")
    role.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    fingerpost("check", "--fix", "--yes")
    assert role.read_bytes() == b"\xef\xbb\xbf" + text.replace("Utilise", "Use").replace("\n", "\r\n").encode()


def test_what_is_accepted_stays(role: Path, fingerpost: Callable[..., Result]) -> None:
    entry = "{rule: utilise, quote: utilise, because: The room has this name, accepted_on: 2026-11-01}"
    accepted = f"accept_wording:\n  - {entry}\nfamily: guide"
    text = role.read_text(encoding="utf-8").replace("Show people the way", "Utilise the way").replace("family: guide", accepted)
    role.write_text(text, encoding="utf-8")
    result = fingerpost("check", "--fix", "--yes")
    assert "nothing that a safe rule can correct" in result.output
    assert "‘Utilise’" not in result.output
    assert role.read_text(encoding="utf-8") == text


def test_fix_and_another_form_is_wrong_use(role: Path, fingerpost: Callable[..., Result]) -> None:
    assert fingerpost("check", "--fix", "--format", "json").exit_code == 2


@pytest.mark.slow
def test_the_published_data_needs_no_fixing(fingerpost: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    before = {path: path.read_bytes() for path in (PROJECT / "data").rglob("*.yaml")}
    assert "nothing that a safe rule can correct" in fingerpost("check", "--fix").output
    assert before == {path: path.read_bytes() for path in (PROJECT / "data").rglob("*.yaml")}


words = st.text("ab'\"\\: #-é“”", min_size=1, max_size=12).map(str.strip).filter(bool)


@settings(max_examples=examples(150), deadline=None, derandomize=True)
@given(st.lists(words, min_size=2, max_size=8), st.sampled_from(["'", '"', ">-", "|-"]), st.data())
def test_a_span_is_where_the_words_are(parts: list[str], style: str, data: st.DataObject) -> None:
    text = " ".join(parts)
    written = {
        "'": lambda: "'" + text.replace("'", "''").replace(" ", "\n    ", 1) + "'",
        '"': lambda: '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace(" ", "\n    ", 1) + '"',
        ">-": lambda: ">-\n    " + text.replace(" ", "\n    ", 1),
        "|-": lambda: "|-\n    " + text,
    }[style]()
    document, _ = parse(f"key: {written}\n".encode(), "a.yaml")
    value = document.at("key")
    if not isinstance(value, str) or value.split() != text.split():
        return  # YAML folded something else than one space
    start = data.draw(st.integers(0, len(value.strip()) - 1))
    end = data.draw(st.integers(start + 1, len(value.strip())))
    found = span(document, ("key",), start, end)
    wanted = value.strip()[start:end]
    if not wanted.strip():
        assert found is None
        return
    assert found is not None
    assert _read(document, found.start, found.end, style) == "".join(wanted.split())


def _read(document: Document, start: tuple[int, int], end: tuple[int, int], style: str) -> str:
    lines = document.text.lines[start[0] - 1 : end[0]]
    lines[-1] = lines[-1][: end[1] - 1]
    lines[0] = lines[0][start[1] - 1 :]
    read = "".join("".join(lines).split())
    if style == "'":
        return read.replace("''", "'")
    return read.replace('\\"', '"').replace("\\\\", "\\") if style == '"' else read


@pytest.mark.quick_cases("y\\n-True")
@pytest.mark.parametrize(("answer", "written"), [(b"y\n", True), (b"\n", False)])
def test_at_a_terminal_somebody_is_asked(answer: bytes, written: bool, role: Path) -> None:
    pty = pytest.importorskip("pty")
    text = role.read_text(encoding="utf-8").replace("Show people the way", "Utilise the way")
    role.write_text(text, encoding="utf-8")
    near, far = pty.openpty()
    os.write(near, answer)
    command = [sys.executable, "-m", "generator", "check", "--fix"]
    ran = subprocess.run(
        command, stdin=far, capture_output=True, text=True, check=False, timeout=60, env={**os.environ, "PYTHONPATH": str(PROJECT)}
    )
    os.close(near)
    os.close(far)
    assert "Write 2 changes in 1 file? [y/N]" in ran.stdout
    assert (role.read_text(encoding="utf-8") == text.replace("Utilise", "Use")) == written
