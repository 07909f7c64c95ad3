"""The project's own data, read once for all tests that only read it."""

from __future__ import annotations

from pathlib import Path

from generator.knowledge.library.library import load

LIBRARY, REPORT = load(Path(__file__).parents[1] / "data")
"""Shared by all tests, so no test may change it."""
