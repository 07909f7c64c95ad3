"""What the schema of a network's file cannot say: browser and check find the same mistakes in networks made by chance."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

from generator.checks.networks import contacts_reachable, practices_once
from generator.checks.vacancies import dates_in_order
from generator.knowledge.model import Network
from tests.ours import LIBRARY
from tests.tailor.browser_side import run

COUNT = 300
OURS = next(network for network in LIBRARY.networks.values() if network.id == "example-network")
ROLE = OURS.roles[0].role
DAYS = ("2026-11-30", "2026-12-01", "2027-01-09", "2027-10-02")


def by_chance(chance: Random) -> dict[str, Any]:
    """A network in which practices have the same code, days are in any order, and the contact may have neither number nor address."""
    found = OURS.model_dump(mode="json", exclude_none=True)
    codes = [chance.choice(("Z00001", "Z00002", "Z00003")) for _ in range(chance.randrange(1, 5))]
    found["practices"] = [{"ods_code": code, "name": "Practice", "population": 1} for code in codes]
    reached = {"phone": "01632 960 014", "email": "jobs@example.org"}
    kept = {name: value for name, value in reached.items() if chance.random() < 0.4}
    found["contact"] = {"name": "Ann", **kept} if chance.random() < 0.9 else None
    found["roles"] = [{**overlay, "vacancies": []} for overlay in found["roles"]]
    for number in range(chance.randrange(3)):
        days = {name: chance.choice(DAYS) for name in ("interviews", "result_by") if chance.random() < 0.6}
        vacancy = {"reference": f"R{number}", "opens": chance.choice(DAYS), "closes": chance.choice(DAYS), **days}
        found["roles"][0]["vacancies"].append(vacancy)
    return found


def mistakes(value: dict[str, Any]) -> set[tuple[str | int, ...]]:
    """The places of the problems that the check finds."""
    places: list[tuple[str | int, ...]] = []
    network = Network.model_validate_json(json.dumps(value))
    library = SimpleNamespace(networks={network.id: network}, place=lambda _, *steps: steps)
    found = [*practices_once(library), *contacts_reachable(library), *dates_in_order(library)]  # type: ignore[arg-type]
    places += [problem.place for problem in found]  # type: ignore[misc]
    return {steps[:1] if steps[0] == "contact" else steps for steps in places}


def test_browser_and_check_find_the_same(tmp_path: Path) -> None:
    values = [by_chance(Random(seed)) for seed in range(COUNT)]
    answers = run("sense", tmp_path, networks=values, role=ROLE)
    browser = [{("contact",) if steps[0] == "contact" else tuple(steps) for steps in answer} for answer in answers]
    assert browser == [mistakes(value) for value in values]
    assert any(browser)
    assert not all(browser)
