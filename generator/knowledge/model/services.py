"""A service that people can be signposted to."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.knowledge.model.contact_points import Hours, Location, MailAddress, ServiceSource, Telephone, TextNumber
from generator.knowledge.model.reference import RefersTo
from generator.knowledge.model.scopes import ABOUT_A_SOURCE, NO_WORDS, OWN_NAME, SEARCH_WORDS, Scope
from generator.knowledge.model.words import Confidence, Day, Identified, Record, ShortText, Slug, Text, WebAddress, Whole, YesNo

Referral = Literal["self", "family", "professional", "turn-up"]
"""Who can refer: the person, someone close to them, a professional; or no one needs to, and people just turn up."""

Delivery = Literal["phone", "text", "online", "email", "letter", "in-person", "group", "home-visit", "overnight-stay", "printed"]
"""How help is given."""

Guessed = Literal["needs", "audiences", "areas"]
"""A field that an import guesses where a feed has none of our terms."""

Cost = Literal["free", "contribution", "may-charge"]
"""What a service costs the person."""

DepressionSeverity = Literal["less-severe", "more-severe"]
"""How severe a depression is, as NICE guideline NG222 divides them."""


class NotFor(Record):
    """Someone the service cannot help, so that no one is sent there for nothing."""

    who: Annotated[Text, Scope("directory")]
    """Who it is not for."""
    because: Annotated[Text, Scope("directory")]
    """The reason, and what to do."""
    instead: Annotated[list[Slug], RefersTo("service")] = Field(default_factory=list)
    """Services for them, by id."""


class Conflict(Record):
    """Where sources disagree. The provider's word counts; the other source is recorded too."""

    about: Literal["phone", "text", "hours", "name", "area", "ages", "provider"]
    """The fact in question."""
    says: Annotated[Text, ABOUT_A_SOURCE]
    """What the other source says, in our own words."""
    source: Slug
    """The other source: an id under `sources` of this file."""
    kept: Annotated[Text, ABOUT_A_SOURCE]
    """Which of the two we keep, and why."""


class SafetyNote(Record):
    """Something to know before someone uses the service."""

    text: Annotated[Text, Scope("directory")]
    """What to know."""
    source: Slug
    """Where it was read: an id under `sources` of this file."""


class Safety(Record):
    """What could put someone in danger, and how pages must treat it."""

    hide_address: YesNo | None = None
    """Whether no page, file or feed may show where it is. A service for people who are being abused says true or false."""
    leave_fast: YesNo | None = None
    """Whether its page needs a way to leave at once, for people who are being watched. Required where `hide_address` is."""
    notes: list[SafetyNote] = Field(default_factory=list)
    """What to know first."""


class CameFrom(Record):
    """The feed that a record was imported from, so that the next import recognises it. `fingerpost services import` writes it."""

    feed: Annotated[ShortText, NO_WORDS]
    """The feed, by the name given to the import or by the name of its file."""
    id: Annotated[ShortText, NO_WORDS]
    """The service's id there."""
    seen: Annotated[ShortText, NO_WORDS]
    """A hash of what the feed said at the last import. While it is equal, the next import leaves this file alone."""
    fields: Annotated[Text | None, NO_WORDS] = None
    """A hash of each field as imported, so that the next import can tell local changes from changes of the feed."""
    gone_on: Day | None = None
    """The day an import no longer found it in the feed. The review queue asks what became of it."""


