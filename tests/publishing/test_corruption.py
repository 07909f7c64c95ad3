"""What a build remembers is never believed: whatever becomes of its own folders, the next build makes what a clean one makes."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.publishing.conftest import build, succeeds
from tests.publishing.test_build import made

Damage = Callable[[Path, random.Random], object]


def rewritten(file: Path, content: bytes) -> None:
    """In place, as a failing disk does it: whoever has the file by another name has the damage too."""
    with file.open("r+b") as opened:
        opened.write(content)
        opened.truncate(len(content))


def flipped(file: Path, chance: random.Random) -> None:
    content = bytearray(file.read_bytes() or b"x")
    for _ in range(chance.choice((1, 1, 1, 5, 50))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    rewritten(file, bytes(content))


def swapped(file: Path, chance: random.Random) -> None:
    """The content of a neighbour, whole and well formed."""
    other = chance.choice(sorted(path for path in file.parent.iterdir() if path.is_file()))
    rewritten(file, other.read_bytes())


def exchanged(file: Path, chance: random.Random) -> None:
    """Something else in its place."""
    file.unlink()
    chance.choice((os.mkfifo, Path.mkdir, lambda path: path.symlink_to("/etc/passwd"), lambda path: path.symlink_to(path)))(file)


FILES: dict[str, Damage] = {
    "empty": lambda file, chance: rewritten(file, b""),
    "cut": lambda file, chance: rewritten(file, file.read_bytes()[: chance.randrange(1 + file.stat().st_size)]),
    "flipped": flipped,
    "noise": lambda file, chance: rewritten(file, chance.randbytes(file.stat().st_size)),
    "longer": lambda file, chance: rewritten(file, file.read_bytes() + chance.randbytes(chance.randrange(1, 5000))),
    "a neighbour’s": swapped,
    "gone": lambda file, chance: file.unlink(),
    "something else": exchanged,
}

FOLDERS: dict[str, Damage] = {
    "gone": lambda folder, chance: shutil.rmtree(folder),
    "a file": lambda folder, chance: (shutil.rmtree(folder), folder.write_bytes(b"x")),
    "a link": lambda folder, chance: folder.symlink_to(folder.rename(folder.with_name(f"moved-{chance.random()}")).name),
    "a stranger in it": lambda folder, chance: (folder / "stranger.html").write_text("<h1>Stranger</h1>"),
}


def groups(area: Path) -> list[list[Path]]:
    """What a build keeps for itself, so that each kind has the same chance, however many files it has."""
    kinds = [*(area / ".cache").iterdir(), *(area / "build").iterdir()]
    return [sorted([kind, *kind.rglob("*")] if kind.is_dir() and not kind.is_symlink() else [kind]) for kind in sorted(kinds)]


def damage(group: list[Path], chance: random.Random) -> str:
    there = [path for path in group if path.is_symlink() or path.exists()]
    path = chance.choice(there)
    if path.is_dir() and not path.is_symlink():
        how = chance.choice(sorted(FOLDERS))
        FOLDERS[how](path, chance)
    elif path.is_file():
        how = chance.choice(sorted(FILES))
        FILES[how](path, chance)
    else:  # what the last damage put there, and no build has looked at since
        how = "gone"
        path.unlink()
    return f"{path.name}: {how}"


def check(area: Path, clean: dict[str, str], said: str, what: object) -> None:
    """A build after damage is what a clean one is, and says nothing of it; nothing of the site is a file of a cache by another name."""
    ran = build(area)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, said, ""), what
    assert made(area / "site") == clean, what
    assert not any(path.is_symlink() for path in (area / "site").rglob("*")), what
    cached = {path.stat().st_ino for top in (".cache", "build") for path in (area / top).rglob("*") if path.is_file()}
    assert [path for path in (area / "site").rglob("*") if path.is_file() and path.stat().st_ino in cached] == [], what


@pytest.fixture
def clean(small_project: Path) -> tuple[dict[str, str], str]:
    """Every file of a clean build, the first of its project, and what it says."""
    return made(small_project / "site"), (small_project.parent / "said").read_text()


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 1])
def test_damage_of_every_kind_at_once_changes_nothing(area: Path, clean: tuple[dict[str, str], str], seed: int) -> None:
    chance = random.Random(seed)
    done = [damage(group, chance) for group in groups(area)]
    assert len(done) > 8
    check(area, *clean, done)


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_five_hundred_damages_change_nothing(area: Path, clean: tuple[dict[str, str], str]) -> None:
    chance = random.Random(500)
    for number in range(500):
        done = damage(chance.choice(groups(area)), chance)
        check(area, *clean, f"{number}: {done}")


@pytest.mark.slow
def test_an_edit_of_a_published_file_is_gone_with_the_next_build(area: Path, clean: tuple[dict[str, str], str]) -> None:
    names = [name for name in clean[0] if name.startswith(("packs/", "openreferral/", "assets/")) or name == "index.html"]
    assert len(names) > 10
    for removed in (False, True):
        for name in names:
            rewritten(area / "site" / name, b"edited by hand")
        if removed:
            shutil.rmtree(area / "site")
        check(area, *clean, removed)


@pytest.mark.slow
def test_nothing_of_a_cache_is_made_anew_without_need(area: Path) -> None:
    """Else a build that believes nothing would pass too."""
    packs = {path: path.stat().st_ino for path in (area / ".cache" / "packs").iterdir()}
    assert packs
    succeeds(area)
    assert {path: path.stat().st_ino for path in (area / ".cache" / "packs").iterdir()} == packs
