"""Look up the page of each service, judge it against the record, and date the numbers that are on it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.knowledge.directory.importing.merging import changed, values_of
from generator.knowledge.directory.importing.yaml_files import patched
from generator.knowledge.directory.phone_numbers import dialled
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service
from generator.knowledge.verifying.verdicts import Judged, PageAnswer, judged
from generator.machine.web_visits import Visitor


@dataclass(frozen=True)
class Verified:
    """What the page of a service said."""

    service: Service
    answer: PageAnswer
    judged: Judged

    def evidence(self, today: date) -> dict[str, object]:
        """What is kept of it, as JSON."""
        return {
            "service": self.service.id, "day": today.isoformat(), "asked": self.answer.asked, "address": self.answer.address,
            "status": self.answer.status, "verdict": self.judged.verdict, "evidence": self.judged.evidence,
            "numbers": dict(self.judged.seen),
        }  # fmt: skip


def verify_services(services: Iterable[Service], visitor: Visitor) -> Iterator[Verified]:
    """Look up the page of each service that has one, one after the other. Closed services are passed over."""
    for service in services:
        address = _own_page(service)
        if address and service.status != "closed":
            found = visitor.visit(address)
            answer = PageAnswer(address, found.address, found.status, found.content, found.charset, found.trouble)
            numbers = [number.number for number in (*service.phones, *service.texts)]
            names = [service.name, *service.other_names, service.organisation]
            yield Verified(service, answer, judged(answer, numbers, service.hours, names))


def _own_page(service: Service) -> str:
    """The provider’s page that our numbers were read on, or its home page."""
    cited = [service.source_of(number.source) for number in (*service.phones, *service.texts)]
    own = next((source.url for source in cited if source and source.kind == "provider" and source.url), None)
    return own or service.url or ""


def dated(library: Library, found: Iterable[Verified], today: date) -> dict[str, str]:
    """The files to write, by path below the data folder: numbers that are on the page that they cite were checked today."""
    files = {}
    for one in found:
        before = values_of(one.service)
        on_page = {dialled(number) for number in one.judged.seen}
        cited = {source.id for source in one.service.sources if source.kind == "provider" and source.url == one.answer.asked}
        values = dict(before)
        for field in ("phones", "texts"):
            if field in before:
                values[field] = [
                    {**number, "checked_on": today.isoformat()}
                    if dialled(number["number"]) in on_page and number["source"] in cited and "checked_on" in number
                    else number
                    for number in before[field]
                ]
        fields = changed(before, values)
        if fields:
            files[f"services/{one.service.id}.yaml"] = patched(library.documents[Service, one.service.id], values, fields)
    return files


def evidence_file(found: Iterable[Verified], today: date) -> bytes:
    """What was seen, as JSON, one entry for each page."""
    return (json.dumps([one.evidence(today) for one in found], indent=2, ensure_ascii=False) + "\n").encode()
