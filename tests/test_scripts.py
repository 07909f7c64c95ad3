"""The scripts of the pages hide nothing from the checkers that `make lint` runs over them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.publishing.staging.assets import TARGETS

PROJECT = Path(__file__).parents[1]
SCRIPTS = sorted(path for suffix in ("*.js", "*.d.ts") for path in (PROJECT / "templates" / "browser").rglob(suffix))


def commented_json(path: Path) -> dict[str, object]:
    """JSON with whole lines of comments, as the checkers read it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found: dict[str, object] = json.loads("\n".join(line for line in lines if not line.strip().startswith("//")))
    return found


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(PROJECT / "templates" / "browser").as_posix())
def test_a_script_has_real_types_and_no_unexplained_exception(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    types = re.findall(r"@(?:param|returns?|type|typedef|template)\s*\{(.*?)\}\s", text, re.S)
    assert not [found for found in types if re.search(r"\bany\b", found)]
    assert not re.search(r"@ts-(?:ignore|nocheck|expect-error)", text)
    assert all(re.match(r" lint/\w+/\w+: \w+ \w+", found) for found in re.findall(r"biome-ignore\S*(.*)", text))
    assert path.suffix != ".ts" or not re.search(r":\s*any\b", text)


def test_the_checker_knows_what_the_oldest_browser_knows() -> None:
    options = commented_json(PROJECT / "tsconfig.json")["compilerOptions"]
    assert isinstance(options, dict)
    assert options["strict"]
    assert options["checkJs"]
    assert options["target"] == TARGETS.split(",")[0]
