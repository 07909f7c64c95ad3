"""`fingerpost pack` uses what the last build kept, believes only what is the same in every byte, and writes the same file as without."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

import generator.checks
from generator.publishing.printing.press import Press
from tests.conftest import TODAY

ROLE = "guide-band-4"
LATER = str(int(TODAY) + 86_400)

Pack = Callable[..., Result]


class Worked(Exception):
    """Something was done that a build had done before."""


@pytest.fixture
def pack(area: Path, fingerpost: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> Pack:
    """The command, in a built project."""
    monkeypatch.chdir(area)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    return lambda *more: fingerpost("pack", ROLE, "--to", "pdf", *more)


@pytest.fixture
def refuses(monkeypatch: pytest.MonkeyPatch) -> Callable[[object, str], None]:
    """Forbids a function."""

    def forbid(where: object, name: str) -> None:
        def worked(*_: object, **__: object) -> None:
            raise Worked(name)

        monkeypatch.setattr(where, name, worked)

    return forbid


def test_a_pack_that_a_build_made_is_neither_checked_nor_printed_again(
    area: Path, pack: Pack, refuses: Callable[[object, str], None]
) -> None:
    refuses(generator.checks, "check_library")
    refuses(Press, "make")
    assert pack("--out", "packs").exit_code == 0
    assert (area / "packs" / f"{ROLE}.pdf").read_bytes() == (area / "site" / "packs" / f"{ROLE}.pdf").read_bytes()


def edit(area: Path) -> None:
    role = area / "data" / "roles" / f"{ROLE}.yaml"
    role.write_text(role.read_text() + "# looked at\n")


@pytest.mark.parametrize("what", ["another day", "another word", "nothing kept", "something else kept"])
def test_it_is_checked_where_anything_is_not_as_it_was(
    what: str, area: Path, pack: Pack, refuses: Callable[[object, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    change: dict[str, Callable[[], object]] = {
        "another day": lambda: monkeypatch.setenv("SOURCE_DATE_EPOCH", LATER),
        "another word": lambda: edit(area),
        "nothing kept": lambda: shutil.rmtree(area / ".cache"),
        "something else kept": lambda: (area / ".cache" / "approved").write_text("yes"),
    }
    change[what]()
    refuses(generator.checks, "check_library")
    with pytest.raises(Worked):
        pack()


def test_the_file_is_the_same_without_what_was_kept(area: Path, pack: Pack) -> None:
    shutil.rmtree(area / ".cache")
    assert pack("--out", "packs").exit_code == 0
    assert not (area / ".cache").exists()
    assert (area / "packs" / f"{ROLE}.pdf").read_bytes() == (area / "site" / "packs" / f"{ROLE}.pdf").read_bytes()
