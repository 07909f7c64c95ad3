"""Changes taken into the network's file: the pack that is made of it says what the edited Word file says."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from typer.testing import CliRunner

from generator.cli import app
from generator.documents.formats.docx.document import write_docx
from generator.documents.packs.compose import make_network_pack, make_pack
from generator.knowledge.drafts.carried import as_properties, from_properties, read_carried
from generator.knowledge.drafts.compare import compare
from generator.knowledge.drafts.newer_role import other_clauses
from generator.knowledge.drafts.taking import take_changes
from generator.knowledge.model import Network
from generator.knowledge.reading.yaml_file import parse
from generator.knowledge.source_documents.edited_word import read_edited
from generator.knowledge.tailoring.alterations import in_print_order
from generator.knowledge.tailoring.tailor import tailor
from tests.edited.editing import Editor
from tests.edited.older import older
from tests.edited.test_cases import CASES, ROLE, sent
from tests.ours import LIBRARY
from tests.tailor.browser_side import node

__all__ = ["sent"]


OTHER_ORDER: set[str] = set()
"""Cases whose file does not say in which order its sentences are."""


@pytest.mark.quick_cases(every=4)
@pytest.mark.parametrize("name", CASES)
def test_the_tailored_role_says_what_the_file_says(name: str, sent: bytes) -> None:
    carried = read_carried(from_properties(read_edited(sent, "").properties) or "")
    editor = Editor(sent)
    for step in CASES[name]["steps"]:
        editor.do(dict(step))
    edited = read_edited(editor.content(), "")
    found = compare(carried, edited)
    taken = take_changes(carried, found.changes)
    document, problems = parse(yaml.safe_dump(taken.network, allow_unicode=True).encode(), "x.yaml")
    network = Network.model_validate(document.value)
    assert problems == []
    role, specification = LIBRARY.roles[ROLE], LIBRARY.specifications[ROLE]
    made = tailor(role, specification, network.roles[0], network.defaults)
    texts = [each.text for each in in_print_order(made.role, made.specification)]
    in_file = {block.says for block in edited.blocks}
    left = {words for change in taken.left for words in (change.before, change.after)}
    new = [change.after for change in found.changes if change.kind in ("added", "reworded") and change.about in ("statement", "criterion")]
    assert [text for text in new if text not in texts and text not in left] == []
    assert [text for text in texts if text not in in_file and text not in left and not any(text in each for each in in_file)] == []
    assert len(texts) == len(set(texts)) or name.endswith("with its tag")
    assert [change for change in taken.left if change not in found.changes] == []
    if name not in OTHER_ORDER:
        says = [block.says for block in edited.blocks if block.says in set(texts)]
        assert [text for text in dict.fromkeys(texts) if text in says] == list(dict.fromkeys(says))


def test_a_heading_of_a_section_that_was_reworded_is_renamed(sent: bytes) -> None:
    carried = read_carried(from_properties(read_edited(sent, "").properties) or "")
    editor = Editor(sent)
    editor.do({"heading": "Research and audit", "to": "Research and audits"})
    taken = take_changes(carried, compare(carried, read_edited(editor.content(), "")).changes)
    assert taken.left == ()
    overlay = Network.model_validate(taken.network).roles[0]
    assert [(rename.id, rename.heading) for rename in overlay.rename] == [("research-and-audit", "Research and audits")]


def test_a_line_of_the_role_on_a_page_comes_home(sent: bytes) -> None:
    carried = read_carried(from_properties(read_edited(sent, "").properties) or "")
    first, *rest = LIBRARY.roles[ROLE].in_three_lines
    editor = Editor(sent)
    editor.do({"replace_text": first, "to": f"{first[:-1]} every day."})
    editor.do({"replace_text": rest[0], "to": ""})
    taken = take_changes(carried, compare(carried, read_edited(editor.content(), "")).changes)
    assert taken.left == ()
    assert Network.model_validate(taken.network).roles[0].fill.in_three_lines == [f"{first[:-1]} every day.", *rest[1:]]


def test_the_command_lists_and_writes(sent: bytes, tmp_path: Path) -> None:
    editor = Editor(sent)
    editor.do({"track_append": "statement:referrals", "words": " Reply soon.", "by": "Jo Hart", "day": "2026-11-03"})
    editor.do({"move": "statement:first-contact", "after": "statement:brief-interventions"})
    editor.do({"append": "clause:safeguarding", "words": " Always."})
    file, target = tmp_path / "edited.docx", tmp_path / "network.yaml"
    file.write_bytes(editor.content())
    ran = CliRunner().invoke(app, ["draft", str(file), "--write", str(target)])
    assert ran.exit_code == 0, ran.output
    assert "Statement ‘referrals’: reworded. By Jo Hart, 3 November 2026." in ran.output
    assert "1 change left for you" in ran.output
    assert "Changed in Word by Jo Hart." in target.read_text(encoding="utf-8")
    again = CliRunner().invoke(app, ["draft", str(file), "--write", str(target)])
    assert again.exit_code == 2
    told = CliRunner().invoke(app, ["draft", str(file), "--format", "json"])
    assert [change["id"] for change in json.loads(told.output)["changes"]] == ["referrals", "first-contact", "safeguarding"]


@pytest.mark.slow
def test_a_file_that_has_lost_what_it_was_made_from_is_named(sent: bytes, tmp_path: Path) -> None:
    editor = Editor(sent)
    editor.do({"append": "statement:referrals", "words": " Reply soon."})
    editor.do({"strip": ["controls", "properties"]})
    file = tmp_path / "edited.docx"
    file.write_bytes(editor.content())
    ran = CliRunner().invoke(app, ["draft", str(file)])
    assert ran.exit_code == 1
    assert "[draft-of-nothing]" in ran.output
    ran = CliRunner().invoke(app, ["draft", str(file), "--role", ROLE, "--network", "example-network"])
    assert "Statement ‘referrals’: reworded." in ran.output


def test_what_a_newer_role_means_for_the_draft_is_told(sent: bytes, tmp_path: Path) -> None:
    file = tmp_path / "older.docx"
    file.write_bytes(older(sent))
    ran = CliRunner().invoke(app, ["draft", str(file), "--format", "json"])
    assert ran.exit_code == 0, ran.output
    unread = json.loads(ran.output)["unread"]
    assert any("no longer has ‘gone’ (reword): Our old sentence." in line for line in unread)
    assert any("It said: Take the old referrals. It says now: " in line and "You say: Our way with referrals." in line for line in unread)
    assert any("‘prompt-advice’" in line and line.endswith("You leave it out.") for line in unread)


def test_shared_clauses_that_a_role_gained_and_lost_are_told(sent: bytes) -> None:
    carried = read_carried(from_properties(read_edited(sent, "").properties) or "")
    then = [name for name in LIBRARY.roles[ROLE].clauses if name != "harassment"]
    headings = {name: clause.heading for name, clause in LIBRARY.clauses.items()}
    assert list(other_clauses(carried["sent"], LIBRARY.roles[ROLE].clauses, headings)) == []
    [lost] = other_clauses(carried["sent"], then, headings)
    assert lost.startswith("the role no longer has the shared clause ‘Freedom from harassment’: You will not harass anyone")
    [gained] = other_clauses(carried["sent"], [*then, "harassment", "one-more"], headings)
    assert gained == "the role now has the shared clause ‘one-more’"
    assert list(other_clauses(None, then, headings)) == []


def test_the_browser_tells_the_same_of_shared_clauses(sent: bytes, tmp_path: Path) -> None:
    carried = read_carried(from_properties(read_edited(sent, "").properties) or "")
    today = list(LIBRARY.roles[ROLE].clauses)
    cases = [today, today[1:], [*today, "one-more"], [*today[:2], "clause-" + "of-a-very-long-name-" * 4]]
    headings = {name: clause.heading for name, clause in LIBRARY.clauses.items()}
    given = tmp_path / "given.json"
    given.write_text(json.dumps({"sent": carried["sent"], "cases": cases, "headings": headings}), encoding="utf-8")
    told = json.loads(subprocess.run([node(), Path(__file__).parent / "other-clauses.mjs", given], capture_output=True, check=True).stdout)
    lines = [list(other_clauses(carried["sent"], case, headings)) for case in cases]
    assert told == [[f"{line[0].upper()}{line[1:]}" for line in found] for found in lines]
    assert [len(found) for found in told][:3] == [0, 1, 1]


def zipped(name: str) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr(name, b"<x/>")
    return made.getvalue()


@pytest.mark.quick_cases(every=3)
@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "draft-not-word", id="nothing"),
        pytest.param(b"%PDF-1.7", "draft-not-word", id="a pdf"),
        pytest.param(b"{\\rtf1 }", "draft-not-word", id="rich text"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "draft-not-word", id="an old document"),
        pytest.param(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "document-locked", id="with a password"),
        pytest.param(b"PK\x03\x04 and so on", "document-unreadable", id="a broken zip"),
        pytest.param(zipped("[Content_Types].xml"), "draft-not-word", id="a zip without a document"),
    ],
)
def test_what_is_no_word_file_is_refused_in_words(content: bytes, code: str, tmp_path: Path) -> None:
    file = tmp_path / "edited.docx"
    file.write_bytes(content)
    ran = CliRunner().invoke(app, ["draft", str(file)])
    assert ran.exit_code == 1
    assert f"[{code}]" in ran.output
    assert "Traceback" not in ran.output


def test_a_damaged_origin_is_told(sent: bytes, tmp_path: Path) -> None:
    editor = Editor(sent)
    editor.parts["docProps/custom.xml"] = editor.parts["docProps/custom.xml"].replace(b"fingerpost-002", b"other")
    file = tmp_path / "edited.docx"
    file.write_bytes(editor.content())
    assert "[draft-damaged]" in CliRunner().invoke(app, ["draft", str(file)]).output


def test_the_file_of_a_base_role_has_nowhere_to_go(tmp_path: Path) -> None:
    file, target = tmp_path / "base.docx", tmp_path / "network.yaml"
    file.write_bytes(write_docx(make_pack(LIBRARY, "link-worker-band-6")))
    ran = CliRunner().invoke(app, ["draft", str(file), "--write", str(target)])
    assert "[draft-of-base-role]" in ran.output
    assert not target.exists()


def deep(sent: bytes) -> bytes:
    editor = Editor(sent)
    part = editor.parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + b"<w:ins>" * 240)
    editor.parts["word/document.xml"] = part.replace(b"</w:body>", b"</w:ins>" * 240 + b"</w:body>")
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in editor.parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def foreign(file: bytes, **values: object) -> bytes:
    """A file that says of itself what nobody of ours wrote."""
    editor = Editor(file)
    whole = read_carried(from_properties(read_edited(file, "").properties) or "") | values
    found = "".join(f'<property name="{n}"><a>{v}</a></property>' for n, v in as_properties(yaml.safe_dump(whole)).items())
    editor.parts["docProps/custom.xml"] = f"<Properties>{found}</Properties>".encode()
    return editor.content()


FOREIGN: dict[str, dict[str, object]] = {
    "a base of another kind": {"base": {"digest": "", "sections": [1], "categories": []}},
    "a network of another kind": {"network": {"id": "../x"}},
    "no role": {"role": ["a"]},
    "a later form": {"fingerpost": 2},
}


@pytest.mark.quick_cases("a base of another kind", "a network of another kind")
@pytest.mark.parametrize("name", FOREIGN)
def test_what_strangers_wrote_into_a_file_is_refused_in_words(name: str, sent: bytes, tmp_path: Path) -> None:
    file = tmp_path / "edited.docx"
    file.write_bytes(foreign(sent, **FOREIGN[name]))
    assert "[draft-damaged]" in CliRunner().invoke(app, ["draft", str(file)]).output


@pytest.mark.slow
def test_odd_words_that_were_sent_and_deep_files_are_no_mistake_of_ours(sent: bytes, tmp_path: Path) -> None:
    file = tmp_path / "edited.docx"
    odd = {"blocks": [1, {}, {"text": [1], "row": "x", "spans": [[1]]}, {"text": "a", "tag": "statement:gone", "heading": "9"}]}
    for content in (foreign(sent, sent=odd), foreign(sent, sent=[]), deep(sent)):
        file.write_bytes(content)
        ran = CliRunner().invoke(app, ["draft", str(file)])
        assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception


@pytest.mark.slow
def test_a_section_of_ones_own_comes_home_with_another_heading_or_is_gone() -> None:
    network = LIBRARY.networks["example-network"]
    index = [overlay.role for overlay in network.roles].index("link-worker-band-6")
    sent = write_docx(make_network_pack(LIBRARY, network, index, date(2026, 11, 22)))
    carried = read_carried(from_properties(read_edited(sent, "").properties) or "")
    assert compare(carried, read_edited(sent, "")).changes == ()
    editor = Editor(sent)
    editor.do({"heading": "Meetings with the practices", "to": "Meetings with practices"})
    taken = take_changes(carried, compare(carried, read_edited(editor.content(), "")).changes)
    assert taken.left == ()
    assert [(each.id, each.heading) for each in Network.model_validate(taken.network).roles[0].add_sections] == [
        ("practice-meetings", "Meetings with practices")
    ]
    editor.do({"drop_heading": "Meetings with practices"})
    editor.do({"drop": "statement:monthly-practice-meeting"})
    found = compare(carried, read_edited(editor.content(), ""))
    assert [(change.kind, change.about) for change in found.changes] == [("dropped", "statement"), ("dropped", "section")]
    overlay = Network.model_validate(take_changes(carried, found.changes).network).roles[0]
    assert (overlay.add_sections, [each.id for each in overlay.add]) == ([], ["weekly-clinic"])
