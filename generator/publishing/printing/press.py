"""Make packs in every format, taking from the cache what was made before from the same things."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment

from generator.documents.packs.model import Pack
from generator.knowledge.model import RecruitmentForm
from generator.machine.fingerprint import Fingerprints
from generator.machine.garbage import PackCollector, gc_between_packs
from generator.machine.shipped import CODE
from generator.problems import Place, Report, Stopped, rule
from generator.publishing.disk.cache import digest_of
from generator.publishing.printing.formats import FORMATS, Format, Printed
from generator.publishing.printing.pack_cache import PackCache

if TYPE_CHECKING:
    from generator.documents.formats.pdf import Printer

LIBRARIES = ("weasyprint", "pydyf", "fonttools", "pikepdf", "jinja2", "xlsxwriter", "python-docx", "lxml", "pillow")
"""Libraries whose version can change a pack's bytes."""

_FONTS = Place("node_modules/source-sans")
"""What is named when the typeface is not there: every pack would say the same."""


class Press:
    """Prints packs, remembering what it has printed in a folder."""

    def __init__(
        self,
        templates: Environment,
        cache: Path | None,
        recruitment: RecruitmentForm | None = None,
        *,
        reference: Path | bytes | None = None,
        forms: Sequence[str] = (),
    ) -> None:
        """Print with `templates`; keep what is made in `cache`, or nothing where it is None.

        Without the form of a recruitment system there is no text for one. `reference` is a Word file whose look packs take on, or what
        another press has made of one; raises Stopped where it cannot be used. `forms` are the endings to make, all where there are none.
        """
        self.templates, self.recruitment = templates, recruitment
        self._cache = PackCache(cache) if cache else None
        self.reference = _lent(reference) if isinstance(reference, Path) else reference
        self._makers: dict[str, Callable[[Pack], bytes]] = {"pdf": self._pdf, "docx": self._docx, "xlsx": _xlsx, "zip": self._zip}
        if recruitment:
            self._makers["txt"] = partial(_txt, form=recruitment)
        self.formats = tuple(form for form in FORMATS if form.ending in self._makers and (not forms or form.ending in forms))
        self.made_with = _made_with(templates)
        self._latest: dict[str, Printed] = {}
        self._fingerprints = Fingerprints()

    def print_all(self, packs: Iterable[Pack], done: Callable[[Pack], None] = lambda _: None) -> list[Printed]:
        """Every pack in every format, in order. `done` is told of each pack.

        A pack that cannot be printed does not keep the others from it. Raises Stopped at the end, with all that went wrong.
        """
        printed: list[Printed] = []
        wrong, collector = Report(), PackCollector()
        with gc_between_packs():
            for pack in packs:
                try:
                    printed += self.print_pack(pack)
                except Stopped as stopped:
                    wrong.extend(stopped.report)
                done(pack)
                collector.pack_made()
        if len(wrong):
            raise Stopped(wrong)
        return printed

    def print_pack(self, pack: Pack, forms: Sequence[Format] | None = None) -> list[Printed]:
        """One pack in some formats, or in all of them. Raises Stopped where it cannot be printed."""
        return [self.print(pack, form) for form in forms or self.formats]

    def print(self, pack: Pack, form: Format) -> Printed:
        """One pack in one format, from the cache where nothing that goes into it has changed."""
        key = self._key(pack, form)
        if len(self._latest) >= len(FORMATS):
            self._latest.clear()  # it is for the zip, which comes last and holds what was made just before
        if key not in self._latest:
            kept = self._cache.get(key, form.ending) if self._cache else None
            self._latest[key] = Printed(pack, form, kept) if kept else self._keep(key, pack, form, self.make(pack, form))
        return self._latest[key]

    def make(self, pack: Pack, form: Format) -> bytes:
        """One pack in one format, made anew."""
        return self._makers[form.ending](pack)

    def has(self, pack: Pack) -> bool:
        """Whether every format of a pack is in the cache, and whole."""
        cache = self._cache
        return cache is not None and all(cache.get(self._key(pack, form), form.ending) for form in self.formats)

    def keep(self, pack: Pack, made: Iterable[bytes | Path]) -> list[Printed]:
        """Take a pack that was made elsewhere, in every format, into the cache, if it is not there."""
        return [self._keep(self._key(pack, form), pack, form, source) for form, source in zip(self.formats, made, strict=True)]

    def _keep(self, key: str, pack: Pack, form: Format, made: bytes | Path) -> Printed:
        if self._cache:
            made = self._cache.put(key, form.ending, made) if isinstance(made, bytes) else self._cache.note(key, form.ending, made)
        return Printed(pack, form, made)

    def forget(self) -> None:
        """Let go of the packs that were printed."""
        self._latest.clear()
        self._fingerprints = Fingerprints()

    def warm(self) -> None:
        """Load what printing takes, and see that its fonts and styles are there, before the work is shared out.

        Nothing here may start a thread: workers could not be forked any more. So no font map is made, which has one since Pango 1.51.2.
        """
        import generator.documents.formats.docx
        import generator.documents.formats.workbook.workbook  # noqa: F401

        if any(form.ending == "pdf" for form in self.formats):
            from generator.documents.formats.pdf import look_at_styles

            with _told():
                look_at_styles(self.templates)

    @cached_property
    def _printer(self) -> Printer:
        from generator.documents.formats.pdf import Printer  # imported late: it takes half a second

        with _told():
            return Printer(self.templates)

    def _pdf(self, pack: Pack) -> bytes:
        from generator.documents.formats.pdf import PackNotPrinted

        try:
            return self._printer.press(pack)
        except PackNotPrinted as error:
            raise _not_printed(Place(pack.stem), error) from error

    def _docx(self, pack: Pack) -> bytes:
        from generator.documents.formats.docx import write_docx

        return write_docx(pack, reference=self.reference)

    def _zip(self, pack: Pack) -> bytes:
        from generator.documents.formats.zip_file import write_zip

        return write_zip(pack, {form.ending: self.print(pack, form).content for form in self.formats if form.ending != "zip"})

    def _key(self, pack: Pack, form: Format) -> str:
        """Everything that can change the bytes: the pack, the templates, our code, the libraries, the limits, and a look that is lent."""
        limits = self.recruitment if form.ending in ("txt", "zip") else None
        told = self._fingerprints.of(pack)
        digest = hashlib.sha256(f"{form.ending}\n{self.made_with}\n{limits!r}\n{told}".encode())
        if self.reference and form.ending in ("docx", "zip"):
            digest.update(self.reference)
        return digest.hexdigest()


