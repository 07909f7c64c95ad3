"""Make packs in every format, taking from the cache what was made before from the same things."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment

from generator.documents.pack import Pack
from generator.documents.page import File
from generator.knowledge.model import RecruitmentForm
from generator.problems import Place, Report, Stopped, rule
from generator.publishing.staging import write_whole

if TYPE_CHECKING:
    from generator.documents.pdf import Printer

LIBRARIES = ("weasyprint", "pydyf", "fonttools", "pikepdf", "jinja2", "xlsxwriter", "python-docx", "lxml", "pillow")
"""Libraries whose version can change a pack's bytes."""


@dataclass(frozen=True)
class Format:
    """A form a pack comes in: the ending of its file, what the page calls it, and what it is for."""

    ending: str
    label: str
    about: str


FORMATS = (
    Format("pdf", "PDF", "For candidates. Accessible, ready to print"),
    Format("docx", "Word", "To edit. Headings and numbers are real"),
    Format("txt", "NHS Jobs text", "Cut to fit each box"),
    Format("xlsx", "Shortlisting grid", "Excel. Criteria in rows, candidates by number"),
    Format("zip", "Everything", "All files in one zip"),
)
"""Every format, in the order in which a page lists them. The zip comes last, because it holds the others."""


@dataclass(frozen=True)
class Printed:
    """A pack in one format."""

    pack: Pack
    format: Format
    content: bytes

    def path(self, folder: Path) -> Path:
        """Where it goes below a folder."""
        return folder / f"{self.pack.stem}.{self.format.ending}"

    def write(self, folder: Path) -> None:
        """Put it there, whole."""
        write_whole(self.path(folder), self.content)

    @property
    def file(self) -> File:
        """How a page lists it."""
        return File(self.format.label, f"packs/{self.pack.stem}.{self.format.ending}", self.format.about, len(self.content))


class Press:
    """Prints packs, remembering what it has printed in a folder."""

    def __init__(
        self, templates: Environment, cache: Path | None, recruitment: RecruitmentForm | None = None, *, reference: Path | None = None
    ) -> None:
        """Print with `templates`; keep what is made in `cache`, or nothing where it is None.

        Without the form of a recruitment system there is no text for one. `reference` is a Word file whose look packs take on.
        """
        self.templates, self.cache, self.recruitment, self.reference = templates, cache, recruitment, reference
        self._printer: Printer | None = None
        self._makers: dict[str, Callable[[Pack], bytes]] = {"pdf": self._pdf, "docx": _docx, "xlsx": _xlsx, "zip": self._zip}
        if recruitment:
            self._makers["txt"] = partial(_txt, form=recruitment)
        self.formats = tuple(form for form in FORMATS if form.ending in self._makers)
        self._made_with = _made_with(templates)
        self._latest: dict[str, bytes] = {}

    def print_all(self, packs: Iterable[Pack], done: Callable[[Pack], None] = lambda _: None) -> list[Printed]:
        """Every pack in every format, in order. `done` is told of each pack."""
        printed = []
        for pack in packs:
            printed += [self.print(pack, form) for form in self.formats]
            done(pack)
        return printed

    def print(self, pack: Pack, form: Format) -> Printed:
        """One pack in one format, from the cache where nothing that goes into it has changed."""
        key = self._key(pack, form)
        if len(self._latest) >= len(FORMATS):
            self._latest.clear()  # it is for the zip, which comes last and holds what was made just before
        if key not in self._latest:
            self._latest[key] = self._kept(key, pack, form)
        return Printed(pack, form, self._latest[key])

    def _kept(self, key: str, pack: Pack, form: Format) -> bytes:
        kept = self.cache / f"{key}.{form.ending}" if self.cache else None
        if kept and kept.is_file():
            return kept.read_bytes()
        content = self._makers[form.ending](pack)
        if kept:
            write_whole(kept, content)
        return content

    def _pdf(self, pack: Pack) -> bytes:
        from generator.documents.pdf import FontsNotInstalled, PackNotPrinted, Printer  # imported late: it takes half a second

        self._printer = self._printer or Printer(self.templates)
        try:
            return self._printer.press(pack)
        except (FontsNotInstalled, PackNotPrinted) as error:
            raise Stopped(Report([rule("pack-not-printed").at(Place(pack.stem), reason=str(error).rstrip("."))])) from error

    def _zip(self, pack: Pack) -> bytes:
        from generator.documents.bundle import press

        return press(pack, {form.ending: self.print(pack, form).content for form in self.formats if form.ending != "zip"})

    def _key(self, pack: Pack, form: Format) -> str:
        """Everything that can change the bytes: the pack, the templates, our code and the libraries."""
        limits = self.recruitment if form.ending in ("txt", "zip") else None
        return hashlib.sha256(f"{form.ending}\n{self._made_with}\n{limits!r}\n{pack!r}".encode()).hexdigest()


def _txt(pack: Pack, form: RecruitmentForm) -> bytes:
    from generator.documents.listing import press

    return press(pack, form)


def _docx(pack: Pack) -> bytes:
    from generator.documents.docx import press

    return press(pack)


def _xlsx(pack: Pack) -> bytes:
    from generator.documents.shortlist import press

    return press(pack)


def _made_with(templates: Environment) -> str:
    digest = hashlib.sha256()
    for library in LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    searched = [Path(folder) / part for folder in getattr(templates.loader, "searchpath", []) for part in ("pack", "chart")]
    code = Path(__file__).resolve().parents[1]
    for folder in [*searched, code / "documents"]:
        for path in sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
