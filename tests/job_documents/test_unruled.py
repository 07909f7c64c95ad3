"""Tables without upright lines in PDFs: their columns, rows and page ends are found by where words stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.job_documents import scoring
from tests.job_documents.labelled import labelled
from tests.job_documents.prints import LOOKS, weasyprinted


def scores_of(look: str, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str = "") -> dict[str, scoring.Score]:
    monkeypatch.setattr(scoring, "document", weasyprinted)
    return scoring.score([of for of in labelled("unruled/seen") if name in of.name], folder, look)


def test_ticks_without_lines_stand_in_their_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(one.recall == one.precision == 1 for one in scores_of("tight", tmp_path, monkeypatch, "link-worker").values())


@pytest.mark.slow
@pytest.mark.parametrize("look", list(LOOKS))
def test_criteria_in_tables_without_lines_are_read(look: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(one.recall == one.precision == 1 for one in scores_of(look, tmp_path, monkeypatch).values())
