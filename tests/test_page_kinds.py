"""The registry of page kinds: whatever a kind names is there, and whatever is there has a kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.documents.page_kinds import PAGE_KINDS, PageKind

TEMPLATES = Path(__file__).parents[1] / "templates"


@pytest.mark.parametrize("kind", PAGE_KINDS.values(), ids=lambda kind: kind.name)
def test_a_kind_names_files_that_are_there(kind: PageKind) -> None:
    for name in (kind.script, kind.on_demand):
        assert not name or (TEMPLATES / "browser" / f"{name}.js").is_file()
    for name in (kind.style, kind.on_demand):
        assert not name or (TEMPLATES / "styles" / f"{name}.css").is_file()
    assert not kind.known_as or kind.searched


def test_each_template_of_a_page_has_a_kind_and_each_kind_a_template() -> None:
    templates = {path.name.removesuffix(".md.j2") for path in (TEMPLATES / "pages").glob("*.md.j2")}
    assert templates | {"prose"} == set(PAGE_KINDS)
