"""Fixtures for all tests: golden texts, and small data folders."""

from __future__ import annotations

import fcntl
import os
import pickle
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer.testing
from hypothesis import settings
from typer.testing import CliRunner, Result

from tests.slow_tests import SLOW, UNKNOWN
from tests.tiers import examples, mark_slow_cases, set_tier

CASES = Path(__file__).parent / "cases"

TODAY = "1795305600"
"""22 November 2026 in seconds since 1970: the day of every test that does not choose its own."""

# Some machines ask Python to keep no compiled code. A few hundred processes would compile the whole project then, half a second each.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Typer's runner makes the whole tree of commands anew for each call, which takes five times as long as to check a small project.
typer.testing._get_command = cache(typer.testing._get_command)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="Write the golden texts anew. Read the difference before you commit it.")


def pytest_configure(config: pytest.Config) -> None:
    """How many examples there are, before any file of tests is read."""
    set_tier(config.option.markexpr)
    # a busy machine is not a mistake; what hangs is stopped by the limit of each test
    settings.register_profile("patient", deadline=None, max_examples=examples(100))
    settings.load_profile("patient")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Note which are slow, before `-m` leaves them out. `tests/README.md` names them."""
    config.stash[UNKNOWN] = mark_slow_cases(items)
    slow = (item.nodeid for item in items if item.get_closest_marker("slow"))
    config.stash[SLOW] = {(file.removeprefix("tests/"), name.partition("[")[0]) for file, _, name in (one.partition("::") for one in slow)}


def made_once(factory: pytest.TempPathFactory, worker_id: str, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that the first worker of a run to ask for it fills. The other workers wait."""
    shared = factory.getbasetemp() if worker_id == "master" else factory.getbasetemp().parent
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        made, done = shared / f"made-{name}", shared / f"{name}.done"
        if not done.exists():
            shutil.rmtree(made, ignore_errors=True)
            made.mkdir()
            make(made)
            done.touch()
        return made


def value_made_once(factory: pytest.TempPathFactory, worker_id: str, name: str, make: Callable[[Path], Any]) -> Any:
    """What the first worker of a run to ask for it makes, with a folder for its files. The other workers read it."""

    def keep(folder: Path) -> None:
        (folder / "value.pickle").write_bytes(pickle.dumps(make(folder)))

    return pickle.loads((made_once(factory, worker_id, name, keep) / "value.pickle").read_bytes())


@contextmanager
def remembering(config: pytest.Config, name: str, cache: Path) -> Iterator[None]:
    """A build begins with what the build of this name remembered in the last run of the tests, if there was one, and leaves what it has.

    A build believes none of it (`test_corruption.py`, `test_memory.py`): each entry is known by all that it was made from. Under CI (the
    environment has `CI=true`) each run begins without.
    """
    if os.environ.get("CI") == "true":
        yield
        return
    kept, began = Path(config.rootpath, ".pytest_cache", "d", "built", name), time.time()
    with suppress(OSError):
        shutil.copytree(kept, cache)
    yield
    for pack in (cache / "packs").iterdir():
        if pack.stat().st_mtime < began:  # this build had no use for it: else every change would make what is kept larger
            pack.unlink()
    with suppress(OSError):  # a run beside this one keeps its own
        new = kept.with_name(f"{name}.{os.getpid()}")
        shutil.copytree(cache, new)
        shutil.rmtree(kept, ignore_errors=True)
        new.rename(kept)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with a golden file, or renews the file."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--renew"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.read_text(encoding="utf-8") == text

    return compare


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the smallest complete `data/`; commands run in it, on 22 November 2026."""
    shutil.copytree(CASES / "valid" / "base", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    return tmp_path


@pytest.fixture
def fingerpost() -> Callable[..., Result]:
    """Runs the command as people do, in this process."""
    from generator.cli import app

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(app, list(arguments), catch_exceptions=False)

    return run
