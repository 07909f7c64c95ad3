"""Read single values that people typed, and correct what is certain: web addresses, email addresses, ages, long texts."""

from __future__ import annotations

import re

from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.directory.importing.words import clean
from generator.knowledge.directory.openreferral.codes import STATUS_IN
from generator.knowledge.model.forms import EMAIL, WEB_ADDRESS

OLDEST = 120
"""The highest age of a record. Feeds write more where there is no upper age."""

SHORT, LONG = 160, 4000
"""Maximum characters of a name and of a text."""

_LONGEST_ADDRESS = 500
_SCHEME = re.compile(r"(?i)^\s*(https?)\s*[:;]?\s*/{0,3}\s*(?=[\w-]+\.)")
_BARE = re.compile(r"(?i)^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}(?::\d+)?(?:[/?#]\S*)?$")
_MAIL = re.compile(EMAIL.strip("^$"))


def fitted(text: str, most: int, name: str, notes: Notes) -> str:
    """A text that fits its field. Where it is too long, it ends at a word, and a note has the rest."""
    if len(text) <= most:
        return text
    short = text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:")[: most - 1]
    notes.left(name, f"the end of a text longer than {most:,} characters", text[len(short) :])
    return f"{short}…"


def web_address(raw: object, notes: Notes, name: str = "url") -> str:
    """The first web address of a text, with https:// put before it where it has none."""
    text = raw.strip() if isinstance(raw, str) else ""
    pieces = re.split(r"[\s,;|]+(?=https?:|www\.)|\s+", re.sub(r"(?i)^(https?:/*)\s+", r"\1", text)) if text else []
    found = [(piece, address) for piece in pieces if (address := _address(piece))]
    if not found:
        if text:
            notes.left(name, "not a web address", text)
        return ""
    if len(pieces) > 1:
        notes.left(name, "further words or web addresses", text)
    piece, address = found[0]
    if not piece.lower().startswith(("http://", "https://")):
        notes.mended(name, "https:// put before a web address", piece)
    return address


def _address(piece: str) -> str:
    piece = piece.strip("\"'<>()[]").rstrip(".,;|")
    scheme = _SCHEME.match(piece)
    rest = piece[scheme.end() :] if scheme else piece
    whole = f"{scheme[1].lower() if scheme else 'https'}://{rest}"
    sound = len(whole) <= _LONGEST_ADDRESS and re.fullmatch(WEB_ADDRESS, whole) and "@" not in rest.split("/")[0]
    return whole if sound and (_BARE.match(rest) or (scheme and re.match(r"[\w.-]+", rest))) else ""


def mail_address(raw: object, notes: Notes, name: str = "email") -> str:
    """The first email address of a text."""
    text = clean(raw) if isinstance(raw, str) else ""
    found = [*dict.fromkeys(one[0].strip(".") for one in _MAIL.finditer(re.sub(r"(?i)mailto:", " ", text)))]
    kept = next((one for one in found if len(one) <= 200 and re.fullmatch(EMAIL, one)), "")
    if text and not kept:
        notes.left(name, "not an email address", text)
    elif len(found) > 1:
        notes.left(name, "further email addresses", text)
    return kept


def age(raw: object, notes: Notes, name: str) -> int | None:
    """An age in whole years."""
    if raw is None or raw == "" or isinstance(raw, bool):
        return None
    figure = re.fullmatch(r"\s*([0-9]{1,3})(?:\.[0-9]+)?\s*(?:\+|years?|yrs?)?\s*", str(raw)[:40])
    if not figure:
        notes.left(name, "not an age", raw)
        return None
    if int(figure[1]) > OLDEST:
        if name == "max_age":
            notes.mended(name, f"an age over {OLDEST} means that there is none", raw)
        else:
            notes.left(name, "not an age", raw)
        return None
    return int(figure[1])


def both_ages(least: object, most: object, notes: Notes) -> dict[str, int | None]:
    """The youngest and the oldest age. Where they are the wrong way round, neither counts."""
    found = {"min_age": age(least, notes, "min_age"), "max_age": age(most, notes, "max_age")}
    low, high = found["min_age"], found["max_age"]
    if high == 0:
        notes.left("max_age", "not an age", most)
        return {"min_age": low, "max_age": None}
    if low is not None and high is not None and low > high:
        notes.left("min_age", "the youngest age is above the oldest", f"{least} to {most}")
        return {"min_age": None, "max_age": None}
    return found


_STATUSES = {**STATUS_IN, "paused": "paused", "suspended": "paused", "closed": "closed"}
"""Our status for each of the standard, and for other words that feeds have for it."""


def status(raw: object, notes: Notes) -> str:
    """Whether it can be used. An unknown word counts as active, and a note says so."""
    text = clean(raw).lower() if isinstance(raw, str) else ""
    if text and text not in _STATUSES:
        notes.left("status", "not a status of the standard", raw)
    return _STATUSES.get(text, "active")
