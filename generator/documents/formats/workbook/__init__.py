"""The shortlisting workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.documents.formats.format import Format, Materials

if TYPE_CHECKING:
    from generator.documents.formats.format import Maker


def _open(_: Materials) -> Maker:
    from generator.documents.formats.workbook.workbook import write_workbook

    return write_workbook


def _warm(_: Materials) -> None:
    import generator.documents.formats.workbook.workbook  # noqa: F401


WORKBOOK = Format(
    suffix="xlsx",
    label="Shortlisting grid",
    about="Excel. Criteria in rows, candidates by number",
    in_zip=("Shortlisting workbook.xlsx", "To score applications and interviews. Keep it to yourselves."),
    open=_open,
    warm=_warm,
    libraries=("xlsxwriter",),
    compressed=True,
)
