"""Word with changes tracked: all accepted it is the clean pack, all rejected it is the base role's."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from lxml import etree
from pdf.packs import PACKS

from generator.documents.formats.docx.document import write_docx, write_tracked
from generator.documents.packs.model import Pack
from generator.knowledge.drafts.carried import from_properties, read_carried
from generator.knowledge.drafts.compare import compare
from generator.knowledge.source_documents.edited_word import read_edited

from .test_standard import VALIDATOR, validated

TAILORED = [name for name, pack in PACKS.items() if pack.base]
KEPT = {"accept": "ins", "reject": "del"}
GONE = {"accept": "del", "reject": "ins"}


@cache
def tracked(name: str) -> bytes:
    return write_tracked(PACKS[name])


def body_of(content: bytes) -> Any:
    with ZipFile(BytesIO(content)) as archive:
        return etree.fromstring(archive.read("word/document.xml")).find(qn("w:body"))


def decided(content: bytes, how: str) -> list[str]:
    """What each paragraph says once every change is accepted or rejected, as Word does it."""
    body = body_of(content)
    kept, gone = qn(f"w:{KEPT[how]}"), qn(f"w:{GONE[how]}")
    for row in [row for row in body.iter(qn("w:tr")) if row.find(f"{qn('w:trPr')}/{gone}") is not None]:
        row.getparent().remove(row)
    for run in list(body.iter(gone)):
        if run.getparent().tag not in (qn("w:rPr"), qn("w:trPr")):
            run.getparent().remove(run)
    said, open_text = [], ""
    for paragraph in body.iter(qn("w:p")):
        texts = [t for t in paragraph.iter(qn("w:t"), qn("w:delText")) if next(t.iterancestors(qn("w:p"))) is paragraph]
        assert how == "reject" or all(text.tag == qn("w:t") for text in texts)
        assert all(
            text.tag == qn("w:delText") for t in paragraph.iter(kept) if how == "reject" for text in t.iter(qn("w:t"), qn("w:delText"))
        )
        open_text += "".join(text.text or "" for text in texts)
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{gone}") is None:
            said.append(open_text)
            open_text = ""
    assert open_text == ""
    return said


def clean(pack: Pack) -> list[str]:
    return paragraphs(write_docx(pack))


def paragraphs(content: bytes) -> list[str]:
    """What each paragraph of a file without tracked changes says."""
    body = body_of(content)
    return ["".join(t.text or "" for t in p.iter(qn("w:t")) if next(t.iterancestors(qn("w:p"))) is p) for p in body.iter(qn("w:p"))]


@pytest.mark.quick_cases("example-network/primary-care-mental-health-worker-band-4", "hertsmere/primary-care-mental-health-worker-band-4")
@pytest.mark.parametrize("name", TAILORED)
def test_all_accepted_it_is_the_pack(name: str) -> None:
    assert decided(tracked(name), "accept") == clean(PACKS[name])


@pytest.mark.parametrize("name", TAILORED)
def test_all_rejected_it_is_the_base_pack(name: str) -> None:
    base = PACKS[name].base
    assert base
    assert decided(tracked(name), "reject") == clean(base)


@pytest.mark.parametrize("name", TAILORED)
def test_each_change_says_who_and_when_and_has_its_own_number(name: str) -> None:
    marks = list(body_of(tracked(name)).iter(qn("w:ins"), qn("w:del")))
    network = PACKS[name].given
    assert network
    day = next(overlay.updated for overlay in network.roles if overlay.role == PACKS[name].role.id)
    assert {(mark.get(qn("w:author")), mark.get(qn("w:date"))) for mark in marks} == {(network.name, f"{day}T00:00:00Z")}
    assert len({mark.get(qn("w:id")) for mark in marks}) == len(marks)


def test_a_reworded_statement_shows_the_words_that_changed_and_no_others() -> None:
    name = "example-network/mental-health-practitioner-band-7"
    pack = PACKS[name]
    body = body_of(tracked(name))
    tag = next(tag for tag in body.iter(qn("w:tag")) if tag.get(qn("w:val")) == "criterion:travel")
    control = next(tag.iterancestors(qn("w:sdt")))
    new = "".join(t.text for t in control.iter(qn("w:t")))
    gone = "".join(t.text for t in control.iter(qn("w:delText")))
    assert new == next(line.criterion.text for line in pack.criteria() if line.criterion.id == "travel")
    assert 0 < len(gone) < len(new)


@pytest.mark.slow
@pytest.mark.skipif(not VALIDATOR.is_file(), reason="the Open XML validator has no program for this machine")
@pytest.mark.parametrize("name", TAILORED)
def test_the_open_xml_sdk_finds_nothing_wrong(name: str, tmp_path: Path) -> None:
    file = tmp_path / "pack.docx"
    file.write_bytes(tracked(name))
    assert validated(file) == []


def test_it_comes_home_without_a_change() -> None:
    edited = read_edited(tracked(TAILORED[0]), "pack.docx")
    carried = read_carried(from_properties(edited.properties) or "")
    assert compare(carried, edited).as_json()["changes"] == []


def test_same_bytes_twice_and_a_base_role_has_no_changes() -> None:
    assert write_tracked(PACKS[TAILORED[0]]) == tracked(TAILORED[0])
    base = PACKS["link-worker-band-6"]
    assert write_tracked(base) == write_docx(base)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    file = tmp_path / "pack.docx"
    file.write_bytes(tracked(TAILORED[0]))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, capture_output=True, check=False, timeout=280)
    assert "Mental Health" in file.with_suffix(".txt").read_text(encoding="utf-8")
