"""A directory of postcodes becomes a table of districts, under both namings of its columns."""

from __future__ import annotations

import pytest

from generator.knowledge.directory.postcode_files import read_districts

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
