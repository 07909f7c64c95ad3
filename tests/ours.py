"""Our own data, read once for all tests that only look at it."""

from __future__ import annotations

from pathlib import Path

from generator.knowledge.library.library import load

LIBRARY, REPORT = load(Path(__file__).parents[1] / "data")
"""Nobody may change it: the next test has the same one."""
