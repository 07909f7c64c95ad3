"""A service in the model of Open Referral UK, with the fields that the model does not have under `fingerpost`."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Any

from generator.documents.directory.openreferral.terms import Terms
from generator.documents.views.opening_hours import opening_words
from generator.knowledge.directory.openreferral.codes import BANK_HOLIDAYS, STATUS_OUT, byday, clock_out, part_id, service_id
from generator.knowledge.directory.openreferral.filled import filled
from generator.knowledge.directory.openreferral.parts import (
    Accessibility,
    CostOption,
    HsdsLocation,
    HsdsPhone,
    Language,
    Organisation,
    Schedule,
    ServiceArea,
    ServiceAtLocation,
)
from generator.knowledge.directory.openreferral.standard import StandardService
from generator.knowledge.directory.visibility import as_fact, confirmed
from generator.knowledge.library.library import Library
from generator.knowledge.model import Hours, Location, Service, Telephone, TextNumber
from generator.knowledge.model.labels import COSTS

CARRIED = frozenset({
    "name", "organisation", "summary", "url", "email", "status", "min_age", "max_age", "eligibility", "how_to_refer", "phones", "texts",
    "hours", "areas", "locations", "languages", "needs", "audiences", "care_steps", "severity", "assured_on",
})  # fmt: skip
"""Our fields that the standard has. The others go under `fingerpost`, so that no field appears twice in a feed."""

NOT_CONFIRMED = "Not confirmed: check before you give this out."
"""The warning in a feed for a record that is not confirmed."""


class Writer:
    """Converts services of a library to the standard's model."""

    def __init__(self, library: Library, services: Collection[Service], *, whole: bool = False) -> None:
        """For the public feed, with confirmed facts only; or with everything if `whole`, to move a directory."""
        self.library, self.services, self.whole, self.terms = library, services, whole, Terms(library)
        self.address = library.settings.address.rstrip("/")

    def service(self, service: Service) -> StandardService:
        """A service with all its parts."""
        shown = as_fact(service)
        return self.brief(service).model_copy(
            update={
                "eligibility_description": "\n".join(shown.eligibility) or None,
                "application_process": shown.how_to_refer,
                "phones": [*_phones(shown)],
                "schedules": [_schedule(shown, index, hours) for index, hours in enumerate(shown.hours)],
                "service_areas": [self._area(shown, name) for name in shown.areas],
                "service_at_locations": [self.at_location(shown, location) for location in shown.locations],
                "languages": [Language(id=part_id("language", service.feed_name, name), name=name) for name in shown.languages],
                "cost_options": _costs(shown),
                "attributes": self.terms.of(shown),
                "fingerpost": self._beside(service, shown),
            }
        )

    def brief(self, service: Service) -> StandardService:
        """A service in a list, without its parts."""
        shown = as_fact(service)
        fees = ". ".join(filter(None, (shown.cost and COSTS[shown.cost], shown.cost_note and shown.cost_note.rstrip(".")))) or None
        run_by = self.organisation(service)
        return StandardService(
            id=service_id(service.feed_name), name=service.name, status=STATUS_OUT[service.status],
            organization_id=run_by.id, organization=run_by,
            alternate_name=next(iter(shown.other_names), None), description=shown.summary, url=shown.url, email=shown.email,
            alert=_alert(service), fees=fees, fees_description=fees, minimum_age=shown.min_age, maximum_age=shown.max_age,
            assured_date=shown.assured_on.isoformat() if shown.assured_on else None, assurer_email=self._assurer(shown),
            last_modified=f"{_newest(service)}T00:00:00Z", fingerpost={"id": service.id},
        )  # fmt: skip

    def at_location(self, service: Service, location: Location) -> ServiceAtLocation:
        """A location of a service. An address of the standard needs a postcode, so ours goes into the description."""
        names = (service.feed_name, location.name or "", location.address)
        place = HsdsLocation(
            id=part_id("location", *names),
            name=location.name or location.address,
            description=location.address,
            accessibility=[Accessibility(id=part_id("access", *names, line), description=line) for line in service.access],
            fingerpost=location.model_dump(mode="json", exclude_defaults=True),
        )
        return ServiceAtLocation(id=part_id("at", *names), service_id=service_id(service.feed_name), location_id=place.id, location=place)

    def organisation(self, service: Service) -> Organisation:
        """The organisation that runs a service. The standard requires a description, so it lists the services that it runs."""
        runs = self._runs[service.organisation]
        description = f"Runs {', '.join(runs[:5])}{' and more' if len(runs) > 5 else ''}."
        return Organisation(id=part_id("organisation", service.organisation), name=service.organisation, description=description)

    @cached_property
    def _runs(self) -> dict[str, list[str]]:
        """The names of services by organisation, closed services last."""
        found: dict[str, list[str]] = {}
        for service in sorted(self.services, key=lambda s: s.status == "closed"):
            found.setdefault(service.organisation, []).append(service.name)
        return found

    def _area(self, service: Service, name: str) -> ServiceArea:
        area = self.library.areas.get(name)
        label = area.name if area else name
        return ServiceArea(id=part_id("area", service.feed_name, name), name=label, service_area=label, fingerpost={"area": name})

    def _assurer(self, shown: Service) -> str | None:
        """The shared mailbox of the publisher, for a record that someone has assured."""
        mailbox = self.library.settings.report_problem.partition("?")[0]
        return mailbox.removeprefix("mailto:") if shown.assured_by and mailbox.startswith("mailto:") else None

    def _beside(self, service: Service, shown: Service) -> dict[str, Any]:
        """The fields that the standard does not have; with `whole`, also unconfirmed facts."""
        public = filled(shown.model_dump(mode="json", exclude_defaults=True))
        record = shown if not self.whole else service.model_copy(update={"locations": []}) if service.safety.hide_address else service
        values = filled(record.model_dump(mode="json", exclude_defaults=True))
        beside = {key: value for key, value in values.items() if key not in CARRIED or value != public.get(key)}
        return {"site": self.address, **beside}


