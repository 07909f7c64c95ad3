"""Reading: text stays text, every value has its place, and no bytes at all make it fail."""

from __future__ import annotations

import datetime
import json
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checks import check_library
from generator.knowledge.library.loading import load
from generator.knowledge.reading.yaml_file import Document, parse
from generator.problems import HIDDEN, RULES, Problem, Rule, as_text
from tests.tiers import examples

BASE = Path(__file__).parent / "cases" / "valid" / "base" / "data"
ROLE = "roles/guide-band-4.yaml"

quick = settings(max_examples=examples(150), deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def value_of(text: str) -> Any:
    document, problems = parse(f"key: {text}\n".encode(), "f.yaml")
    assert problems == []
    assert isinstance(document.value, dict)
    return document.value["key"]


TEXTS = """
18:30 10:30:00 no yes on off y N NO True FALSE Null = 1.0 1e3 .5 .inf 0x1F 0o17 017 1_000 +7 7a 9999999999999999999
2026-04-01 2026-04-01T10:00 a#b https://a.b/c
"""


@pytest.mark.parametrize("text", TEXTS.split())
def test_text_stays_text(text: str) -> None:
    assert value_of(text) == text


@pytest.mark.parametrize(("text", "value"), [("7", 7), ("-7", -7), ("0", 0), ("true", True), ("false", False), ("null", None), ("~", None)])
def test_the_few_words_that_are_not_text(text: str, value: object) -> None:
    assert value_of(text) == value
    assert type(value_of(text)) is type(value)
    assert value_of(f'"{text}"') == text
    assert value_of(f"'{text}'") == text


def test_every_value_and_key_has_its_place() -> None:
    text = "# a comment\na: one\nb:\n  - two\n  - {c: three, d: [4]}\ne: >-\n  long\n  text\n'f': \"g\" # h\n"
    document, problems = parse(text.encode(), "f.yaml")
    assert problems == []

    def spot(*steps: str | int, key: bool = False) -> str:
        place = document.key(*steps) if key else document.place(*steps)
        return f"{place.line}:{place.column} {place.text[place.column - 1 : place.column - 1 + place.length]}"

    assert spot("a") == "2:4 one"
    assert spot("a", key=True) == "2:1 a"
    assert spot("b") == "3:1 b"
    assert spot("b", 0) == "4:5 two"
    assert spot("b", 1, "c") == "5:9 three"
    assert spot("b", 1, "d", 0) == "5:20 4"
    assert spot("e") == "6:4 >-"
    assert spot("f", key=True) == "9:1 'f'"
    assert spot("f") == '9:6 "g"'
    assert spot("b", 1, "no such key", 3) == "5:5 {"


def told_well(problem: Problem, lines: list[str]) -> None:
    """Every problem has a cure, no gap that was left unfilled, and a place that is in the file."""
    assert problem.message.strip()
    assert problem.cure.strip()
    assert not re.search(r"\{[a-z_]+\}", problem.message + problem.cure)
    assert problem.place.line <= len(lines)
    if problem.place.line:
        assert problem.place.text == lines[problem.place.line - 1]
        assert 1 <= problem.place.column <= len(problem.place.text) + 1
        assert problem.place.length >= 1


def holds(content: bytes) -> Document:
    """What must be true of any file."""
    document, problems = parse(content, "f.yaml")
    lines = re.sub("\r\n?", "\n", content.decode("utf-8-sig", "replace")).split("\n")
    assert problems or document.value is not None or re.search(rb"~|null|\"\"|''", content) or b":" not in content
    for problem in problems:
        told_well(problem, lines)
    return document


@quick
@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    holds(content)


@quick
@given(st.text(st.sampled_from("ab: -[]{}'\"#&*!|>%@`\n\t,?\\0\u00a0\u2028é安\U0001f9ed~<"), max_size=60))
def test_any_signs(content: str) -> None:
    holds(content.encode())


@quick
@given(st.data())
def test_any_slip_in_a_good_file(data: st.DataObject) -> None:
    """A few characters put in, taken out or changed anywhere in a role."""
    content = (BASE / ROLE).read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(content)))
        taken = data.draw(st.integers(0, 3))
        put = data.draw(st.text(st.sampled_from("ab: -[]{}'\"#&*!|>%@\n\t,\\"), max_size=3))
        content = content[:start] + put + content[start + taken :]
    holds(content.encode())


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.text(st.characters(exclude_characters="{}\t\n\r"), max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), inner, max_size=3),
    max_leaves=8,
)


@quick
@given(plain)
def test_plain_values_come_back_as_they_were(value: object) -> None:
    written = json.dumps({"key": value}, ensure_ascii=False)
    document, problems = parse(written.encode("utf-8", "surrogatepass"), "f.yaml")
    if not HIDDEN.search(written):
        assert problems == []
        assert document.value == {"key": value}


def paths(value: object, steps: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    if isinstance(value, list):
        inner = list(enumerate(value))
    return [steps, *(path for key, child in inner for path in paths(child, (*steps, key)))]


ROLE_VALUE, _ = parse((BASE / ROLE).read_bytes(), ROLE)
PATHS = paths(ROLE_VALUE.value)[1:]


@settings(quick, max_examples=examples(60))
@given(st.sampled_from(PATHS), plain, st.booleans())
def test_any_value_anywhere_in_a_role(path: tuple[str | int, ...], value: object, added: bool) -> None:
    """A wrong value, or an unknown key, gives problems that stand in the role's own file, never a traceback."""
    role = json.loads(json.dumps(ROLE_VALUE.value))
    around = role
    for step in path[:-1]:
        around = around[step]
    if added and isinstance(around, dict):
        around["unknown_key"] = value
    else:
        around[path[-1]] = value
    written = json.dumps(role, ensure_ascii=False, indent=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        shutil.copytree(BASE, folder)
        content = written.encode("utf-8", "surrogatepass")
        (folder / ROLE).write_bytes(content)
        library, report = load(folder)
        report.extend(check_library(library, datetime.date(2026, 11, 22)))
    as_text(report)
    for problem in report:
        if problem.place.file == f"data/{ROLE}":
            told_well(problem, content.decode("utf-8", "replace").split("\n"))
        else:
            assert problem.code in ("source-clause-unused", "role-missing")
    if added and isinstance(around, dict):
        assert "key-unknown" in {problem.code for problem in report} or HIDDEN.search(written)


EXAMPLES = [r for r in RULES.values() if r.example and r.code.startswith(("yaml-", "key-twice", "space-", "comment-"))]


@pytest.mark.parametrize("rule", EXAMPLES, ids=lambda rule: rule.code)
def test_the_example_on_the_page_of_errors_is_one(rule: Rule) -> None:
    _, problems = parse(rule.example.encode(), "f.yaml")
    assert [problem.code for problem in problems] == [rule.code]
