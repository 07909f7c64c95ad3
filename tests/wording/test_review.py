"""`fingerpost review`: each fault of a document is found at its place, in each form it may have, and good words are let be."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from generator.checks.review import Review, review_document
from generator.knowledge.reading.yaml_file import parse
from generator.knowledge.source_documents import read_manuscript
from tests.ours import LIBRARY, TODAY
from wording.manuscripts import as_pdf, as_word

PROJECT = Path(__file__).parents[2]
DOCUMENTS = Path(__file__).parent / "documents"
SEEDS = PROJECT.parent / "shared" / "seeds"
ROLE = LIBRARY.roles["mental-health-practitioner-band-7"]
MAKERS: dict[str, Callable[[str, Path], Path]] = {"docx": as_word, "pdf": as_pdf}

Place = tuple[str, int, str]

QUOTED = 50
"""Characters of a quote that are compared: the samples are not ours to copy at length."""


def reviewed(path: Path) -> Review:
    return review_document(read_manuscript(path, path.name), LIBRARY, TODAY, ROLE)


def places(result: Review, *, unclear: bool = False) -> list[Place]:
    found = [r for r in result.remarks if unclear or r.group != "unclear"]
    return [(r.rule, r.block.line_at(r.start)[0].number, " ".join(r.quote.split())[:QUOTED].strip()) for r in found]


def expected(path: Path) -> list[Place]:
    listed = parse(path.read_bytes(), path.name)[0].at("remarks")
    assert isinstance(listed, list)
    return [(str(rule), int(str(line)), str(quote)[:QUOTED].strip()) for rule, line, quote in listed]  # type: ignore[misc]


def words_of(found: list[Place]) -> Counter[tuple[str, str]]:
    """Without lines: a PDF has its own."""
    return Counter((rule, quote) for rule, _, quote in found)


def test_the_fixture() -> None:
    wanted = expected(DOCUMENTS / "copied-pack.yaml")
    assert sorted(places(reviewed(DOCUMENTS / "copied-pack.txt"))) == sorted(wanted)


@pytest.mark.parametrize("form", MAKERS)
def test_the_fixture_in_other_forms(form: str, tmp_path: Path) -> None:
    text = (DOCUMENTS / "copied-pack.txt").read_text(encoding="utf-8")
    result = reviewed(MAKERS[form](text, tmp_path / f"pack.{form}"))
    assert words_of(places(result)) == words_of(expected(DOCUMENTS / "copied-pack.yaml"))
    assert all(r.label.startswith("page 1, line" if form == "pdf" else "paragraph") for r in result.remarks)


def test_a_good_text_has_no_remarks_but_hints() -> None:
    """Our own role, as a text. What it meets is found too."""
    role = [statement.text for section in ROLE.sections for part in (section, *section.sections) for statement in part.statements]
    path = "\n\n".join(["Band: 7", *role, "The network is your employer."])
    from generator.knowledge.source_documents import SourceDocument
    from generator.knowledge.source_documents.blocks import blocks_of
    from generator.knowledge.source_documents.plain import plain_lines

    result = review_document(SourceDocument("ours.txt", tuple(blocks_of(plain_lines(path.encode(), "ours.txt")))), LIBRARY, TODAY, ROLE)
    assert [r for r in result.remarks if r.severity != "information"] == []
    assert [hint.requirement.id for hint in result.hints if hint.standing == "seems-missing"] == []


seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the sample documents are not beside this project")


def seed(number: str) -> Path:
    return next(SEEDS.glob(f"{number}_*.txt"))


@seeds
@pytest.mark.parametrize("number", ["003", "004"])
def test_each_known_defect_of_a_sample_is_found_at_its_place(number: str) -> None:
    """All that is outdated, unfair, left over, disputed or at fault, line by line, as people found it; and nothing else."""
    assert sorted(places(reviewed(seed(number)))) == sorted(expected(DOCUMENTS / f"sample-{number}.yaml"))


@seeds
def test_the_counts_that_people_made_of_the_old_pack() -> None:
    """Made by hand before there was a program."""
    counts = Counter(rule for rule, _, _ in places(reviewed(seed("004")), unclear=True))
    by_hand = {
        "gendered-pronoun": 8, "practice-based-commissioning": 9, "skills-framework": 6, "fair-access-to-care": 3, "nursing-board": 2,
        "disability-discrimination-act": 2, "years-of-experience": 2, "cut-off": 1, "too-long-for-form": 1,
    }  # fmt: skip
    assert {rule: counts[rule] for rule in by_hand} == by_hand
    assert counts["data-protection-act"] + counts["data-protection-act-undated"] == 5
    assert counts["practicing"] == 2


@seeds
@pytest.mark.parametrize("number", ["003", "004"])
def test_no_false_alarm_on_words_of_law_and_organisations(number: str) -> None:
    result = reviewed(seed(number))
    counted = {*result.masculine, *result.feminine}
    assert not [word for word in counted if word.startswith(("trust", "confidential", "force", "unreasonabl"))]
    found = places(result, unclear=True)
    assert not [quote for _, _, quote in found if quote.lower() in ("trust", "confidentiality", "confidential", "in force", "force")]
    named = {rule for rule, _, quote in found if "Trust" in quote and rule != "long-sentence"}
    assert named <= {"employer-called-trust", "hertfordshire-partnership", "near-duplicate"}
    assert ("employer-called-trust" in named) == (number == "003"), "only a trust may call itself the Trust"


@pytest.mark.quick_cases("003-docx", "004-docx")
@seeds
@pytest.mark.parametrize("form", MAKERS)
@pytest.mark.parametrize("number", ["003", "004"])
def test_the_samples_in_other_forms(number: str, form: str, tmp_path: Path) -> None:
    text = seed(number).read_text(encoding="utf-8")
    found = words_of(places(reviewed(MAKERS[form](text, tmp_path / f"sample.{form}"))))
    wanted = words_of(expected(DOCUMENTS / f"sample-{number}.yaml"))
    assert set(wanted) - set(found) == set()
    more = set(found) - set(wanted)
    assert {rule for rule, _ in more} <= {"cut-off"}, "a page has no tabs, so a cell may look like a sentence"
    assert len(more) <= 3


@seeds
def test_what_a_sample_lacks_of_its_contract() -> None:
    """As people judged it: three are met in part, four are missing."""
    standings = {hint.requirement.id: hint.standing for hint in reviewed(seed("003")).hints}
    assert {name for name, standing in standings.items() if standing == "seems-missing"} == {"mhp-a2", "mhp-e", "mhp-g", "mhp-k"}
    assert {name for name, standing in standings.items() if standing == "seems-partly-met"} == {"mhp-b", "mhp-c", "mhp-d"}


@pytest.fixture
def at_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")


def test_through_the_command(
    at_project: None, tmp_path: Path, fingerpost: Callable[..., Result], golden: Callable[[Path, str], None]
) -> None:
    file = str(DOCUMENTS / "copied-pack.txt")
    result = fingerpost("review", file, "--role", ROLE.id, "--out", str(tmp_path))
    assert result.exit_code == 1
    golden(DOCUMENTS / "copied-pack.expected.txt", result.output.replace(str(tmp_path), "reviews"))
    page = (tmp_path / "copied-pack.txt.html").read_text(encoding="utf-8")
    golden(DOCUMENTS / "copied-pack.expected.html", page)
    as_json = json.loads(fingerpost("review", file, "--format", "json").output)
    assert as_json["errors"] == sum(r.severity == "error" for r in reviewed(DOCUMENTS / "copied-pack.txt").remarks)


def test_wrong_use(at_project: None, fingerpost: Callable[..., Result]) -> None:
    file = str(DOCUMENTS / "copied-pack.txt")
    wrong = fingerpost("review", file, "--role", "mental-health-practitoner-band-7")
    assert wrong.exit_code == 2
    assert "Did you mean" in wrong.output
    assert fingerpost("review", file, "--format", "xml").exit_code == 2


def test_a_hostile_text_stays_text(at_project: None, tmp_path: Path, fingerpost: Callable[..., Result]) -> None:
    name = "a<img src=x onerror=alert(1)>.txt"
    (tmp_path / name).write_text("<script>alert(1)</script> S/he is a CRB </mark><b onclick='x()'> check {{ 7*7 }}\n", encoding="utf-8")
    fingerpost("review", str(tmp_path / name), "--out", str(tmp_path))
    (written,) = tmp_path.glob("*.html")
    page = written.read_text(encoding="utf-8")
    assert "<script" not in page
    assert "<img" not in page
    assert "<b " not in page
    assert "49" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.slow
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_our_own_packs_are_clean(form: str, at_project: None, tmp_path: Path, fingerpost: Callable[..., Result]) -> None:
    """Columns, running heads and cells of tables are not taken for faults. That it is too long for one box is true."""
    fingerpost("pack", ROLE.id, "--network", "example-network", "--to", form, "--out", str(tmp_path))
    (made,) = tmp_path.rglob(f"*.{form}")
    found = reviewed(made)
    assert {rule for rule, _, _ in places(found)} <= {"too-long-for-form", "social-work-diploma"}
    assert [hint.requirement.id for hint in found.hints if hint.standing == "seems-missing"] == ["mhp-e"]


def test_a_page_head_is_no_statement(tmp_path: Path) -> None:
    """The same line on each page, but for the number of the page."""
    pages = "".join(
        f"<section><p>The network job pack of the year, page {n} of 4</p><p>{word} is done on every day of the week by you.</p></section>"
        for n, word in enumerate(["Walking", "Reading", "Listening", "Counting"], 1)
    )
    import weasyprint

    style = "<style>section { break-after: page }</style>"
    weasyprint.HTML(string=style + pages).write_pdf(tmp_path / "a.pdf")
    result = reviewed(tmp_path / "a.pdf")
    assert "page of the year" not in result.manuscript.text
    *sentences, head = result.manuscript.blocks
    assert len(sentences) == 4
    assert head.label == "header or footer, page 1, line 1"
