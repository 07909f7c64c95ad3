"""Hostile texts in every field that takes one, all at once: the site, the packs and the feed come out right, and nothing is fetched."""

from __future__ import annotations

import copy
import os
import random
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from generator.checks import check_library
from generator.knowledge.library.loading import load
from generator.knowledge.model.kinds import KINDS
from generator.knowledge.reading.yaml_file import parse
from tests.browser.conftest import project
from tests.hostile.fields import DATA, Field, fields, put, records
from tests.hostile.judging import faults_of_site
from tests.hostile.payloads import CANARY, LETTERS, WRITTEN

OPEN = datetime(2026, 11, 25, 12, tzinfo=UTC)
"""A day on which the example network's vacancy is open, so that its pages tell search engines of it."""

ROUNDS = 12
"""How often a folder is checked and put right before the test gives up."""


class Folder:
    """A copy of our data with hostile texts in it."""

    def __init__(self, folder: Path, texts: list[str], seed: int) -> None:
        """Put one of `texts`, chosen by `seed`, into every field that takes it."""
        shutil.copytree(DATA, folder)
        self.folder, self.chance = folder, random.Random(seed)
        self.planted: dict[str, dict[Field, str]] = defaultdict(dict)
        self.values: dict[str, Any] = {}
        for field in fields():
            self._plant(field, texts)
        self._write()

    def _plant(self, field: Field, texts: list[str]) -> None:
        name = f"{field.kind.folder}/{field.file.name}"
        value = self.values.setdefault(name, copy.deepcopy(records(field.kind)[field.file]))
        for text in self.chance.sample(texts, 3):
            with suppress(ValidationError):
                changed = copy.deepcopy(value)
                put(changed, field.steps, text)
                field.kind.model.model_validate(changed)
                self.values[name] = changed
                self.planted[name][field] = text
                return

    def _write(self) -> None:
        for name in self.planted:
            (self.folder / name).write_text(written(self.values[name]))

    def settle(self) -> int:
        """Take back what breaks a rule on meaning, by the line that is told. Returns how many fields are still hostile."""
        for _ in range(ROUNDS):
            library, report = load(self.folder, "data")
            report.extend(check_library(library, OPEN.date()))
            wrong = [p for p in report if p.severity == "error"]
            if not wrong:
                return sum(map(len, self.planted.values()))
            for problem in wrong:
                self._take_back(problem.place.file.removeprefix("data/"), problem.place.line or 1)
        pytest.fail(f"cannot be put right: {wrong[:3]}")

    def _take_back(self, name: str, line: int) -> None:
        """The hostile text on this line; where it has none, the file as it was."""
        planted = self.planted.get(name, {})
        document, _ = parse((self.folder / name).read_bytes(), name)
        here = [f for f in planted if document.place(*f.steps).line == line]
        for field in here or list(planted):
            del planted[field]
        value = copy.deepcopy(yaml_value(name))
        for field, text in planted.items():
            put(value, field.steps, text)
        self.values[name] = value
        (self.folder / name).write_text(written(value))


def written(value: Any) -> str:
    """A record as a file, each text on one line: what is told of a part of it is told of that line."""
    return yaml.safe_dump(value, sort_keys=False, width=10**7)


def yaml_value(name: str) -> Any:
    """Our own record."""
    kind = next(k for k in KINDS if k.folder == name.split("/")[0] and k.owns(name.split("/")[1]))
    return records(kind)[DATA / name]


def built(tmp_path: Path, texts: list[str], seed: int, *more: str) -> tuple[Path, int]:
    """A site from hostile data, and how many fields are hostile."""
    place = tmp_path / "area"
    project(place)
    folder = Folder(place / "data", texts, seed)
    hostile = folder.settle()
    shutil.copytree(DATA.parent / "content", place / "content")
    before = outside(tmp_path)
    day = str(int(OPEN.timestamp()))
    environment = {**os.environ, "SOURCE_DATE_EPOCH": day, "FINGERPOST_DEBUG": "1", "PYTHONPATH": str(sealed(tmp_path))}
    command = [sys.executable, "-m", "generator", "build", *more]
    ran = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)
    assert "Traceback" not in ran.stdout + ran.stderr, ran.stdout + ran.stderr
    assert ran.returncode == 0, ran.stdout[-3000:]
    assert outside(tmp_path) == before
    assert not (tmp_path / "asked").exists(), (tmp_path / "asked").read_text()
    return place / "site", hostile


def outside(tmp_path: Path) -> set[str]:
    """What is there beside what a build writes."""
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    return {name for name in found if not re.match(r"area/(site|build|\.cache)|sealed|asked", name)}


def sealed(tmp_path: Path) -> Path:
    """A folder for Python’s path: with it, whoever asks the network for anything in any process is written down."""
    folder = tmp_path / "sealed"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(
        "import sys\n"
        "def heard(event, told):\n"
        "    if event in ('socket.getaddrinfo', 'socket.connect', 'urllib.Request') and not str(told[1:2]).startswith(\"('/\"):\n"
        f"        open({str(tmp_path / 'asked')!r}, 'a').write(f'{{event}} {{told}}\\n')\n"
        "    if event == 'open' and 'canary' in str(told[0]) and 'etc' in str(told[0]):\n"
        f"        open({str(tmp_path / 'asked')!r}, 'a').write(f'{{event}} {{told}}\\n')\n"
        "sys.addaudithook(heard)\n"
    )
    return folder


def test_the_seal_hears(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(sealed(tmp_path))}
    asks = "import socket, contextlib\nwith contextlib.suppress(OSError): socket.getaddrinfo('127.0.0.1', 1)"
    subprocess.run([sys.executable, "-c", asks], env=environment, check=True)
    assert "getaddrinfo" in (tmp_path / "asked").read_text()


def judged(site: Path) -> Iterator[str]:
    yield from faults_of_site(site)
    texts = "".join(path.read_text() for path in site.rglob("*.html"))
    if texts.count(CANARY) < 100:
        yield "hardly any hostile text is shown: the test tries nothing"
    if not any(letters in texts for letters in ("安全", "كاناري", "🧭👩")):
        yield "no page shows letters that packs cannot"


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("seed", range(2, 14))
def test_sites_and_packs_of_hostile_texts_are_right(tmp_path: Path, seed: int) -> None:
    site, hostile = built(tmp_path, [*WRITTEN, *LETTERS], seed)
    assert hostile > 100
    assert list(judged(site)) == []
