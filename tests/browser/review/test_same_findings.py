"""The browser reads each kind of document as the command does, and finds the same in it: over all documents of the tests."""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from wording.forms import FORMS
from wording.test_reading_documents import BROKEN, LISTED, READ, REFUSED, TOLD
from wording.test_same_in_every_form import documents as labelled

from generator.checks.review import review_document
from generator.checks.review.requirements import hints
from generator.documents.browser.bring_data import bring_data
from generator.documents.browser.review_data import review_data
from generator.documents.packs.carrying import carried_of
from generator.knowledge.bringing import bring_document, likeness_in
from generator.knowledge.drafts.carried import read_carried
from generator.knowledge.job_documents import JobDocument, jobs_of
from generator.knowledge.job_documents.found import FoundCriterion
from generator.knowledge.source_documents import SourceDocument, read_manuscript
from generator.knowledge.source_documents.items import items_of
from generator.problems import Stopped
from generator.publishing.printing.order import pack_of
from tests.conftest import value_made_once
from tests.edited.test_cases import sent
from tests.job_documents.labelled import document as in_form
from tests.job_documents.labelled import labelled as job_documents
from tests.ours import LIBRARY, TODAY

__all__ = ["sent"]

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[3]
SEEDS = ROOT.parent / "shared" / "seeds"
TESTS = ROOT / "tests"
TEXTS = (TESTS / "wording" / "documents", TESTS / "job_documents" / "seen", TESTS / "job_documents" / "unseen", SEEDS)
NOT_YET = {"a page as mail"}
"""What only the command reads, besides PDFs. The page says so."""


def every_document() -> Iterator[tuple[str, bytes]]:
    """Each by a name."""
    for folder in TEXTS:
        yield from ((path.name, path.read_bytes()) for path in sorted(folder.glob("*.txt")) if ".expected." not in path.name)
    for name, (content, _) in [*READ.items(), *TOLD.items()]:
        yield name, content
    yield from ((name, content) for name, (_, content) in REFUSED.items())
    yield from ((name, text.encode()) for name, (text, _) in BROKEN.items())
    parts = ("first", "second", "third", "fourth", "clean")
    lines = [str(one if isinstance(one, str) else one[0]) for part in parts for one in LISTED.at(part)]  # type: ignore[union-attr, index]
    yield "places to fill in", "\n\n".join(lines).encode()
    for form, make in FORMS.items():
        for number in (0, 7, 12, 21) if form not in ("narrow cells", "two columns") else ():
            yield f"{form} {number}", make(labelled(number))
    for at, one in enumerate([*job_documents("seen"), *job_documents("unseen"), *job_documents("shapes"), *job_documents("layouts")]):
        form = ("docx", "odt", "rtf", "html", "text")[at % 5]
        yield f"{one.name} as {form}", in_form(one, form)


DOCUMENTS = {name: content for name, content in every_document() if name not in NOT_YET and b"%PDF-" not in content[:1024]}
BROUGHT = [name for name in DOCUMENTS if name.startswith(("mental-health-nurse", "occupational", "peer-worker", "psychological"))]
"""Those that are also matched to a role, which takes longer."""

ROLE = "mental-health-practitioner-band-7"
CARRIED = read_carried(carried_of(pack_of(LIBRARY, ROLE, "example-network", TODAY)))
LIKENESS = likeness_in(LIBRARY)


def brought(job: JobDocument) -> dict[str, Any]:
    """What a document says of the role, as the browser says it."""
    found = bring_document(job, CARRIED, LIKENESS)
    ids = {name: list(getattr(found, name)) for name in ("same", "held", "lacking", "clauses")}
    facts = [[one.name, one.value] for one in found.facts]
    return {"changes": found.as_json()["changes"], **ids, "facts": facts, "left": [[one.passage.text, one.reason] for one in found.left]}


def asked(document: SourceDocument) -> list[Any]:
    return [[one.requirement.title, one.standing, list(one.missing)] for one in hints(document, LIBRARY.roles[ROLE], LIBRARY)]


