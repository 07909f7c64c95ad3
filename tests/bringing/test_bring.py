"""A document of somebody’s own is matched to a role: its sentences to the right ones, and nothing of it or of the role is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from typer.testing import Result

from generator.documents.packs.carrying import carried_of
from generator.knowledge.bringing import Brought, bring_document, careful
from generator.knowledge.bringing.matching import CRITERIA, STATEMENTS
from generator.knowledge.drafts.carried import read_carried
from generator.knowledge.drafts.changes import Returned, WordChange
from generator.knowledge.job_documents import JobDocument, jobs_of
from generator.knowledge.reading.yaml_file import parse
from generator.knowledge.source_documents import SourceDocument, read_manuscript
from generator.knowledge.source_documents.blocks import blocks_of
from generator.knowledge.source_documents.plain import plain_lines
from generator.publishing.printing.order import pack_of
from tests.bringing.measuring import LIKENESS, Measure, criteria, statements
from tests.job_documents.labelled import Labelled, document, labelled
from tests.ours import LIBRARY, TODAY

PROJECT = Path(__file__).parents[2]
SEEDS = PROJECT.parent / "shared" / "seeds"
ROLE = "mental-health-practitioner-band-7"
OWN = parse((Path(__file__).parent / "rewritten.yaml").read_bytes(), "rewritten.yaml")[0]


def meant(part: str) -> tuple[list[str], list[set[str]]]:
    rows = OWN.at(part)
    assert isinstance(rows, list)
    return [str(text) for text, _ in rows], [{str(name)} if name else set() for _, name in rows]  # type: ignore[misc]


def test_sentences_in_other_words_are_matched() -> None:
    said, wanted = Measure(), Measure()
    said.add(*meant("statements"), statements(ROLE), STATEMENTS)
    wanted.add(*meant("criteria"), criteria(ROLE), CRITERIA)
    print(f"statements: {said}\ncriteria: {wanted}")
    assert said.precision >= 0.95
    assert said.recall >= 0.95
    assert wanted.precision >= 0.95
    assert wanted.recall >= 0.95


def test_documents_of_other_work_say_nothing_of_the_role() -> None:
    """A stationery cupboard is no duty of a practitioner. Appraisal and training are everybody’s."""
    others = [each for folder in ("seen", "unseen") for each in labelled(folder) if each.name in OTHER_WORK]
    said = [text for each in others for text in each.statements]
    told = Measure()
    told.add(said, [{"appraisal"} if "appraisal" in text else set() for text in said], statements(ROLE), STATEMENTS)
    assert len(said) > 30
    assert told.taken - told.right <= 1


OTHER_WORK = ("receptionist", "pharmacy-technician", "practice-manager", "digital-lead", "gp-assistant")

SECTIONS = {
    ("003", 0, "hee-mhp-band-7-example", ROLE): ("focus", "purpose", "clinical", "training", "research", "quality", "management"),
    ("004", 1, "hpft-link-worker-band-6", "link-worker-band-6"): (
        *("", "relationships", "communication", "clinical", "leadership", "finance", "service-development", "working-conditions"),
    ),
}
"""Which parts of the source each section is, in order; the clauses of a part are its paragraphs."""
PARTS = ("training", "experience", "communication", "analytical", "diversity", "physical", "mental", "emotional", "general")
CATEGORIES = {
    "003": ("", "spec-experience-{0}", "spec-skills-{0}", "spec-knowledge-{0}", "spec-physical-{0}", "spec-other-{0}"),
    "004": tuple(f"person-{part}-{{1}}" for part in PARTS),
}


def known_clauses(job: JobDocument, source: str, seed: str, parts: Sequence[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Each statement and criterion of a sample document, with the clause that it is."""
    names = [clause.id for clause in LIBRARY.sources[source].clauses]
    said: dict[str, str] = {}
    for section, part in zip(job.sections, parts, strict=False):
        here = [name for name in names if part and name.startswith(f"{part}-")]
        if len(here) == len(section.statements):
            said |= {one.text: f"{source}#{name}" for one, name in zip(section.statements, here, strict=True)}
    wanted: dict[str, str] = {}
    for category, pattern in zip(job.categories, CATEGORIES[seed], strict=False):
        for level in ("essential", "desirable"):
            there = [name for name in names if pattern and name.startswith(pattern.format(level[0], level))]
            found = [one for one in category.criteria if one.level == level]
            if len(there) == len(found):
                wanted |= {one.text: f"{source}#{name}" for one, name in zip(found, there, strict=True)}
    return said, wanted


