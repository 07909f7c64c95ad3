"""Mark services that a feed no longer has, so that the review queue asks what became of them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from generator.knowledge.directory.importing.merging import values_of
from generator.knowledge.directory.importing.plan import FOLDER, Planned
from generator.knowledge.directory.importing.records import Import
from generator.knowledge.directory.importing.yaml_files import patched
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service


def absences(asked: Import, planned: Planned, gone: Collection[str]) -> dict[str, str]:
    """The files to write, by path below the data folder: those of services that are new among the gone, or are in the feed again."""
    services = asked.library.services
    lost = [name for name in gone if _of_feed(services[name], asked.feed) and not _gone_on(services[name])]
    back = [name for name in sorted(planned.named & set(services)) if _of_feed(services[name], asked.feed) and _gone_on(services[name])]
    files = {name: _marked(asked.library, services[name], asked.today) for name in lost}
    for name in back:
        candidate = planned.candidates.get(name)
        if candidate is None or not candidate.fields:
            files[name] = _marked(asked.library, services[name], None)
    return {f"{FOLDER}/{name}.yaml": text for name, text in files.items()}


def _of_feed(service: Service, feed: str) -> bool:
    return bool(service.came_from and service.came_from.feed == feed)


def _gone_on(service: Service) -> date | None:
    return service.came_from.gone_on if service.came_from else None


def _marked(library: Library, service: Service, gone_on: date | None) -> str:
    """The service’s file with the day it was first missed, or without one."""
    values = values_of(service)
    came_from = {name: value for name, value in values["came_from"].items() if name != "gone_on"}
    values["came_from"] = came_from | ({"gone_on": gone_on.isoformat()} if gone_on else {})
    return patched(library.documents[Service, service.id], values, ["came_from"])
