"""`fingerpost area update`: our later corrections come in, the difference is shown first, and what was changed here stays."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from generator.documents.new import shipped
from generator.documents.new.shipped import (
    SHIPPED,
    SHIPPED_RECORDS,
    digest_of_shipped,
    plan_update,
    read_records,
    zipped_records,
)

Run = Callable[..., Result]

NEEDS, CRISIS, ABOUT, SETTINGS = "data/vocabularies/needs.yaml", "data/crisis/crisis.yaml", "content/about.md", "data/settings/site.yaml"


@pytest.fixture
def area(folder: Path, fingerpost: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new area, in which the commands run."""
    assert fingerpost("new", "area", "north-valley").exit_code == 0
    monkeypatch.chdir(folder / "north-valley")
    return folder / "north-valley"


def older(area: Path, path: str, old: str, new: str) -> None:
    """Make a file as if it had been shipped in an older form, which nobody has changed since."""
    text = (area / path).read_text(encoding="utf-8")
    assert old in text
    (area / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    kept = json.loads((area / SHIPPED).read_text(encoding="utf-8"))
    kept["shipped"][path] = digest_of_shipped((area / path).read_bytes())
    (area / SHIPPED).write_text(json.dumps(kept), encoding="utf-8")
    if path.startswith("data/"):
        records = read_records((area / SHIPPED_RECORDS).read_bytes())
        (area / SHIPPED_RECORDS).write_bytes(zipped_records({**records, path: (area / path).read_bytes()}))


def test_a_correction_of_ours_comes_in(area: Path, fingerpost: Run) -> None:
    now = (area / CRISIS).read_text(encoding="utf-8")
    older(area, CRISIS, "24 hours, every day", "24 hours, all week")
    told = fingerpost("area", "update", "--write").output
    assert f"Corrected by us, and not changed here: 1\n  {CRISIS}\n" in told
    assert (area / CRISIS).read_text(encoding="utf-8") == now


@pytest.mark.slow
def test_a_correction_of_ours_is_shown_and_comes_in_and_local_work_stays(area: Path, fingerpost: Run) -> None:
    now = (area / CRISIS).read_text(encoding="utf-8")
    older(area, CRISIS, '24 hours, every day', '24 hours, all week')
    settings = (area / SETTINGS).read_text(encoding="utf-8").replace("North Valley", "Our valley")
    (area / SETTINGS).write_text(settings, encoding="utf-8")
    older(area, NEEDS, "label: Money worries", "label: Cash worries")
    needs = (area / NEEDS).read_text(encoding="utf-8")
    (area / NEEDS).write_text(needs.replace("label: Loneliness and isolation", "label: Being alone # as people here say"), encoding="utf-8")
    older(area, ABOUT, "Fingerpost", "Signpost")
    (area / ABOUT).write_text("Our own page.\n", encoding="utf-8")
    shown = fingerpost("area", "update")
    assert shown.exit_code == 0
    assert f"Corrected by us, and not changed here: 1\n  {CRISIS}\n" in shown.output
    assert "    -    hours: 24 hours, all week\n    +    hours: 24 hours, every day\n" in shown.output.replace('"', "")
    assert f"Changed here and by us, so left as it is here: 1\n  {ABOUT}\n    -Our own page.\n" in shown.output
    assert "Changed here only: 1" in shown.output
    assert '24 hours, all week' in (area / CRISIS).read_text(encoding="utf-8"), "nothing is written yet"
    merged = f"in different fields, so both come together: 1\n  {NEEDS}\n    needs[money].label: taken\n"
    assert merged in shown.output
    assert "2 files written" in fingerpost("area", "update", "--write").output
    assert (area / CRISIS).read_text(encoding="utf-8") == now
    assert (area / SETTINGS).read_text(encoding="utf-8") == settings
    assert (area / NEEDS).read_text(encoding="utf-8") == needs.replace("Cash", "Money").replace(
        "label: Loneliness and isolation", "label: Being alone # as people here say"
    )
    assert (area / ABOUT).read_text(encoding="utf-8") == "Our own page.\n"


@pytest.mark.slow
def test_a_folder_that_kept_nothing_has_a_careful_first_update(area: Path, fingerpost: Run) -> None:
    ours = (area / NEEDS).read_bytes()
    older(area, NEEDS, "label: Money worries", "label: Cash worries")
    older(area, CRISIS, '24 hours, every day', '24 hours, all week')
    (area / SHIPPED).unlink()
    (area / SHIPPED_RECORDS).unlink()
    told = " ".join(fingerpost("area", "update").output.replace("│", " ").split())
    assert "run the command with --first" in told
    shown = fingerpost("area", "update", "--first")
    assert "nobody knows who changed what" in shown.output
    assert f"Different here: changed here, by us, or both: 2\n  {CRISIS}\n" in shown.output
    assert "1 files written" in fingerpost("area", "update", "--first", "--write", "--take", "data/vocab*").output
    assert (area / NEEDS).read_bytes() == ours
    assert "24 hours, all week" in (area / CRISIS).read_text(encoding="utf-8")
    after = fingerpost("area", "update").output
    assert "left as it is here: 0" in after
    assert "Changed here only: 1" in after


@pytest.mark.slow
def test_a_conflict_is_asked_about_until_someone_decides(area: Path, fingerpost: Run) -> None:
    older(area, ABOUT, "Fingerpost", "Signpost")
    (area / ABOUT).write_text("Our own page.\n", encoding="utf-8")
    fingerpost("area", "update", "--write")
    assert ABOUT in fingerpost("area", "update").output
    fingerpost("area", "update", "--write", "--keep", ABOUT)
    assert ABOUT not in fingerpost("area", "update").output
    assert (area / ABOUT).read_text(encoding="utf-8") == "Our own page.\n"


@pytest.mark.slow
def test_ours_is_taken_where_someone_asks_for_it_and_what_was_deleted_stays_away(area: Path, fingerpost: Run) -> None:
    ours = (area / ABOUT).read_bytes()
    older(area, ABOUT, "Fingerpost", "Signpost")
    (area / ABOUT).write_text("Our own page.\n", encoding="utf-8")
    page = "content/decisions/0001-site-engine.md"
    (area / page).unlink()
    assert fingerpost("area", "update", "--take", page).exit_code == 2
    result = fingerpost("area", "update", "--write", "--take", ABOUT)
    assert f"Deleted here, so left out: 1\n  {page}" in result.output
    assert (area / ABOUT).read_bytes() == ours
    assert not (area / page).exists()
    (area / NEEDS).unlink()
    older(area, CRISIS, '24 hours, every day', '24 hours, all week')
    broken = fingerpost("area", "update", "--write").output
    assert "The data has errors, so the pages are left out." in broken
    assert "No longer shipped, and left here: 0" in broken
    assert '24 hours, all week' not in (area / CRISIS).read_text(encoding="utf-8")


def test_a_folder_that_nobody_made_or_a_damaged_record_is_named(folder: Path, fingerpost: Run) -> None:
    (folder / SHIPPED).parent.mkdir()
    (folder / SHIPPED).write_text('{"area": []}', encoding="utf-8")
    assert "is damaged" in " ".join(fingerpost("area", "update").output.split())
    (folder / SHIPPED).unlink()
    assert "made by" in " ".join(fingerpost("area", "update").output.split())


@pytest.mark.parametrize(
    ("then", "here", "now", "found"),
    [
        (None, None, "b", "added"),
        ("a", "a", "b", "updated"),
        ("a", "c", "b", "conflicts"),
        (None, "c", "b", "conflicts"),
        ("b", "c", "b", "kept"),
        ("a", None, "b", "deleted"),
        ("a", "a", None, "ended"),
        ("a", "b", "b", None),
        ("a", "a\r\n", "a\n", None),
    ],
)
def test_every_meeting_of_then_here_and_now(then: str | None, here: str | None, now: str | None, found: str | None) -> None:
    def one(text: str | None) -> dict[str, bytes]:
        return {} if text is None else {"x": text.encode()}

    plan = plan_update({path: digest_of_shipped(content) for path, content in one(then).items()}, one(here), one(now))
    names = ("added", "updated", "conflicts", "kept", "deleted", "ended")
    assert [name for name in names if getattr(plan, name)] == ([found] if found else [])


def test_what_is_kept_is_read_again() -> None:
    kept = shipped.Shipped("valley", "The “Valley”", shipped.date(2026, 11, 22), roles=True, digests={"a": "b"})
    assert shipped.read_shipped(kept.text()) == kept
