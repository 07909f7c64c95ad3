"""Nothing is fetched, and nothing outside the templates is read; what cannot be printed well is not printed."""

from __future__ import annotations

import socket
from dataclasses import replace
from pathlib import Path

import pytest

from generator.documents.formats.pdf import fonts
from generator.documents.formats.pdf.fonts import FontsNotInstalled, fonts_folder
from generator.documents.formats.pdf.layers import PackNotPrinted
from generator.documents.formats.pdf.printer import print_pdf
from generator.documents.formats.pdf.url_fetcher import ROOT, NotAllowed, Sealed
from generator.documents.packs.model import Pack
from generator.documents.templating.environment import environment

from .packs import PACKS

ROLE = "mental-health-practitioner-band-7"
OUTSIDE = [
    "http://127.0.0.1:9/x.png", "https://example.org/x.png", "file:///etc/hostname", "data:image/png;base64,AAAA", "ftp://example.org/x",
    "data:text/html;base64,PGI+", "data:image/svg+xml;base64,PHN2Zz4=", "data:image/png;base64,PHN2Zz4=",
    ROOT + "../pyproject.toml", ROOT + "pack/../../pyproject.toml", ROOT + "%2e%2e/pyproject.toml", ROOT + "/etc/hostname",
    ROOT + "fonts/SourceSans3-Bold.ttf", ROOT + "pack/missing.png",
]  # fmt: skip


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("something tried the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def changed(folder: Path, name: str, text: str) -> Path:
    """A folder of a user's own templates with one file in it."""
    path = folder / "pack" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("address", OUTSIDE)
def test_nothing_outside_the_templates_is_read(address: str) -> None:
    with pytest.raises(NotAllowed):
        Sealed(environment()).fetch(address)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text("<svg/>", encoding="utf-8")
    (tmp_path / "own" / "pack").mkdir(parents=True)
    (tmp_path / "own" / "pack" / "leak.svg").symlink_to(secret)
    with pytest.raises(NotAllowed):
        Sealed(environment([tmp_path / "own"])).fetch(ROOT + "pack/leak.svg")


@pytest.mark.parametrize("address", [OUTSIDE[1], *(pytest.param(one, marks=pytest.mark.slow) for one in (OUTSIDE[0], OUTSIDE[2]))])
def test_a_picture_from_elsewhere_stops_the_pack(address: str, tmp_path: Path) -> None:
    own = changed(tmp_path, "parts/pay.html.j2", f'<p><img src="{address}" alt="A picture"></p>')
    with pytest.raises(PackNotPrinted, match=ROLE):
        print_pdf(PACKS[ROLE], environment([own]))


def test_a_style_that_is_not_understood_stops_the_pack(tmp_path: Path) -> None:
    own = changed(tmp_path, "pack.css", "@import url(https://example.org/x.css); p { colour: red }")
    with pytest.raises(PackNotPrinted):
        print_pdf(PACKS[ROLE], environment([own]))


def test_a_users_own_template_and_picture_are_used(tmp_path: Path) -> None:
    own = changed(tmp_path, "parts/pay.html.j2", '<p>Our own words. <img src="logo.svg" alt="Our logo"></p>')
    changed(own, "logo.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>')
    assert print_pdf(PACKS["shortest"], environment([own])).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("character", ["漢", *(pytest.param(one, marks=pytest.mark.slow) for one in "🙂ﷺ")])
def test_a_character_without_a_glyph_is_named_with_the_words_around_it(character: str) -> None:
    with pytest.raises(PackNotPrinted, match=f"{ROLE}.*U\\+{ord(character):04X}.*“.*North & West {character} network.*”"):
        print_pdf(replace(PACKS[ROLE], place=f"North & West {character} network"), environment())


def test_welsh_is_set() -> None:
    pack: Pack = replace(PACKS["shortest"], place="Rhwydwaith Dŵr a Thŷ")
    assert print_pdf(pack, environment())


def test_missing_fonts_are_told_with_the_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "TEMPLATES", tmp_path / "templates")
    with pytest.raises(FontsNotInstalled, match="make site"):
        fonts_folder()
