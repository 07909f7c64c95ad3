"""Print packs in every format, with a cache keyed by a hash of everything that goes into a file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment

from generator.documents.formats import FORMATS
from generator.documents.formats.format import Format, Materials
from generator.documents.packs.model import Pack
from generator.knowledge.model import RecruitmentForm
from generator.machine.fingerprint import Fingerprints
from generator.machine.garbage import PackCollector, gc_between_packs
from generator.machine.shipped import CODE
from generator.problems import Place, Report, Stopped, rule
from generator.publishing.disk.cache import digest_of
from generator.publishing.printing.pack_cache import PackCache
from generator.publishing.printing.printed_pack import Printed

if TYPE_CHECKING:
    from generator.documents.formats.format import Maker

_SHARED = ("jinja2", "markupsafe", "pydantic", "pyyaml")
"""Libraries that every format is made with."""

LIBRARIES = tuple(dict.fromkeys([*(name for form in FORMATS for name in form.libraries), *_SHARED]))
"""Libraries whose version can change a pack's bytes."""


class Press:
    """Prints packs, and keeps the files in a cache folder."""

    def __init__(
        self,
        templates: Environment,
        cache: Path | None,
        recruitment: RecruitmentForm | None = None,
        *,
        reference: Path | bytes | None = None,
        forms: Sequence[str] = (),
    ) -> None:
        """Print with `templates`. `cache` is the folder of the cache; None for no cache.

        `recruitment` is the form of a recruitment system; without it no text for one is made. `reference` is a Word file whose styles packs
        take on, or the bytes that another press has prepared from one. `forms` are the suffixes to make; empty for all.
        Raises Stopped if the reference cannot be used.
        """
        self.templates, self.recruitment = templates, recruitment
        self._cache = PackCache(cache) if cache else None
        self.reference = _styles_of(reference) if isinstance(reference, Path) else reference
        self._materials = Materials(templates, recruitment, self.reference, self._others)
        self._makers: dict[str, Maker] = {}
        possible = (form for form in FORMATS if recruitment or not form.fills_form)
        self.formats = tuple(form for form in possible if not forms or form.suffix in forms)
        self.made_with = _made_with(templates)
        self._latest: dict[str, Printed] = {}
        self._fingerprints = Fingerprints()

    def print_all(self, packs: Iterable[Pack], done: Callable[[Pack], None] = lambda _: None) -> list[Printed]:
        """Print every pack in every format, in order. `done` is called with each pack.

        If a pack cannot be printed, the others still are. Raises Stopped at the end with every problem.
        """
        printed: list[Printed] = []
        problems, collector = Report(), PackCollector()
        with gc_between_packs():
            for pack in packs:
                try:
                    printed += self.print_pack(pack)
                except Stopped as stopped:
                    problems.extend(stopped.report)
                done(pack)
                collector.pack_made()
        if len(problems):
            raise Stopped(problems)
        return printed

    def print_pack(self, pack: Pack, forms: Sequence[Format] | None = None) -> list[Printed]:
        """Print one pack in some formats, or in all. Raises Stopped if it cannot be printed."""
        return [self.print(pack, form) for form in forms or self.formats]

    def print(self, pack: Pack, form: Format) -> Printed:
        """Print one pack in one format, or take it from the cache if nothing that goes into it has changed. Raises Stopped."""
        key = self._key(pack, form)
        if len(self._latest) >= len(FORMATS):
            self._latest.clear()  # kept for the zip, which comes last and contains the formats before it
        if key not in self._latest:
            cached = self._cache.get(key, form.suffix) if self._cache else None
            self._latest[key] = Printed(pack, form, cached) if cached else self._keep(key, pack, form, self.make(pack, form))
        return self._latest[key]

    def make(self, pack: Pack, form: Format) -> bytes:
        """The bytes of one pack in one format, without the cache. Raises Stopped if it cannot be printed."""
        if form.suffix not in self._makers:
            self._makers[form.suffix] = form.open(self._materials)
        return self._makers[form.suffix](pack)

    def has(self, pack: Pack) -> bool:
        """Whether every format of a pack is in the cache, undamaged."""
        cache = self._cache
        return cache is not None and all(cache.get(self._key(pack, form), form.suffix) for form in self.formats)

    def keep(self, pack: Pack, files: Iterable[bytes | Path]) -> list[Printed]:
        """Add a pack that a worker printed in every format to the cache. A path is a file that the worker has put there already."""
        return [self._keep(self._key(pack, form), pack, form, file) for form, file in zip(self.formats, files, strict=True)]

    def _keep(self, key: str, pack: Pack, form: Format, file: bytes | Path) -> Printed:
        if self._cache:
            file = self._cache.put(key, form.suffix, file) if isinstance(file, bytes) else self._cache.note(key, form.suffix, file)
        return Printed(pack, form, file)

    def forget(self) -> None:
        """Drop the packs that are held in memory."""
        self._latest.clear()
        self._fingerprints = Fingerprints()

    def warm(self) -> None:
        """Load the libraries, and check that fonts and styles are there, before workers are started. Raises Stopped."""
        for form in self.formats:
            form.warm(self._materials)

    def _others(self, pack: Pack) -> Mapping[str, bytes]:
        return {form.suffix: self.print(pack, form).content for form in self.formats if form.in_zip}

    def _key(self, pack: Pack, form: Format) -> str:
        """A hash of everything that can change the bytes: pack, templates, code, libraries, form limits, and the reference document."""
        made_of = self.formats if form.holds_others else (form,)
        limits = self.recruitment if any(one.fills_form for one in made_of) else None
        fingerprint = self._fingerprints.of(pack)
        digest = hashlib.sha256(f"{form.suffix}\n{self.made_with}\n{limits!r}\n{fingerprint}".encode())
        if self.reference and any(one.takes_look for one in made_of):
            digest.update(self.reference)
        return digest.hexdigest()


def _styles_of(reference: Path) -> bytes:
    from generator.documents.formats.docx.document import lend_look
    from generator.documents.formats.docx.reference import ReferenceRefused

    try:
        return lend_look(reference)
    except ReferenceRefused as error:
        raise Stopped(Report([rule("reference-doc-refused").at(Place(str(reference)), reason=error)])) from error


def _made_with(templates: Environment) -> str:
    searched = [Path(folder) / part for folder in getattr(templates.loader, "searchpath", []) for part in ("pack", "chart")]
    return digest_of([*searched, CODE / "documents", CODE / "knowledge"], LIBRARIES).hex()
