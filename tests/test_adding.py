"""The guides on adding things name every file: a toy is added to a copy of the project by those files and no others, and works."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import CASES, TODAY

PROJECT = Path(__file__).parents[1]
COPIED = (
    "generator", "templates", "content/guides/index.md", "tests/browser/conftest.py", "tests/test_pack_words.py",
    "tests/wording/labelled.yaml",
)  # fmt: skip

File = str | list[tuple[str, str]] | None
"""A new file; or in a file that is there, lines and what comes after each; or what a command writes."""

RUN = """
import json, sys
from typer.testing import CliRunner
from generator.cli import app
print(json.dumps([CliRunner().invoke(app, command).output for command in json.loads(sys.argv[1])]))
"""

SITE = """
import json, sys
from datetime import date
from pathlib import Path
from generator.checks import publishable
from generator.documents.browser.search_documents import page_documents
from generator.documents.packs.compose import all_packs
from generator.documents.pages import SiteContext, all_pages
from generator.documents.templating.environment import environment
from generator.publishing.printing.press import Press
library, _ = publishable(Path("data"), date(2026, 11, 22))
packs = all_packs(library, date(2026, 11, 22))
files = {pack.stem: [] for pack in packs}
for printed in Press(environment(), None, forms=sys.argv[1:]).print_all(packs):
    files[printed.pack.stem].append(printed.file)
    printed.write(Path("packs"))
pages = list(all_pages(SiteContext(library, packs, files, environment(), date(2026, 11, 22))))
print(json.dumps([{page.address: page.markdown() for page in pages}, [found.path for found in page_documents(pages)]]))
"""


def listed(guide: str, **names: str) -> list[str]:
    """The files that a guide names in its table, with real names for those in angle brackets."""
    text = (PROJECT / "content" / "guides" / f"{guide}.md").read_text(encoding="utf-8")
    found = re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)
    return [re.sub("<(.*?)>", lambda name: names[name[1]], path) for path in found]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project with the smallest data folder, to add to."""
    shutil.copytree(CASES / "valid" / "base", tmp_path, dirs_exist_ok=True)
    for name in COPIED:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (PROJECT / name).is_dir() else shutil.copy2)(PROJECT / name, tmp_path / name)  # type: ignore[operator]
    return tmp_path


def add(copy: Path, toy: Mapping[str, File]) -> None:
    """Write the toy's files."""
    for name, content in toy.items():
        path = copy / name
        if isinstance(content, str):
            assert not path.exists()
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        for line, more in content if isinstance(content, list) else ():
            text = path.read_text(encoding="utf-8")
            assert text.count(f"{line}\n") == 1, (name, line)
            path.write_text(text.replace(f"{line}\n", f"{line}\n{more}\n"), encoding="utf-8")