def cited(role: str) -> dict[str, list[str]]:
    """The ids of what cites a clause, by the clause."""
    sections = [part for section in LIBRARY.roles[role].sections for part in (section, *section.sections)]
    every = [one for part in sections for one in part.statements]
    every += [one for category in LIBRARY.specifications[role].categories for one in category.criteria]  # type: ignore[arg-type]
    found: dict[str, list[str]] = {}
    for one in every:
        for clause in one.source:
            found.setdefault(clause, []).append(one.id)
    return found


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the sample documents are not beside this project")
def test_the_sample_documents_are_matched_to_what_was_written_from_them() -> None:
    """The role in the data says of each sentence which paragraph of the document it comes from."""
    said, wanted = Measure(), Measure()
    for (seed, which, source, role), parts in SECTIONS.items():
        path = next(SEEDS.glob(f"{seed}_*.txt"))
        job = jobs_of(read_manuscript(path, seed), LIBRARY)[which]
        ids = cited(role)
        for measure, found, known, bounds in zip(
            (said, wanted), known_clauses(job, source, seed, parts), (statements(role), criteria(role)), (STATEMENTS, CRITERIA), strict=True
        ):
            measure.add(list(found), [set(ids.get(clause, ())) & known.keys() for clause in found.values()], known, bounds)
    print(f"statements: {said}\ncriteria: {wanted}")
    assert said.wanted >= 80
    assert wanted.wanted >= 70
    assert said.precision >= 0.95
    assert said.recall >= 0.95
    assert wanted.precision >= 0.95
    assert wanted.recall >= 0.95


def mental_health_nurse(folder: Path) -> tuple[Labelled, Path]:
    """A labelled document, as a Word file."""
    (of,) = [each for each in labelled("seen") if each.name == "mental-health-nurse"]
    path = folder / "last year.docx"
    path.write_bytes(document(of, "docx"))
    return of, path


def test_nothing_of_the_document_or_of_the_role_is_lost(tmp_path: Path) -> None:
    of, path = mental_health_nurse(tmp_path)
    carried = read_carried(carried_of(pack_of(LIBRARY, ROLE, "example-network", TODAY)))
    found = bring_document(jobs_of(read_manuscript(path, path.name), LIBRARY)[0], carried, LIKENESS).as_json()
    told = "\n".join(change.get("after", "") for change in found["changes"])
    assert [text for text in (*of.statements, *of.criteria) if text.rstrip(".") not in told] == []
    there = {change.get("id") for change in found["changes"]} | {name for part in ("same", "held", "lacking") for name in found[part]}
    dropped = {one.id for overlay in LIBRARY.networks["example-network"].roles if overlay.role == ROLE for one in overlay.drop}
    assert {*statements(ROLE), *criteria(ROLE)} - there - dropped == set()
    assert found["clauses"]


def test_the_words_of_the_role_are_the_same() -> None:
    """A document with the role’s own words changes nothing."""
    carried = read_carried(carried_of(pack_of(LIBRARY, ROLE, None, TODAY)))
    lines = ["Job description", "Job purpose", *statements(ROLE).values()]
    lines = [lines[0], lines[1], *(f"- {line}" for line in lines[2:])]
    document_ = SourceDocument("ours", tuple(blocks_of(plain_lines("\n\n".join(lines).encode(), "ours"))))
    found = bring_document(jobs_of(document_, LIBRARY)[0], carried, LIKENESS)
    assert [change for change in found.found.changes if change.kind == "reworded"] == []
    assert len(found.same) >= len(statements(ROLE)) - 1


def test_the_list_says_what_is_taken_and_the_file_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fingerpost: Callable[..., Result]
) -> None:
    """Words that a rule would stop are not taken without somebody’s yes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    monkeypatch.chdir(tmp_path)
    mental_health_nurse(tmp_path)
    network = ("--network", "example-network", "--data", str(PROJECT / "data"), "--write", "new.yaml")
    said = fingerpost("bring", "last year.docx", "--role", ROLE, *network).output
    assert "last year.docx and mental-health-practitioner-band-7, for example-network" in said
    assert "Only in the role" in said
    assert "What the contract asks and the document seems to lack (" in said
    written = Path("new.yaml").read_text(encoding="utf-8")
    assert "Taken from last year.docx." in written
    assert "new.yaml is there already" in fingerpost("bring", "last year.docx", "--role", ROLE, *network).output


def test_outdated_words_are_asked_about() -> None:
    found = Brought(Returned(ROLE, "", (WordChange("added", "statement", after="You will work with IAPT."),)), (), (), (), (), (), ())
    assert [change.certainty for change in careful(found, lambda text: "IAPT" in text).found.changes] == ["ask"]
