"""Two drafts of one role: the list of what differs is right, the browser gives the same, and the command prints it."""

from __future__ import annotations

import json
import random
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml
from typer.testing import CliRunner

from generator.cli import app
from generator.documents.formats.workbook.workbook import write_workbook
from generator.documents.packs.carrying import carried_of
from generator.knowledge.drafts.apart import apart
from generator.knowledge.drafts.carried import FILE_NAME
from generator.problems import Stopped
from generator.publishing.printing.comparing import compared
from generator.publishing.printing.order import pack_of
from tests.ours import LIBRARY, TODAY
from tests.tailor.browser_side import node

PROJECT = Path(__file__).resolve().parents[2]
ROLE = "mental-health-practitioner-band-7"
OF_ROLE = frozenset(["a", "b", "c", "x", "y", "one", "two"])
HEADINGS = ("Schools", "Work in schools", "Home visits")
WORDS = ("See people in the surgery.", "See people at home.", "Write notes.", "Lead a group on Mondays.")


def draft(seed: random.Random) -> dict[str, Any]:
    """A small draft of a toy role: sentences kept, left out, reworded, moved and added at random."""
    names = [name for name in ("a", "b", "c") if seed.random() < 0.8] + [f"one-own-{n}" for n in (1, 2) if seed.random() < 0.5]
    seed.shuffle(names)
    cut = seed.randint(0, len(names))
    said = [{"id": name, "text": seed.choice(WORDS)} for name in names]
    criteria = [
        {"id": name, "text": seed.choice(WORDS), "level": seed.choice(["essential", "desirable"]), "assessed_by": ["interview"]}
        for name in ("x", "y") if seed.random() < 0.8
    ]  # fmt: skip
    inner = {"id": "two", "heading": seed.choice(["Two", "Second"]), "statements": said[cut:]}
    own = [{"id": f"own-section-{n}", "heading": seed.choice(HEADINGS), "statements": []} for n in (1, 2) if seed.random() < 0.4]
    return {
        "sections": [*own[:1], {"id": "one", "heading": "One", "statements": said[:cut], "sections": [inner]}, *own[1:]],
        "categories": [{"id": "skills", "heading": "Skills", "criteria": criteria}],
        "fields": {name: seed.choice(["37.5", "30"]) for name in ("hours", "contract") if seed.random() < 0.6},
        "profile": [seed.choice(WORDS)] * seed.randint(0, 2),
    }


def test_browser_and_command_give_the_same_list(tmp_path: Path) -> None:
    seed = random.Random(17)
    pairs = [[draft(seed), draft(seed)] for _ in range(200)]
    file = tmp_path / "drafts.json"
    file.write_text(json.dumps({"pairs": pairs, "ofRole": sorted(OF_ROLE)}), encoding="utf-8")
    script = Path(__file__).parent / "apart.mjs"
    ran = subprocess.run([node(), script, file], capture_output=True, text=True, check=True, timeout=60)
    ours = [[change.as_json() for change in apart(mine, theirs, OF_ROLE)] for mine, theirs in pairs]
    assert json.loads(ran.stdout) == ours


def test_a_draft_does_not_differ_from_itself() -> None:
    seed = random.Random(18)
    for each in (draft(seed) for _ in range(50)):
        assert apart(each, each, OF_ROLE) == []


def test_sections_with_one_number_are_two_where_their_headings_are_unlike() -> None:
    """A browser numbers the sections that someone adds, so two people have the same ids."""

    def saying(*own: tuple[str, str]) -> dict[str, Any]:
        sections = [
            {"id": f"own-section-{n}", "heading": h, "statements": [{"id": f"s-{n}", "text": t}]} for n, (h, t) in enumerate(own, 1)
        ]
        return {"sections": [{"id": "one", "heading": "One", "statements": []}, *sections], "categories": [], "fields": {}, "profile": []}

    schools, homes = ("Work with schools", "Lead a group in a school."), ("Home visits", "See people where they live.")
    changes = apart(saying(schools), saying(homes), OF_ROLE)
    assert [(change.kind, change.about, change.id, change.section) for change in changes] == [
        ("added", "section", "own-section-2", ""),
        ("added", "statement", "", "own-section-2"),
        ("dropped", "statement", "s-1", ""),
        ("dropped", "section", "own-section-1", ""),
    ]
    again = apart(saying(schools), saying(homes, schools), OF_ROLE)
    assert [(change.kind, change.about, change.after) for change in again] == [
        ("added", "section", homes[0]),
        ("added", "statement", homes[1]),
    ]


