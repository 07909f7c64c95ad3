"""The registry of kinds: what each says of itself is so, and nothing of a model is forgotten in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import get_args

import pytest
from pydantic import BaseModel

from generator.checks.addresses import TAKEN
from generator.checks.ids import listed_ids
from generator.documents.packs.compose import all_packs
from generator.documents.page import File
from generator.documents.pages import SiteContext, all_pages
from generator.documents.templating.environment import environment
from generator.knowledge.library.scoped import references
from generator.knowledge.model.kinds import KINDS, Kind
from generator.knowledge.model.timelines import Timeline
from tests.ours import LIBRARY

REVIEWED_APART = {"source", "settings"}
"""Kinds whose day of reading is no day of review: a source may say when it was last read."""


DAY = date(2026, 11, 22)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_says_what_its_model_has(kind: Kind) -> None:
    dated = [field for field in ("review_by", "checked_on") if field in kind.model.model_fields]
    assert [kind.review] == (dated or [""]) or kind.name in REVIEWED_APART
    assert not kind.only or kind.owns(f"{kind.only}.yaml")
    there = {path for record in LIBRARY.all(kind.model).values() for path, _, _ in listed_ids(record)}
    assert {path for group in kind.shared_ids for path in group} <= there


def models(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """A model and all that it is made of."""
    if model not in seen:
        seen.add(model)
        yield model
        for field in model.model_fields.values():
            parts = [field.annotation]
            while parts:
                part = parts.pop()
                parts += get_args(part)
                if isinstance(part, type) and issubclass(part, BaseModel):
                    yield from models(part, seen)


def test_each_reference_is_to_a_kind_that_there_is() -> None:
    found = {mark.kind for kind in KINDS for model in models(kind.model, set()) for mark in references(model).values() if mark}
    assert len(found) > 5
    assert found <= {kind.name for kind in KINDS}


def test_no_two_kinds_share_a_file_or_a_name() -> None:
    assert Counter(kind.name for kind in KINDS).most_common(1)[0][1] == 1
    assert Counter((kind.folder, kind.stem) for kind in KINDS).most_common(1)[0][1] == 1


def test_records_have_their_pages_where_their_kind_says_and_no_page_is_in_their_way() -> None:
    packs = all_packs(LIBRARY, DAY)
    files: dict[str, list[File]] = {pack.stem: [] for pack in packs}
    unfilled = SiteContext(LIBRARY, packs, files, environment(), DAY, lambda _key, _make: "")
    pages = {page.address for page in all_pages(unfilled)}
    shown = [(kind, kind.address.format(id=name)) for kind in KINDS if kind.address for name in LIBRARY.all(kind.model)]
    assert {address for _, address in shown} - pages == set()
    at_the_top = {address.partition("/")[0] for kind, address in shown if kind.address == "{id}/"}
    named = {timeline.page for timeline in LIBRARY.all(Timeline).values()}
    assert {address.partition("/")[0] for address in pages} - TAKEN - at_the_top - named == {""}
