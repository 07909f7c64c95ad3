"""Packs of roles and networks whose every text asks for something to be fetched: nothing is, and each format stays what it is."""

from __future__ import annotations

import socket
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.documents.formats.nhs_jobs.boxes import NHS_JOBS
from generator.documents.formats.pdf.url_fetcher import Sealed
from generator.documents.packs.compose import all_packs
from generator.documents.templating.environment import environment
from generator.knowledge.library.library import Library
from generator.knowledge.library.loading import load
from generator.machine.clock import today
from generator.publishing.printing.press import Press
from tests.conftest import TODAY
from tests.hostile.fields import DATA
from tests.hostile.judging import faults_of_file
from tests.hostile.payloads import CANARY, FETCHING
from tests.hostile.test_site import Folder


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every address that the layout engine asks for. Whoever asks the network fails."""
    found: set[str] = set()
    real = Sealed.fetch

    def fetch(self: Sealed, url: str, headers: dict[str, str] | None = None) -> object:
        found.add(url)
        return real(self, url, headers)

    def refuse(*_: object) -> None:
        raise AssertionError("something tried the network")

    monkeypatch.setattr(Sealed, "fetch", fetch)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    return found


def printed(library: Library, stem: str) -> dict[str, bytes]:
    """A pack in every format."""
    press = Press(environment(), None, library.recruitment[NHS_JOBS])
    pack = next(pack for pack in all_packs(library, today()) if pack.stem == stem)
    return {form.suffix: press.print(pack, form).content for form in press.formats}


@pytest.mark.slow
def test_a_pack_fetches_no_more_than_it_would_without(asked: set[str], tmp_path: Path) -> None:
    folder = Folder(tmp_path / "data", FETCHING, 3)
    folder.settle()
    hostile, _ = load(tmp_path / "data")
    clean, _ = load(DATA)
    network = next(name.removesuffix(".yaml").split("/")[1] for name in folder.planted if name.startswith("networks/"))
    stem = f"{network}/{hostile.networks[network].roles[0].role}"
    printed(clean, stem)
    usual = set(asked)
    asked.clear()
    files = printed(hostile, stem)
    assert asked <= usual
    assert usual, "the spy hears nothing"
    words = "".join(page.extract_text() for page in PdfReader(BytesIO(files["pdf"])).pages)
    assert words.count(CANARY) > 20, "hardly any hostile text is in the pack"
    assert [fault for ending, content in files.items() for fault in faults_of_file(f".{ending}", content)] == []
