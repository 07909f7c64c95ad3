"""`fingerpost new role --from`: files that check without errors, with every paragraph of the document used or listed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from generator.knowledge.job_documents import JobDocument, jobs_of
from generator.knowledge.job_documents.passages import passages_of
from generator.knowledge.reading.yaml_file import parse
from generator.knowledge.source_documents import SourceDocument, read_manuscript
from tests.job_documents.labelled import document, labelled
from tests.ours import LIBRARY

BANDS = [f"  - band: {band}\n    entry: {band}1000\n    top: {band}2000\n    source: [handbook]\n" for band in (3, 5)]
WORDS = """id: services
title: Services
about: Names of services.
family: outdated
rules:
  - code: iapt
    title: IAPT
    capitals: [IAPT]
    severity: error
    why: It has another name.
    instead: Write “NHS Talking Therapies”.
    source: [handbook]
"""
NETWORK = """# A network of ours.
id: north
name: North
status: fictional
profile:
  - We are a network.
practices:
  - ods_code: A00000
    name: One
    population: 1000
populations_as_of: 1 October 2026
employer:
  name: North
  kind: network
  disability_confident: false
  sponsors: false
contact:
  name: Ann Example
  email: ann@example.org
adjustments: Ask us.
updated: 2026-10-01
roles: []
# The end.
"""
SEEN = {of.name: of for of in labelled("seen")}
ROLE = "care-coordinator-band-5"


@pytest.fixture
def begun(folder: Path) -> Path:
    """The smallest data folder, with more bands, a rule on words and a network."""
    pay = folder / "data/pay/2026-27.yaml"
    three, five = BANDS
    pay.write_text(pay.read_text(encoding="utf-8").replace("bands:\n", f"bands:\n{three}") + five, encoding="utf-8")
    for name, text in (("wording/services", WORDS), ("networks/north", NETWORK)):
        (folder / f"data/{name}.yaml").parent.mkdir()
        (folder / f"data/{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def written(folder: Path, name: str = "care-coordinator") -> str:
    path = folder / f"{name}.docx"
    path.write_bytes(document(SEEN[name]))
    return path.name


def read(folder: Path, name: str) -> dict[str, object]:
    value = parse((folder / "data" / name).read_bytes(), name)[0].value
    assert isinstance(value, dict)
    return value


def accounted(job: JobDocument) -> list[int]:
    every = [*job.statements, *job.criteria, *job.fields, *job.clauses, *job.left]
    return [each.passage.number for each in every] + [each.number for each in job.headings]


def numbers(of: SourceDocument) -> set[int]:
    return {one.number for one in passages_of(of) if any(map(str.isalnum, one.text))}


@pytest.mark.parametrize("of", [*labelled("seen"), *labelled("unseen")], ids=lambda of: of.name)
def test_no_paragraph_is_lost(of: object, tmp_path: Path) -> None:
    path = tmp_path / of.name  # type: ignore[attr-defined]
    path.write_bytes(document(of))  # type: ignore[arg-type]
    manuscript = read_manuscript(path, path.name)
    found = [number for job in jobs_of(manuscript, LIBRARY) for number in accounted(job)]
    assert numbers(manuscript) - set(found) == set()


def test_a_role_from_a_document_checks_without_errors(begun: Path, fingerpost: Callable[..., Result]) -> None:
    result = fingerpost("new", "role", ROLE, "--from", written(begun))
    assert result.exit_code == 0, result.output
    print(result.output)
    assert "12 criteria in 4 categories, " in result.output
    role = read(begun, f"roles/{ROLE}.yaml")
    assert (role["title"], role["band"], role["hours"]) == ("Mental Health Care Coordinator", 5, "30 hours per week over four days")
    assert [(line["kind"], line["who"]) for line in role["reports_to"]] == [  # type: ignore[index, attr-defined]
        ("manages", "Network Manager"),
        ("accountable", "Clinical Director"),
    ]
    assert fingerpost("check").exit_code == 0


def test_a_guess_looks_like_one_and_old_words_are_marked_at_their_line(begun: Path, fingerpost: Callable[..., Result]) -> None:
    text = "Job description\n\nMain duties\n\n- Refer people to the IAPT service\n- Keep notes of each contact\n"
    (begun / "old.txt").write_text(f"{text}\nPerson specification\n\n- Registered with the NMC\n", encoding="utf-8")
    result = fingerpost("new", "role", "nurse", "--from", "old.txt")
    assert result.exit_code == 0, result.output
    role = (begun / "data/roles/nurse.yaml").read_text(encoding="utf-8")
    assert "# guessed: the document names no job title; it is made from the id\ntitle: " in role
    assert re.search(r"# outdated: ‘IAPT’: .*\n *text: \"Refer people to the IAPT service\"", role)
    specification = (begun / "data/person-specifications/nurse.yaml").read_text(encoding="utf-8")
    assert "# guessed: the document does not say whether it is essential\n        level: essential" in specification
    assert fingerpost("check").exit_code == 0


def test_a_folder_gets_a_table_of_what_came_of_each_document(begun: Path, fingerpost: Callable[..., Result]) -> None:
    bag = begun / "bag"
    bag.mkdir()
    written(bag)
    written(bag, "peer-worker")
    (bag / "letter.txt").write_text("Dear all, the office is closed on Monday.", encoding="utf-8")
    (bag / "note.txt").write_text("Thank you for your letter.", encoding="utf-8")
    (bag / "more").mkdir()
    (bag / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    result = fingerpost("new", "role", "--from", "bag")
    assert result.exit_code == 0, result.output
    assert re.search(r"care-coordinator\.docx +mental-health-care-coordinator-band-5 +14 +12 +0 ", result.output)
    assert re.search(r"peer-worker\.docx +peer-support-worker-mental-health-band-3 +11 +7 +0 ", result.output)
    said = {name: re.search(rf"{name} +none \((\d)\)", result.output)[1] for name in ("letter.txt", "note.txt", "more", "old.doc")}  # type: ignore[index]
    assert said == {"letter.txt": "1", "more": "2", "note.txt": "1", "old.doc": "3"}
    assert result.output.count("(1) No duties") == 1
    assert "(2) This is a folder" in result.output
    assert "(3) This document is in the old Word format (.doc). Open it" in result.output
    assert "2 of 6 made." in result.output
    assert fingerpost("check").exit_code == 0


def test_a_network_recruits_to_the_role_and_keeps_its_other_lines(begun: Path, fingerpost: Callable[..., Result]) -> None:
    path = begun / "data/networks/north.yaml"
    before = path.read_text(encoding="utf-8")
    result = fingerpost("new", "role", ROLE, "--from", written(begun), "--network", "north")
    assert result.exit_code == 0, result.output
    after = path.read_text(encoding="utf-8")
    assert after.startswith(before.partition("roles: []")[0])
    assert after.endswith("\n# The end.\n")
    added = read(begun, "networks/north.yaml")["roles"][-1]  # type: ignore[index]
    assert added["role"] == ROLE  # type: ignore[index, call-overload]
    assert added["fill"]["bases"] == [{"name": "Riverside Health Centre"}]  # type: ignore[index, call-overload]
    assert "hours" not in read(begun, f"roles/{ROLE}.yaml")
    assert fingerpost("check").exit_code == 0


def test_several_jobs_in_one_document(begun: Path, fingerpost: Callable[..., Result]) -> None:
    one = "Job description\nJob title: {}\n\nMain duties\n- Meet people\n\nPerson specification\n- Kind\n\n"
    (begun / "two.txt").write_text(one.format("Nurse") + one.format("Coach"), encoding="utf-8")
    asked = fingerpost("new", "role", "nurse", "--from", "two.txt")
    assert asked.exit_code == 2
    assert "1 is ‘Nurse’; 2 is ‘Coach’" in " ".join(asked.output.split())
    assert fingerpost("new", "role", "coach", "--from", "two.txt", "--job", "2").exit_code == 0
    assert read(begun, "roles/coach.yaml")["title"] == "Coach"
    assert fingerpost("new", "role", "coach", "--from", "two.txt", "--job", "2").exit_code == 2


def test_a_criterion_that_leads_in_choices_says_so(begun: Path, fingerpost: Callable[..., Result]) -> None:
    """Three qualifications below ‘one of’ would each be essential; and a line of the chart below its label is no heading."""
    head = "Job description\n\nResponsible to:\n\nService Manager /\n\nTeam Leader\n\nAccountable to:\n\nClinical Director\n\n"
    duties = "Main duties\n\n- Refer people to services\n\n"
    text = f"{head}{duties}Person specification\n\nEssential\n\n- A qualification:-\n\n- Nursing\n\n- Social work\n"
    (begun / "old.txt").write_text(text, encoding="utf-8")
    result = fingerpost("new", "role", "nurse", "--from", "old.txt")
    assert result.exit_code == 0, result.output
    specification = (begun / "data/person-specifications/nurse.yaml").read_text(encoding="utf-8")
    assert specification.count("# guessed: it leads in those below it. If they are choices, make one criterion of them") == 1
    source = (begun / "data/sources/nurse-document.yaml").read_text(encoding="utf-8")
    assert "“Team Leader”\n#   It is a line of the chart." in source
    assert fingerpost("check").exit_code == 0
