"""The same data and the same SOURCE_DATE_EPOCH give the same bytes, in another folder, on another day, in another place."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CASES, TODAY
from tests.publishing.test_build import made
from tests.publishing.test_crash import prepare

HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}
THERE = {"PYTHONHASHSEED": "4321", "TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "de_DE.UTF-8", "HOME": "/nonexistent", "COLUMNS": "40"}

SHIFTED = """
import datetime, os, time
AHEAD = 5 * 365.25 * 86400 + 12345
for name in ('time', 'time_ns'):
    real = getattr(time, name)
    setattr(time, name, lambda real=real, ahead=AHEAD if name == 'time' else int(AHEAD) * 10**9: real() + ahead)
for name in ('gmtime', 'localtime'):
    real = getattr(time, name)
    setattr(time, name, lambda seconds=None, real=real: real(time.time() if seconds is None else seconds))
class Later(type(datetime.datetime)):
    def __instancecheck__(cls, instance): return isinstance(instance, real_datetime)
    def __subclasscheck__(cls, other): return issubclass(other, real_datetime)
real_datetime, real_date = datetime.datetime, datetime.date
class datetime_later(real_datetime, metaclass=Later):
    @classmethod
    def now(cls, tz=None): return real_datetime.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls): return real_datetime.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)
    @classmethod
    def today(cls): return real_datetime.fromtimestamp(time.time())
datetime.datetime = datetime_later
"""
"""Makes every Python process of a build believe that it is five years later."""


def build(area: Path, surroundings: dict[str, str], later: Path | None, *more: str) -> dict[str, str]:
    """A site's files and their digests."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": TODAY, **surroundings, **({"PYTHONPATH": str(later)} if later else {})}
    command = [sys.executable, "-m", "generator", "build", *more]
    ran = subprocess.run(command, cwd=area, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return made(area / "site")


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """A folder for Python's path that moves its clock."""
    folder = tmp_path / "later"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(SHIFTED)
    asked = [sys.executable, "-c", "import datetime, time; print(datetime.datetime.now().year - 1970, time.localtime().tm_year - 1970)"]
    told = subprocess.run(asked, env={**os.environ, "PYTHONPATH": str(folder)}, capture_output=True, text=True, check=True).stdout.split()
    now = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()
    assert [int(year) - int(before) for year, before in zip(told, now, strict=True)] == [5, 5], "the clock does not move"
    return folder


def both(tmp_path: Path, data: Path, later: Path, *more: str) -> tuple[dict[str, str], dict[str, str]]:
    here, there = tmp_path / "here", tmp_path / "some where" / "else, much further down than the first"
    for area in (here, there):
        area.mkdir(parents=True)
        shutil.copytree(data, area / "data")
        prepare(area)
    for path in (there / "data").rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    return build(here, HERE, None, *more), build(there, THERE, later, *more)


@pytest.mark.slow
def test_a_small_site_is_the_same_to_the_byte(tmp_path: Path, later: Path) -> None:
    here, there = both(tmp_path, CASES / "valid" / "base" / "data", later)
    assert "packs/guide-band-4.docx" in here
    assert here == there


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_whole_site_is_the_same_to_the_byte(tmp_path: Path, later: Path) -> None:
    here, there = both(tmp_path, Path(__file__).parents[2] / "data", later)
    assert len(here) > 300
    assert here == there
    assert build(tmp_path / "here", THERE, None) == here, "with all that the first build remembers"
