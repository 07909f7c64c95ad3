"""What is recalled of a file is what reading it again would give: its value, every place in it, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.knowledge.reading.cached_reading import Recalled, recalled
from generator.knowledge.reading.yaml_file import parse
from tests.conftest import CASES

PROJECT = Path(__file__).resolve().parents[1]


def same(content: bytes, kept: dict[bytes, str]) -> Recalled | None:
    """Read a file's bytes, and recall them. Gives the document where its value was remembered."""

    def recall(key: bytes, make: Callable[[], str]) -> str:
        return kept[key] if key in kept else kept.setdefault(key, make())

    told, problems = parse(content, "data/x.yaml")
    for _ in range(2):
        found, wrong = recalled(content, "data/x.yaml", recall)
        assert (found.value, wrong) == (told.value, problems)
        assert (found.keys, found.values, found.refused, found.text) == (told.keys, told.values, told.refused, told.text)
    return found if isinstance(found, Recalled) else None


@pytest.mark.slow
def test_every_file_of_ours_is_recalled_whole() -> None:
    kept: dict[bytes, str] = {}
    files = [path.read_bytes() for folder in (PROJECT / "data", CASES) for path in sorted(folder.rglob("*.yaml"))]
    found = [same(content, kept) for content in files]
    assert sum(one is not None for one in found) > len(files) / 2


@pytest.mark.parametrize("content", [b"", b"a: [", b"- 1", b"\xff", b"a: 1\na: 2\n", b"a: &x 1\n", b"a: b #c\n", b"x\x00: 1"])
def test_what_is_wrong_is_told_each_time(content: bytes) -> None:
    same(content, {})


def test_no_place_is_looked_for_until_somebody_asks() -> None:
    kept: dict[bytes, str] = {}
    same(b"a: 1\n", kept)
    found, _ = recalled(b"a: 1\n", "data/x.yaml", lambda content, _: kept[content])
    assert "values" not in vars(found)
    assert found.place("a").line == 1
    assert "values" in vars(found)
