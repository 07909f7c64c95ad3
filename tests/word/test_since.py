"""Word with changes tracked since an earlier version: all accepted it is the clean pack, all rejected it is the earlier version's."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml
from typer.testing import CliRunner

from generator.cli import app
from generator.documents.formats.docx.document import write_docx, write_tracked
from generator.documents.formats.workbook.workbook import write_workbook
from generator.documents.packs.carrying import carried_of
from generator.documents.packs.compose import make_network_pack, make_pack
from generator.documents.packs.model import Pack
from generator.knowledge.drafts.carried import FILE_NAME
from generator.knowledge.model import Network
from generator.problems import Stopped
from generator.publishing.printing.earlier import earlier_pack
from tests.edited.older import older
from tests.ours import LIBRARY, TODAY
from tests.word.test_tracked import clean, decided, paragraphs

ROLE = "mental-health-practitioner-band-7"
EXAMPLE = LIBRARY.networks["example-network"]
BECAUSE = "Asked."
OWN = {"id": "clinical-own-1", "section": "clinical", "because": BECAUSE}
LEVEL = {"id": "skills-own-1", "category": "skills", "text": "Can lead a group.", "assessed_by": ["interview"], "because": BECAUSE}
THEN = {
    "add": [OWN | {"text": "Lead a group on Mondays."}, OWN | {"id": "clinical-own-2", "text": "Write to schools."}],
    "add_criteria": [LEVEL | {"level": "desirable"}],
    "drop": [{"id": "prompt-advice", "because": BECAUSE}],
    "fill": {"hours": "30 a week"},
}
NOW = {
    "add": [OWN | {"text": "Lead two groups on Mondays."}],
    "add_criteria": [LEVEL | {"level": "essential"}],
    "move": [{"id": "referrals", "after": "clinical-own-1", "because": BECAUSE}],
    "reword": [{"id": "prompt-advice", "text": "Give advice on the same day.", "because": BECAUSE}],
    "fill": {"hours": "37.5 a week"},
}


DRAFTS: dict[str, dict[str, Any]] = {"then": THEN, "now": NOW}


def network(**overlay: object) -> Network:
    days = {"updated": "2026-11-01", "review_by": "2027-11-01"}
    own = EXAMPLE.model_dump(mode="json", exclude_defaults=True)
    return Network.model_validate(own | {"roles": [{"role": ROLE, **days, **overlay}]})


def saved(folder: Path, found: Network, name: str = "then.yaml") -> Path:
    file = folder / name
    file.write_text(yaml.safe_dump(found.model_dump(mode="json", exclude_defaults=True), allow_unicode=True), encoding="utf-8")
    return file


def pack_with(overlay: dict[str, Any]) -> Pack:
    return make_network_pack(LIBRARY, network(**overlay), 0, TODAY)


@cache
def said(draft: str) -> list[str]:
    """What each paragraph of a draft's clean pack says."""
    return clean(pack_with(DRAFTS[draft]))


def since(pack: Pack, earlier: Pack) -> bytes:
    return write_tracked(replace(pack, earlier=earlier))


@pytest.mark.parametrize(("before", "after"), [("then", "now"), ("now", "then")])
def test_all_accepted_it_is_the_pack_and_all_rejected_the_earlier_version(before: str, after: str, tmp_path: Path) -> None:
    earlier, warnings = earlier_pack(saved(tmp_path, network(**DRAFTS[before])), LIBRARY, ROLE, TODAY)
    made = since(pack_with(DRAFTS[after]), earlier)
    assert warnings == []
    assert decided(made, "accept") == said(after)
    assert decided(made, "reject") == said(before)


def test_every_file_that_carries_a_draft_is_the_same_earlier_version(tmp_path: Path) -> None:
    then = pack_with(THEN)
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.attachments[FILE_NAME] = carried_of(then).encode()
        held = BytesIO()
        pdf.save(held)
    for name, content in (("then.docx", write_docx(then)), ("then.xlsx", write_workbook(then)), ("then.pdf", held.getvalue())):
        file = tmp_path / name
        file.write_bytes(content)
        earlier, warnings = earlier_pack(file, LIBRARY, ROLE, TODAY)
        assert (earlier.role.sections, earlier.specification.categories) == (then.role.sections, then.specification.categories), name
        assert (earlier.facts, earlier.groups, earlier.clauses, warnings) == (then.facts, then.groups, then.clauses, []), name


def test_a_file_keeps_the_words_that_its_role_had(tmp_path: Path) -> None:
    file = tmp_path / "older.docx"
    file.write_bytes(older(write_docx(make_network_pack(LIBRARY, EXAMPLE, 0, TODAY))))
    earlier, _ = earlier_pack(file, LIBRARY, ROLE, TODAY)
    words = paragraphs(write_docx(earlier))
    assert {"Our way with referrals.", "Our old sentence.", "Can lead a walk.", "Meet the team."} <= set(words)
    made = since(pack_with(NOW), earlier)
    assert decided(made, "reject") == words
    assert decided(made, "accept") == said("now")


def test_what_an_earlier_file_lacks_is_told(tmp_path: Path) -> None:
    lost = {
        "reword": [{"id": "gone", "text": "Lost words.", "because": BECAUSE}],
        "add_clauses": [{"id": "gone-clause", "because": BECAUSE}],
    }
    _, warnings = earlier_pack(saved(tmp_path, network(**lost)), LIBRARY, ROLE, TODAY)
    assert [problem.code for problem in warnings] == ["earlier-misfit"] * 2
    assert "Lost words." in warnings[0].message
    assert "gone-clause" in warnings[1].message


def test_a_file_without_this_role_is_told(tmp_path: Path) -> None:
    for name, content, code in (
        ("other.yaml", saved(tmp_path, network()).read_bytes().replace(ROLE.encode(), b"link-worker-band-6"), "draft-of-other-role"),
        ("base.docx", write_docx(make_pack(LIBRARY, ROLE)), "draft-of-base-role"),
        ("plain.pdf", b"%PDF-1.7\n", "document-unreadable"),
    ):
        file = tmp_path / name
        file.write_bytes(content)
        with pytest.raises(Stopped) as stopped:
            earlier_pack(file, LIBRARY, ROLE, TODAY)
        assert [problem.code for problem in stopped.value.report] == [code]


def test_the_command_wants_a_network_and_the_format() -> None:
    for wrong in (["--network", "example-network", "--to", "docx"], ["--to", "docx-tracked"]):
        ran = CliRunner().invoke(app, ["pack", ROLE, *wrong, "--since", "then.yaml"])
        assert ran.exit_code == 2
        assert "--since" in ran.output
