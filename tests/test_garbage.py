"""The garbage collector: off while it is paused, and afterwards as it was before, whatever happened."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress

import pytest

from generator.machine.garbage import PACKS_BETWEEN, PackCollector, gc_between_packs, gc_paused
from tests.test_rooms import MODULES, named


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.parametrize("pause", [gc_paused, gc_between_packs])
@pytest.mark.parametrize("on", [True, False])
def test_a_pause_ends_as_it_began(pause: type[AbstractContextManager[None]], on: bool) -> None:
    (gc.enable if on else gc.disable)()
    with suppress(KeyError), pause():
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled() is on
    assert gc.get_freeze_count() == 0


def test_pauses_inside_one_another() -> None:
    with gc_paused():
        with gc_between_packs():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_no_other_module_pauses_it() -> None:
    pauses = re.compile(r"\bgc\.(?:disable|enable|freeze|unfreeze|set_threshold)\b|\bfrom gc import\b")
    assert [named(path) for path in MODULES if pauses.search(path.read_text(encoding="utf-8"))] == ["generator/machine/garbage.py"]


def test_garbage_goes_between_packs() -> None:
    collections: list[str] = []
    gc.callbacks.append(lambda phase, _: collections.append(phase))
    try:
        with gc_between_packs():
            collector = PackCollector()
            for _ in range(PACKS_BETWEEN * 2):
                collector.pack_made()
    finally:
        gc.callbacks.pop()
    assert collections.count("start") == 2