def python(copy: Path, code: str, *arguments: str) -> str:
    told = {**os.environ, "PYTHONPATH": str(copy), "SOURCE_DATE_EPOCH": TODAY}
    ran = subprocess.run([sys.executable, "-c", code, *arguments], cwd=copy, env=told, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def commands(copy: Path, *asked: list[str]) -> list[str]:
    """What each command says."""
    said: list[str] = json.loads(python(copy, RUN, json.dumps(asked)))
    return said


KIND: dict[str, File] = {
    "generator/knowledge/model/meeting.py": '''"""Meetings that a role goes to."""

from __future__ import annotations

from typing import Annotated

from generator.knowledge.model.reference import RefersTo
from generator.knowledge.model.scopes import Scope
from generator.knowledge.model.words import Day, Identified, Record, ShortText, Slug, SourceRef


class Item(Record):
    """A point on the list."""

    id: Slug
    """Its own name."""


class Meeting(Identified):
    """A meeting."""

    title: Annotated[ShortText, Scope("directory")]
    """What it is called."""
    role: Annotated[Slug, RefersTo("role")]
    """Who goes."""
    items: list[Item]
    """What is talked about."""
    source: list[SourceRef]
    """Where it was read."""
    review_by: Day
    """The day of review."""
''',
    "generator/knowledge/model/kinds.py": [
        ("from typing import Literal", "\nfrom generator.knowledge.model.meeting import Meeting"),
        (
            "KINDS: tuple[Kind, ...] = (",
            '    Kind("meeting", "meetings", Meeting, "a meeting", address="meetings/{id}/", review="review_by"),',
        ),
    ],
    "data/meetings/weekly.yaml": "id: weekly\ntitle: Weekly meeting\nrole: guide-band-4\nitems: [{id: cases}, {id: rota}]\n"
    "source: [handbook]\nreview_by: 2027-11-01\n",
    "data/schemas/meeting.json": None,
    "generator/documents/page_kinds.py": [("_ALL = (", '    PageKind("meeting", searched=True, known_as="agenda"),')],
    "generator/documents/pages/meeting.py": '''"""The pages of meetings."""

from collections.abc import Iterator

from generator.documents.page import Page
from generator.documents.pages.site_context import SiteContext
from generator.knowledge.model.meeting import Meeting


def meeting_pages(context: SiteContext) -> Iterator[Page]:
    """Each meeting."""
    for found in context.library.all(Meeting).values():
        yield context.page(f"meetings/{found.id}/index.md", found.title, found.title, "meeting", meeting=found)
''',
    "generator/documents/pages/__init__.py": [
        ("from generator.documents.page import Page", "from generator.documents.pages.meeting import meeting_pages"),
        ("MAKERS: tuple[Callable[[SiteContext], Iterator[Page]], ...] = (", "    meeting_pages,"),
    ],
    "templates/pages/meeting.md.j2": "<h1>{{ meeting.title }}</h1>\n",
    "content/guides/index.md": [("## If you look after the content", "\n- [Weekly meeting](../meetings/weekly/)")],
    "tests/browser/conftest.py": [("PAGES = {", '    "meeting": "meetings/weekly/",')],
}


@pytest.mark.slow
def test_a_kind_of_record_has_its_page_and_its_checks(copy: Path) -> None:
    assert sorted(KIND) == sorted(listed("add-a-kind-of-record", kind="meeting", kinds="meetings", id="weekly"))
    add(copy, KIND)
    schema, clean = commands(copy, ["schema"], ["check"])
    assert (copy / "data/schemas/meeting.json").is_file(), schema
    assert clean == "No problems found.\n"
    pages, searched = json.loads(python(copy, SITE, "zip"))
    examples = next(ast.literal_eval(node.value) for node in ast.parse((copy / "tests/browser/conftest.py").read_text()).body
                    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "PAGES")  # fmt: skip
    assert "<h1>Weekly meeting</h1>" in pages[examples["meeting"]]
    assert examples["meeting"] in searched

    wrong = {"cases}, {id: rota": "cases}, {id: cases", "guide-band-4": "guide-band-5", "handbook": "handbok", "2027": "2025"}
    record = copy / "data/meetings/weekly.yaml"
    for right, spoiled in wrong.items():
        record.write_text(record.read_text().replace(right, spoiled))
    (said,) = commands(copy, ["check"])
    assert re.findall(r"^data/meetings/weekly\.yaml:(\d).*\[(.*)\]$", said, re.MULTILINE) == [
        ("3", "reference-unknown"), ("4", "id-twice"), ("5", "reference-unknown"), ("6", "review-overdue"),
    ]  # fmt: skip


FORMAT: dict[str, File] = {
    "generator/documents/formats/toy/__init__.py": '''"""A pack as one line."""

from collections.abc import Callable

from generator.documents.formats.format import Format, Materials


def _open(_: Materials) -> Callable[[object], bytes]:
    from generator.documents.formats.toy.writer import write_line

    return write_line


TOY = Format("toy", "One line", "To try things", ("Job pack.toy", "The name of the job."), _open)
''',
    "generator/documents/formats/toy/writer.py": '''"""Writes it."""

from generator.documents.packs.model import Pack


def write_line(pack: Pack) -> bytes:
    """The name of the job."""
    return pack.titled.encode()
''',
    "generator/documents/formats/__init__.py": [
        ("from generator.documents.formats.pdf import PDF", "from generator.documents.formats.toy import TOY"),
        ("FORMATS: tuple[Format, ...] = (", "    TOY,"),
    ],
    "tests/test_pack_words.py": [('"""What a file of each format says."""', 'READERS["toy"] = lambda: ()')],
}


@pytest.mark.slow
def test_a_format_has_its_file_and_its_download(copy: Path) -> None:
    assert sorted(FORMAT) == sorted(listed("add-a-format", format="toy"))
    add(copy, FORMAT)
    pages, _ = json.loads(python(copy, SITE, "toy", "zip"))
    assert 'href="../../packs/guide-band-4.toy"' in pages["roles/guide-band-4/"]
    with ZipFile(copy / "packs/guide-band-4.zip") as archive:
        assert archive.read("Guide-band-4/Job pack.toy") == (copy / "packs/guide-band-4.toy").read_bytes()
        assert b"Job pack.toy: The name of the job." in archive.read("Guide-band-4/Read me.txt")
    made, unknown = commands(copy, ["pack", "guide-band-4", "--to", "toy", "--out", "own"], ["pack", "guide-band-4", "--to", "to"])
    assert made.startswith("own/guide-band-4.toy: One line")
    assert "Did you mean ‘toy’?" in unknown


EXAMPLE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


@pytest.mark.slow
def test_a_wording_rule_finds_its_words(copy: Path) -> None:
    rule = EXAMPLE.findall((PROJECT / "content/guides/add-a-wording-rule.md").read_text(encoding="utf-8"))[0]
    sentence = "Read the notes prior to the meeting."
    toy: dict[str, File] = {
        "data/wording/plain.yaml": f"id: plain\ntitle: Plain words\nabout: Shorter words.\nfamily: plain\nrules:\n{rule}",
        "data/sources/nhs-service-manual.yaml": "id: nhs-service-manual\ntitle: NHS service manual\nshort: NHS manual\n"
        "publisher: NHS\npublished: 2026\nstatus: reference\n",
        "tests/wording/labelled.yaml": [("sentences:", f"  - text: {sentence}\n    scope: duties\n    finds: [prior-to]")],
    }
    assert sorted(toy) == sorted(listed("add-a-wording-rule", file="plain", source="nhs-service-manual"))
    add(copy, toy)
    role = copy / "data/roles/guide-band-4.yaml"
    text = role.read_text(encoding="utf-8")
    first = re.search(r"(?<= text: ).*", text)
    assert first
    role.write_text(text.replace(first[0], sentence, 1), encoding="utf-8")
    (said,) = commands(copy, ["check"])
    assert "‘prior to’ could be plainer" in said
    found = python(copy, "from datetime import date; from pathlib import Path\n"
                   "from generator.bench.wording import labelled, measure_wording\n"
                   "from generator.checks.wording import wording_rules; from generator.knowledge.library.loading import load\n"
                   "sentences = labelled(Path('tests/wording/labelled.yaml'))[:1]\n"
                   "print(measure_wording(wording_rules(load(Path('data'))[0], date.today()), sentences).recall)")  # fmt: skip
    assert found == "1.0\n"
