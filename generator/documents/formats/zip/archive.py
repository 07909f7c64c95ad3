"""All the files of a pack in one zip, under names that people know and every computer takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.documents.formats import FORMATS
from generator.documents.formats.nhs_jobs.plain_text import plain_text
from generator.documents.packs.model import Pack

_INSIDE = {form.suffix: form.in_zip for form in FORMATS if form.in_zip}
"""The name of each file by the suffix it has as a pack, and what it is for."""

README = "Read me.txt"

UNIX = 3
"""What a zip calls the system it was made on. It is the same for all, so that the bytes are too."""


def write_zip(pack: Pack, files: Mapping[str, bytes]) -> bytes:
    """A zip of a pack's `files`, which are given by their suffixes. The same files give the same bytes: no clock and no system shows."""
    made = BytesIO()
    inside = {README: _readme(pack, files), **{_INSIDE[suffix][0]: content for suffix, content in files.items()}}
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in inside.items():
            archive.writestr(_entry(f"{folder(pack)}/{name}", pack.role.updated), content)
    return made.getvalue()


def folder(pack: Pack) -> str:
    """The zip's one folder, `Mental-Health-Practitioner-band-7`: plain letters and figures, for no system forbids those."""
    network = f" {pack.network.id}" if pack.network else ""
    letters = unicodedata.normalize("NFKD", f"{pack.title[:80]} band {pack.role.band}{network}").encode("ascii", "ignore").decode()
    return re.sub("[^A-Za-z0-9]+", "-", letters.replace("'", "")).strip("-")


def _readme(pack: Pack, files: Mapping[str, bytes]) -> bytes:
    """What is in the folder, for whoever opens it a year from now. Lines end as Windows ends them."""
    head = (pack.titled, pack.place, pack.issue, pack.notice)
    told = [": ".join(_INSIDE[suffix]) for suffix in files]
    lines = [*filter(None, map(plain_text, head)), "", *told]
    return ("\r\n".join(lines) + "\r\n").encode()


def _entry(name: str, day: date) -> ZipInfo:
    entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = UNIX
    entry.external_attr = 0o644 << 16
    return entry
