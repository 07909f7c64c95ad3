"""One file, two standards, always the same bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import page
import pytest

from generator.documents.packs.model import Pack

from .packs import PACKS, PROJECT, QUICK
from .verapdf import failures, needs_verapdf


@pytest.mark.quick_cases("primary-care-mental-health-worker-band-4-ua1", "hostile-ua1", "hostile-pdfa3a", "training-pdfa3a")
@pytest.mark.parametrize("standard", ["ua1", "pdfa3a"])
def test_page_finds_nothing_wrong(pack: Pack, printed: Callable[[Pack], bytes], standard: str, tmp_path: Path) -> None:
    file = tmp_path / "pack.pdf"
    file.write_bytes(printed(pack))
    report = page.validate_pdf(str(file), profile=standard)
    assert report.is_compliant, [(f.rule_id, f.message) for f in report.failures]


@pytest.mark.slow
@needs_verapdf
@pytest.mark.parametrize("names", [QUICK[1:2], list(PACKS)], ids=["one", "all"])
def test_verapdf_passes_packs(names: list[str], printed: Callable[[Pack], bytes], tmp_path: Path) -> None:
    files = [tmp_path / f"{name.replace('/', '-')}.pdf" for name in names]
    for file, name in zip(files, names, strict=True):
        file.write_bytes(printed(PACKS[name]))
    assert failures(files, "PDFUA-1,PDFA-3A") == []


def test_small_enough_for_nhs_jobs(pack: Pack, printed: Callable[[Pack], bytes]) -> None:
    assert len(printed(pack)) < 1_000_000


def test_no_stream_ends_in_doubt(pack: Pack, printed: Callable[[Pack], bytes]) -> None:
    assert b"\r\nendstream" not in printed(pack)


@pytest.mark.slow
def test_same_bytes_in_every_process(printed: Callable[[Pack], bytes]) -> None:
    """In a process of its own, with another order of sets and in another zone, as in this one."""
    script = (
        "import hashlib; from pdf.packs import PACKS; from generator.documents.formats.pdf.printer import print_pdf;"
        "from generator.documents.templating.environment import environment;"
        "print(hashlib.sha256(print_pdf(PACKS['link-worker-band-6'], environment())).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "4321", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"}
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=PROJECT / "tests", capture_output=True, text=True, check=True, env=environment
    )
    assert ran.stdout.strip() == hashlib.sha256(printed(PACKS["link-worker-band-6"])).hexdigest()


def test_same_bytes_after_other_packs(printed: Callable[[Pack], bytes]) -> None:
    """What a printer learned from one pack does not show in the next."""
    from generator.documents.formats.pdf.printer import print_pdf
    from generator.documents.templating.environment import environment

    pack = PACKS["primary-care-mental-health-worker-band-4"]
    for other in list(PACKS.values())[:2]:
        printed(other)
    assert printed(pack) == print_pdf(pack, environment())
