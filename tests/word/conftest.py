"""Packs as Word files, made once for all tests of a run."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf.packs import PACKS, TURNS

from generator.documents.formats.docx.document import write_docx
from generator.documents.packs.model import Pack

from .reading import Word


@pytest.fixture(params=TURNS)
def pack(request: pytest.FixtureRequest) -> Pack:
    """Every pack in turn."""
    return PACKS[request.param]


@pytest.fixture(scope="session")
def word() -> Callable[[Pack], Word]:
    """A pack as a Word file, made once in a run."""
    made = dict[int, Word]()

    def make_once(pack: Pack) -> Word:
        if id(pack) not in made:
            made[id(pack)] = Word(write_docx(pack))
        return made[id(pack)]

    return make_once
