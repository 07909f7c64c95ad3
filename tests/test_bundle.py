"""The zip of a pack: whole, the same each time, and safe to unpack anywhere."""

from __future__ import annotations

import ntpath
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PureWindowsPath
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.formats import FORMATS
from generator.documents.formats.zip.archive import folder, write_zip
from generator.documents.packs.compose import make_pack
from generator.documents.templating.environment import environment
from generator.publishing.printing import press as printing
from generator.publishing.printing.press import Press
from tests.ours import LIBRARY

PACK = make_pack(LIBRARY, "mental-health-practitioner-band-7")
FILES = {"pdf": b"%PDF", "docx": b"word", "txt": b"text", "xlsx": b"sheet"}


def inside(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_file_has_a_name_that_people_know() -> None:
    found = inside(write_zip(PACK, FILES))
    top = "Mental-Health-Practitioner-band-7/"
    named = ["Read me.txt", "Job pack.pdf", "Job pack.docx", "Text for NHS Jobs.txt", "Shortlisting workbook.xlsx"]
    assert list(found) == [top + name for name in named]
    assert list(found.values())[1:] == list(FILES.values())


def test_the_read_me_says_what_is_there_and_nothing_else() -> None:
    told = inside(write_zip(PACK, {"pdf": b"%PDF"}))["Mental-Health-Practitioner-band-7/Read me.txt"].decode("ascii")
    assert "Mental Health Practitioner, band 7\r\n" in told
    assert "Job pack.pdf: The pack for candidates. Attach it to the advert.\r\n" in told
    assert "docx" not in told


def test_the_same_files_give_the_same_bytes() -> None:
    assert write_zip(PACK, FILES) == write_zip(PACK, dict(FILES))
    with ZipFile(BytesIO(write_zip(PACK, FILES))) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {PACK.role.updated.timetuple()[:3]}


def reserved(name: str) -> bool:
    """Whether Windows keeps a name for a device. Python 3.13 has moved the question."""
    return ntpath.isreserved(name) if sys.version_info >= (3, 13) else PureWindowsPath(name).is_reserved()


@given(st.text(min_size=1, max_size=200))
def test_any_title_makes_a_folder_that_windows_takes(title: str) -> None:
    name = folder(replace(PACK, title=title))
    assert name.isascii()
    assert not set(name) & set('<>:"/\\|?*. ')
    assert name == name.strip("-")
    assert 0 < len(name) < 100
    assert not reserved(name)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Tells of each time that a workbook is really made."""
    told: list[str] = []
    quick = {"xlsx": lambda pack: told.append(pack.stem) or b"sheet", "pdf": lambda _: b"%PDF"}
    opened = {suffix: lambda _, make=make: make for suffix, make in quick.items()}
    monkeypatch.setattr(printing, "FORMATS", [replace(form, open=opened.get(form.suffix, form.open)) for form in FORMATS])
    return told


def test_the_press_makes_each_file_once_and_puts_all_into_the_zip(made: list[str]) -> None:
    press = Press(environment(), None, LIBRARY.recruitment["nhs-jobs"])
    printed = press.print_all([PACK])
    assert made == [PACK.stem]
    assert printed[-1].file.href == "packs/mental-health-practitioner-band-7.zip"
    assert sorted(list(inside(printed[-1].content).values())[1:]) == sorted(p.content for p in printed[:-1])


def test_without_the_form_there_is_no_text(made: list[str]) -> None:
    assert "txt" not in {p.format.suffix for p in Press(environment(), None).print_all([PACK])}


def test_a_changed_limit_makes_the_text_again_and_leaves_the_rest(tmp_path: Path, made: list[str]) -> None:
    form = LIBRARY.recruitment["nhs-jobs"]
    Press(environment(), tmp_path, form).print_all([PACK])
    tighter = form.model_copy(update={"fields": [f.model_copy(update={"most": 5000 if f.most == 10_000 else f.most}) for f in form.fields]})
    again = {p.format.suffix: p.content for p in Press(environment(), tmp_path, tighter).print_all([PACK])}
    assert made == [PACK.stem]
    assert b"Limit: 5,000 or fewer" in again["txt"]
