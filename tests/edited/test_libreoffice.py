"""A Word pack that was opened and saved by another office program comes home with what people changed, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from generator.knowledge.drafts.carried import from_properties, read_carried
from generator.knowledge.drafts.compare import compare
from generator.knowledge.source_documents.edited_word import read_edited
from tests.edited.test_cases import sent

__all__ = ["sent"]

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
WORD = "docx:MS Word 2007 XML"
SENTENCE, EDITED = "Act as a first point of contact", "Act as the first point of contact"


def convert(file: Path, form: str, folder: Path) -> Path:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = folder / form.partition(":")[0]
    command = [str(OFFICE), profile, "--headless", "--convert-to", form, "--outdir", str(out), str(file)]
    subprocess.run(command, capture_output=True, check=True, timeout=240)
    return out / f"{file.stem}.{form.partition(':')[0]}"


def retyped(file: Path) -> Path:
    """An OpenDocument file in which a sentence was edited."""
    edited = file.with_stem("edited")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(edited, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "content.xml":
                assert SENTENCE.encode() in content
                content = content.replace(SENTENCE.encode(), EDITED.encode())
            new.writestr(entry, content)
    return edited


@pytest.mark.slow
@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed (on Debian: the package libreoffice-writer)")
@pytest.mark.parametrize("form", ["docx", "odt", "doc", "rtf"])
def test_a_save_by_libreoffice_changes_nothing_that_nobody_changed(form: str, sent: bytes, tmp_path: Path) -> None:
    (tmp_path / "pack.docx").write_bytes(sent)
    saved = convert(tmp_path / "pack.docx", WORD if form == "docx" else form, tmp_path)
    if form == "odt":
        saved = retyped(saved)
    home = read_edited((saved if form == "docx" else convert(saved, WORD, tmp_path)).read_bytes(), "")
    found = compare(read_carried(from_properties(home.properties) or ""), home)
    said = [(change.kind, change.after) for change in found.changes]
    assert [(kind, EDITED in new) for kind, new in said] == ([("reworded", True)] if form == "odt" else [])
