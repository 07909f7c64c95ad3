"""Make packs in every format, taking from the cache what was made before from the same things."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment

from generator.documents.pack import Pack
from generator.documents.pages import File
from generator.publishing.staging import write_whole

LIBRARIES = ("weasyprint", "pikepdf", "jinja2")
"""Libraries whose version can change a pack's bytes."""


@dataclass(frozen=True)
class Format:
    """A form a pack comes in: the ending of its file, what the page calls it, and what it is for."""

    ending: str
    label: str
    about: str


FORMATS = (Format("pdf", "PDF", "For candidates. Accessible, ready to print"),)


@dataclass(frozen=True)
class Printed:
    """A pack in one format."""

    pack: Pack
    format: Format
    content: bytes

    @property
    def file(self) -> File:
        """How a page lists it."""
        return File(self.format.label, f"packs/{self.pack.stem}.{self.format.ending}", self.format.about, len(self.content))


class Press:
    """Prints packs, remembering what it has printed in a folder."""

    def __init__(self, templates: Environment, cache: Path | None) -> None:
        """Print with `templates`; keep what is made in `cache`, or nothing where it is None."""
        self.templates = templates
        self.cache = cache
        self._made_with = _made_with(templates)

    def print_all(self, packs: Iterable[Pack], done: Callable[[Pack], None] = lambda _: None) -> list[Printed]:
        """Every pack in every format, in order. `done` is told of each pack."""
        printed = []
        for pack in packs:
            printed += [self.print(pack, form) for form in FORMATS]
            done(pack)
        return printed

    def print(self, pack: Pack, form: Format) -> Printed:
        """One pack in one format, from the cache where nothing that goes into it has changed."""
        kept = self.cache / f"{self._key(pack, form)}.{form.ending}" if self.cache else None
        if kept and kept.is_file():
            return Printed(pack, form, kept.read_bytes())
        content = self._make(pack, form)
        if kept:
            write_whole(kept, content)
        return Printed(pack, form, content)

    def _make(self, pack: Pack, form: Format) -> bytes:
        from generator.documents.pdf import press  # imported late: it takes half a second

        return press(pack, self.templates)

    def _key(self, pack: Pack, form: Format) -> str:
        """Everything that can change the bytes: the pack, the templates, our code and the libraries."""
        return hashlib.sha256(f"{form.ending}\n{self._made_with}\n{pack!r}".encode()).hexdigest()


def _made_with(templates: Environment) -> str:
    digest = hashlib.sha256()
    for library in LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    searched = [Path(folder) for folder in getattr(templates.loader, "searchpath", [])]
    code = Path(__file__).resolve().parents[1]
    for folder in [*searched, code / "documents"]:
        for path in sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
