"""The vocabulary with which the search in the browser interprets queries: needs, areas, audiences and everyday words."""

from __future__ import annotations

import re

from generator.documents.page import JsonObject
from generator.knowledge.danger.plain import plain_danger
from generator.knowledge.directory.practices import practices
from generator.knowledge.library.library import Library
from generator.knowledge.model import Need, PostcodeDistrict, Talk


def vocabulary(library: Library) -> JsonObject:
    """The vocabulary of the search."""
    talk = next(iter(library.all(Talk).values()), None)
    practices = practice_names(library)
    return {
        "danger": plain_danger(library),
        "needs": [_need(need, need.id in library.abuse_needs) for need in library.needs.values()],
        "areas": [
            {
                "id": area.id,
                "label": area.name,
                "inside": area.inside,
                "words": [*area.other_names, *practices.get(area.id, [])],
            }
            for area in library.areas.values()
        ],
        "postcodes": [_district(district) for district in library.postcodes.values()],
        "audiences": [audience.model_dump(include={"id", "label", "words"}) for audience in library.audiences.values()],
        "talk": _talk(talk) if talk else {},
    }


def _talk(talk: Talk) -> JsonObject:
    """Everyday words. Ordinary ones are in order, so that they can be sent in few bytes; exceptions from wording rules stay here."""
    data: JsonObject = talk.model_dump(by_alias=True, exclude={"id", "accept_wording"})
    return data | {"ordinary": sorted({word.lower() for word in talk.ordinary})}


def practice_names(library: Library) -> dict[str, list[str]]:
    """Names of general practices, by area id.

    "Red House Surgery" is also searched as "Red House" and "Red House Medical Centre". A name of one word keeps the word after it,
    because "grove" alone is no practice.
    """
    found: dict[str, list[str]] = {}
    for name, area in practices(library):
        found.setdefault(area.id, []).extend(_said_as(name))
    return found


def _said_as(practice: str) -> list[str]:
    """A practice's name, and its variants with other endings, such as "medical centre"."""
    short = re.sub(r" (surgery|practice|(medical|health) (centre|practice))$", "", practice, flags=re.IGNORECASE)
    ends = ("surgery", "practice", "medical centre", "medical practice", "health centre", "doctors", "gp")
    return list(dict.fromkeys([practice, *([short] if " " in short else []), *(f"{short} {end}" for end in ends)]))


def _district(district: PostcodeDistrict) -> JsonObject:
    """A postcode district. Empty fields are left out."""
    data: JsonObject = {"code": district.code, "areas": district.areas, "elsewhere": district.elsewhere}
    data["unsure"] = district.confidence in ("low", "unverified")
    return {key: value for key, value in data.items() if value}


def _need(need: Need, leave: bool) -> JsonObject:
    """A need. `leave` says whether its pages need a quick exit."""
    data = need.model_dump(
        exclude={"steps": True, "same_as": True, "audiences": True, "staff_words": True, "aspects": {"__all__": {"say"}}},
        exclude_defaults=True,
    )
    return data | ({"staff": need.staff_words} if need.staff_words else {}) | ({"leave": True} if leave else {})
