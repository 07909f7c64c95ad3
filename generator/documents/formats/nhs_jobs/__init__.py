"""The text of an advert for recruitment forms such as NHS Jobs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.documents.formats.format import Format, Materials

if TYPE_CHECKING:
    from generator.documents.formats.format import Maker


def _open(materials: Materials) -> Maker:
    from generator.documents.formats.nhs_jobs.sheet import write_text

    if materials.recruitment is None:
        raise ValueError("The text for a form was asked for, and there is no form.")
    return partial(write_text, form=materials.recruitment)


NHS_JOBS_TEXT = Format(
    suffix="txt",
    label="NHS Jobs text",
    about="Fits NHS Jobs character limits",
    in_zip=("Text for NHS Jobs.txt", "The text of the advert. Fits NHS Jobs character limits."),
    open=_open,
    fills_form=True,
)
