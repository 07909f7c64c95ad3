"""Documents from strangers: whatever is wrong with one, people get a plain message, soon, and never a traceback."""

from __future__ import annotations

import io
import json
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from unittest import mock

import pikepdf
import pytest
import weasyprint
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import Result

from generator.checks.review import review_document
from generator.documents.reports.review import review_page, review_text
from generator.documents.templating.environment import environment
from generator.knowledge.source_documents import SourceDocument, read_manuscript
from generator.knowledge.source_documents.blocks import SourceLine, blocks_of
from generator.knowledge.source_documents.pdf_worker import messages
from generator.problems import Stopped
from tests.ours import LIBRARY, TODAY
from tests.tiers import examples
from wording.manuscripts import as_pdf, as_word

ROLE = LIBRARY.roles["mental-health-practitioner-band-7"]
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
    "a picture": ("document-picture", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100),
    "old Word": ("document-old", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
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


@pytest.mark.quick_cases("noise", "a bomb of entities", "an entity from a file", "old Word", "half a PDF", "a zip that unpacks to much")
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


def in_this_process(_: str, content: bytes, *__: object) -> tuple[bytes, str]:
    """What the process that reads PDFs would print: sixty of them take half a minute to start."""
    return b"".join(json.dumps(message).encode() + b"\n" for message in messages(content, 300)), ""


@settings(max_examples=examples(60), deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
        with mock.patch("generator.knowledge.source_documents.pdf.output_of", in_this_process):
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


def lines(*texts: str) -> list[SourceLine]:
    return [SourceLine(text, f"line {n}", n) for n, text in enumerate(texts, 1)]


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


# Too much of it


def paragraphs(*texts: str) -> str:
    return f"<w:document {W}><w:body>" + "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts) + "</w:body></w:document>"


def read(folder: Path, content: bytes) -> SourceDocument:
    (folder / "document").write_bytes(content)
    return read_manuscript(folder / "document", "document")


def test_a_paragraph_has_its_own_text_once(tmp_path: Path) -> None:
    """A text box lies inside a paragraph, and Word writes it twice: for itself and for older programs. Moved text is there twice too."""
    box = "<w:p><w:r><w:t>Boxed.</w:t></w:r></w:p>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document = (
        f"<w:document {W} {mc}><w:body><w:p><w:r><w:t>Before </w:t></w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent><w:r><w:t>after.</w:t><w:tab/><w:t>Tab.</w:t></w:r></w:p>"
        "<w:p><w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del>"
        "<w:moveTo><w:r><w:t>Moved here.</w:t></w:r></w:moveTo></w:p></w:body></w:document>"
    )
    found = read(tmp_path, word(document))
    assert [(block.label, block.text) for block in found.blocks] == [
        ("paragraph 1", "Before after.\tTab."), ("paragraph 2", "Boxed."), ("paragraph 3", "Moved here."),
    ]  # fmt: skip
    assert found.unread == ()


def nested(depth: int, inner: str, times: int) -> bytes:
    return word(f"<w:document {W}><w:body>{('<w:p>' * depth + inner + '</w:p>' * depth) * times}</w:body></w:document>")


MUCH: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nested paragraphs": ("", lambda: nested(240, f"<w:r><w:t>Be a car driver. {'word ' * 50}</w:t></w:r>", 150)),
    "nested pieces": ("characters", lambda: nested(200, f"<w:r>{'<w:t>whitelist </w:t>' * 2000}</w:r>", 100)),
    "empty paragraphs": ("parts", lambda: word(f"<w:document {W}><w:p><w:t>A.</w:t></w:p>{'<w:p/>' * 1_500_000}</w:document>")),
    "paragraphs": ("lines", lambda: word(paragraphs(*["Be a car driver."] * 50_000))),
    "headers": (
        "lines",
        lambda: word(paragraphs("A."), **{f"header{n}": paragraphs(*[f"Be a car driver {n}."] * 9_000) for n in range(4)}),
    ),
    "lines": ("lines", lambda: b"You will be a car driver and keep a whitelist for the surgery every single day.\n\n" * 30_000),
    "statements": (
        "",
        lambda: "\n\n".join(f"You will go to number {n} by car at {n * 7}, and to {n * 11} at {n * 13}" for n in range(8000)).encode(),
    ),
    "a long line": ("characters", lambda: b"whitelist " * 200_000),
    "one word": ("characters", lambda: b"a" * 2_000_000),
}


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.parametrize("kind", MUCH)
def test_a_document_with_too_much_in_it_takes_seconds_and_says_what_was_not_read(kind: str, tmp_path: Path) -> None:
    told, make = MUCH[kind]
    content = make()
    begun = time.process_time()
    result = review_document(read(tmp_path, content), LIBRARY, TODAY, ROLE)
    page = review_page(environment(), result, date(2026, 11, 22))
    assert time.process_time() - begun < 12
    assert len(page) < 3_000_000
    if told:
        assert any("was not read: " in said and told in said for said in result.limits), result.limits
    for said in result.limits:
        assert said in page
        assert said in review_text(result)
        assert said in [problem.message for problem in result.problems]


