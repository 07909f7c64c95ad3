"""What every maker of pages works with: the library, the packs, the day, and the templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment

from generator.documents.pack import Pack
from generator.documents.page import File, Page
from generator.documents.templating import render
from generator.knowledge.library import Library


@dataclass(frozen=True)
class Making:
    """A library on its way to pages. `made` holds every pack, base roles' and networks'; `files` what each has to download, by its stem."""

    library: Library
    made: Sequence[Pack]
    files: Mapping[str, Sequence[File]]
    templates: Environment
    today: date

    @property
    def packs(self) -> list[Pack]:
        """The packs of base roles."""
        return [pack for pack in self.made if not pack.network]

    @property
    def network_packs(self) -> list[Pack]:
        """The packs of networks."""
        return [pack for pack in self.made if pack.network]

    def page(self, path: str, title: str, description: str, kind: str, **values: object) -> Page:
        """A page from the template of its kind, which has `site`, `crisis` and `root` besides `values`."""
        blank = Page(path, title, description, kind, "")
        shared = {"site": self.library.settings, "crisis": self.library.crisis, "root": blank.root}
        body = render(self.templates, f"pages/{kind}.md.j2", **shared, **values)
        return Page(path, title, description, kind, body)
