"""The Jinja environment: the user's folders first, then ours; autoescape for everything; an undefined value is an error, not a blank."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError

from generator.documents.templating.compiled import CompiledTemplates
from generator.knowledge.model import labels
from generator.knowledge.text.formatting import day, join_words, lower_first, pounds, short_day, short_months, site_name, slug, upper_first
from generator.machine.shipped import TEMPLATES
from generator.problems import Place, Report, Stopped, rule


def environment(folders: Sequence[Path] = (), compiled: Path | None = None) -> Environment:
    """An environment that searches `folders` first, then our own templates. `compiled` is the folder of a cache of compiled templates.

    Autoescape is on for every file, so data can never become markup.
    """
    loader = FileSystemLoader([*map(str, folders), str(TEMPLATES)])
    cache = CompiledTemplates(compiled)
    templates = Environment(
        loader=loader, undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True, bytecode_cache=cache
    )
    templates.filters.update(day=day, short_day=short_day, pounds=pounds, slug=slug, size=size, join_words=join_words)
    templates.filters.update(lower_first=lower_first, upper_first=upper_first, site_name=site_name, short_months=short_months)
    templates.globals["coded"] = {name.lower(): value for name, value in vars(labels).items() if name.isupper()}
    return templates


def size(value: int) -> str:
    """A file's size in KB as people read it, rounded up; MB from a million bytes."""
    return f"{-(-value // 1000)} KB" if value < 1_000_000 else f"{value / 1_000_000:.1f} MB"


def render(templates: Environment, name: str, **values: object) -> str:
    """Render a template.

    Raises Stopped with the template's file and line if it has a mistake, because users may change templates.
    """
    try:
        return templates.get_template(name).render(**values)
    except TemplateSyntaxError as error:
        raise _stopped(error.filename, error.lineno, error.message or "it cannot be read") from error
    except Exception as error:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(".j2")]
        if not frames:
            raise
        raise _stopped(frames[-1].filename, frames[-1].lineno or 1, _reason(error)) from error


def _reason(error: Exception) -> str:
    return f"there is no template called ‘{error.name}’" if isinstance(error, TemplateNotFound) else str(error) or "it cannot be filled in"


def _stopped(file: str | None, line: int, reason: str) -> Stopped:
    """The problem with its line. Our templates are named from `templates/` on, the user's by the path they gave."""
    path = Path(file) if file else Path("templates")
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    shown = path.relative_to(TEMPLATES.parent) if path.is_relative_to(TEMPLATES) else path
    column = len(text) - len(text.lstrip()) + 1
    place = Place(shown.as_posix(), line, column, text, len(text.strip()))
    return Stopped(Report([rule("template-broken").at(place, reason=reason.rstrip("."))]))
