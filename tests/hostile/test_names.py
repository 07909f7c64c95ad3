"""Names that lead elsewhere: of files, of hand-written pages, of records, and of what is asked for at the command."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import Result

from generator.knowledge.library.loading import load
from generator.knowledge.reading.pages import read_pages
from generator.problems import Report, as_text, printable
from tests.conftest import CASES, TODAY
from tests.hostile.judging import unseen
from tests.hostile.payloads import PATHS
from tests.publishing.test_crash import prepare
from tests.tiers import examples

PAGE = "---\ntitle: canary\ndescription: canary\n---\ncanary\n"
UNSEEN = ["\u202ex", "\u3164", "x\u200cy\u0600", "\U000e0041\U000e0042"]
NAMES = ['"><script>', "{{ 7*7 }}", "a b#c?d%2e", "new\nline", "-x", "..x", "é漢🧭", "javascript:x", "'x'", "a\\b", "\udcff", *UNSEEN]
ASKED = [*PATHS, "", "-", "--", ".", "..", "a/b", "link-worker-band-6/../../x", "\x00x", "x" * 300, "LPT1", "é"]

COMMANDS = [("new", "role"), ("new", "network"), ("new", "service"), ("pack",), ("pack", "guide-band-4", "--network")]
FOLDERS = ["", "roles", "services", "vocabularies", "nowhere"]
ENDINGS = ["", ".yaml", ".yml", ".YAML", ".yaml.yaml"]
letters = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=40)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_with_a_name_that_makes_no_address_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / f"{name}.md").write_text(PAGE)
    pages, problems = read_pages(tmp_path / "content")
    assert pages == []
    assert [problem.code for problem in problems] == ["page-name-refused"]
    assert unseen(as_text(Report(problems))) == []


def test_nothing_that_cannot_be_seen_is_printed() -> None:
    assert unseen(printable("".join(map(chr, range(0x110000))))) == []


@pytest.mark.slow
def test_a_link_out_of_the_pages_is_not_read(folder: Path, fingerpost: Callable[..., Result]) -> None:
    prepare(folder)
    (folder / "secret.md").write_text(PAGE.replace("canary", "secret"))
    (folder / "content" / "leak.md").symlink_to(folder / "secret.md")
    (folder / "content" / "leak.txt").symlink_to("/etc/passwd")
    result = fingerpost("build", "--no-packs")
    assert "content/leak.md: error: " in result.output
    assert "[page-outside]" in result.output
    assert "secret" not in result.output
    (folder / "content" / "leak.md").unlink()
    assert fingerpost("build", "--no-packs").exit_code == 0
    assert not any(path.name == "leak.txt" for path in (folder / "site").rglob("*"))


@settings(max_examples=examples(60), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(FOLDERS), letters, st.sampled_from(ENDINGS))
def test_a_file_of_any_name_is_read_or_told(tmp_path_factory: pytest.TempPathFactory, kind: str, name: str, ending: str) -> None:
    data = tmp_path_factory.mktemp("named") / "data"
    path = data / kind / f"{name}{ending}"
    if name in (".", "..") or len(path.name.encode()) > 250:
        return
    path.parent.mkdir(parents=True)
    path.write_text("id: canary\n")
    _, report = load(data, "data")
    text = as_text(report)
    assert report.fails
    assert unseen(text) == []
    if not path.name.startswith(".") and kind != "nowhere":
        assert printable(path.name)[:20] in text


@pytest.fixture
def deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The smallest complete project, so far down a folder of this test alone that most names lead no further up."""
    place = tmp_path / "one" / "two" / "three"
    shutil.copytree(CASES / "valid" / "base", place)
    monkeypatch.chdir(place)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    return tmp_path


@pytest.mark.quick_cases(every=3)
@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_writes_where_a_name_leads(deep: Path, fingerpost: Callable[..., Result], command: tuple[str, ...], name: str) -> None:
    def there() -> set[str]:
        return {path.relative_to(deep).as_posix() for path in deep.rglob("*")}

    before = there()
    result = fingerpost(*command, "--", name) if command[-1] != "--network" else fingerpost(*command, name)
    assert result.exit_code in (1, 2)
    assert there() == before
