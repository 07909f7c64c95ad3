"""Generate a fictional data folder of any size, with many services and networks, the same for the same seed.

Only the words that it is assembled from are real. It serves to measure; it is never published.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from generator.bench.missing import NO_NETWORK, NO_SERVICE, Missing

_SEED = 20261121
"""The seed of random numbers, so that two runs measure the same data."""

_EXAMPLE = "example-network"
"""The network that others are copied from where it exists: it uses every feature."""

VARIED = {"add", "add_criteria", "drop"}
"""The lists of changes to a role that are shortened at random."""

_CHANGE_PROBABILITY = 0.7
"""The probability that a copy keeps a change."""

_NUMBER = re.compile(r'number: "[^"]*"')
_INSTEAD = re.compile(r"^ *instead:.*\n", re.MULTILINE)
_NAME = re.compile(r"^name: .*$", re.MULTILINE)
_SYLLABLES = ("al", "ben", "bor", "bra", "car", "den", "dor", "fen", "gar", "hal", "kel", "lan", "mar", "nor", "pen", "ros", "sel", "win")


def make_fictional_data(real: Path, folder: Path, services: int, networks: int, seed: int = _SEED) -> None:
    """Copy the data folder `real` to `folder` and add services and networks up to these numbers. The real ones stay: others refer to them.

    Raises Missing where there is none to copy.
    """
    shutil.copytree(real, folder, dirs_exist_ok=True)
    rng = random.Random(seed)  # noqa: S311 (nothing secret)
    for kind, record in (("services", _services(real, services, rng)), ("networks", _networks(real, networks, rng))):
        for name, text in record:
            (folder / kind / f"{name}.yaml").write_text(text, encoding="utf-8", newline="\n")


def _services(real: Path, count: int, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Copies of open services under new names, with numbers from the range that Ofcom reserves for fiction."""
    read = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted((real / "services").glob("*.yaml"))]
    models = [(stem, text) for stem, text in read if "status: closed" not in text and "reach_through:" not in text]
    if count > len(read) and not models:
        raise Missing(NO_SERVICE)
    for number in range(count - len(read)):
        stem, text = rng.choice(models)
        name = f"{stem[:60].rstrip('-')}-{number}"
        text = _INSTEAD.sub("", text).replace(f"id: {stem}\n", f"id: {name}\n", 1)
        text = _NAME.sub(f"name: {_place_name(rng)} {number}", text, count=1)
        yield name, _NUMBER.sub(lambda _: f'number: "020 7946 0{rng.randrange(1000):03}"', text)


def _networks(real: Path, count: int, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Copies of the fictional network, or else of the first, each with a different name, profile, practices and changes."""
    existing = sorted((real / "networks").glob("*.yaml"), key=lambda path: (path.stem != _EXAMPLE, path))
    missing = count - len(existing)
    if missing > 0 and not existing:
        raise Missing(NO_NETWORK)
    example = yaml.safe_load(existing[0].read_text(encoding="utf-8")) if missing > 0 else {}
    for number in range(missing):
        yield f"network-{number}", yaml.safe_dump(_network(deepcopy(example), number, rng), allow_unicode=True, sort_keys=False)


def _network(record: dict[str, Any], number: int, rng: random.Random) -> dict[str, Any]:
    """A network with different values where real networks differ. Vacancies are left out: their references are unique."""
    record |= {"id": f"network-{number}", "name": f"{_place_name(rng)} network {number}", "ods_code": f"U{50000 + number:05}"}
    record["profile"] = [
        f"We are general practices around {_place_name(rng)}. We look after {rng.randrange(30, 60)} thousand people.",
        *record.get("profile", [])[1:],
    ]
    record["practices"] = record["practices"][: rng.randrange(3, 6)]
    for practice in record["practices"]:
        practice |= {"name": f"{_place_name(rng)} Surgery", "population": rng.randrange(3_000, 20_000)}
    for overlay in record.get("roles", []):
        overlay.pop("vacancies", None)
        for change in sorted(VARIED & overlay.keys()):
            overlay[change] = [entry for entry in overlay[change] if rng.random() < _CHANGE_PROBABILITY]
        filled = {entry["section"] for entry in overlay.get("add", [])}
        overlay["add_sections"] = [section for section in overlay.get("add_sections", []) if section["id"] in filled]
    return record


def _place_name(rng: random.Random) -> str:
    return "".join(rng.choices(_SYLLABLES, k=3)).capitalize()
