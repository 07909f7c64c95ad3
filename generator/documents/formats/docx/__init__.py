"""Job packs as Word files, to edit. `document.py` tells how one is built, and by which tags a program finds each sentence."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from generator.documents.formats.format import Format, Materials

if TYPE_CHECKING:
    from generator.documents.formats.format import Maker


def _open(materials: Materials) -> Maker:
    from generator.documents.formats.docx.document import write_docx

    return partial(write_docx, reference=materials.reference)


def _open_tracked(materials: Materials) -> Maker:
    from generator.documents.formats.docx.document import write_tracked

    return partial(write_tracked, reference=materials.reference)


def _warm(_: Materials) -> None:
    import generator.documents.formats.docx.document  # noqa: F401


WORD = Format(
    suffix="docx",
    label="Word",
    about="To edit, in Word or a program like it",
    in_zip=("Job pack.docx", "The same pack, to change in Word."),
    open=_open,
    warm=_warm,
    libraries=("python-docx", "lxml", "pillow"),
    compressed=True,
    takes_look=True,
)

WORD_TRACKED = replace(
    WORD,
    suffix="tracked.docx",
    label="Word, changes tracked",
    about="What the network changed in the base role, for a panel",
    in_zip=None,
    open=_open_tracked,
)
