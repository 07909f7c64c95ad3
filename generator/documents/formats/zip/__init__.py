"""All the files of a pack in one zip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.documents.formats.format import Format, Materials

if TYPE_CHECKING:
    from generator.documents.formats.format import Maker


def _open(materials: Materials) -> Maker:
    from generator.documents.formats.zip.archive import write_zip

    return lambda pack: write_zip(pack, materials.others(pack))


ZIP = Format(
    suffix="zip",
    label="Everything",
    about="All files in one zip",
    in_zip=None,
    open=_open,
    compressed=True,
    holds_others=True,
)
