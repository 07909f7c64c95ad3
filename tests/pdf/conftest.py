"""Packs as PDFs, printed once for all tests of a run."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.documents.formats.pdf.printer import Printer
from generator.documents.packs.model import Pack
from generator.documents.templating.environment import environment

from .packs import PACKS, TURNS
from .reading import Read


@pytest.fixture(params=TURNS)
def pack(request: pytest.FixtureRequest) -> Pack:
    """Every pack in turn."""
    return PACKS[request.param]


@pytest.fixture(scope="session")
def printed() -> Callable[[Pack], bytes]:
    """Prints a pack, once in a run."""
    printer, made = Printer(environment()), dict[int, bytes]()

    def print_once(pack: Pack) -> bytes:
        if id(pack) not in made:
            made[id(pack)] = printer.press(pack)
        return made[id(pack)]

    return print_once


@pytest.fixture(scope="session")
def read(printed: Callable[[Pack], bytes]) -> Callable[[Pack], Read]:
    """Prints a pack and reads it as assistive technology does."""
    made = dict[int, Read]()

    def read_once(pack: Pack) -> Read:
        if id(pack) not in made:
            made[id(pack)] = Read(printed(pack))
        return made[id(pack)]

    return read_once
