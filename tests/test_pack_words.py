"""The fixed words of a pack stand once: changed there, they are changed in every format, and no template has words of its own."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields as fields_of
from dataclasses import is_dataclass, replace
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TypeVar
from zipfile import ZipFile

import pytest
from pikepdf import Dictionary, Pdf
from pypdfium2 import PdfDocument

from generator.documents.browser.tailor import blank_network, role_data, shared_data
from generator.documents.formats import FORMATS
from generator.documents.formats.docx import WORD
from generator.documents.formats.docx.document import write_docx
from generator.documents.formats.nhs_jobs import NHS_JOBS_TEXT
from generator.documents.formats.nhs_jobs.sheet import NHS_JOBS, write_text
from generator.documents.formats.pdf import PDF
from generator.documents.formats.pdf.printer import Printer
from generator.documents.formats.workbook import WORKBOOK
from generator.documents.formats.workbook.workbook import write_workbook
from generator.documents.packs.compose import make_network_pack, make_pack
from generator.documents.packs.labels import LABELS
from generator.documents.packs.model import Pack
from generator.documents.pages.roles import pack_pages
from generator.documents.pages.site_context import SiteContext
from generator.documents.pages.tailor import tailor_pages
from generator.documents.templating.environment import environment
from generator.knowledge.model import Managed, ReportingLine, Role, Training
from tests.ours import LIBRARY

PROJECT = Path(__file__).parents[1]
TEMPLATES = environment()
Node = TypeVar("Node")


def words_of(node: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every fixed word with the path to it: `parts.role.heading`."""
    for name in (field.name for field in fields_of(node)):  # type: ignore[arg-type]
        value = getattr(node, name)
        if is_dataclass(value):
            yield from words_of(value, f"{path}{name}.")
        else:
            yield f"{path}{name}", value


WORDS = dict(words_of(LABELS))
MARKS = {path: f"zq{number:03d}z" for number, path in enumerate(WORDS)}
"""A word that stands in no pack for each fixed word, by its path. It begins small, because some labels do inside a sentence."""


def marked(node: Node, path: str = "") -> Node:
    """The labels again, each word behind its mark."""
    changed = {}
    for field in fields_of(node):  # type: ignore[arg-type]
        value, whole = getattr(node, field.name), f"{path}{field.name}"
        changed[field.name] = marked(value, f"{whole}.") if is_dataclass(value) else f"{MARKS[whole]} {value}"
    return replace(node, **changed)  # type: ignore[type-var]


MARKED = marked(LABELS)


def full_role() -> Role:
    """A role that has all that a role may have: training, several posts, and every kind of line above and below."""
    role = LIBRARY.roles["mental-health-practitioner-band-7"]
    kinds = ("manages", "supervises-clinically", "supervises-professionally", "accountable")
    above = [ReportingLine(kind=kind, who=f"Lead {number}", where="Network") for number, kind in enumerate(kinds)]
    below = [Managed(kind="manages", who="Practitioners", detail="Band 6"), Managed(kind="supervises", who="Workers", detail="Band 4")]
    training = Training(provider="A university", award="A diploma", starts="In January")
    return role.model_copy(update={"reports_to": above, "manages": below, "training": training, "posts": 2})


ROLE = full_role()
FULL = replace(LIBRARY, records={**LIBRARY.records, Role: {**LIBRARY.roles, ROLE.id: ROLE}})


def full_packs() -> list[Pack]:
    """The pack of that role, that of a network which leaves nothing out, and that of one which has its own address to apply at."""
    network = blank_network(ROLE).model_copy(update={"ods_code": "U00000"})
    vacancy = network.roles[0].vacancies[0].model_copy(update={"apply_at": "https://example.org/apply"})
    elsewhere = network.model_copy(update={"roles": [network.roles[0].model_copy(update={"vacancies": [vacancy]})]})
    own = [make_network_pack(FULL, found, 0, ROLE.updated, MARKED) for found in (network, elsewhere)]
    return [make_pack(FULL, ROLE.id, MARKED), *own]


PACKS = full_packs()
CONTEXT = SiteContext(FULL, PACKS, defaultdict(list), TEMPLATES, ROLE.updated)


def paths_in(*texts: str) -> set[str]:
    """The fixed words whose marks stand in any of these texts."""
    found = {mark.lower() for text in texts for mark in re.findall(r"zq\d{3}z", text, re.IGNORECASE)}
    return {path for path, mark in MARKS.items() if mark in found}