def network(folder: Path, name: str, **overlay: object) -> Path:
    file = folder / f"{name}.yaml"
    days = {"updated": "2026-11-01", "review_by": "2027-11-01"}
    area = yaml.safe_load((PROJECT / "data" / "networks" / "example-network.yaml").read_text(encoding="utf-8"))
    whole = area | {"id": name, "name": overlay.pop("called", "North Valley"), "roles": [{"role": ROLE, **days, **overlay}]}
    file.write_text(yaml.safe_dump(whole, allow_unicode=True), encoding="utf-8")
    return file


def test_the_command_lists_what_the_other_says(tmp_path: Path) -> None:
    own = {"id": "clinical-own-1", "section": "clinical", "because": "Asked."}
    mine = network(
        tmp_path, "mine", drop=[{"id": "prompt-advice", "because": "Ours."}],
        add=[own | {"text": "Lead a group on Mondays."}], fill={"hours": "30 a week"},
    )  # fmt: skip
    theirs = network(
        tmp_path, "theirs", called="South Valley",
        reword=[{"id": name, "text": text, "because": "B"} for name, text in (("referrals", "Our way."), ("gone", "Lost words."))],
        add=[own | {"text": "Xylophones for all the practices, weekly."}],
    )  # fmt: skip
    ran = CliRunner().invoke(app, ["draft", str(mine), "--against", str(theirs), "--format", "json"])
    assert ran.exit_code == 0, ran.output
    found = json.loads(ran.output)
    said = {(change["kind"], change.get("id", ""), change.get("after", "")) for change in found["changes"]}
    assert ("reworded", "referrals", "Our way.") in said
    assert ("field", "hours", "37.5 a week, or part time") in said
    assert ("field", "name", "South Valley") in said
    assert ("added", "", "Xylophones for all the practices, weekly.") in said
    assert ("dropped", "clinical-own-1", "") in said
    assert any(kind == "added" and name == "prompt-advice" for kind, name, _ in said)
    assert len(said) == 6
    assert "Lost words." in found["unread"][0]
    told = CliRunner().invoke(app, ["draft", str(mine), "--against", str(theirs)]).output
    assert "Statement ‘referrals’: reworded." in told
    assert "Lost words." in told


@pytest.mark.slow
def test_the_command_says_what_it_cannot_compare(tmp_path: Path) -> None:
    mine, other = network(tmp_path, "mine"), tmp_path / "other.yaml"
    other.write_text(mine.read_text(encoding="utf-8").replace(ROLE, "link-worker-band-6"), encoding="utf-8")
    ran = CliRunner().invoke(app, ["draft", str(mine), "--against", str(other)])
    assert ran.exit_code == 2
    assert "both drafts have" in ran.output
    assert CliRunner().invoke(app, ["draft", str(mine), "--against", str(tmp_path / "none.yaml")]).exit_code == 1
    assert CliRunner().invoke(app, ["draft", str(mine), "--against", str(mine), "--write", str(tmp_path / "x.yaml")]).exit_code == 2


def pdf_with(name: str, content: bytes) -> bytes:
    """A PDF of one empty page with an attached file."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.attachments[name] = content
        made = BytesIO()
        pdf.save(made)
    return made.getvalue()


def test_a_pdf_and_a_workbook_are_read_as_the_draft_that_they_carry(tmp_path: Path) -> None:
    mine = network(tmp_path, "mine")
    pack = pack_of(LIBRARY, ROLE, "example-network", TODAY)
    (tmp_path / "pack.pdf").write_bytes(pdf_with(FILE_NAME, carried_of(pack).encode()))
    (tmp_path / "pack.xlsx").write_bytes(write_workbook(pack))
    others = [PROJECT / "data" / "networks" / "example-network.yaml", tmp_path / "pack.pdf", tmp_path / "pack.xlsx"]
    saved, *carried = [compared(mine, other, LIBRARY, ROLE).changes for other in others]
    assert saved
    assert carried == [saved, saved]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(pdf_with("other.yaml", b"fingerpost: 1"), "draft-carries-nothing", id="a pdf without"),
        pytest.param(pdf_with(FILE_NAME, b"fingerpost: 1\nrole: x"), "draft-damaged", id="a pdf with another text"),
        pytest.param(b"%PDF-1.7\n", "document-unreadable", id="a broken pdf"),
        pytest.param(b"PK\x03\x04", "document-unreadable", id="a broken zip"),
        pytest.param(b"\xd0\xcf\x11\xe0", "file-not-utf8", id="an old document"),
    ],
)
def test_a_file_that_is_no_draft_is_told(content: bytes, code: str, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(content)
    with pytest.raises(Stopped) as stopped:
        compared(network(tmp_path, "mine"), other, LIBRARY, ROLE)
    assert code in {problem.code for problem in stopped.value.report}
