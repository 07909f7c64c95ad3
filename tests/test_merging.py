"""`fingerpost services merge` and `rename`: nothing of either record is lost, and the old address leads to the new one."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import Result

from generator.documents.directory.openreferral.feed import feed
from generator.documents.pages import SiteContext
from generator.documents.pages.services import service_pages
from generator.documents.templating.environment import environment
from generator.knowledge.library.loading import load
from generator.machine.clock import today
from generator.publishing.hosting.headers import host_files, write_host_files
from generator.publishing.hosting.offline import for_a_drive

CASE = Path(__file__).parent / "cases" / "merging" / "two-records"

Run = Callable[..., Result]


@pytest.fixture
def directory(folder: Path) -> Path:
    shutil.copytree(CASE / "data", folder / "data", dirs_exist_ok=True)
    return folder / "data"


def whole(data: Path) -> str:
    """Every service’s file, one below the other."""
    files = sorted((data / "services").glob("*.yaml"))
    return "".join(f"--- {file.name}\n{file.read_text(encoding='utf-8')}" for file in files)


def test_two_records_become_one(directory: Path, fingerpost: Run, golden: Callable[[Path, str], None]) -> None:
    result = fingerpost("services", "merge", "choir", "valley-singers")
    golden(CASE / "merged.txt", result.output + whole(directory))
    assert "error" not in fingerpost("check").output


def test_a_merge_that_is_only_tried_writes_nothing(directory: Path, fingerpost: Run) -> None:
    before = whole(directory)
    assert "Dry run" in fingerpost("services", "merge", "choir", "valley-singers", "--dry-run").output
    assert whole(directory) == before


def test_details_of_an_unconfirmed_record_never_join_a_confirmed_one(directory: Path, fingerpost: Run) -> None:
    file = directory / "services" / "valley-singers.yaml"
    doubted = file.read_text().replace("confidence: medium", "confidence: unverified\nnot_confirmed: [Everything.]")
    file.write_text(doubted)
    assert "Filled in from valley-singers: nothing." in fingerpost("services", "merge", "choir", "valley-singers").output
    service = load(directory)[0].services["choir"]
    assert (service.email, service.hours) == (None, [])
    assert "hello@choir.example" in (directory / "services" / "choir.yaml").read_text()


def test_what_either_hides_stays_hidden(directory: Path, fingerpost: Run) -> None:
    file = directory / "services" / "valley-singers.yaml"
    file.write_text(file.read_text() + "safety: {hide_address: true, leave_fast: true}\n")
    choir = directory / "services" / "choir.yaml"
    choir.write_text(choir.read_text() + "safety: {hide_address: false, leave_fast: false}\n")
    fingerpost("services", "merge", "choir", "valley-singers")
    service = load(directory)[0].services["choir"]
    assert (service.safety.hide_address, service.safety.leave_fast) == (True, True)
    assert "Tuesdays" not in choir.read_text(), "words that might say where it is are not quoted"


def test_the_feed_does_not_bring_it_back(directory: Path, fingerpost: Run) -> None:
    fingerpost("services", "merge", "choir", "valley-singers")
    record = {"id": "2", "name": "Valley Singers", "description": "Singing.", "url": "https://singers.example"}
    (directory.parent / "feed.json").write_text(json.dumps([record]))
    result = fingerpost("services", "import", "feed.json", "--feed", "Valley feed")
    assert "Merged into another record here, so left alone: 1" in result.output
    assert "valley-singers" not in load(directory)[0].services


def test_a_sheet_of_before_does_not_bring_it_back(directory: Path, fingerpost: Run) -> None:
    fingerpost("services", "export", "all.csv")
    fingerpost("services", "merge", "choir", "valley-singers")
    assert "Merged into another record here, so left alone: 1" in fingerpost("services", "import", "all.csv").output
    assert set(load(directory)[0].services) == {"choir", "walk"}


def test_another_id(directory: Path, fingerpost: Run, golden: Callable[[Path, str], None]) -> None:
    result = fingerpost("services", "rename", "valley-singers", "singers")
    golden(CASE / "renamed.txt", result.output + whole(directory))
    assert "error" not in fingerpost("check").output
    assert fingerpost("services", "rename", "singers", "valley-singers").exit_code == 0, "a former id of its own may come back"
    assert load(directory)[0].services["valley-singers"].former_ids == ["singers"]


def feed_ids(folder: Path) -> set[str]:
    """Every identifier in our feed."""
    pages = feed(load(folder)[0], date(2026, 11, 22)).items()
    services = [content for path, content in pages if path.startswith("openreferral/services/")]
    return {name.decode() for content in services for name in re.findall(rb'"id": "([0-9a-f-]{36})"', content)}


def test_a_renamed_service_keeps_its_identifiers_in_the_feed(directory: Path, fingerpost: Run) -> None:
    before = feed_ids(directory)
    assert before
    for old, new in (("choir", "songs"), ("songs", "tunes")):
        assert fingerpost("services", "rename", old, new).exit_code == 0
        assert feed_ids(directory) == before
    assert load(directory)[0].services["tunes"].first_id == "choir"
    assert "error" not in fingerpost("check").output
    fingerpost("services", "rename", "tunes", "choir")
    assert load(directory)[0].services["choir"].first_id is None
    assert feed_ids(directory) == before


def test_other_kinds_of_records_follow(directory: Path, fingerpost: Run) -> None:
    crisis = directory / "crisis" / "crisis.yaml"
    crisis.write_text(crisis.read_text().rstrip("\n") + "\n    service: choir  # ours\n")
    assert "data/crisis/crisis.yaml: written" in fingerpost("services", "rename", "choir", "songs").output
    assert crisis.read_text().endswith("    service: songs  # ours\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["merge", "choir", "valley-singer"], "Did you mean ‘valley-singers’?"),
        (["merge", "choir", "choir"], "These are one service."),
        (["rename", "choir", "walk"], "‘walk’ is an id of walk already."),
        (["rename", "choir", "../walk"], "cannot be an id"),
    ],
)
def test_wrong_use(arguments: list[str], said: str, directory: Path, fingerpost: Run) -> None:
    before = whole(directory)
    result = fingerpost("services", *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.output.replace("│", " ").split())
    assert whole(directory) == before


def test_the_old_address_leads_on(directory: Path, fingerpost: Run, tmp_path: Path) -> None:
    fingerpost("services", "merge", "choir", "valley-singers")
    library = load(directory)[0]
    pages = {page.address: page for page in service_pages(SiteContext(library, [], {}, environment(()), today()))}
    page = pages["services/valley-singers/"]
    assert page.moves_to == "../choir/"
    assert '"../choir/"' in page.markdown()
    assert "../../services/choir/" in page.body
    site = tmp_path / "site"
    site.mkdir()
    (site / "_redirects").write_bytes(host_files(library)["_redirects"])
    assert (site / "_redirects").read_text().endswith("/services/valley-singers/ /services/choir/ 301\n")
    write_host_files(site)
    azure = json.loads((site / "staticwebapp.config.json").read_text())["routes"][0]
    assert azure == {"route": "/services/valley-singers/", "redirect": "/services/choir/", "statusCode": 301}
    assert "location = /services/valley-singers/ {\n    return 301 /services/choir/;" in (site / "hosting" / "nginx.conf").read_text()
    assert "RewriteRule ^/services/valley-singers/$ /services/choir/ [R=301,L]" in (site / "hosting" / "apache.conf").read_text()
    refresh = b'<meta http-equiv="refresh" content="0; url=../choir/">'
    assert for_a_drive(refresh) == refresh.replace(b"choir/", b"choir/index.html")
