"""A data folder's files: which are records of which kind, and which would be lost in silence."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.knowledge.model import Identified
from generator.knowledge.model.kinds import KINDS, SCHEMA_FOLDER, Kind
from generator.problems import Place, Problem, did_you_mean, nearest, rule

ANY = ""
"""Stands for every id of a kind, where the folder of the kind could not be read."""

_LITTER = frozenset({"Thumbs.db", "desktop.ini"})
"""What Windows leaves in folders; macOS and editors begin theirs with a dot."""


@dataclass
class Survey:
    """What a data folder holds."""

    files: list[tuple[Kind, Path, str]] = field(default_factory=list)
    """Each record's kind, file, and name in messages."""
    pictures: list[tuple[Kind, str, Problem]] = field(default_factory=list)
    """Each picture's kind and file name, and what is wrong if no record names it."""
    problems: list[Problem] = field(default_factory=list)
    lost: set[tuple[type[Identified], str]] = field(default_factory=set)
    """Records that are there but cannot be read, by kind and id. Nobody should be told that they are missing."""


def survey(folder: Path, called: str) -> Survey:
    """Go through a data folder, whose name in messages is `called`."""
    found = Survey()
    kinds: dict[str, list[Kind]] = {}
    for kind in KINDS:
        kinds.setdefault(kind.folder, []).append(kind)
    for entry in _entries(folder, called, found, KINDS):
        name = f"{called}/{_text(entry.name)}"
        if entry.name == SCHEMA_FOLDER:
            continue
        shared = kinds.get(entry.name)
        if shared is None:
            found.problems.append(_unknown(entry, name, kinds, found))
        elif _outside(entry, folder) or not stat.S_ISDIR(_mode(entry)):
            found.problems.append(_not_read(entry, name, folder))
            found.lost |= {(kind.model, ANY) for kind in shared}
        else:
            _records(shared, Path(entry.path), name, folder, found)
    found.problems += _needed(found, called)
    return found


def _text(name: str) -> str:
    """A file's name as text: names on disk need not be UTF-8."""
    return os.fsencode(name).decode("utf-8", "replace")


def _entries(folder: Path, called: str, found: Survey, kinds: Iterable[Kind]) -> list[os.DirEntry[str]]:
    """What a folder holds, in the order of names. Where nobody may look, all records of its kinds are lost."""
    try:
        with os.scandir(folder) as entries:
            kept = [e for e in entries if not e.name.startswith(".") and e.name not in _LITTER]
    except OSError as error:
        found.problems.append(rule("file-unreadable").at(Place(called), what="folder", reason=error.strerror or "no reason given"))
        found.lost |= {(kind.model, ANY) for kind in kinds}
        return []
    return sorted(kept, key=lambda entry: entry.name)


def _records(kinds: list[Kind], path: Path, called: str, folder: Path, found: Survey) -> None:
    for entry in _entries(path, called, found, kinds):
        name = f"{called}/{_text(entry.name)}"
        kind = next((kind for kind in kinds if kind.owns(entry.name)), None)
        if kind and entry.name.endswith(".yaml") and stat.S_ISREG(_mode(entry)) and not _outside(entry, folder):
            found.files.append((kind, Path(entry.path), name))
        elif kind and entry.name.endswith(kind.pictures or "/") and stat.S_ISREG(_mode(entry)) and not _outside(entry, folder):
            cure = "Name it as `file` in the `logo` of a network, or take it out of the data folder."
            found.pictures.append((kind, entry.name, rule("file-unknown").at(Place(name), what="file", name=_text(entry.name), cure=cure)))
        else:
            found.problems.append(_not_read(entry, name, folder, [kind.stem for kind in kinds if kind.stem]))
            lost = {entry.name.partition(".")[0]}
            if stat.S_ISDIR(_mode(entry)):
                lost |= {inner.stem for inner in Path(entry.path).glob("*.yaml")}
            found.lost |= {(kind.model, stem) for kind in kinds for stem in lost}


def _mode(entry: os.DirEntry[str]) -> int:
    """What an entry, or what it links to, is; 0 where nobody can say."""
    try:
        return entry.stat().st_mode
    except OSError:
        return 0


def _outside(entry: os.DirEntry[str], folder: Path) -> bool:
    """Whether this is a link that leads out of the data folder."""
    if not entry.is_symlink():
        return False
    try:
        return not Path(entry.path).resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def _not_read(entry: os.DirEntry[str], name: str, folder: Path, stems: Sequence[str] = ()) -> Problem:
    """Why an entry of a data folder is not read. `stems` are the only files that its folder can hold, where it says so."""
    mode = _mode(entry)
    what = "folder" if stat.S_ISDIR(mode) else "file"
    if _outside(entry, folder):
        return rule("file-outside").at(Place(name), what=what)
    if not mode:
        return rule("file-unreadable").at(Place(name), what="link", reason="it leads nowhere")
    if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
        return rule("file-unreadable").at(Place(name), what="file", reason="it is not an ordinary file")
    shown = _text(entry.name)
    stem, ending = Path(shown).stem, Path(shown).suffix
    cure = "Take it out of the data folder, or give it the ending .yaml in the folder of its kind."
    if what == "folder":
        cure = "Put its files straight into the folder of their kind, and delete it."
    elif stems and stem not in stems:
        cure = f"Rename it to one of: {', '.join(f'{known}.yaml' for known in stems)}."
    elif ending.lower() in (".yml", ".yaml"):
        cure = f"Rename it to ‘{stem}.yaml’."
    elif ".yaml" in stem:
        cure = f"Rename it to ‘{stem.partition('.yaml')[0]}.yaml’, or delete it if it is a copy."
    return rule("file-unknown").at(Place(name), what=what, name=shown, cure=cure)


def _unknown(entry: os.DirEntry[str], name: str, kinds: dict[str, list[Kind]], found: Survey) -> Problem:
    if not stat.S_ISDIR(_mode(entry)):
        cure = "Put it into the folder of its kind, with the ending .yaml, or take it out of the data folder."
        return rule("file-unknown").at(Place(name), what="file", name=_text(entry.name), cure=cure)
    near = nearest(entry.name, kinds)
    if near:
        found.lost |= {(kind.model, ANY) for kind in kinds[near]}
    cure = f"Rename it to ‘{near}’." if near else f"Move its files to one of: {', '.join(kinds)}."
    return rule("folder-unknown").at(Place(name), folder=_text(entry.name), near=did_you_mean(entry.name, kinds), cure=cure)


def _needed(found: Survey, called: str) -> Iterator[Problem]:
    """There is one file of each kind that every page needs."""
    for kind in KINDS:
        if not kind.only:
            continue
        names = [name for other, _, name in found.files if other is kind]
        if not names and not any(model is kind.model for model, _ in found.lost):
            place = Place(f"{called}/{kind.folder}")
            yield rule("file-needed").at(place, called=kind.called, file=f"{place}/{kind.only}.yaml")
        for name in names[1:]:
            yield rule("file-only-one").at(Place(name), called=kind.called, first=names[0])
