"""The whole way: data, pages and packs into a staging folder, through the site engine, and into place in one step."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment

from generator.checks import publishable
from generator.documents.boxes import NHS_JOBS
from generator.documents.pack import Pack
from generator.documents.packing import all_packs
from generator.documents.page import Page
from generator.documents.pages import Pages
from generator.documents.prose import prose_pages
from generator.documents.search import pack_documents, page_documents, script
from generator.documents.templating import TEMPLATES, environment, render
from generator.knowledge.library import Library
from generator.problems import Place, Report, Stopped, rule
from generator.publishing.assets import bundle
from generator.publishing.folders import Folders, Told
from generator.publishing.placing import beside, clear_leftovers, place
from generator.publishing.press import Press, Printed
from generator.publishing.staging import put, tree


@dataclass(frozen=True)
class Built:
    """What a build made, for the last line it says."""

    pages: int
    packs: int
    changed: int
    report: Report


def stage(folders: Folders, today: date, *, packs: bool = True, told: Told = lambda _: None) -> Built:
    """Write everything the site engine needs. Raises Stopped, before anything is written, where the data has errors."""
    told("Reading the data")
    library, report = publishable(folders.data, today)
    prose, problems = prose_pages(folders.content)
    if problems:
        raise Stopped(Report(problems))
    templates = environment(folders.templates)
    made = all_packs(library, today)
    printed = _printed(folders, templates, library, made, told) if packs else []
    told("Writing the pages")
    files = {pack.stem: [p.file for p in printed if p.pack is pack] for pack in made}
    pages = [*Pages(library, made, files, templates, today), *prose]
    changed = put(folders.staged, _staged(folders, pages, made, printed))
    changed += put(folders.theme, _theme(folders, templates, library))
    return Built(len(pages), len(printed), changed, report)


def _printed(folders: Folders, templates: Environment, library: Library, packs: list[Pack], told: Told) -> list[Printed]:
    count = iter(range(1, len(packs) + 1))
    return Press(templates, folders.cache, library.recruitment.get(NHS_JOBS)).print_all(
        packs, lambda pack: told(f"Printing packs, {next(count)} of {len(packs)}: {pack.title}")
    )


def _staged(folders: Folders, pages: list[Page], packs: list[Pack], printed: list[Printed]) -> dict[str, bytes]:
    """Everything below the staging folder, by path."""
    files = tree(folders.content, leave=(".md",))
    files |= {page.path: page.markdown().encode() for page in pages}
    files |= {p.file.href: p.content for p in printed}
    files |= _assets(folders)
    documents = [*pack_documents(packs), *page_documents(pages)]
    files["assets/search-data.js"] = script(documents).encode()
    return files


def _assets(folders: Folders) -> dict[str, bytes]:
    """Style sheets, scripts and pictures: ours first, then the user's over them."""
    built = folders.project / "build" / "assets"
    bundle(built)
    files = tree(TEMPLATES / "assets", "assets/") | tree(built, "assets/")
    for folder in reversed(folders.templates):
        files |= tree(folder / "assets", "assets/")
    return files


def _theme(folders: Folders, templates: Environment, library: Library) -> dict[str, bytes]:
    """The theme: files as they are, and those ending in .j2 filled in once with the settings and crisis contacts."""
    files = tree(TEMPLATES / "site")
    for folder in reversed(folders.templates):
        files |= tree(folder / "site")
    for name in [name for name in files if name.endswith(".j2")]:
        del files[name]
        filled = render(templates, f"site/{name}", site=library.settings, crisis=library.crisis)
        files[name.removesuffix(".j2")] = filled.encode()
    return files


def build(folders: Folders, today: date, *, packs: bool = True, told: Told = lambda _: None) -> Built:
    """The whole site into `folders.out`. What was there before stays until the new site is whole."""
    built = stage(folders, today, packs=packs, told=told)
    told("Making the site")
    clear_leftovers(folders.out)
    new = beside(folders.out, "new")
    try:
        run_engine(folders.project, new)
        place(new, folders.out)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return built


def run_engine(project: Path, out: Path) -> None:
    """Run MkDocs on the staged pages. Raises Stopped with its own words where it fails."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(out), "--config-file", str(project / "mkdocs.yml")]
    surroundings = {**os.environ, "FINGERPOST_STAGED": "1", "NO_MKDOCS_2_WARNING": "1"}
    ran = subprocess.run(command, cwd=project, env=surroundings, capture_output=True, text=True, check=False)
    if ran.returncode:
        said = [line for line in (ran.stdout + ran.stderr).splitlines() if line.strip()]
        raise Stopped(Report([rule("engine-failed").at(Place("mkdocs.yml"), reason=said[-1] if said else "no reason given")]))