def unzipped(content: bytes) -> Iterator[str]:
    """The parts of an Office file as text."""
    with ZipFile(BytesIO(content)) as parts:
        yield from (parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))


def page() -> Iterator[str]:
    return (next(pack_pages(CONTEXT, pack, "roles/one", "source/")).body for pack in PACKS)


def tailoring_page() -> Iterator[str]:
    """The page, and what the build gives its script. That the script has no words of its own is for the test on templates."""
    yield from (found.body for found in tailor_pages(CONTEXT))
    yield json.dumps([shared_data(FULL, MARKED), role_data(FULL, PACKS[0])])


def pdf() -> Iterator[str]:
    """What stands on the pages, and what is said in place of pictures."""
    printer = Printer(TEMPLATES)
    for pack in PACKS:
        content = printer.press(pack)
        yield from (found.get_textpage().get_text_range() for found in PdfDocument(content))
        with Pdf.open(BytesIO(content)) as opened:
            yield from (str(item.Alt) for item in opened.objects if isinstance(item, Dictionary) and "/Alt" in item)


def word() -> Iterator[str]:
    return chain.from_iterable(unzipped(write_docx(pack)) for pack in PACKS)


def text() -> Iterator[str]:
    return (write_text(pack, FULL.recruitment[NHS_JOBS]).decode() for pack in PACKS)


def workbook() -> Iterator[str]:
    return chain.from_iterable(unzipped(write_workbook(pack)) for pack in PACKS)


ABOUT = {path for path in WORDS if path.endswith(".about")}
ON_PAPER = {"contents", "page", "continued", "key_facts", "issue", "other_formats"}
"""What only sheets of paper need: contents, the head and foot of a page, and a heading for facts that on screen stand below the title."""

NOT_THERE: Mapping[str, set[str]] = {
    "page": {
        *ABOUT, *ON_PAPER, "base_place", "network_issue", "titled", "parts.job.heading", "apply.key_dates", "practices.who_we_are",
        "practices.our_practices", "practices.network_code",
    },
    "tailoring_page": {
        "page", "continued", "key_facts", "issue", "base_place", "facts.band_paid", "facts.increases", "parts.pay.heading",
        "parts.pay.about",
    },
    "pdf": {"practices.largest_first", "practices.ods_codes"},
    "word": {"practices.largest_first", "practices.ods_codes", "chart.post", "continued"},
}  # fmt: skip
"""The fixed words that a format of the whole pack does not show. The page groups without a heading what paper heads, and its table of
practices says in what order they stand; the tailoring page is of a network, never of a base role; in Word the chart is a picture, and no
page is known when the file is made."""

BOTH = {"titled", "base_place", "issue", "network_issue", "criteria.essential", "criteria.desirable"}
FACTS = (
    "band", "employer", "employs", "funds", "hosts", "salary", "hours", "reports_to", "bases", "contract", "supervision",
    "responsible_for", "registered_with", "posts", "opens", "visits", "closes", "interviews", "result_by", "starts",
)  # fmt: skip
ONLY: Mapping[str, set[str]] = {
    "text": {*BOTH, *(f"facts.{name}" for name in FACTS), "band", "apply.by", "parts.everyone.heading"},
    "workbook": {*BOTH, *(path for path in WORDS if path.startswith("criteria.") and path != "criteria.lead")},
}
"""The fixed words that formats of a part of the pack show: the text for a recruitment form its facts, the workbook its criteria."""


READERS = {PDF.suffix: pdf, WORD.suffix: word, NHS_JOBS_TEXT.suffix: text, WORKBOOK.suffix: workbook}
"""What a file of each format says."""

READ = [page, tailoring_page, *(READERS[form.suffix] for form in FORMATS if not form.holds_others)]


@pytest.mark.slow_cases("pdf")
@pytest.mark.parametrize("made", READ, ids=lambda made: made.__name__)
def test_a_fixed_word_is_changed_in_every_format_that_shows_it(made: Callable[[], Iterator[str]]) -> None:
    name = made.__name__
    wanted = ONLY[name] if name in ONLY else set(WORDS) - NOT_THERE[name]
    found = paths_in(*made())
    assert (wanted - found, found - wanted) == (set(), set())


def test_every_mark_is_alone() -> None:
    assert len(set(MARKS.values())) == len(WORDS) > 100
    assert not paths_in(next(pack_pages(CONTEXT, make_pack(FULL, ROLE.id), "roles/one", "source/")).body)


