"""The rules themselves: every term that people listed, words that only look like faults, and what depends on who employs or is served."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import Result

from generator.checks.wording import passages, wording_rules
from generator.checks.wording.measures import gendered
from generator.documents.browser.wording_data import wording_data
from generator.knowledge.model import Wording
from tests.ours import LIBRARY, TODAY

PROJECT = Path(__file__).parents[2]
RULES = wording_rules(LIBRARY, TODAY)

TERMS = dict(enumerate(
    [
        "Improving Access to Psychological Therapies", "TalkingSpace", "Data Protection Act 1984", "Disability Discrimination Act 1995",
        "General Social Care Council", "HCPC-registered social worker", "Dip SW", "RMN", "ENB 998", "ASW", "National Service Framework",
        "Strategic Health Authority", "CCG", "Herts and West Essex ICB", "Practice Based Commissioning",
        "Hertfordshire Partnership NHS Foundation Trust", "Fair Access to Care", "KSF", "NHS Management Executive Guidelines", "CRB check",
        "Graduate worker", "CPN", "personality disorders", "suffering from", "S/he", "Level 7 clinical competency", "Modernisation agenda",
        "Clinical Psychology Grade A", "Mental Health Act 1983", "guarantee an interview", "2-3 years’ experience", "Car driver",
        "enthusiastic", "vulnerable adults", "telephone the clinic",
    ],
    1,
))  # fmt: skip
"""A form of each of the 35 terms that were listed when the project began."""


@pytest.mark.parametrize("number", TERMS)
def test_each_listed_term_is_found(number: int) -> None:
    quotes = [match.quote for scope in ("criteria", "advert") for match in RULES.matches(f"We ask for {TERMS[number]} here.", scope)]
    assert any(quote in TERMS[number] for quote in quotes)


def test_every_rule_has_its_own_code_and_a_source_that_is_there() -> None:
    data = wording_data(LIBRARY, TODAY)
    codes = [entry["code"] for entry in (*data["rules"], *data["measures"])]
    assert len(codes) == len(set(codes))
    for file in LIBRARY.all(Wording).values():
        for entry in (*file.rules, *file.measures):
            assert all(reference.partition("#")[0] in LIBRARY.sources for reference in entry.source)


TERMS_OF_ART = [
    "Triage referrals and signpost people.", "Manage a caseload autonomously.", "Elicit a history, and administer medicines.",
    "Work at the interface of primary and secondary care.", "A seamless patient pathway with statutory services.",
    "Multidisciplinary appraisal and clinical supervision, with CPD in the PCN.", "Ensure effective communication.",
    "A dynamic environment with a motivated team and a mature model of care.", "Drive improvement; you must drive change.",
]  # fmt: skip


@pytest.mark.parametrize("text", TERMS_OF_ART)
def test_the_terms_of_the_profession_are_right_in_packs(text: str) -> None:
    assert [match.quote for scope in ("advert", "duties", "criteria") for match in RULES.matches(text, scope)] == []


@pytest.mark.parametrize(
    ("text", "quote", "instead"),
    [
        ("Her son committed suicide.", "committed suicide", "died by suicide"),
        ("He will report to the chairman.", "He will", "the post holder"),
        ("The nurse keeps his own diary.", "his", "they"),
        ("You must drive your car to patients.", "must drive your car", "able to travel"),
        ("We want a dynamic person.", "dynamic person", "what the person does"),
    ],
)
def test_each_fault_has_words_of_its_own(text: str, quote: str, instead: str) -> None:
    found = next(match for match in RULES.matches(text, "duties") if match.quote == quote)
    assert instead in found.rule.instead


NOT_GENDERED = [
    "The Trust keeps to the rules of the NHS trust.", "Take confidentiality into account.",
    "You are responsible to the manager for the rota.",
    "The law that is in force. The primary care workforce.", "On any other unreasonable grounds.", "Plan for each individual patient.",
    "A competent nurse with competencies.", "This leads to better primary care.", "Mental health care and social care.",
    "Challenging behaviour. Car driver. Strengths and needs.", "Patients, teams and the community.",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_GENDERED)
def test_words_that_only_look_coded_by_gender(text: str) -> None:
    masculine, feminine = gendered(RULES, iter([text]))
    assert not masculine
    assert not feminine


def test_words_that_are_coded_by_gender() -> None:
    text = "A confident, ambitious leader who competes. Kind, warm and supportive; people trust her."
    masculine, feminine = gendered(RULES, iter([text]))
    assert set(masculine) == {"confident", "ambitious", "leader", "competes"}
    assert set(feminine) == {"kind", "warm", "supportive", "trust"}


def test_the_published_words_are_clean() -> None:
    """No word of ours is against a rule, but for what its own file accepts with a reason."""
    from generator.checks.wording import findings

    open_ones = [finding.problem for finding in findings(LIBRARY, TODAY) if not finding.accepted and finding.severity != "information"]
    assert open_ones == []
    assert sum(1 for _ in passages(LIBRARY)) > 1000


NETWORK = """\
id: hill
name: Hill Primary Care Network
status: fictional
profile: [{profile}]
practices:
  - {{ods_code: Z90001, name: Hill Surgery, population: 5000}}
populations_as_of: "2026"
employer: {{name: Hill NHS Trust, kind: {kind}, disability_confident: {member}}}
contact: {{name: Hill team, email: jobs@example.org}}
defaults: {{checks: [{checks}]}}
updated: 2026-11-01
roles:
  - {{role: guide-band-4, fill: {{checks: [{checks}]}}, updated: 2026-11-01, review_by: 2027-11-01}}
