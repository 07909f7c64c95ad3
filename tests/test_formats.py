"""The registry of formats: each says enough of itself, and to list them loads nothing that makes them."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import version

import pytest

from generator.documents.formats import FORMATS
from generator.documents.formats.format import Format

_HEAVY = ("weasyprint", "docx", "xlsxwriter", "jinja2", "pydantic", "rich.console", "rapidfuzz", "yaml")


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.suffix)
def test_a_format_says_what_the_cache_the_zip_and_workers_need(form: Format) -> None:
    assert re.fullmatch("[a-z0-9]+", form.suffix)
    assert form.in_zip is None or form.in_zip[0].endswith(f".{form.suffix}")
    assert all(version(name) for name in form.libraries)


def test_no_two_formats_share_a_file() -> None:
    assert len({form.suffix for form in FORMATS}) == len({form.in_zip for form in FORMATS}) == len(FORMATS)


def test_formats_that_hold_others_come_last() -> None:
    assert [form.holds_others for form in FORMATS] == sorted(form.holds_others for form in FORMATS)


def test_the_command_says_what_it_can_do_without_loading_what_does_it() -> None:
    code = f"import sys; import generator.cli; print([name for name in {_HEAVY!r} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
