"""The packs that are printed: every real one, and hand-made extremes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.documents.pack import Pack
from generator.documents.packing import make_network_pack, make_pack
from generator.knowledge.library import load

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
