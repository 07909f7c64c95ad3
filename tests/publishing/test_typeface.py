"""The typeface of pages in parts: no letter is lost, and none is sent twice."""

from __future__ import annotations

import re
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from generator.machine.shipped import TEMPLATES
from generator.publishing.staging.assets import BUNDLED_LIBRARIES, TYPEFACE
from generator.publishing.staging.typeface import letters_in, part_typeface

NORMAL = "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02DC, U+2000-206F, U+20AC, U+2122, U+2190-2193, U+2212, U+2215"
"""The letters for which the library means its file."""


def test_the_parts_have_every_letter_once(tmp_path: Path) -> None:
    style = tmp_path / "fingerpost.css"
    style.write_text(re.sub(r"\s*([{};:,])\s*", r"\1", (TEMPLATES / "styles" / "ground.css").read_text(encoding="utf-8")), encoding="utf-8")
    whole = BUNDLED_LIBRARIES / TYPEFACE
    part_typeface(style, whole)
    usual, rest = (letters(tmp_path / "fonts" / f"public-sans-{part}.woff2") for part in ("usual", "rest"))
    assert usual & rest == set()
    assert usual | rest == letters(whole) & letters_in(NORMAL)
    assert set(map(ord, "Aa0 ’“”–—£é…")) <= usual


def letters(font: Path) -> set[int]:
    with TTFont(font) as opened:
        return set(opened.getBestCmap())
