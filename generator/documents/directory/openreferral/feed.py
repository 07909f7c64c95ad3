"""The whole directory as static files that answer like the standard's API."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from pydantic_core import to_json

from generator.documents.directory.openreferral.service import Writer
from generator.documents.directory.openreferral.terms import Terms
from generator.documents.page import JsonObject
from generator.knowledge.directory.openreferral.filled import without_empty
from generator.knowledge.directory.openreferral.standard import OPENAPI, PROFILE, VERSION
from generator.knowledge.directory.visibility import as_fact, withheld
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service

PAGE_SIZE = 100
"""Records on one page of a list."""


def feed(library: Library, today: date) -> dict[str, bytes]:
    """Every file of the feed by its path in the site. Services withheld on the day `today` are left out; closed ones are `defunct`.

    The same library on the same day gives the same bytes.
    """
    services = [service for service in library.services.values() if not withheld(service, library, today)]
    files = {"index": feed_about(library), **dict(_services(library, services)), **dict(_vocabularies(library))}
    return {f"openreferral/{path}.json": json_text(value) for path, value in files.items()}


def feed_about(library: Library) -> JsonObject:
    """The feed's description of itself."""
    return {
        "version": VERSION,
        "profile": PROFILE,
        "openapi_url": OPENAPI,
        "name": library.settings.title,
        "publisher": library.settings.owner,
        "description": "A directory of services as files. There is no query: parameters are ignored. Read every page of a list.",
        "services": "services/index.json",
        "taxonomies": "taxonomies/index.json",
        "taxonomy_terms": "taxonomy_terms/index.json",
        "service_at_locations": "service_at_locations/index.json",
    }


def json_text(value: JsonObject) -> bytes:
    """A JSON file."""
    return to_json(value, indent=1) + b"\n"


def pages(folder: str, entries: Sequence[JsonObject]) -> Iterator[tuple[str, JsonObject]]:
    """A list divided into pages: `index` is the first, then `page-2` and so on. Each names the next one."""
    total = -(-len(entries) // PAGE_SIZE)
    for number in range(1, max(total, 1) + 1):
        contents = entries[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        page: JsonObject = {
            "total_items": len(entries), "total_pages": total, "page_number": number, "size": len(contents),
            "first_page": number == 1, "last_page": number >= total, "empty": not contents,
        }  # fmt: skip
        if number < total:
            page["next_page"] = f"page-{number + 1}.json"
        yield f"{folder}/{'index' if number == 1 else f'page-{number}'}", page | {"contents": list(contents)}


def _services(library: Library, services: Sequence[Service]) -> Iterator[tuple[str, JsonObject]]:
    writer = Writer(library, services)
    briefs = {service.id: without_empty(writer.brief(service)) for service in services}
    yield from pages("services", list(briefs.values()))
    places: list[JsonObject] = []
    for service in services:
        full = writer.service(service)
        yield f"services/{full.id}", without_empty(full)
        for location in as_fact(service).locations:
            place = without_empty(writer.at_location(service, location)) | {"service": briefs[service.id]}
            places.append(place)
            yield f"service_at_locations/{place['id']}", place
    yield from pages("service_at_locations", places)


def _vocabularies(library: Library) -> Iterator[tuple[str, JsonObject]]:
    taxonomies = Terms(library).taxonomies
    yield from pages("taxonomies", [without_empty(taxonomy.model_copy(update={"taxonomy_terms": []})) for taxonomy in taxonomies])
    terms = [without_empty(term) for taxonomy in taxonomies for term in taxonomy.taxonomy_terms]
    yield from pages("taxonomy_terms", terms)
    yield from ((f"taxonomies/{taxonomy.id}", without_empty(taxonomy)) for taxonomy in taxonomies)
    yield from ((f"taxonomy_terms/{term['id']}", term) for term in terms)
