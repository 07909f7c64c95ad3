"""The two networks that Fingerpost comes with, their packs, and how a network meets its contract."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from pydantic import BaseModel

from generator.checks import check_library
from generator.checks.coverage import Coverage, coverage
from generator.documents.packs.compose import make_network_pack, make_pack
from generator.documents.packs.model import Pack
from generator.documents.packs.promises import DISABILITY_CONFIDENT
from generator.documents.views.network import network_view
from generator.knowledge.model import Network, Overlay
from tests.ours import LIBRARY, REPORT

TODAY = date(2026, 11, 25)
HERTSMERE, EXAMPLE = LIBRARY.networks["hertsmere"], LIBRARY.networks["example-network"]
PACKS = [(network, index) for network in LIBRARY.networks.values() for index in range(len(network.roles))]


def named(network: Network, role: str) -> int:
    return next(i for i, overlay in enumerate(network.roles) if overlay.role == role)


def pack(network: Network, role: str, today: date = TODAY) -> Pack:
    return make_network_pack(LIBRARY, network, named(network, role), today)


@pytest.mark.slow
def test_nothing_is_wrong_with_them() -> None:
    found = [*REPORT, *check_library(LIBRARY, TODAY)]
    ours = [p for p in found if p.place.file.startswith("data/networks/")]
    assert [p.code for p in ours] == ["may-need-matching"] * 3
    assert {p.place.file for p in ours} == {"data/networks/example-network.yaml"}


def test_hertsmere_is_as_the_proposal_counts_it() -> None:
    assert HERTSMERE.status == "historic"
    assert HERTSMERE.populations_as_of == "2008"
    assert HERTSMERE.ods_code is None
    assert HERTSMERE.contact is None
    assert {p.ods_code: p.population for p in HERTSMERE.practices} == {
        "E82098": 7_082, "E82012": 13_081, "E82117": 9_805, "E82078": 8_119, "E82657": 5_338,
        "E82027": 12_208, "E82043": 12_252, "E82048": 9_155, "E82085": 18_488,
    }  # fmt: skip
    assert HERTSMERE.population == 95_528
    assert not any(overlay.vacancies for overlay in HERTSMERE.roles)
    assert all("hertsmere-proposal-2008" in overlay.source for overlay in HERTSMERE.roles)


def test_the_example_counts_what_it_says() -> None:
    assert EXAMPLE.status == "fictional"
    assert f"{EXAMPLE.population:,}" in EXAMPLE.profile[0]


@pytest.mark.parametrize("network", [HERTSMERE, EXAMPLE], ids=lambda n: n.id)
def test_each_recruits_to_all_three_roles(network: Network) -> None:
    assert {overlay.role for overlay in network.roles} == set(LIBRARY.roles)


@pytest.mark.parametrize("network", [HERTSMERE, EXAMPLE], ids=lambda n: n.id)
def test_packs_are_listed_from_the_lowest_band_whatever_the_file_says(network: Network) -> None:
    made = [make_network_pack(LIBRARY, network, index, TODAY) for index in range(len(network.roles))]
    for packs in (made, made[::-1]):
        assert [pack.role.band for pack in network_view(LIBRARY, network, packs, {}, TODAY).packs] == [4, 6, 7]


def _set(record: BaseModel) -> Iterator[tuple[str, str]]:
    """Every field that a file writes out, by its model's name."""
    for name in record.model_fields_set:
        value = getattr(record, name)
        yield type(record).__name__, name
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, BaseModel):
                yield from _set(part)


def test_the_example_uses_everything_a_network_can_say() -> None:
    used = set(_set(EXAMPLE))
    models = {type_name for type_name, _ in used}
    assert models >= {"Network", "Practice", "Contact", "Employer", "Fill", "Overlay", "AddStatement", "AddCriterion", "Drop", "Reword",
                      "Accept", "Vacancy", "ReportingLine", "Managed", "Base"}  # fmt: skip
    fields = {(model.__name__, name) for model in _models(Network) for name in model.model_fields}
    # It writes of itself, and has no words that need accepting. It is nobody’s, so it has no logo. A browser saves what a role said.
    left_out, models_left_out = {"source", "change", "changes", "accept_wording", "logo", "was"}, {"AcceptedWording", "Change", "Logo"}
    assert {(model, name) for model, name in fields - used if name not in left_out and model not in models_left_out} == set()


def _models(model: type[BaseModel]) -> set[type[BaseModel]]:
    """The models that a model is made of."""
    found = {model}
    for info in model.model_fields.values():
        for part in _inside(info.annotation):
            found |= _models(part)
    return found


