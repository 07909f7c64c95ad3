"""Letters that packs cannot show are told by the check before anything is printed: those letters, and in no other text."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from pydantic import ValidationError

from generator.checks.letters import letters_printed
from generator.checks.typeface import LACKING
from generator.documents.formats.pdf import layers
from generator.documents.formats.pdf.fonts import FONTS, fonts_folder
from generator.documents.formats.pdf.printer import Printer
from generator.documents.packs.compose import all_packs
from generator.documents.packs.model import Pack
from generator.documents.templating.environment import environment
from generator.knowledge.library.loading import load
from generator.knowledge.model import Role
from generator.knowledge.model.kinds import KINDS
from tests.hostile.fields import DATA, Field, fields, put, records

from .test_printer import sources

OPEN = datetime(2026, 11, 25, tzinfo=UTC).date()
"""A day on which the example network's vacancy is open."""

INSTEAD = {"contact.name", "contact.job", "defaults.supervision", "roles.0.vacancies.0.reference"}
"""Texts of the example network that packs would show, if it had not said something else for one role or vacancy."""

LINK_WORKER = DATA / "roles" / "link-worker-band-6.yaml"
TRAINING = {"provider": "A university", "award": "A diploma", "starts": "In autumn", "notes": ["It is paid."]}
"""None of our roles is a training post, so one becomes it."""

FIRST = 0x4E00
"""The first of 20,000 letters that the typeface lacks: each field gets one of its own."""


@pytest.mark.parametrize("font", FONTS)
def test_the_list_of_letters_is_that_of_the_font(font: str) -> None:
    with TTFont(fonts_folder() / font) as opened:
        has = set(opened.getBestCmap()) | {ord(c) for c in "\t\n\r"}
    wrong = [f"U+{code:04X}" for code in range(0x110000) if bool(LACKING.match(chr(code))) == (code in has)]
    assert wrong == []


def planted(folder: Path) -> dict[str, Field]:
    """Our data with a letter of its own in every field that takes one. Returns which letter is in which field."""
    shutil.copytree(DATA, folder)
    role = next(kind for kind in KINDS if kind.model is Role)
    ways = [("provider",), ("award",), ("starts",), ("notes", 0)]
    values: dict[Path, Any] = {LINK_WORKER: {**records(role)[LINK_WORKER], "training": TRAINING}}
    found: dict[str, Field] = {}
    for number, field in enumerate([*fields(), *(Field(role, LINK_WORKER, ("training", *way)) for way in ways)]):
        letter, value = chr(FIRST + number), values.get(field.file, records(field.kind)[field.file])
        for text in (f"Words {letter}", f"https://example.org/{letter}"):
            changed = copy.deepcopy(value)
            put(changed, field.steps, text)
            with suppress(ValidationError):
                field.kind.model.model_validate(changed)
                values[field.file], found[letter] = changed, field
                break
    for file, value in values.items():
        (folder / file.relative_to(DATA)).write_text(yaml.safe_dump(value, sort_keys=False, allow_unicode=True))
    return found


@pytest.mark.slow
def test_the_check_tells_of_those_fields_that_packs_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = planted(tmp_path / "data")
    library, report = load(tmp_path / "data")
    assert not report.fails
    told = {letter for problem in letters_printed(library) for letter in "".join(LACKING.findall(problem.message))}
    packs = {pack.stem: letters_in(sources(pack)) for pack in all_packs(library, OPEN)}
    shown = set[str]().union(*packs.values())
    assert [where[letter] for letter in shown - told] == []
    assert {".".join(map(str, where[letter].steps)) for letter in told - shown} == INSTEAD
    assert len(shown) > 70
    fullest = max(all_packs(library, OPEN), key=lambda pack: len(packs[pack.stem]))
    assert packs[fullest.stem] == letters_in(rendered(fullest, monkeypatch)), "a printer lays out other markup"


def letters_in(markup: Iterable[str]) -> set[str]:
    return {letter for source in markup for run in LACKING.findall(source) for letter in run}


def rendered(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The markup that a printer lays a pack out from. What the typeface lacks is taken out, else it would print nothing."""
    found: list[str] = []
    real = layers.render

    def render(*asked: Any, **values: Any) -> str:
        found.append(real(*asked, **values))
        return LACKING.sub("x", found[-1])

    monkeypatch.setattr(layers, "render", render)
    Printer(environment()).press(pack)
    return found
