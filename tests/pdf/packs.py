"""The packs that are printed: every real one, and hand-made extremes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.documents.packs.compose import make_network_pack, make_pack
from generator.documents.packs.model import Pack
from generator.knowledge.library.library import load

from .extremes import EXTREMES

PROJECT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 22)


def real_packs() -> dict[str, Pack]:
    library, _ = load(PROJECT / "data")
    made = [make_pack(library, name) for name in library.roles]
    made += [make_network_pack(library, network, i, DAY) for network in library.networks.values() for i in range(len(network.roles))]
    return {pack.stem: pack for pack in made}


PACKS = real_packs()
REAL = list(PACKS)
PACKS |= {name: change(PACKS["mental-health-practitioner-band-7"]) for name, change in EXTREMES.items()}

QUICK = ["primary-care-mental-health-worker-band-4", "example-network/mental-health-practitioner-band-7", "longest", "hostile", "training"]
"""Together they have everything that a pack can have. The others are slow only because there are many."""


def turns(names: Iterable[str]) -> list[Any]:
    """These packs in turn, for a test of each."""
    return [name if name in QUICK else pytest.param(name, marks=pytest.mark.slow) for name in names]


TURNS = turns(PACKS)
"""Every pack in turn."""