def test_pages_after_the_last_that_is_read_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.knowledge.source_documents.pdf.MOST_PAGES", 2)
    as_pdf("\n\n".join(f"You will be number {n} of many." for n in range(200)), tmp_path / "a.pdf")
    assert read_manuscript(tmp_path / "a.pdf", "a.pdf").unread == ("Pages after 2 were not read.",)


STUCK = """
import json, sys, time
sys.stdin.buffer.read()
stretch = {"text": "You will listen.", "left": 9, "right": 90, "baseline": 700, "size": 9, "body": 9, "first_word": 9, "marked": False}
paragraphs = [{"cell": None, "stretches": [stretch]}]
page = {"height": 800, "lines": [[700, 1]], "paragraphs": paragraphs, "picture": False, "lost": False, "cut": False}
print(json.dumps({"pages": 3}), json.dumps(page), '{"half', sep="\\n", end="", flush=True)
time.sleep(SECONDS)
"""


@pytest.mark.parametrize(("seconds", "why"), [("60", "reading took more than 1 seconds"), ("0", "the process that reads them ended early")])
def test_a_page_that_does_not_end_is_ended_and_those_before_are_kept(
    seconds: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process is a stand-in: no file that hangs the library is kept here."""
    monkeypatch.setattr("generator.knowledge.source_documents.pdf.LONGEST_TIME", 1)
    monkeypatch.setattr("generator.knowledge.source_documents.pdf._WORKER", STUCK.replace("SECONDS", seconds))
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    found = read_manuscript(tmp_path / "a.pdf", "a.pdf")
    assert found.text == "You will listen."
    assert found.unread == (f"Pages after 1 were not read: {why}. Form fields and comments were not read.",)
    assert (found.pages, found.read_pages) == (3, 1)


def test_what_the_user_has_beside_a_pdf_is_never_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("generator", "json", "pypdfium2", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(3)", encoding="utf-8")
    as_pdf("You will listen.", tmp_path / "a.pdf")
    monkeypatch.chdir(tmp_path)
    assert read_manuscript(tmp_path / "a.pdf", "a.pdf").text == "You will listen."


def test_a_long_paragraph_is_read_in_pieces_and_nothing_of_it_is_lost(tmp_path: Path) -> None:
    said = " ".join(f"word{n}" for n in range(3000))
    found = read(tmp_path, word(paragraphs(said, "Last.")))
    assert " ".join(block.text for block in found.blocks) == f"{said} Last."
    assert {block.label for block in found.blocks} == {"paragraph 1", "paragraph 2"}
    assert found.unread == ()


SLOW = [
    *("a    ", "...", "!?", "\t.", "<a ", "[](", "Dr. ", "A. ", "e.g. A ", "•", "1. "),
    *("a", "a/"),
    *("to be confirmed ", "trust ", "1.0 WTE Nurse ", "Aaa ", "Aaa Act, 1999 ", "IAPT "),
]


@pytest.mark.quick_cases("a-30000-1.5", "a/-30000-1.5", "...-30000-1.5", "[](-30000-1.5", "e.g. A -30000-1.5", "trust -30000-1.5")
@pytest.mark.parametrize(("size", "seconds"), [(30_000, 1.5), pytest.param(100_000, 4, marks=pytest.mark.slow)])
@pytest.mark.parametrize("piece", SLOW)
def test_no_repeated_piece_makes_a_review_slow(piece: str, size: int, seconds: float, tmp_path: Path) -> None:
    manuscript = read(tmp_path, (piece * size)[:size].encode())
    begun = time.process_time()
    review_document(manuscript, LIBRARY, TODAY, ROLE)
    assert time.process_time() - begun < seconds
