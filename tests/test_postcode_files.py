"""A directory of postcodes becomes a table of districts, under both namings of its columns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from generator.knowledge.directory.postcode_files import read_districts
from tests.test_cases import CASES, lay_over

AREAS = {"E07000098": "hertsmere", "E07000241": "welwyn-hatfield"}

OLD = """pcd,pcd2,pcds,dointr,doterm,oscty,oslaua
EN6 1AA,EN6  1AA,EN6 1AA,198001,,E10000015,E07000098
EN6 4AA,EN6  4AA,EN6 4AA,198001,,E10000015,E07000241
EN6 9ZZ,EN6  9ZZ,EN6 9ZZ,198001,200001,E10000015,E07000098
EN2 8AA,EN2  8AA,EN2 8AA,198001,,E99999999,E09000010
"""
NEW = """PCD7,PCD8,PCDS,DOINTR,DOTERM,LAD25CD
EN6 1AA,EN6  1AA,EN6 1AA,198001,,E07000098
EN6 4AA,EN6  4AA,EN6 4AA,198001,,E07000241
EN6 9ZZ,EN6  9ZZ,EN6 9ZZ,198001,200001,E07000098
EN2 8AA,EN2  8AA,EN2 8AA,198001,,E09000010
"""


@pytest.mark.parametrize("text", [OLD, NEW, "\ufeff" + NEW], ids=["old", "new", "mark"])
def test_both_namings_give_the_same_districts(text: str) -> None:
    found = read_districts(text.splitlines(), AREAS)
    assert found
    assert {code: dict(areas) for code, areas in found.areas.items()} == {"EN6": {"hertsmere": 1, "welwyn-hatfield": 1}}
    assert dict(found.elsewhere) == {"EN2": 1}
    assert dict(found.left_out) == {"postcodes that have ended": 1}


def test_postcodes_without_a_space_and_rows_cut_short() -> None:
    found = read_districts(["PCD7,LAD25CD", "AL101AA,E07000241", "WD6 1AB", "?,E07000098"], AREAS)
    assert found
    assert list(found.areas) == ["AL10"]
    assert dict(found.left_out) == {"rows that are cut short": 1, "rows without a postcode": 1}


@pytest.mark.parametrize("text", ["", "name,place", "pcds,doterm", "oslaua,doterm"])
def test_other_files_are_refused(text: str) -> None:
    assert read_districts(text.splitlines(), AREAS) is None


def test_the_table_is_written_and_what_is_not_in_it_is_said(folder: Path, fingerpost: Callable[..., Result]) -> None:
    lay_over(CASES / "invalid" / "postcode-twice", folder)
    (folder / "data/vocabularies/postcodes.yaml").unlink()
    areas = folder / "data/vocabularies/areas.yaml"
    areas.write_text(areas.read_text().replace("kind: town", "kind: town, code: E07000098"))
    (folder / "onspd.csv").write_text(NEW + "EN4 0AA,EN4  0AA,EN4 0AA,198001,,E07000098\n")
    assert fingerpost("areas", "import", "onspd.csv", "--source", "nothing").exit_code == 2
    result = fingerpost("areas", "import", "onspd.csv", "--source", "list")
    assert result.output.splitlines() == [
        "data/vocabularies/postcodes.yaml: 2 postcode districts.",
        "Left out: postcodes that have ended (1).",
        "Left out: districts with no postcode in our areas (1).",
        "Partly outside our areas: EN6.",
    ]
    assert "{code: EN4, areas: [town], confidence: high, source: [list]" in (folder / "data/vocabularies/postcodes.yaml").read_text()
    assert fingerpost("check").exit_code == 0
