"""The files of the search. A small directory is one file, and a large one a head and parts.

The head has the vocabulary, the list of words, and of each service only what the search ranks by. Parts have what is needed to find words
and names, and to show a service. The browser fetches those that a search needs. Their folder has a digest of them all in its name, so
that a page never has parts of two versions.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from generator.documents.browser.columnar import as_columns, folded
from generator.documents.browser.script import registered, registered_parts
from generator.documents.browser.search_postings import Postings
from generator.documents.browser.search_words import WordReader
from generator.documents.page import JsonObject

SEARCH_HEAD = "assets/search-data.js"
SEARCH_PARTS = "assets/search/"
"""The folder with the folder of the parts."""

EVERYTHING = "all"
"""The file with all parts: for copies that are kept offline, and for searches that no one may learn of."""

PARTED_FROM = 1_000
"""How many services a directory has from which it comes in parts. With fewer, one file of some 60 KB is quicker."""

SEARCHED_NUMBERS = ("phone", "text", "numbers")
SHOWN = (
    *("id", "name", "org", "other", "summary", "url", *SEARCHED_NUMBERS, "not_for", "checked", "copied", "by", "dated"),
    *("through", "until", "alert"),
)
"""Fields that are shown and not ranked by. `SEARCHED_NUMBERS` are those that a search for a number needs of every service."""

OWN = ("needs", "areas")
"""What differs from service to service. The rest, such as ages and opening hours, is sent once for all services that have it in common."""

HAS_ONE = "?"
"""Instead of a number in the head: a service that has one ranks before one without."""

TOGETHER = 16
"""How many services there are in a part of what is shown."""


def search_files(data: JsonObject, parted_from: int = PARTED_FROM) -> dict[str, bytes]:
    """The files of the search, by path."""
    if len(data["services"]) < parted_from:
        return {SEARCH_HEAD: registered("finding", folded(data)).encode()}
    head, parts = head_and_parts(data)
    digest = hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]
    folder = f"{SEARCH_PARTS}{digest}/"
    files = {f"{folder}{name}.js": registered_parts({name: part}).encode() for name, part in parts.items()}
    files[f"{folder}{EVERYTHING}.js"] = registered_parts(_without_repeats(parts)).encode()
    head["parts"]["folder"] = folder
    return {SEARCH_HEAD: registered("finding", head).encode(), **files}


def head_and_parts(data: JsonObject) -> tuple[JsonObject, dict[str, JsonObject]]:
    """A large directory as its head and its parts, by their names: `w0` has words, `d0` services, `n` all numbers."""
    services = sorted(data["services"], key=lambda service: str(service["id"]))
    ids = [str(service["id"]) for service in services]
    vocabulary = data["vocabulary"]
    words, shelves = Postings(services, WordReader(vocabulary["talk"])).parts()
    shown = [_shown(service, ids) for service in services]
    ask = ids.index(data["ask"]) if data["ask"] in ids else None
    asked = None if ask is None else as_columns([shown[ask]], vocabulary)
    head = folded({**data, "services": []})
    head["services"] = _ranked(services, vocabulary)
    head["pages"] = [{**page, "after": bisect_left(ids, page["id"])} for page in head["pages"]]
    head["parts"] = {**words, "together": TOGETHER, "ask": ask, "asked": asked}
    parts = {f"w{i}": part for i, part in enumerate(shelves)}
    parts |= {f"d{at // TOGETHER}": as_columns(shown[at : at + TOGETHER], vocabulary) for at in range(0, len(shown), TOGETHER)}
    parts["n"] = as_columns([_only(service, SEARCHED_NUMBERS) for service in services], vocabulary)
    return head, parts


def _without_repeats(parts: Mapping[str, JsonObject]) -> dict[str, JsonObject]:
    """All parts for one file: names and numbers come with the services."""
    nothing: JsonObject = {"count": 0, "columns": {}}
    return {
        name: {**part, "at": "", "called": []} if "called" in part else nothing if name == "n" else part for name, part in parts.items()
    }


def _shown(service: JsonObject, ids: Sequence[str]) -> JsonObject:
    """What is shown of a service. Those that put people in touch are sent by their places, because ids are in other parts."""
    found = _only(service, SHOWN)
    through = [place for name in found.pop("through", []) if ids[(place := bisect_left(ids, name)) : place + 1] == [name]]
    return {**found, "through": through} if through else found


def _ranked(services: Sequence[JsonObject], vocabulary: JsonObject) -> JsonObject:
    """What the services are ranked by: each need and area, and the number of what it has in common with others."""
    kinds: dict[str, tuple[int, JsonObject]] = {}
    numbers = [kinds.setdefault(json.dumps(kind, sort_keys=True), (len(kinds), kind))[0] for kind in map(_kind, services)]
    own = as_columns([_only(service, OWN) for service in services], vocabulary)
    return {**own, "kinds": as_columns([kind for _, kind in kinds.values()], vocabulary), "kind": numbers}


def _kind(service: JsonObject) -> JsonObject:
    kind = {key: value for key, value in service.items() if key not in (*SHOWN, *OWN)}
    return kind | {key: HAS_ONE for key in ("phone", "text") if service.get(key)}


def _only(service: Mapping[str, object], names: Iterable[str]) -> JsonObject:
    return {name: service[name] for name in names if name in service}
