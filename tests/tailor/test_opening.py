"""Files that somebody opens at the page: what is broken is told by line, and what is hostile does nothing."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.tailor.browser_side import asked

ROLE = "mental-health-practitioner-band-7"
HEAD = f"id: a\nname: A\nroles:\n  - role: {ROLE}\n"

REFUSED = {
    "nothing": ("", 1, "has nothing in it"),
    "only a comment": ("# nothing\n", 1, "has nothing in it"),
    "a list": ("- a\n- b\n", 1, "not the file of a network"),
    "a text": ("Dear manager,\n", 1, "not the file of a network"),
    "a zip": ("PK\x03\x04 and so on", 1, "Word, Excel or zip"),
    "a pdf": ("%PDF-1.7 and so on", 1, "looks like a PDF"),
    "not text": ("id: a\nname: \ufffd\n", 1, "is not text"),
    "a tab": ("id: a\nroles:\n\t- x\n", 3, "tab"),
    "a key twice": ("id: a\nname: A\nname: B\n", 3, "twice"),
    "an open quote": ('id: a\nname: "A\n', 3, "missing here"),
    "two documents": ("id: a\n---\nid: b\n", 2, "second document"),
    "an unknown key": ("id: a\nname: A\ncolour: red\n", 3, "‘colour’ is not a field"),
    "a key of every object": ("id: a\n__proto__: {polluted: true}\n", 2, "is not a field"),
    "a number for a name": ("id: a\nname: 7\n", 2, "must be text"),
    "a word for a yes": (f"{HEAD}    add:\n      - id: x\n        duty: yes\n", 7, "true or false"),
    "a wrong code": ("id: a\nname: A\nods_code: 7X\n", 3, "capital U and five figures"),
    "a wrong day": (f"{HEAD}    updated: 25/11/2026\n", 5, "must be a day"),
    "an alias": ("id: &x a\nname: *x\n", 1, "points from one place to another"),
    "a command for Python": ("id: a\nname: !!python/object/apply:os.system [ls]\n", 2, "exclamation mark"),
    "a bomb of aliases": ("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nid: *c\n", 1, "points from one place to another"),
    "lists without end": ("id: " + "[" * 50_000, 1, ""),
    "maps without end": ("".join(f"{' ' * level}a:\n" for level in range(400)), 1, ""),
    "a megabyte": ("# " + "x" * 1_000_001, 1, "too large"),
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """What the page says of each file."""
    began = time.monotonic()
    found = asked(tmp_path_factory.mktemp("opened"), ROLE, files=[text for text, _, _ in REFUSED.values()])["files"]
    assert time.monotonic() - began < 60
    return dict(zip(REFUSED, found, strict=True))


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_wrong_is_told_by_line(name: str, answers: dict[str, dict[str, list[dict[str, object]]]]) -> None:
    _, line, says = REFUSED[name]
    assert "network" not in answers[name]
    problems = answers[name]["problems"]
    assert 1 <= len(problems) <= 20
    assert any(says in str(problem["says"]) and (problem["line"] == line or not says) for problem in problems), problems


def test_what_no_longer_fits_the_role_is_opened_whole(tmp_path: Path) -> None:
    """The page tells of it with its words, as it does for a draft that the browser kept: see tests/browser/tailor/test_misfits.py."""
    added = "    add:\n      - {id: x, section: nowhere, text: Our words, because: B}\n"
    overlay = f"{added}    drop:\n      - {{id: nothing-of-the-kind, because: Ours.}}\n"
    [found] = asked(tmp_path, ROLE, files=[HEAD + overlay])["files"]
    [kept] = found["network"]["roles"]
    assert kept["add"] == [{"id": "x", "section": "nowhere", "text": "Our words", "because": "B"}]
    assert kept["drop"] == [{"id": "nothing-of-the-kind", "because": "Ours."}]


def test_surprises_of_yaml_stay_text(tmp_path: Path) -> None:
    [found] = asked(tmp_path, ROLE, files=[f"{HEAD}    fill: {{hours: 18:30, contract: no, probation: 1.0}}\n    version: 2.1\n"])["files"]
    [overlay] = found["network"]["roles"]
    assert overlay["fill"] == {"hours": "18:30", "contract": "no", "probation": "1.0"}
    assert overlay["version"] == "2.1"


def test_a_file_without_this_role_gives_its_network(tmp_path: Path) -> None:
    [found] = asked(tmp_path, ROLE, files=["id: a\nname: A\nroles:\n  - role: link-worker-band-6\n"])["files"]
    assert [overlay["role"] for overlay in found["network"]["roles"]] == ["link-worker-band-6", ROLE]


def test_texts_in_square_brackets_are_blanks_again(tmp_path: Path) -> None:
    [found] = asked(tmp_path, ROLE, files=[f'{HEAD}profile: ["[Who we are]"]\nadjustments: "[How to ask]"\n'])["files"]
    assert {"adjustments", "profile"}.isdisjoint(found["network"])
