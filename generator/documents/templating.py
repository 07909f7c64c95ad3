"""The Jinja environment: the user's folder first, then ours; everything escaped; a missing value is a mistake, not a blank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.knowledge.says import day, join_words, pounds, short_day

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


def slug(value: str) -> str:
    """A name for an anchor, from words."""
    return _WORDS.sub("-", value.lower()).strip("-")


def size(value: int) -> str:
    """A file's size in KB as people read it, rounded up; MB from a million bytes."""
    return f"{-(-value // 1000)} KB" if value < 1_000_000 else f"{value / 1_000_000:.1f} MB"
