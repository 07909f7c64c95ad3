"""A made-up England of any size: a data folder with many services and networks, the same for the same seed.

Nothing in it is real but the words it is put together from. It measures; it is never published.
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
"""What the chance is drawn from, so that two runs measure the same."""

_EXAMPLE = "example-network"
"""The network that others are made like where it is there: it has something of everything."""

VARIED = {"add", "add_criteria", "drop"}
"""The changes of a network to a role that another network may do without."""

_MADE = 0.7
"""How often it makes each of them."""

_NUMBER = re.compile(r'number: "[^"]*"')
_INSTEAD = re.compile(r"^ *instead:.*\n", re.MULTILINE)
_NAME = re.compile(r"^name: .*$", re.MULTILINE)
_SYLLABLES = ("al", "ben", "bor", "bra", "car", "den", "dor", "fen", "gar", "hal", "kel", "lan", "mar", "nor", "pen", "ros", "sel", "win")


def make_world(real: Path, folder: Path, services: int, networks: int, seed: int = _SEED) -> None:
    """Write a data folder like `real` into `folder`, grown to so many services and networks. The real ones stay: others refer to them.

    Raises Missing where it has none to make others like.
    """
    shutil.copytree(real, folder, dirs_exist_ok=True)
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    for kind, made in (("services", _services(real, services, chance)), ("networks", _networks(real, networks, chance))):
        for name, text in made:
            (folder / kind / f"{name}.yaml").write_text(text, encoding="utf-8", newline="\n")


def _services(real: Path, count: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Copies of open services under new names, with numbers from the range that Ofcom keeps for fiction."""
    read = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted((real / "services").glob("*.yaml"))]
    models = [(stem, text) for stem, text in read if "status: closed" not in text and "reach_through:" not in text]
    if count > len(read) and not models:
        raise Missing(NO_SERVICE)
    for number in range(count - len(read)):
        stem, text = chance.choice(models)
        name = f"{stem[:60].rstrip('-')}-{number}"
        text = _INSTEAD.sub("", text).replace(f"id: {stem}\n", f"id: {name}\n", 1)
        text = _NAME.sub(f"name: {_place(chance)} {number}", text, count=1)
        yield name, _NUMBER.sub(lambda _: f'number: "020 7946 0{chance.randrange(1000):03}"', text)


def _networks(real: Path, count: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Networks like the fictional one, or else like the first, each with a name, people, practices and changes of its own."""
    there = sorted((real / "networks").glob("*.yaml"), key=lambda path: (path.stem != _EXAMPLE, path))
    wanted = count - len(there)
    if wanted > 0 and not there:
        raise Missing(NO_NETWORK)
    example = yaml.safe_load(there[0].read_text(encoding="utf-8")) if wanted > 0 else {}
    for number in range(wanted):
        yield f"network-{number}", yaml.safe_dump(_network(deepcopy(example), number, chance), allow_unicode=True, sort_keys=False)


def _network(made: dict[str, Any], number: int, chance: random.Random) -> dict[str, Any]:
    """Changed in what differs between real networks. Vacancies are left out: their references are unique."""
    made |= {"id": f"network-{number}", "name": f"{_place(chance)} network {number}", "ods_code": f"U{50000 + number:05}"}
    made["profile"] = [
        f"We are general practices around {_place(chance)}. We look after {chance.randrange(30, 60)} thousand people.",
        *made.get("profile", [])[1:],
    ]
    made["practices"] = made["practices"][: chance.randrange(3, 6)]
    for practice in made["practices"]:
        practice |= {"name": f"{_place(chance)} Surgery", "population": chance.randrange(3_000, 20_000)}
    for overlay in made.get("roles", []):
        overlay.pop("vacancies", None)
        for change in sorted(VARIED & overlay.keys()):
            overlay[change] = [entry for entry in overlay[change] if chance.random() < _MADE]
    return made


def _place(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=3)).capitalize()
