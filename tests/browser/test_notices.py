"""The notices of what is built into the site: every library, with the words of its licence, a link away from each page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.publishing.staging.assets import BUNDLED_LIBRARIES, bundle
from generator.publishing.staging.notices import NOTICES_FILE, NoLicence, notices
from tests.browser.conftest import PROJECT

TERMS = {
    "MIT": "The above copyright notice and this permission notice shall be included",
    "ISC": "provided that the above copyright notice and this permission notice appear in all copies",
    "OFL-1.1": "SIL OPEN FONT LICENSE Version 1.1",
}
"""What each licence cannot be without, in one line."""

MIT = f"MIT License\n\nCopyright (c) 2020 Ann Other\nCopyright 2021 Two\n\n{TERMS['MIT']} in all copies.\n"


def sections(text: str) -> dict[str, str]:
    """Each notice by the name of its library, its white space made one blank."""
    parts = [part.strip() for part in re.split(r"(?m)^={20,}$", text)[1:]]
    return {part.split()[0]: " ".join(part.split()) for part in parts}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts and styles, bundled."""
    out = tmp_path_factory.mktemp("bundle") / "assets"
    bundle(out)
    return out


def test_every_library_that_is_built_in_is_named_with_its_licence(made: Path) -> None:
    """By another way than the bundler's: what our own files import, and what package.json names as needed by the site."""
    imported = set()
    for path in (PROJECT / "templates").rglob("*"):
        if path.suffix in (".js", ".css"):
            imported |= set(re.findall(r"""(?:from|@import|url\()\s*["']((?:@[\w-]+/)?[a-z][\w-]*)(?=["'/])""", path.read_text()))
    needed = set(json.loads((PROJECT / "package.json").read_text())["dependencies"]) - {"esbuild"}
    told = sections((made / NOTICES_FILE).read_text())
    assert set(told) == needed
    assert imported & needed == needed - {"source-sans"}
    for name, text in told.items():
        licence = json.loads((BUNDLED_LIBRARIES / name / "package.json").read_text())["license"]
        assert f"({licence})" in text
        assert TERMS[licence] in text, name
        assert "Copyright" in text


def package(folder: Path, name: str, licence: str | None, **more: object) -> Path:
    """An npm package with a licence, and one of its files."""
    home = folder / "node_modules" / name
    home.mkdir(parents=True)
    told = {"name": name, "version": "1.2.3", "license": "MIT", "homepage": "https://a.example", **more}
    (home / "package.json").write_text(json.dumps(told))
    if licence:
        (home / "License.txt").write_text(licence)
    (home / "index.js").write_text("")
    return home / "index.js"


def test_a_package_without_a_text_takes_that_of_the_same_licence_under_its_own_name(tmp_path: Path) -> None:
    files = [package(tmp_path, "@a/with-none", None, author="Bea Own <bea@a.example>"), package(tmp_path, "with-text", MIT)]
    told = sections(notices(files))
    assert list(told) == ["@a/with-none", "with-text"]
    assert "Copyright (c) Bea Own The above" in told["@a/with-none"]
    assert "holds no text of it" in told["@a/with-none"]
    assert "Ann Other" not in told["@a/with-none"]
    assert "Copyright 2021 Two" in told["with-text"]


@pytest.mark.parametrize("more", [{"license": "Apache-2.0", "author": "Bea"}, {"author": None}], ids=["another licence", "nobody's"])
def test_a_package_whose_terms_nobody_knows_is_refused(more: dict[str, object], tmp_path: Path) -> None:
    files = [package(tmp_path, "unknown", None, **more), package(tmp_path, "with-text", MIT)]
    with pytest.raises(NoLicence, match="unknown"):
        notices(files)


def test_files_of_our_own_are_no_library(tmp_path: Path) -> None:
    assert sections(notices([tmp_path / "templates" / "browser" / "find.js"])) == {}


def test_each_page_leads_to_them_and_the_copy_for_a_drive_has_them(site: Path) -> None:
    told = sections((site / NOTICES_FILE).read_text())
    assert "minisearch" in told
    assert TERMS["MIT"] in told["mkdocs-material"]
    assert "Pictogrammers" in told["mkdocs-material"]
    pages = list(site.rglob("*.html"))
    assert pages
    for page in pages:
        found = re.search(rf'<footer.*href="([^"]*{NOTICES_FILE})"', page.read_text(), re.DOTALL)
        assert found, page
        root = site if found[1].startswith("/") else page.parent
        assert (root / found[1].lstrip("/")).resolve() == (site / NOTICES_FILE).resolve()
    with ZipFile(site / "fingerpost-offline.zip") as copy:
        assert copy.read(f"fingerpost/{NOTICES_FILE}") == (site / NOTICES_FILE).read_bytes()


def test_nothing_that_no_page_loads_is_passed_on(site: Path) -> None:
    """Material’s own script, the libraries of its search, which have licences of their own, its source maps and its icon."""
    assert not (site / "assets" / "javascripts").exists()
    pages = "".join(page.read_text() for page in site.rglob("*.html"))
    material = [file for folder in ("stylesheets", "images") for file in (site / "assets" / folder).rglob("*") if file.is_file()]
    assert [file.name for file in material if file.name not in pages] == []


def test_a_service_page_loads_our_script_and_our_style_sheet_and_nothing_else(site: Path) -> None:
    pages = list((site / "services").glob("*/index.html"))
    assert pages
    for page in pages:
        loaded = re.findall(r'<(?:script|link rel="stylesheet")[^>]* (?:src|href)="([^"]+)"', page.read_text())
        every = {"../../assets/fingerpost.css", "../../assets/fingerpost.js"}
        assert sorted(loaded) == sorted(every), page
