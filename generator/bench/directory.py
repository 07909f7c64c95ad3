"""Generate a fictional directory of any size from a seed, to measure the search with more services than we have.

Nothing in it is real. Names and summaries are put together at random from the words of the vocabulary, so that they compress
no better than real ones: a directory of copies would make every search look small and fast.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from generator.documents.page import JsonObject

_SEED = 20261121
TRUSTS = ("Community Trust", "Project", "Partnership", "Centre", "Network", "Charity", "Association", "Alliance", "Foundation", "Society")
_FORMS = ("helpline", "support group", "advice service", "drop-in", "befriending", "counselling service", "outreach team", "workshops")
OPENINGS = (
    "Helps people with",
    "Offers advice about",
    "Listens to people who live with",
    "Runs groups for people facing",
    "Gives practical help with",
)
_ENDINGS = (
    "by phone, and at {place} on most weekdays",
    "in {place} and nearby, with a short wait",
    "for people who live near {place}",
    "with volunteers from {place}",
)
SYLLABLES = (
    *("al", "ben", "bor", "bra", "car", "den", "dor", "ers", "fen", "fin", "gar", "hal", "hol", "kel", "lan", "lin", "mar", "mel"),
    *("nor", "or", "pen", "ra", "ros", "sel", "ta", "ul", "ver", "wal", "win", "stow", "thorpe", "wick", "ley", "ham", "bury", "ford"),
)


def directory(real: JsonObject, size: int, seed: int = _SEED) -> JsonObject:
    """The data of the search with `size` made-up services in place of the real ones, in the real vocabulary."""
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    models: list[JsonObject] = real["services"]
    weights = [1 / (place + 1) ** 0.5 for place in range(len(real["vocabulary"]["needs"]))]
    services = [_service(number, chance, real["vocabulary"], models, weights) for number in range(size)]
    return {**real, "services": services}


def _service(number: int, chance: random.Random, words: JsonObject, models: Sequence[JsonObject], weights: list[float]) -> JsonObject:
    model = chance.choice(models)
    needs = list(dict.fromkeys(need["id"] for need in chance.choices(words["needs"], weights, k=chance.choice((1, 1, 2, 2, 3)))))
    place = _place(chance)
    organisation = f"{_place(chance)} {chance.choice(TRUSTS)}"
    name = f"{place} {chance.choice(_FORMS)} {number}"
    made: JsonObject = {key: value for key, value in model.items() if key not in ("other", "alert", "through")}
    made |= {
        "id": name.lower().replace(" ", "-"),
        "name": name,
        "org": organisation,
        "summary": _summary(chance, words, needs, place),
        "needs": needs,
        "areas": [chance.choice(words["areas"])["id"]],
        "url": f"https://{organisation.lower().replace(' ', '')}.example",
    }
    if "phone" in made:
        made["phone"] = f"01632 96{chance.randrange(10000):04}"  # the range that Ofcom keeps for fiction
    if "not_for" in made:
        made["not_for"] = [f"People who live outside {_place(chance)}"]
    return made


def _place(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3)))).capitalize()


def _summary(chance: random.Random, words: JsonObject, needs: Sequence[str], place: str) -> str:
    """Two sentences of about the length that real summaries have: the words of its needs, and three of any."""
    told: list[dict[str, Any]] = [need for need in words["needs"] if need["id"] in needs]
    said = [chance.choice(need["words"]) for need in told] + chance.choices(chance.choice(words["needs"])["words"], k=3)
    return f"{chance.choice(OPENINGS)} {', '.join(said)}. Open {chance.choice(_ENDINGS).format(place=place)}."
