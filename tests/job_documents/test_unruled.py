"""Tables without upright lines in PDFs: their columns, rows and page ends are found by where words stand."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from generator.knowledge.source_documents.pdf_letters import Letter, PageContent
from generator.knowledge.source_documents.pdf_open_tables import tables_without_lines
from tests.job_documents import scoring
from tests.job_documents.labelled import labelled
from tests.job_documents.prints import LOOKS, weasyprinted


def scores_of(look: str, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str = "") -> dict[str, scoring.Score]:
    monkeypatch.setattr(scoring, "document", weasyprinted)
    return scoring.score([of for of in labelled("unruled/seen") if name in of.name], folder, look)


def test_ticks_without_lines_stand_in_their_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(one.recall == one.precision == 1 for one in scores_of("tight", tmp_path, monkeypatch, "link-worker").values())


def random_page(chance: random.Random) -> PageContent:
    """Rows of one to three words, some of them bold, in columns or not."""
    letters = [
        Letter(chance.choice("aB"), left, left + 20, 800 - 14 * row, 10, bold=chance.random() < 0.5)
        for row in range(12)
        for left in sorted(chance.sample((60, 62, 200, 300), chance.randint(1, 3)))
    ]
    return PageContent(595, 842, tuple(letters), (), (), 0, 0)


def test_no_rows_of_words_end_the_reader() -> None:
    """Tables were parted where nothing was left of one of them, and the pages after were not read."""
    chance = random.Random(18)
    for _ in range(150):
        tables_without_lines(random_page(chance), [(90, 190)], [(90, 190)])


@pytest.mark.slow
@pytest.mark.parametrize("look", list(LOOKS))
def test_criteria_in_tables_without_lines_are_read(look: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(one.recall == one.precision == 1 for one in scores_of(look, tmp_path, monkeypatch).values())
