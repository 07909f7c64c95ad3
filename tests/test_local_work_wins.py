"""Any sequence of changes in a feed, in our files and in exported sheets: no word of ours is lost, and none is invented."""

from __future__ import annotations

import csv
import io
import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.knowledge.directory.importing.merging import values_of
from generator.knowledge.directory.importing.records import Import
from generator.knowledge.directory.importing.yaml_files import yaml_text
from generator.knowledge.library.loading import load
from generator.publishing.directory.export_services import outgoing
from generator.publishing.directory.import_services import incoming

CASES = Path(__file__).parent / "cases" / "imports"
TODAY = date(2026, 11, 22)
KEY = "11111111-1111-4111-8111-111111111111"
NAME = "tea"

FIELDS = {"summary": "description", "cost_note": "fees", "alert": "alert", "how_to_refer": "application_process", "email": "email"}
"""Our fields, and what a feed calls them."""

fields = st.sampled_from(sorted(FIELDS))
words = st.integers(1, 10**6).map(str)
steps = st.lists(st.tuples(st.sampled_from(["feed", "gone", "here", "export", "sheet", "confirm"]), fields, words), min_size=2, max_size=10)


def said(field: str, word: str, who: str) -> str:
    return f"{who}{word}@tea.example" if field == "email" else f"{who.capitalize()} said {word}."


class World:
    """A feed, a data folder and an exported sheet, and what must stand in the record."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, folder / "data" / "services" / f"{NAME}.yaml"
        self.feed: dict[str, Any] = {
            "id": KEY, "name": "Tea", "url": "https://tea.example", "description": "Feed said 0.", "organization": {"name": "Trust"},
        }  # fmt: skip
        self.mine: dict[str, str] = {}
        self.said: dict[str, set[str]] = {field: {"Feed said 0."} for field in FIELDS}
        self.sheet: list[list[str]] = []
        self.at_export: dict[str, str] = {}
        self.sure = False
        self.take(folder / "feed.json", json.dumps([self.feed]))

    def take(self, path: Path, content: str) -> Any:
        path.write_text(content, encoding="utf-8")
        outcome = incoming(Import(path, path.name, "Feed", load(self.folder / "data")[0], TODAY))
        assert not outcome.report.fails, list(outcome.report)
        assert outcome.gone == []
        outcome.write(self.folder / "data")
        return outcome

    def values(self) -> dict[str, Any]:
        return values_of(load(self.folder / "data")[0].services[NAME])

    def kept(self, outcome: Any) -> set[str]:
        return {one.field for one in outcome.kept.get(NAME, [])}

    def step(self, what: str, field: str, word: str) -> None:
        before = self.values()
        if what == "feed":
            text = said(field, word, "feed")
            self.said[field].add(text)
            same = self.feed.get(FIELDS[field]) == text
            self.feed[FIELDS[field]] = text
            outcome = self.take(self.folder / "feed.json", json.dumps([self.feed]))
            assert same or self.values().get(field) == text or field in self.kept(outcome), "what changed there came in, or is told"
            if field in self.mine or self.sure:
                assert self.values().get(field) == before.get(field)
        elif what == "gone":
            had = self.feed.pop(FIELDS[field], None)
            outcome = self.take(self.folder / "feed.json", json.dumps([self.feed]))
            kept = {before.get(field)} if field in self.mine or self.sure or field == "summary" else {None, before.get(field)}
            assert self.values().get(field) in kept
            assert had is None or field == "summary" or self.values().get(field) is None or field in {*self.kept(outcome), *self.mine}
        elif what == "here":
            self.mine[field] = said(field, word, "staff")
            self.said[field].add(self.mine[field])
            self.file.write_text(yaml_text({**before, field: self.mine[field]}, {}), encoding="utf-8")
        elif what == "confirm":
            self.sure = True
            self.file.write_text(yaml_text({**before, "confidence": "high", "assured_by": "Staff"}, {}), encoding="utf-8")
        elif what == "export":
            library = load(self.folder / "data")[0]
            content = outgoing(library, [library.services[NAME]], ".csv").decode("utf-8-sig")
            self.sheet, self.at_export = list(csv.reader(io.StringIO(content))), before
        elif self.sheet:
            self.edit(field, said(field, word, "sheet"), before)

    def edit(self, field: str, text: str, before: dict[str, Any]) -> None:
        self.said[field].add(text)
        self.sheet[1][self.sheet[0].index(field)] = text
        out = io.StringIO(newline="")
        csv.writer(out).writerows(self.sheet)
        outcome = self.take(self.folder / "sheet.csv", out.getvalue())
        if text == self.at_export.get(field):
            assert self.values().get(field) == before.get(field), "a cell that is as it was exported changes nothing"
        elif before.get(field) in (self.at_export.get(field), text):
            assert self.values().get(field) == text, "what was edited in the sheet changed"
            self.mine[field] = text
        else:
            assert self.values().get(field) == before.get(field)
            assert field in self.kept(outcome)

    def check(self) -> None:
        now = self.values()
        assert {field: now.get(field) for field in self.mine} == self.mine, "no word of ours is lost"
        assert all(now.get(field) in {None, *self.said[field]} for field in FIELDS), "no word is invented"
        assert now["confidence"] == ("high" if self.sure else "unverified")


def lived(folder: Path, sequence: list[tuple[str, str, str]]) -> None:
    shutil.rmtree(folder / "data", ignore_errors=True)
    shutil.copytree(CASES.parent / "valid" / "base", folder, dirs_exist_ok=True)
    shutil.copytree(CASES / "base", folder, dirs_exist_ok=True)
    (folder / "data" / "services").mkdir(exist_ok=True)
    world = World(folder)
    for step in sequence:
        world.step(*step)
        world.check()


@example(sequence=[("feed", "email", "60000"), ("feed", "email", "1")])  # figures in an address were read as a number to call
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(sequence=steps)
def test_no_word_of_ours_is_lost(tmp_path: Path, sequence: list[tuple[str, str, str]]) -> None:
    lived(tmp_path, sequence)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@settings(max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))
@given(sequence=steps)
def test_no_word_of_ours_is_lost_in_many_sequences(tmp_path: Path, sequence: list[tuple[str, str, str]]) -> None:
    lived(tmp_path, sequence)
