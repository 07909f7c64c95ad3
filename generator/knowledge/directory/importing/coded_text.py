"""Read the words of a spreadsheet for fields that take certain codes: what it costs, who refers, and how help is given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.directory.importing.words import clean, plain

_CODES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "cost": {
        "free": ("free", "free of charge", "free to use", "no charge", "no cost", "0", "0 00", "nil", "am ddim", "rhad ac am ddim"),
    },
    "referral": {
        "turn-up": (
            "turn up",
            "just turn up",
            "drop in",
            "drop ins",
            "walk in",
            "no referral needed",
            "no referral required",
            "none needed",
        ),
        "self": ("self", "self referral", "self referrals", "self refer", "refer yourself"),
        "family": ("family", "family or friends", "friends or family", "carer", "carers", "family referral"),
        "professional": ("professional", "professionals", "professional referral", "referral by a professional", "health professional"),
    },
    "delivery": {
        "phone": ("phone", "telephone", "by phone", "by telephone", "over the phone"),
        "text": ("text", "by text", "sms"),
        "online": ("online", "virtual", "video", "video call"),
        "email": ("email", "e mail", "by email"),
        "in-person": ("in person", "face to face", "f2f"),
        "group": ("group", "groups", "in a group", "group session", "group sessions"),
        "home-visit": ("home visit", "home visits", "at home", "in your home"),
    },
}
"""Words that can mean one code only, as spreadsheets have them."""

_BY_WORDS = {field: {words: code for code, others in codes.items() for words in (plain(code), *others)} for field, codes in _CODES.items()}

_IN_WORDS = {"cost": "cost_note", "referral": "how_to_refer"}
"""The field for what the codes of another cannot say."""

CODED = frozenset({*_CODES, *_IN_WORDS.values()})
"""The fields that are read here."""

_BETWEEN = re.compile(r"[,;/|\n]|\band\b|\bor\b|&")


def coded(field: str, text: str, notes: Notes) -> dict[str, Any]:
    """The codes that a text means, or else the text in the field for words. Without such a field it is left out, with a note."""
    code_field = next((code for code, words in _IN_WORDS.items() if words == field), field)
    found = _codes(code_field, text)
    if found:
        return {code_field: found[0] if code_field == "cost" else found}
    if code_field in _IN_WORDS:
        return {_IN_WORDS[code_field]: clean(text)}
    notes.left(field, "not in a form that a record can have", text)
    return {}


def _codes(field: str, text: str) -> list[str]:
    """The codes of a text, each part of which is one; else none."""
    by_words = _BY_WORDS[field]
    whole = by_words.get(plain(text))
    parts = [plain(part) for part in _BETWEEN.split(text) if plain(part)]
    found = [whole] if whole else [by_words.get(part) for part in parts]
    return list(dict.fromkeys(filter(None, found))) if all(found) else []