"""


def network(folder: Path, **words: str) -> None:
    (folder / "data/networks").mkdir(exist_ok=True)
    usual = {"profile": "We are a network.", "kind": "network", "member": "false", "checks": "DBS check"}
    text = NETWORK.format(**{**usual, **words})
    (folder / "data/networks/hill.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def with_rules(folder: Path) -> Path:
    """The smallest data folder with the published rules; their sources are one."""
    shutil.copytree(PROJECT / "data/wording", folder / "data/wording")
    for path in (folder / "data/wording").glob("*.yaml"):
        lines = path.read_text(encoding="utf-8").splitlines()
        kept = []
        inside = False
        for line in lines:
            if inside and line.startswith("      - "):
                continue
            inside = line == "    source:"
            kept.append("    source: [handbook]" if inside else line)
        path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return folder


def test_only_a_member_may_promise_an_interview(with_rules: Path, fingerpost: Callable[..., Result]) -> None:
    network(with_rules, profile="We are a Disability Confident employer.")
    assert "[wording-promise]" in fingerpost("check").output
    network(with_rules, profile="We are a Disability Confident employer.", member="true")
    assert "[wording-" not in fingerpost("check").output


def test_only_a_trust_is_the_trust(with_rules: Path, fingerpost: Callable[..., Result]) -> None:
    network(with_rules, profile="You will be employed by the Trust.")
    assert "‘the Trust’ seems left over" in fingerpost("check").output
    network(with_rules, profile="You will be employed by the Trust.", kind="trust")
    assert "[wording-" not in fingerpost("check").output


@pytest.mark.parametrize(
    ("checks", "found"),
    [
        ("Enhanced DBS check with the adults’ barred list", ""),
        ("Enhanced DBS check with the children’s barred list", "children’s barred list"),
        ("Standard DBS check with the adults’ barred list", "Standard DBS check with the adults’ barred list"),
        ("Basic DBS check", "Basic DBS check"),
    ],
)
def test_a_check_that_fits_the_post(checks: str, found: str, with_rules: Path, fingerpost: Callable[..., Result]) -> None:
    network(with_rules, checks=checks)
    output = fingerpost("check").output
    assert ("[wording-record-check]" in output) == bool(found)
    assert f"‘{found}’" in output or not found


def test_words_of_another_role_and_another_employer(with_rules: Path, fingerpost: Callable[..., Result]) -> None:
    network(with_rules)
    other = (with_rules / "data/roles/guide-band-4.yaml").read_text(encoding="utf-8")
    specification = (with_rules / "data/person-specifications/guide-band-4.yaml").read_text(encoding="utf-8")
    said = "As a guide, show people the way to Hill NHS Trust."
    for folder, text in (("roles", other), ("person-specifications", specification)):
        changed = text.replace("id: guide-band-4", "id: porter-band-4").replace("title: Guide", "title: Porter")
        changed = changed.replace("Show people the way to the right room.", said)
        (with_rules / f"data/{folder}/porter-band-4.yaml").write_text(changed, encoding="utf-8")
    output = fingerpost("check").output
    assert "‘As a guide’ seems left over from another pack. This is written for another of our roles." in output
    assert "‘Hill NHS Trust’ seems left over from another pack. This names another network or employer." in output


def test_an_acceptance_lets_be_what_it_names_and_no_more(with_rules: Path, fingerpost: Callable[..., Result]) -> None:
    path = with_rules / "data/roles/guide-band-4.yaml"
    entry = "accept_wording: [{rule: prior-to, quote: prior to, because: It is a room’s name, accepted_on: 2026-11-01}]\n"
    text = path.read_text(encoding="utf-8").replace("Show people the way to the right room.", "Show people the way prior to lunch.")
    path.write_text(text + entry, encoding="utf-8")
    assert "[wording-" not in fingerpost("check").output
    path.write_text(text.replace("prior to lunch", "subsequent to lunch") + entry, encoding="utf-8")
    output = fingerpost("check").output
    assert "[wording-plain]" in output
    assert "[wording-acceptance-unused]" in output


DATED = {
    "herts-west-essex-board": ("Herts and West Essex ICB pays.", "2026-03-31", "2026-04-01"),
    "sick-pay-waiting-days": ("There are three waiting days before sick pay.", "2026-04-05", "2026-04-06"),
    "paternity-service": ("You need 26 weeks of service for paternity leave: paternity leave after 26 weeks.", "2026-04-05", "2026-04-06"),
    "reasonable-steps": ("We take reasonable steps to prevent harassment.", "2026-09-30", "2026-10-01"),
    "dismissal-two-years": ("After two years you can claim unfair dismissal.", "2026-12-31", "2027-01-01"),
}
"""Each rule that depends on a day: words against it, the last day before, and the first day on which it holds."""


@pytest.mark.parametrize("code", DATED)
def test_a_rule_that_depends_on_a_day_knows_it_before_and_after(code: str) -> None:
    text, before, after = DATED[code]
    dated = [wording_rules(LIBRARY, date.fromisoformat(day)).matches(text) for day in (before, after)]
    said = [next(match.rule for match in matches if match.rule.code == code) for matches in dated]
    assert [rule.severity == "information" for rule in said] == [True, False]
    assert said[0].why != said[1].why
    assert said[0].since is None


def test_every_rule_that_depends_on_a_day_is_tried() -> None:
    assert {rule.code for file in LIBRARY.all(Wording).values() for rule in file.rules if rule.starts} == set(DATED)
