"""The project's own data, read once for all tests that only read it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.knowledge.library.loading import load

LIBRARY, REPORT = load(Path(__file__).parents[1] / "data")
"""Shared by all tests, so no test may change it."""

TODAY = date(2026, 11, 22)
"""The day on which tests look at it, as `SOURCE_DATE_EPOCH` gives it to the commands."""
