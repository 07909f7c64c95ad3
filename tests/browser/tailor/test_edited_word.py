"""The browser finds in edited Word files what the command finds, and takes the same changes: over all cases of tests/cases/edited/."""

from __future__ import annotations

import base64
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.documents.browser.tailor import shared_data
from generator.knowledge.drafts.carried import from_properties, read_carried
from generator.knowledge.drafts.compare import compare
from generator.knowledge.drafts.taking import take_changes
from generator.knowledge.source_documents.edited_word import read_edited
from tests.conftest import value_made_once
from tests.edited.editing import Editor
from tests.edited.test_cases import CASES, sent
from tests.ours import LIBRARY

__all__ = ["sent"]

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[3]


def script() -> str:
    """The modules of the browser in one script."""
    program = next(ROOT.glob("node_modules/@esbuild/*/bin/esbuild"))
    command = [str(program), str(Path(__file__).with_name("held.mjs")), "--bundle", "--format=iife", "--tsconfig-raw={}", "--charset=utf8"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout


@cache
def edited(sent: bytes, name: str) -> bytes:
    editor = Editor(sent)
    for step in CASES[name]["steps"]:
        editor.do(dict(step))
    return editor.content()


@cache
def properties(sent: bytes) -> str:
    return from_properties(read_edited(sent, "").properties) or ""


@pytest.fixture(scope="module")
def answers(
    browser: Browser, sent: bytes, tmp_path_factory: pytest.TempPathFactory, worker_id: str, request: pytest.FixtureRequest
) -> dict[str, dict[str, Any]]:
    """What the browser says of each case of this run."""
    here = [item.callspec.params["name"] for item in request.session.items if item.path == request.path]  # type: ignore[attr-defined]
    return value_made_once(tmp_path_factory, worker_id, "edited-word", lambda _: said_by(browser, sent, here))


def said_by(browser: Browser, sent: bytes, names: list[str]) -> dict[str, dict[str, Any]]:
    files = [base64.b64encode(edited(sent, name)).decode() for name in names]
    page = browser.new_page()
    page.add_script_tag(content=script())
    given = {"hidden": shared_data(LIBRARY)["hidden"], "sent": base64.b64encode(sent).decode(), "files": files}
    found = page.evaluate("given => held(given)", given)
    page.close()
    return dict(zip(names, found, strict=True))


@pytest.mark.quick_cases(every=6)
@pytest.mark.parametrize("name", CASES)
def test_both_find_and_take_the_same(name: str, sent: bytes, answers: dict[str, dict[str, Any]]) -> None:
    carried = read_carried(properties(sent))
    found = compare(carried, read_edited(edited(sent, name), ""))
    taken = take_changes(carried, found.changes)
    assert answers[name]["found"] == found.as_json()
    assert answers[name]["left"] == [change.as_json() for change in taken.left]
    assert told(answers[name]["network"]) == told(taken.network)
    assert told(answers[name]["again"]) == told(dict(carried))


def told(value: Any) -> Any:
    """Without empty lists, which say nothing."""
    if isinstance(value, list):
        return [told(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {key: told(inner) for key, inner in value.items() if inner not in ([], {}, None)}
