"""The packs that are printed: every real one, and hand-made extremes."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from generator.documents.packs.compose import make_network_pack, make_pack
from generator.documents.packs.model import Pack
from generator.knowledge.library.loading import load
from generator.knowledge.library.logos import clean_picture
from generator.knowledge.model.logos import Logo

from .extremes import EXTREMES

PROJECT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 22)


def real_packs() -> dict[str, Pack]:
    library, _ = load(PROJECT / "data")
    made = [make_pack(library, name) for name in library.roles]
    made += [make_network_pack(library, network, i, DAY) for network in library.networks.values() for i in range(len(network.roles))]
    return {pack.stem: pack for pack in made}


def with_logo(pack: Pack) -> Pack:
    """A network's pack with a logo on its cover: a PNG with clear ground, which is the hardest to print."""
    picture = Image.new("RGBA", (600, 200))
    ImageDraw.Draw(picture).ellipse((20, 20, 580, 180), fill="teal")
    made = BytesIO()
    picture.save(made, "PNG")
    logo = {"logo": Logo(content=b64encode(clean_picture(made.getvalue())).decode(), text="Example network: a teal disc")}
    network, given = (each.model_copy(update=logo) if each else None for each in (pack.network, pack.given))
    return replace(pack, network=network, given=given)


TAILORED = "example-network/mental-health-practitioner-band-7"
PACKS = real_packs()
PACKS[TAILORED] = with_logo(PACKS[TAILORED])
REAL = list(PACKS)
PACKS |= {name: change(PACKS["mental-health-practitioner-band-7"]) for name, change in EXTREMES.items()}

QUICK = ["primary-care-mental-health-worker-band-4", TAILORED, "longest", "hostile", "training"]
"""Together they have everything that a pack can have. The others are slow only because there are many."""


def turns(names: Iterable[str]) -> list[Any]:
    """These packs in turn, for a test of each."""
    return [name if name in QUICK else pytest.param(name, marks=pytest.mark.slow) for name in names]


TURNS = turns(PACKS)
"""Every pack in turn."""
