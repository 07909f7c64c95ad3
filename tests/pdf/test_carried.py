"""A PDF pack carries what it was made from, as an associated file."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf

from generator.documents.packs.carrying import carried_of
from generator.documents.packs.model import Pack
from generator.knowledge.drafts.carried import FILE_NAME, read_carried


def test_the_source_is_an_associated_file(pack: Pack, printed: Callable[[Pack], bytes]) -> None:
    with pikepdf.open(BytesIO(printed(pack))) as pdf:
        (associated,) = pdf.Root.AF
        assert associated.AFRelationship == "/Source"
        assert associated.EF.F.Subtype == "/application/yaml"
        assert list(pdf.attachments) == [FILE_NAME]
        text = pdf.attachments[FILE_NAME].get_file().read_bytes().decode()
    assert text == carried_of(pack)
    assert read_carried(text)["role"] == pack.role.id
