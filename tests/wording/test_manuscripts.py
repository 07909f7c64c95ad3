"""Documents from strangers: whatever is wrong with one, people get a plain message, soon, and never a traceback."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
import weasyprint
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import Result

from generator.knowledge.manuscripts import read_manuscript
from generator.knowledge.manuscripts.blocks import Line, blocks_of
from generator.problems import Stopped
from wording.manuscripts import as_pdf, as_word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(document: str | bytes, **more: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
        for name, text in more.items():
            archive.writestr(f"word/{name}.xml", text)
    return made.getvalue()


def locked(password: str = "a") -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(weasyprint.HTML(string="<p>Be a car driver.</p>").write_pdf() or b"")) as pdf:
        pdf.save(made, encryption=pikepdf.Encryption(user=password, owner="b"))
    return made.getvalue()


def blank() -> bytes:
    return weasyprint.HTML(string="<p></p>").write_pdf() or b""


BOMB = '<!ENTITY e0 "ha">' + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))

HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("document-empty", lambda: b""),
    "white space": ("document-empty", lambda: b" \n\t\r\n" * 9),
    "zeros": ("document-unknown", lambda: b"\0" * 5000),
    "noise": ("document-unknown", lambda: bytes(range(256)) * 40),
    "a picture": ("document-unknown", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100),
    "old Word": ("document-locked", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    "a zip of something else": ("document-unknown", lambda: _zip("a.txt", b"a")),
    "half a zip": ("document-unreadable", lambda: word(f"<w:document {W}/>")[:60]),
    "broken XML": ("document-unreadable", lambda: word("<w:document")),
    "a bomb of entities": ("document-unreadable", lambda: word(f"<!DOCTYPE a [{BOMB}]><w:document {W}><w:p>&e11;</w:p></w:document>")),
    "an entity from a file": (
        "document-empty",
        lambda: word(f'<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document {W}><w:p><w:t>&f;</w:t></w:p></w:document>'),
    ),
    "a zip that unpacks to much": ("document-too-large", lambda: word(b" " * 45_000_000)),
    "a PDF with a password": ("document-locked", locked),
    "half a PDF": ("document-unreadable", lambda: b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog"),
    "a scan": ("document-empty", blank),
}


def _zip(name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_document_that_cannot_be_read(kind: str, folder: Path, fingerpost: Callable[..., Result]) -> None:
    code, make = HOSTILE[kind]
    (folder / "document").write_bytes(make())
    start = time.perf_counter()
    result = fingerpost("review", "document")
    assert time.perf_counter() - start < 5
    assert result.exit_code == 1
    assert f"[{code}]" in result.output
    assert "Traceback" not in result.output
    assert not (folder / "reviews").exists()


def test_a_document_that_is_too_large_a_folder_or_not_there(folder: Path, fingerpost: Callable[..., Result]) -> None:
    with (folder / "large.txt").open("wb") as large:
        large.truncate(30_000_000)
    assert "[document-too-large]" in fingerpost("review", "large.txt").output
    assert "it is not a file" in fingerpost("review", "data").output
    assert "there is no such file" in fingerpost("review", "nowhere.docx").output


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_document_is_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(["docx", "pdf"]))
    path = tmp_path / f"whole.{form}"
    if not path.exists():
        (as_word if form == "docx" else as_pdf)("Job description\nBe a car driver.", path)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 12))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    (tmp_path / "damaged").write_bytes(content)
    codes = ["document-read"]
    try:
        read_manuscript(tmp_path / "damaged", "damaged")
    except Stopped as stopped:
        codes = [problem.code for problem in stopped.report]
    assert all(code.startswith("document-") for code in codes)


def test_a_pdf_that_forbids_only_changes_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(locked(password=""))
    assert read_manuscript(tmp_path / "a.pdf", "a.pdf").text == "Be a car driver."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_each_usual_encoding(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("The worker’s café – open".encode(encoding))
    assert read_manuscript(tmp_path / "a.txt", "a.txt").text == "The worker’s café – open"


def test_word_tables_controls_notes_and_tracked_changes(tmp_path: Path) -> None:
    body = (
        f"<w:document {W}><w:body><w:sdt><w:sdtContent><w:p><w:r><w:t>In a control</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In a</w:t><w:br/><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p></w:body></w:document>"
    )
    foot = f"<w:ftr {W}><w:p><w:r><w:t>At the foot</w:t></w:r></w:p></w:ftr>"
    (tmp_path / "a.docx").write_bytes(word(body, footer1=foot))
    found = read_manuscript(tmp_path / "a.docx", "a.docx").blocks
    assert [(block.label, block.text) for block in found] == [
        ("paragraph 1", "In a control"), ("paragraph 2", "In a cell"), ("paragraph 3", "new"), ("footer, paragraph 1", "At the foot"),
    ]  # fmt: skip


def lines(*texts: str) -> list[Line]:
    return [Line(text, f"line {n}", n) for n, text in enumerate(texts, 1)]


def test_lines_that_the_margin_broke_are_joined_and_lists_are_not() -> None:
    found = blocks_of(lines(
        "The post holder will work with every practice of the network and",
        "help them to improve the care that the people who have long-",
        "term problems get.",
        "- Keep records of every meeting that you have with patients, and",
        "share them.",
        "- Teach.",
        "",
        "Title",
        "Band: 6",
    ))  # fmt: skip
    assert [block.text for block in found] == [
        "The post holder will work with every practice of the network and "
        "help them to improve the care that the people who have long-term problems get.",
        "- Keep records of every meeting that you have with patients, and share them.",
        "- Teach.",
        "Title",
        "Band: 6",
    ]
    joined = found[0]
    offset = joined.text.index("improve")
    assert joined.line_at(offset)[0].number == 2
    assert joined.line_at(offset)[1] == "help them to improve".index("improve") + 1