def _lent(reference: Path) -> bytes:
    from generator.documents.formats.docx import ReferenceRefused, lend_look

    try:
        return lend_look(reference)
    except ReferenceRefused as error:
        raise Stopped(Report([rule("reference-doc-refused").at(Place(str(reference)), reason=error)])) from error


@contextmanager
def _told() -> Iterator[None]:
    """Tell of a typeface that is not there or a style sheet with a mistake, once and not for each pack. Raises Stopped."""
    from generator.documents.formats.pdf import FontsNotInstalled, PackNotPrinted

    try:
        yield
    except FontsNotInstalled as error:
        raise _not_printed(_FONTS, error) from error
    except PackNotPrinted as error:
        raise _not_printed(Place("pack/pack.css"), error) from error


def _not_printed(place: Place, error: Exception) -> Stopped:
    return Stopped(Report([rule("pack-not-printed").at(place, reason=str(error).rstrip("."))]))


def _txt(pack: Pack, form: RecruitmentForm) -> bytes:
    from generator.documents.formats.nhs_jobs.sheet import write_text

    return write_text(pack, form)


def _xlsx(pack: Pack) -> bytes:
    from generator.documents.formats.workbook.workbook import write_workbook

    return write_workbook(pack)


def _made_with(templates: Environment) -> str:
    searched = [Path(folder) / part for folder in getattr(templates.loader, "searchpath", []) for part in ("pack", "chart")]
    return digest_of([*searched, CODE / "documents"], LIBRARIES).hex()
