"""Files that are too large to attach, and texts that were cut, are told by the command that makes them."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from PIL import Image
from typer.testing import Result

from generator.documents.formats.docx import WORD
from generator.documents.formats.nhs_jobs import NHS_JOBS_TEXT
from generator.documents.formats.pdf import PDF
from generator.documents.packs.compose import make_pack
from generator.publishing.printing.fitting import form_problems
from generator.publishing.printing.printed_pack import Printed
from tests.ours import LIBRARY as REAL

Run = Callable[..., Result]

PROJECT = Path(__file__).parents[2]


def noise(side: int = 700) -> bytes:
    """A picture that no compression makes smaller: more than 1 MB."""
    made = BytesIO()
    Image.frombytes("RGB", (side, side), random.Random(1).randbytes(side * side * 3)).save(made, "PNG")
    return made.getvalue()


@pytest.fixture
def role(folder: Path) -> str:
    """The one role of the smallest data folder, which also has the form of NHS Jobs."""
    sources = ("nhs-jobs-field-limits", "nhs-jobs-adverts-2026-27", "nhs-jobs-supporting-documents", "trac-vacancy-help")
    for name in ("recruitment/nhs-jobs", *(f"sources/{source}" for source in sources)):
        (folder / "data" / f"{name}.yaml").parent.mkdir(exist_ok=True)
        shutil.copy(PROJECT / "data" / f"{name}.yaml", folder / "data" / f"{name}.yaml")
    return next((folder / "data" / "roles").glob("*.yaml")).stem


@pytest.fixture
def heavy(folder: Path) -> Path:
    """A house style with a logo fit for a hoarding."""
    document = Document()
    document.sections[0].header.paragraphs[0].add_run().add_picture(BytesIO(noise()))
    document.save(str(folder / "heavy.docx"))
    return folder / "heavy.docx"


def test_a_word_file_too_large_to_attach_is_not_made(heavy: Path, role: str, folder: Path, fingerpost: Run) -> None:
    result = fingerpost("pack", role, "--to", "docx", "--reference-doc", str(heavy))
    assert result.exit_code == 1
    assert "[attachment-too-large]" in result.output
    assert "has 1.5 MB. NHS Jobs accepts at most 1 MB." in result.output
    assert f"data/roles/{role}.yaml:" in result.output
    assert not (folder / "packs").exists()


@pytest.mark.slow
def test_a_pdf_too_large_to_attach_is_not_made(role: str, folder: Path, fingerpost: Run) -> None:
    own = folder / "own" / "pack"
    (own / "parts").mkdir(parents=True)
    (own / "noise.png").write_bytes(noise())
    (own / "parts" / "pay.html.j2").write_text('<p><img src="noise.png" alt="Our logo"></p>')
    result = fingerpost("pack", role, "--to", "pdf", "--templates", str(folder / "own"))
    assert result.exit_code == 1
    assert "The PDF file of the pack" in result.output
    assert "[attachment-too-large]" in result.output


@pytest.mark.slow
def test_a_build_stops_before_it_publishes_one(heavy: Path, role: str, folder: Path, fingerpost: Run) -> None:
    result = fingerpost("build", "--reference-doc", str(heavy), "--workers", "1")
    assert result.exit_code == 1
    assert "Nothing was published." in result.output
    assert "[attachment-too-large]" in result.output
    assert not (folder / "site").exists()


@pytest.mark.parametrize("form", [PDF, WORD])
def test_the_limit_is_the_one_in_the_data(form: object) -> None:
    pack, nhs_jobs = make_pack(REAL, "link-worker-band-6"), REAL.recruitment["nhs-jobs"]
    assert form in (PDF, WORD)
    full, over = (Printed(pack, form, bytes(size)) for size in (1_000_000, 1_000_001))  # type: ignore[arg-type]
    assert list(form_problems(REAL, [full], nhs_jobs)) == []
    assert [p.code for p in form_problems(REAL, [over], nhs_jobs)] == ["attachment-too-large"]
    roomier = nhs_jobs.model_copy(update={"attachments": nhs_jobs.attachments.model_copy(update={"megabytes": 2})})
    assert list(form_problems(REAL, [over], roomier)) == []


def test_a_text_that_was_cut_is_told_at_the_role_and_stops_nothing() -> None:
    pack = make_pack(REAL, "link-worker-band-6")
    (found,) = form_problems(REAL, [Printed(pack, NHS_JOBS_TEXT, b"")], REAL.recruitment["nhs-jobs"])
    assert (found.code, found.severity) == ("advert-text-cut", "information")
    assert found.place.file == "data/roles/link-worker-band-6.yaml"
    assert "statements are in the attached document" in found.message


def test_a_text_that_the_form_would_refuse_is_a_warning(folder: Path, role: str, fingerpost: Run) -> None:
    path = folder / "data" / "roles" / f"{role}.yaml"
    title = next(line for line in path.read_text().splitlines() if line.startswith("title:"))
    path.write_text(path.read_text().replace(title, f"title: {'A very long title ' * 5}", 1))
    result = fingerpost("pack", role, "--to", "txt")
    assert result.exit_code == 0, result.output
    assert "warning: NHS Jobs, Vacancy title: 89 characters, and the form takes 70 or fewer." in result.output
    assert "[advert-text-refused]" in result.output
