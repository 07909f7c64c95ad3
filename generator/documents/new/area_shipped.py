"""Every file that a new area is made of: records, schemas, settings of the site engine, and pages."""

from __future__ import annotations

from datetime import date

from jinja2 import Environment

from generator.documents.new.area import area_files
from generator.documents.new.area_pages import area_pages
from generator.documents.new.shipped import Shipped
from generator.documents.page import Files
from generator.knowledge.library.library import Library
from generator.knowledge.reading.schema import json_schemas
from generator.machine.shipped import HOME


def shipped_records(area: Shipped, templates: Environment) -> Files:
    """Every file but the hand-written pages. They have the day on which the area was made, so that only our corrections differ."""
    files = area_files(area.area, area.name, area.made_on, templates, roles=area.roles)
    return files | {f"data/schemas/{file}": text.encode() for file, text in json_schemas().items()}


def shipped_pages(library: Library, today: date, templates: Environment) -> Files:
    """The hand-written pages, for an area with these records."""
    return {f"content/{path}": content for path, content in area_pages(HOME / "content", library, today, templates).items()}