class Service(Identified):
    """A service that people can be signposted to."""

    name: Annotated[ShortText, Scope("directory")]
    """The name it is known by."""
    other_names: Annotated[list[ShortText], SEARCH_WORDS] = Field(default_factory=list)
    """Older and shorter names that people may know."""
    former_ids: list[Slug] = Field(default_factory=list)
    """Ids that it, or a record merged into it, had before. Their addresses lead here."""
    first_id: Slug | None = None
    """The id it had first, where it was renamed: one of `former_ids`. Feeds keep the identifier that was made from it."""
    organisation: Annotated[ShortText, OWN_NAME]
    """Who runs it."""
    summary: Annotated[Text, Scope("directory")]
    """What it does, for whom, and what happens. Two or three short sentences of our own."""

    status: Literal["active", "paused", "closed"] = "active"
    """A closed service is in no list. Its page stays and says what replaces it."""
    alert: Annotated[Text | None, Scope("directory")] = None
    """One sentence to show first, such as why it is paused."""
    paused_until: Day | None = None
    """The day a paused service is expected back, where that is known."""
    closed_on: Day | None = None
    """The day a closed service ended."""
    replaced_by: Annotated[list[Slug], RefersTo("service")] = Field(default_factory=list)
    """Services that do its work now, or can say who does, by id."""

    needs: list[Slug] = Field(default_factory=list)
    """What it helps with: ids of `data/vocabularies/needs.yaml`. At least one, unless an import found none: see `guessed`."""
    audiences: list[Slug] = Field(default_factory=list)
    """Who it is for: ids of `data/vocabularies/audiences.yaml`. At least one, unless an import found none: see `guessed`."""
    guessed: list[Guessed] = Field(default_factory=list)
    """Fields that an import guessed or could not fill. Pages show them as guesses. Remove a field once you have checked it."""
    min_age: Whole | None = Field(default=None, ge=0, le=120)
    """The youngest age it takes, in years."""
    max_age: Whole | None = Field(default=None, ge=0, le=120)
    """The oldest age it takes, in years, up to the day before the next birthday."""
    ages_note: Annotated[Text | None, Scope("directory")] = None
    """What the two ages cannot say."""
    eligibility: Annotated[list[Text], Scope("directory")] = Field(default_factory=list)
    """Who it helps, a line each."""
    not_for: list[NotFor] = Field(default_factory=list)
    """Who it does not help, and why."""

    areas: list[Slug] = Field(default_factory=list)
    """Where it works: ids of `data/vocabularies/areas.yaml`, the smallest that are true. At least one, unless `guessed` names it."""
    area_basis: Literal["home-address", "registered-practice"] | None = None
    """Whether the area goes by where people live or by where they are registered. Left out where it is not known."""
    area_note: Annotated[Text | None, Scope("directory")] = None
    """What the areas cannot say."""

    phones: list[Telephone] = Field(default_factory=list)
    """Numbers to call, the main one first."""
    texts: list[TextNumber] = Field(default_factory=list)
    """Numbers to text."""
    email: MailAddress | None = None
    """A mail address that people can write to."""
    url: WebAddress | None = None
    """Its web page, or the page of a public body that says how to reach it."""
    reach_through: Annotated[list[Slug], RefersTo("service")] = Field(default_factory=list)
    """Services that can put people in touch, where it has no confirmed contact of its own, by id."""
    hours: list[Hours] = Field(default_factory=list)
    """When it is open. None at all means that we do not know."""
    hours_note: Annotated[Text | None, Scope("directory")] = None
    """What days and times cannot say."""

    referral: list[Referral] = Field(default_factory=list)
    """Who can ask for it. None at all means that we do not know."""
    how_to_refer: Annotated[Text | None, Scope("directory")] = None
    """What to do to refer, or to be referred."""
    cost: Cost | None = None
    """What it costs the person. Left out where it is not known."""
    cost_note: Annotated[Text | None, Scope("directory")] = None
    """What the value of `cost` cannot say."""
    delivery: list[Delivery] = Field(default_factory=list)
    """How help is given. None at all means that we do not know."""
    locations: list[Location] = Field(default_factory=list)
    """Places to go to."""
    access: Annotated[list[Text], Scope("directory")] = Field(default_factory=list)
    """What makes it easier for disabled people to use."""
    languages: Annotated[list[ShortText], OWN_NAME] = Field(default_factory=list)
    """Languages other than English, and how: `British Sign Language`."""
    care_steps: list[Literal[1, 2, 3, 4]] = Field(default_factory=list)
    """The steps of stepped care that it belongs to, where a source says so."""
    severity: list[DepressionSeverity] = Field(default_factory=list)
    """How severe a depression it treats, as NICE guideline NG222 divides them, where a source says so."""
    safety: Safety = Field(default_factory=Safety)
    """What could put someone in danger."""

    confidence: Confidence
    """How sure we are of the record. A low or unverified one shows no number."""
    not_confirmed: Annotated[list[Text], Scope("directory")] = Field(default_factory=list)
    """What to check before giving it out. A low or unverified record says so here."""
    conflicts: list[Conflict] = Field(default_factory=list)
    """Where sources disagree."""
    assured_on: Day | None = None
    """The day the whole record was last checked with the provider: no number of it is a copy. Left out where it was not."""
    assured_by: Annotated[ShortText | None, OWN_NAME] = None
    """Who is responsible for it. Left out where no one is yet: the record is low or unverified."""
    review_after: Day
    """The day from which it is due for review."""
    sources: list[ServiceSource] = Field(min_length=1)
    """Where its facts were read."""
    came_from: CameFrom | None = None
    """The feed it was imported from."""
    also_from: list[CameFrom] = Field(default_factory=list)
    """Records of feeds that were merged into it. An import passes over them."""

    @property
    def known_needs(self) -> list[Slug]:
        """Its needs, unless an import guessed them: lists of a need have only services that are known to help with it."""
        return [] if "needs" in self.guessed else self.needs

    @property
    def feed_name(self) -> Slug:
        """What its identifiers in our feed are made from. It never changes."""
        return self.first_id or self.id

    def source_of(self, name: str) -> ServiceSource | None:
        """One of its sources by id."""
        return next((source for source in self.sources if source.id == name), None)
