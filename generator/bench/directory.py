"""Generate a fictional directory of any size from a seed, to measure the search with more services than we have.

Nothing in it is real. Names and summaries are assembled at random from the words of the vocabulary, so that they compress
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
    """The search data with `size` fictional services in place of the real ones, and the real vocabulary."""
    rng = random.Random(seed)  # noqa: S311 (nothing secret)
    models: list[JsonObject] = real["services"]
    weights = [1 / (place + 1) ** 0.5 for place in range(len(real["vocabulary"]["needs"]))]
    services = [_service(number, rng, real["vocabulary"], models, weights) for number in range(size)]
    return {**real, "services": services}


def _service(number: int, rng: random.Random, words: JsonObject, models: Sequence[JsonObject], weights: list[float]) -> JsonObject:
    model = rng.choice(models)
    needs = list(dict.fromkeys(need["id"] for need in rng.choices(words["needs"], weights, k=rng.choice((1, 1, 2, 2, 3)))))
    place = _place_name(rng)
    organisation = f"{_place_name(rng)} {rng.choice(TRUSTS)}"
    name = f"{place} {rng.choice(_FORMS)} {number}"
    record: JsonObject = {key: value for key, value in model.items() if key not in ("other", "alert", "through")}
    record |= {
        "id": name.lower().replace(" ", "-"),
        "name": name,
        "org": organisation,
        "summary": _summary(rng, words, needs, place),
        "needs": needs,
        "areas": [rng.choice(words["areas"])["id"]],
        "url": f"https://{organisation.lower().replace(' ', '')}.example",
    }
    if "phone" in record:
        record["phone"] = f"01632 96{rng.randrange(10000):04}"  # the range that Ofcom reserves for fiction
    if "not_for" in record:
        record["not_for"] = [f"People who live outside {_place_name(rng)}"]
    return record


def _place_name(rng: random.Random) -> str:
    return "".join(rng.choices(SYLLABLES, k=rng.choice((2, 3)))).capitalize()


def _summary(rng: random.Random, words: JsonObject, needs: Sequence[str], place: str) -> str:
    """Two sentences of about the length that real summaries have: the words of its needs, and three or four of any."""
    matching: list[dict[str, Any]] = [need for need in words["needs"] if need["id"] in needs]
    phrases = [rng.choice(need["words"]) for need in matching] + rng.choices(rng.choice(words["needs"])["words"], k=rng.choice((3, 4)))
    return f"{rng.choice(OPENINGS)} {', '.join(phrases)}. Open {rng.choice(_ENDINGS).format(place=place)}."
