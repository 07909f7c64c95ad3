"""The same document as Word, PDF, OpenDocument, Rich Text, web page and text has the same findings."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from generator.checks.review import review_document
from generator.knowledge.reading.yaml_file import parse
from generator.knowledge.source_documents import read_manuscript
from tests.ours import LIBRARY, TODAY
from wording.forms import FORMS, NARROW, Piece, as_page, as_text

LABELLED = Path(__file__).parent / "labelled.yaml"


@cache
def texts() -> list[str]:
    """The sentences that are labelled for the rules on words: each breaks a rule, or nearly does."""
    listed = parse(LABELLED.read_bytes(), LABELLED.name)[0].at("sentences")
    assert isinstance(listed, list)
    return [str(one["text"]) for one in listed]  # type: ignore[call-overload, index]


def documents(number: int, size: int = 9) -> list[Piece]:
    """A job description with its person specification: paragraphs, items, and criteria in a table of three columns."""
    said = texts()[number * size : (number + 1) * size]
    third = len(said) // 3
    rows = [["Criteria", "Essential", "Desirable"]]
    rows += [["Experience", one, other] for one, other in zip(said[2 * third :: 2], said[2 * third + 1 :: 2], strict=False)]
    return [
        ("h", "Job description"), *(("p", one) for one in said[:third]), *(("li", one) for one in said[third : 2 * third]),
        ("p", "You will hold a Certificate, work flexibly, and have an enhanced Criminal Records Bureau check in this office."),
        ("p", "Base: [insert base]"), ("p", "Closing date: DD/MM/YYYY"), ("h", "Person specification"), ("table", rows),
    ]  # fmt: skip


def found(content: bytes, folder: Path) -> Counter[tuple[str, str]]:
    (folder / "document").write_bytes(content)
    review = review_document(read_manuscript(folder / "document", "document"), LIBRARY, TODAY)
    return Counter((one.rule, " ".join(one.quote.split())) for one in review.remarks if one.rule != "near-duplicate")


def differences(number: int, folder: Path) -> dict[str, object]:
    wanted = found(as_text(documents(number)), folder)
    assert len(wanted) > 2
    made = {form: found(make(documents(number)), folder) for form, make in FORMS.items()}
    return {form: (wanted - here, here - wanted) for form, here in made.items() if here != wanted}


@pytest.mark.quick_cases("12")
@pytest.mark.parametrize("number", [0, 12])
def test_a_document_says_the_same_in_every_form(number: int, tmp_path: Path) -> None:
    assert differences(number, tmp_path) == {}


@pytest.mark.slow
def test_thirty_documents_say_the_same_in_every_form(tmp_path: Path) -> None:
    count = len(texts()) // 9
    assert count >= 30
    assert {number: found for number in range(count) if (found := differences(number, tmp_path))} == {}


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium is not on the path")
def test_a_print_of_a_browser_says_the_same(tmp_path: Path) -> None:
    for number in range(0, 30, 6):
        (tmp_path / "a.html").write_text(as_page(documents(number), NARROW), encoding="utf-8")
        printed = ["chromium", "--headless", "--no-sandbox", f"--print-to-pdf={tmp_path / 'a.pdf'}", str(tmp_path / "a.html")]
        subprocess.run(printed, check=True, capture_output=True, timeout=120)
        assert found((tmp_path / "a.pdf").read_bytes(), tmp_path) == found(as_text(documents(number)), tmp_path)
