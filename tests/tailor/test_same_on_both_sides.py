"""What the browser makes of a draft and what the build makes of the file that it saves are the same, sentence by sentence."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.checks import DRAFT, check_library
from generator.checks.coverage import coverage
from generator.documents.formats.nhs_jobs.boxes import NHS_JOBS, fields
from generator.documents.packs.compose import make_network_pack
from generator.documents.packs.model import Pack
from generator.knowledge.model import Criterion, Network
from generator.knowledge.reading.schema import validate
from generator.knowledge.reading.yaml_file import parse
from tests.tailor.browser_side import LIBRARY, ROOT, TODAY, asked, walked

ROLES = sorted(LIBRARY.roles)
WALKS = 25

Walks = tuple[str, list[Any], list[dict[str, Any]]]


def packed(network: Network, role: str) -> Pack:
    return make_network_pack(LIBRARY, network, [overlay.role for overlay in network.roles].index(role), TODAY)


def criterion(pack: Pack, found: Criterion) -> list[str]:
    words = pack.labels.criteria
    return [found.id, found.text, words.level_of(found.level), words.ways(found.assessed_by)]


def said(pack: Pack) -> dict[str, Any]:
    """What a pack says, in the form in which the browser's answers come."""
    assert pack.network
    overlay = next(o for o in pack.network.roles if o.role == pack.role.id)
    covered = [row for held in coverage(LIBRARY, LIBRARY.roles[pack.role.id], overlay) for row in held.rows]
    return {
        "statements": [[n.number, n.statement.id, n.statement.text] for n in pack.statements()],
        "headings": [group.heading for group in pack.groups],
        "criteria": [[c.id, [criterion(pack, line.criterion) for line in c.lines]] for c in pack.categories],
        "clauses": [[clause.id, clause.heading, clause.text] for clause in pack.clauses],
        "coverage": [[row.requirement.id, row.state, list(row.statements), row.note] for row in covered],
        "boxes": [[f.id, f.text, f.count, len(f.left_over)] for f in fields(pack, LIBRARY.recruitment[NHS_JOBS])],
        "facts": [[f.name, f.label, f.value, f.filled] for f in pack.facts],
        "terms": [[f.name, f.label, f.value] for f in pack.pay],
        "told": f"{pack.chart.told} {pack.role.works_with}",
        "dates": [[f.name, f.label, f.value] for f in pack.advert.dates] if pack.advert else [],
        "how": " ".join(pack.advert.how) if pack.advert else "",
    }


def same(made: dict[str, Any], pack: Pack) -> None:
    told = said(pack)
    assert {**made, "told": " ".join(made["told"])} | {"text": "", "again": ""} == {**told, "text": "", "again": ""}


@pytest.fixture(scope="module", params=ROLES)
def walks(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Walks:
    """Drafts by chance, and what the browser makes of each."""
    folder = tmp_path_factory.mktemp("walks")
    drafts = walked(folder, request.param, WALKS, seed=ROLES.index(request.param) + 1)
    return request.param, drafts, asked(folder, request.param, drafts=drafts)["drafts"]


def read(text: str) -> Network:
    document, problems = parse(text.encode(), "draft.yaml")
    assert [p.code for p in problems] == []
    record, problems = validate(Network, document, "network")
    assert [(p.code, p.message) for p in problems] == []
    assert record
    return record


@pytest.mark.quick_cases("mental-health-practitioner-band-7")
def test_the_build_says_the_same_of_each_saved_file(walks: Walks) -> None:
    role, _, answers = walks
    changed = 0
    for made in answers:
        pack = packed(read(made["text"]), role)
        assert pack.tailored
        changed += len(pack.tailored.alterations)
        same(made, pack)
    assert changed > WALKS


@pytest.mark.quick_cases("mental-health-practitioner-band-7")
def test_no_saved_file_has_an_error(walks: Walks) -> None:
    _, _, answers = walks
    networks, documents = {}, {}
    for number, made in enumerate(answers):
        document, _ = parse(made["text"].encode(), f"draft-{number}.yaml")
        network = read(made["text"]).model_copy(update={"id": f"draft-{number}"})
        networks[network.id], documents[Network, network.id] = network, document
    library = replace(LIBRARY, records={**LIBRARY.records, Network: networks}, documents={**LIBRARY.documents, **documents})
    found = [p for p in check_library(library, TODAY) if p.place.file.startswith("draft-")]
    assert {p.place.file for p in found} == {f"draft-{number}.yaml" for number in range(WALKS)}
    wrong = [(p.code, p.message) for p in found if p.severity == "error"]
    assert [problem for problem in wrong if problem[0] != DRAFT] == [], "a gap that nobody filled in is all that may be left to do"


@pytest.mark.quick_cases("mental-health-practitioner-band-7")
def test_what_was_saved_opens_again_as_it_was(walks: Walks, tmp_path: Path) -> None:
    role, _, answers = walks
    assert [made["again"].get("problems") for made in answers] == [None] * len(answers)
    again = asked(tmp_path, role, drafts=[made["again"]["network"] for made in answers])["drafts"]
    for first, second in zip(answers, again, strict=True):
        assert second["text"] == first["text"]
        assert second["statements"] == first["statements"]


@pytest.mark.quick_cases("example-network-mental-health-practitioner-band-7")
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("network", ["example-network", "hertsmere"])
def test_the_networks_that_we_have_are_said_alike(role: str, network: str, tmp_path: Path) -> None:
    text = (ROOT / "data" / "networks" / f"{network}.yaml").read_text(encoding="utf-8")
    opened = asked(tmp_path, role, files=[text])["files"][0]
    assert opened.get("problems") is None
    [made] = asked(tmp_path, role, drafts=[opened["network"]])["drafts"]
    same(made, packed(LIBRARY.networks[network], role))


@pytest.mark.slow
def test_a_saved_file_is_checked_and_packed_by_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fingerpost: Any) -> None:
    [draft] = walked(tmp_path, ROLES[0], 1, seed=99)
    [made] = asked(tmp_path, ROLES[0], drafts=[draft])["drafts"]
    shutil.copytree(ROOT / "data", tmp_path / "data")
    name = yaml.safe_load(made["text"])["id"]
    (tmp_path / "data" / "networks" / f"{name}.yaml").write_text(made["text"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    checked = fingerpost("check").output
    assert all(line.endswith(f"[{DRAFT}]") for line in checked.splitlines() if ": error: " in line)
    ran = fingerpost("pack", ROLES[0], "--network", name, "--to", "txt")
    assert ran.exit_code == 0, ran.output