def _inside(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _inside(part)


@pytest.mark.parametrize(("network", "index"), PACKS, ids=[f"{n.id}/{n.roles[i].role}" for n, i in PACKS])
def test_every_pack_is_made(network: Network, index: int) -> None:
    made = make_network_pack(LIBRARY, network, index, TODAY)
    role = network.roles[index].role
    assert made.stem == f"{network.id}/{role}"
    assert made.place == network.name
    assert made.notice.split(" ")[0] == {"historic": "Historic", "fictional": "Fictional"}[network.status]
    assert made.revision != make_pack(LIBRARY, role).revision
    numbers = [line.number for line in made.criteria()]
    assert numbers == list(range(1, len(numbers) + 1))
    printed = {n.statement.id for n in made.statements()} | {line.criterion.id for line in made.criteria()}
    for change in network.roles[index].drop:
        assert change.id not in printed
    for addition in (*network.roles[index].add, *network.roles[index].add_criteria):
        assert addition.id in printed


def test_the_same_input_makes_the_same_pack() -> None:
    role = "mental-health-practitioner-band-7"
    assert pack(EXAMPLE, role) == pack(EXAMPLE, role)


def test_a_vacancy_is_advertised_until_it_closes() -> None:
    role = "mental-health-practitioner-band-7"
    live = pack(EXAMPLE, role)
    assert live.advert
    assert live.advert.vacancy.reference == "EX7-2026-014"
    closes = live.advert.vacancy.closes
    assert pack(EXAMPLE, role, closes).advert
    assert pack(EXAMPLE, role, closes + timedelta(days=1)).advert is None
    assert "apply" in [part.id for part in live.parts]
    assert "apply" not in [part.id for part in pack(EXAMPLE, role, closes + timedelta(days=1)).parts]


def test_a_closed_vacancy_is_not_advertised() -> None:
    assert EXAMPLE.roles[named(EXAMPLE, "link-worker-band-6")].vacancies
    assert pack(EXAMPLE, "link-worker-band-6").advert is None


def test_a_role_may_have_an_employer_of_its_own() -> None:
    made = pack(EXAMPLE, "link-worker-band-6")
    assert next(f.value for f in made.facts if f.name == "employer") == "Example Community Mental Health Trust"
    assert next(f.value for f in made.pay if f.name == "agreement").endswith("share its cost.")
    assert (
        next(f.value for f in pack(EXAMPLE, "mental-health-practitioner-band-7").facts if f.name == "employer") == "Example Federation Ltd"
    )


def test_who_else_has_a_part_in_a_post_stands_below_its_employer() -> None:
    facts = pack(EXAMPLE, "link-worker-band-6").facts
    named = [(fact.label, fact.value) for fact in facts[1:4]]
    employer = ("Employer", "Example Community Mental Health Trust")
    assert named == [employer, ("Funded by", "Example network"), ("Hosted by", "Riverside Medical Centre")]
    assert not {fact.name for fact in pack(EXAMPLE, "mental-health-practitioner-band-7").facts} & {"employs", "funds", "hosts"}


def employed(**changes: bool) -> Pack:
    """The example's band 7 pack, where the network's employer says other things of itself."""
    assert EXAMPLE.employer
    network = EXAMPLE.model_copy(update={"employer": EXAMPLE.employer.model_copy(update=changes)})
    return make_network_pack(LIBRARY, network, named(network, "mental-health-practitioner-band-7"), TODAY)


def test_an_interview_is_offered_only_by_an_employer_in_the_scheme() -> None:
    assert DISABILITY_CONFIDENT not in employed(disability_confident=False).promise
    assert DISABILITY_CONFIDENT in employed(disability_confident=True).promise


def test_only_an_employer_that_opts_in_promises_how_it_shortlists() -> None:
    words = tuple(statement.text for statement in LIBRARY.promises["shortlisting"].statements)
    silent = employed(shortlisting_promise=False)
    assert silent.promise == ()
    assert silent.part("promise") is None
    assert employed(shortlisting_promise=True).promise == words
    assert employed(shortlisting_promise=False, disability_confident=True).promise == (DISABILITY_CONFIDENT,)
    assert employed(shortlisting_promise=True).revision != silent.revision


def test_our_networks_promise_where_their_file_says_so() -> None:
    promised = {made.stem for network, index in PACKS if (made := make_network_pack(LIBRARY, network, index, TODAY)).promise}
    assert promised == {
        "example-network/mental-health-practitioner-band-7", "example-network/primary-care-mental-health-worker-band-4",
    }  # fmt: skip


def states(found: list[Coverage]) -> dict[str, str]:
    return {row.requirement.id: row.state for held in found for row in held.rows}


def overlay_of(**changes: object) -> Overlay:
    given = {"role": "mental-health-practitioner-band-7", "updated": TODAY, "review_by": TODAY, **changes}
    return Overlay.model_validate(given)


def test_what_a_network_accepts_is_accepted_with_its_reason() -> None:
    role = LIBRARY.roles["mental-health-practitioner-band-7"]
    overlay = EXAMPLE.roles[named(EXAMPLE, role.id)]
    found = coverage(LIBRARY, role, overlay)
    assert states(coverage(LIBRARY, role))["mhp-e"] == "met"
    assert {name for name, state in states(found).items() if state == "accepted"} == {"mhp-e", "mhp-k"}
    note = next(row.note for held in found for row in held.rows if row.requirement.id == "mhp-e")
    assert note == overlay.accept[0].because
    assert found[0].counts["accepted"] == 2


def test_coverage_of_a_tailored_role_is_coverage_of_its_base_with_the_overlay() -> None:
    made = pack(EXAMPLE, "mental-health-practitioner-band-7")
    overlay = EXAMPLE.roles[named(EXAMPLE, made.role.id)]
    assert coverage(LIBRARY, made.role, overlay) == coverage(LIBRARY, LIBRARY.roles[made.role.id], overlay)


def test_a_requirement_can_be_lost_in_part_and_won() -> None:
    role = LIBRARY.roles["mental-health-practitioner-band-7"]
    because = "Because we do."
    lost = overlay_of(drop=[{"id": "without-gp-referral", "because": because}])
    assert states(coverage(LIBRARY, role, lost))["mhp-e"] == "part"
    words = "You are employed by the network."
    own = {"id": "own", "section": "general", "text": words, "meets": ["mhp-k"], "because": because}
    assert states(coverage(LIBRARY, role, overlay_of(add=[own])))["mhp-k"] == "met"
    assert states(coverage(LIBRARY, role, overlay_of()))["mhp-k"] == "part"


def test_accepting_what_is_met_changes_nothing() -> None:
    role = LIBRARY.roles["mental-health-practitioner-band-7"]
    overlay = overlay_of(accept=[{"requirement": "mhp-a2", "because": "We say so."}])
    assert coverage(LIBRARY, role, overlay) == coverage(LIBRARY, role)