TEMPLATE_FOLDER = PROJECT / "templates"
PARTS = [
    path
    for folder in ("pack", "pages/pack")
    for path in sorted((TEMPLATE_FOLDER / folder).rglob("*.j2"))
    if path.name != "xmp.xml.j2"  # what a file says of its own format, in the words of the standard
]
ALLOWED: Mapping[str, list[str]] = {
    "pack/cover.html.j2": ["Fingerpost", "Fingerpost"],  # the name of this program, which no pack shows
    "pack/macros.html.j2": ["tall"],  # a class
    "pages/pack/apply.html.j2": ["Apply for reference"],  # a link, which paper cannot have
    "pages/pack/job.html.j2": [
        "Codes such as",
        "are",
        "requirements of the contract",
    ],  # of the page’s marks, which no file for applicants has
}
"""The English that a template of a part may have, in order."""


COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


def english_in(source: str) -> list[str]:
    """The words that a template itself brings: between tags, in attributes that are read out, and in strings with a capital."""
    source = COMMENT.sub("", source)
    strings = [said for code in re.findall(r"\{[{%].*?[}%]\}", source, re.DOTALL) for said in re.findall(r"\"([A-Z][^\"]*)\"", code)]
    plain = re.sub(r"\{[{%].*?[}%]\}", "\0", source, flags=re.DOTALL)
    read_out = re.findall(r"(?:aria-label|title|alt|data-l|content)=\"([A-Z][^\"]*)\"", plain)
    between = (said.strip() for said in re.split(r"<[^>]*>|\0|\n", plain))
    return [*strings, *read_out, *(said for said in between if re.search("[A-Za-z]", said))]


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.relative_to(TEMPLATE_FOLDER).as_posix())
def test_no_template_of_a_part_has_english_of_its_own(path: Path) -> None:
    assert english_in(path.read_text(encoding="utf-8")) == ALLOWED.get(path.relative_to(TEMPLATE_FOLDER).as_posix(), [])


def test_the_style_sheet_of_paper_writes_no_words() -> None:
    contents = re.findall(r"content:([^;}]*)", (TEMPLATE_FOLDER / "pack" / "pack.css").read_text(encoding="utf-8"))
    assert contents
    assert not [said for content in contents for said in re.findall(r"\"[^\"]*[A-Za-z][^\"]*\"", content)]


def test_english_is_found_where_a_template_has_it() -> None:
    source = '{# A note. #}<h2 title="Say">{{ words.talk }} Key dates</h2>{{ "Pay" if network else "" }}{% set a = "b" %}'
    assert english_in(source) == ["Pay", "Say", "Key dates"]


AROUND = [
    TEMPLATE_FOLDER / "pages" / "role.md.j2",
    TEMPLATE_FOLDER / "pages" / "tailor.md.j2",
    TEMPLATE_FOLDER / "pages" / "parts" / "tailored.html.j2",
    *sorted((TEMPLATE_FOLDER / "pages" / "tailor").rglob("*.j2")),
    *sorted((TEMPLATE_FOLDER / "browser" / "tailor").glob("*.js")),
]
SAME_BY_CHANCE: Mapping[str, set[str]] = {
    "pages/tailor/pack/apply.html.j2": {"Phone {phone}.", "Email {email}."},  # labels of fields, where the pack has sentences
    "browser/tailor/returnedlines.js": {"Criterion"},  # what a change is of
    "browser/tailor/sense.js": {"Interviews"},  # the name of a field in a sentence on what is wrong with it
}
"""What a file writes that is also a fixed word, and means something else there."""


def repeated(source: str) -> set[str]:
    """The fixed words that a file writes again, whole: in quotes, or between tags."""
    source = COMMENT.sub("", source)
    pieces = {path: max(re.split(r"\{\w+\}", said), key=len).strip() for path, said in WORDS.items()}
    return {
        path
        for path, said in pieces.items()
        if re.search(rf"[>\"'`]{re.escape(said)}[<\"'`]", source) or (len(said) > 20 and said in source)
    }


@pytest.mark.parametrize("path", AROUND, ids=lambda path: path.relative_to(TEMPLATE_FOLDER).as_posix())
def test_no_page_or_script_around_a_pack_writes_its_words_again(path: Path) -> None:
    found = repeated(path.read_text(encoding="utf-8"))
    assert {WORDS[name] for name in found} == SAME_BY_CHANCE.get(path.relative_to(TEMPLATE_FOLDER).as_posix(), set())