def _alert(service: Service) -> str | None:
    doubts = [] if confirmed(service) or service.status == "closed" else [NOT_CONFIRMED, *service.not_confirmed]
    return " ".join(filter(None, [service.alert, *doubts])) or None


def _newest(service: Service) -> str:
    """The last day on which anything in the record was checked or copied."""
    days = [source.read_on for source in service.sources] + [number.seen_on for number in (*service.phones, *service.texts)]
    return max([*days, *(day for day in (service.assured_on, service.closed_on) if day)]).isoformat()


def _phones(service: Service) -> Iterator[HsdsPhone]:
    numbers: list[Telephone | TextNumber] = [*service.phones, *service.texts]
    for index, number in enumerate(numbers):
        kind = "text" if isinstance(number, TextNumber) else "voice"
        beside = filled(number.model_dump(mode="json", exclude={"number", "label"}, exclude_defaults=True))
        own = part_id("phone", service.feed_name, kind, number.number, str(index))
        yield HsdsPhone(id=own, number=number.number, type=kind, description=number.label, fingerpost=beside)


def _schedule(service: Service, index: int, hours: Hours) -> Schedule:
    """A row of hours. What days and rules of the standard cannot say stands in `notes` too, so that no reader takes it for every week."""
    narrowed = opening_words([hours])[0]
    said = "" if hours.weekly else f"{narrowed.days}{f', {narrowed.beside}' if narrowed.beside else ''}."
    notes = " ".join(filter(None, [said, BANK_HOLIDAYS if hours.closed_on_bank_holidays else ""]))
    return Schedule(
        id=part_id("schedule", service.feed_name, str(index)), freq="MONTHLY" if hours.week else "WEEKLY", interval=hours.every or 1,
        byday=byday(hours.days, hours.week), opens_at=clock_out(hours.opens), closes_at=clock_out(hours.closes) if hours.closes else None,
        dtstart=hours.begins.isoformat() if hours.begins else None, valid_from=hours.begins.isoformat() if hours.begins else None,
        until=hours.until.isoformat() if hours.until else None, valid_to=hours.until.isoformat() if hours.until else None,
        description=hours.label, attending_type=", ".join(service.delivery) or None, notes=notes or None,
        fingerpost=None if hours.weekly else filled(hours.model_dump(mode="json", exclude_defaults=True)),
    )  # fmt: skip


def _costs(service: Service) -> list[CostOption]:
    if service.cost != "free":
        return []
    return [CostOption(id=part_id("cost", service.feed_name), option="Everyone", amount=0, amount_description=COSTS["free"])]
