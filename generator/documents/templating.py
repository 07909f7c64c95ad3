"""The Jinja environment: the user's folder first, then ours; everything escaped; a missing value is a mistake, not a blank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
"""The templates that come with Fingerpost."""

_WORDS = re.compile(r"[^a-z0-9]+")


def environment(folders: Sequence[Path] = ()) -> Environment:
    """Templates from `folders` first, then our own.

    Autoescape is on for every file, so data can never become markup.
    """
    found = FileSystemLoader([*map(str, folders), str(TEMPLATES)])
    made = Environment(loader=found, undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    made.filters.update(day=day, short_day=short_day, pounds=pounds, slug=slug, size=size, join_words=join_words)
    return made


def day(value: date) -> str:
    """`21 November 2026`, for running text."""
    return f"{value.day} {value:%B %Y}"


def short_day(value: date) -> str:
    """`21 Nov 2026`, for tables."""
    return f"{value.day} {value:%b %Y}"


def pounds(value: int) -> str:
    """Whole pounds with thousands parted: `£49,387`."""
    return f"£{value:,}"


def slug(value: str) -> str:
    """A name for an anchor, from words."""
    return _WORDS.sub("-", value.lower()).strip("-")


def size(value: int) -> str:
    """A file's size in KB as people read it, rounded up; MB from a million bytes."""
    return f"{-(-value // 1000)} KB" if value < 1_000_000 else f"{value / 1_000_000:.1f} MB"


def join_words(values: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return values[0] if len(values) == 1 else f"{', '.join(values[:-1])} {last} {values[-1]}" if values else ""