def by_the_command(content: bytes, folder: Path, *, brings: bool = False) -> dict[str, Any]:
    (folder / "document").write_bytes(content)
    try:
        read = read_manuscript(folder / "document", "document")
        found, jobs = review_document(read, LIBRARY, TODAY), jobs_of(read, LIBRARY)
    except Stopped as stopped:
        return {"refused": next(iter(stopped.report)).code}
    remarks = [
        [
            one.rule, one.block.line_at(one.start)[0].label, one.block.line_at(one.start)[1], one.quote, one.group, one.severity, one.title,
            one.why, one.instead, one.note, one.since, list(one.sources),
        ]
        for one in found.remarks
    ]  # fmt: skip
    return {
        "kind": found.manuscript.kind,
        "blocks": [block.text for block in found.manuscript.blocks],
        "layouts": [list(astuple(block.layout)) for block in found.manuscript.blocks],
        "items": [[one.start, one.text, one.mark, one.tabs] for block in found.manuscript.blocks for one in items_of(block)],
        "jobs": [told(job) for job in jobs],
        "brought": brought(jobs[0]) if brings else None,
        "hints": asked(read) if brings else None,
        "remarks": remarks,
        "limits": list(found.limits),
        "words": found.words,
        "grade": None if found.grade is None else round(found.grade * 1e6),
        "coded": [dict(found.masculine), dict(found.feminine)],
    }


def told(job: JobDocument) -> dict[str, Any]:
    """A job description as lists."""
    return {
        "sections": [[each.heading, each.purpose, [[s.text, s.passage.number] for s in each.statements]] for each in job.sections],
        "categories": [[each.heading, each.guessed, [criterion(one) for one in each.criteria]] for each in job.categories],
        "fields": [[each.name, each.value, each.passage.number] for each in job.fields],
        "clauses": [[each.clause, round(each.likeness * 1e6), each.passage.number] for each in job.clauses],
        "left": [[each.passage.number, each.reason] for each in job.left],
        "headings": [each.number for each in job.headings],
    }


def criterion(one: FoundCriterion) -> list[Any]:
    return [one.text, one.passage.number, one.level, one.level_guessed, list(one.assessed_by), one.assessment_guessed]


def script() -> str:
    """The modules of the browser in one script."""
    program = next(ROOT.glob("node_modules/@esbuild/*/bin/esbuild"))
    command = [str(program), str(Path(__file__).with_name("held.mjs")), "--bundle", "--format=iife", "--tsconfig-raw={}", "--charset=utf8"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout


@pytest.fixture(scope="module")
def answers(
    browser: Browser, sent: bytes, tmp_path_factory: pytest.TempPathFactory, worker_id: str, request: pytest.FixtureRequest
) -> dict[str, dict[str, Any]]:
    """What the browser says of each document of this run."""
    here = [item.callspec.params["name"] for item in request.session.items if item.path == request.path]  # type: ignore[attr-defined]
    return value_made_once(tmp_path_factory, worker_id, "reviews", lambda _: said_by(browser, sent, here))


def said_by(browser: Browser, sent: bytes, names: list[str]) -> dict[str, dict[str, Any]]:
    files = {name: sent if name == "our pack" else DOCUMENTS[name] for name in names}
    page = browser.new_page()
    page.add_script_tag(content=script())
    packed = [[base64.b64encode(one).decode(), name in BROUGHT] for name, one in files.items()]
    data = json.loads(json.dumps(review_data(LIBRARY, TODAY)))
    given = {"data": data, "bringing": bring_data(LIBRARY), "carried": CARRIED, "files": packed}
    found = page.evaluate("given => held(given)", given)
    page.close()
    return dict(zip(files, found, strict=True))


@pytest.mark.quick_cases(every=4)
@pytest.mark.parametrize("name", [*DOCUMENTS, "our pack"])
def test_both_find_the_same(name: str, sent: bytes, answers: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    here = by_the_command(sent if name == "our pack" else DOCUMENTS[name], tmp_path, brings=name in BROUGHT)
    there = answers[name]
    assert there.get("refused") == here.get("refused")
    for part in ("kind", "blocks", "layouts", "items", "jobs", "brought", "hints", "remarks", "limits", "words", "grade", "coded"):
        assert there.get(part) == here.get(part), part
