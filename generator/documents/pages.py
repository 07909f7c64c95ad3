"""Everything a site shows, as pages: an address, a title, and a body that is ordinary Markdown. Pure; nothing is written here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment

from generator.checks.coverage import STATES, Coverage, coverage
from generator.documents.chart import chart_svg
from generator.documents.listing import NHS_JOBS, advice, fields
from generator.documents.origins import left_out, origins, used_by
from generator.documents.pack import Pack
from generator.documents.templating import render
from generator.knowledge.library import Library
from generator.problems import RULES


@dataclass(frozen=True)
class Page:
    """A page as the site engine takes it. `path` is its Markdown file below the staging folder, with forward slashes."""

    path: str
    title: str
    description: str
    kind: str
    body: str

    @property
    def address(self) -> str:
        """Where it stands in the site: `roles/link-worker-band-6/`."""
        return self.path.removesuffix(".md").removesuffix("index").rstrip("/") + "/" if self.path != "index.md" else ""

    @property
    def root(self) -> str:
        """The way from the page to the site's first page: `../../`."""
        return "../" * self.address.count("/")

    def markdown(self) -> str:
        """The whole file. JSON strings are YAML strings too, so any title is safe in the heading block."""
        head = {"title": self.title, "description": self.description, "kind": self.kind}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
        return "\n".join(["---", *lines, "---", "", self.body.strip("\n"), ""])


@dataclass(frozen=True)
class File:
    """A file to download, as a page lists it. `href` is from the site's first page on; `size` is in bytes."""

    label: str
    href: str
    about: str
    size: int


class Pages:
    """Makes each page of a library from its template."""

    def __init__(self, library: Library, packs: Sequence[Pack], files: Mapping[str, Sequence[File]], templates: Environment) -> None:
        """Pages of `library`, with its `packs` and, by each pack's stem, the `files` to download."""
        self.library, self.packs, self.files, self.templates = library, packs, files, templates

    def __iter__(self) -> Iterator[Page]:
        """Every generated page."""
        settings = self.library.settings
        yield self._page(
            "index.md", settings.title, settings.tagline, "home", packs=self.packs, pay_year=self.library.pay[settings.pay_year]
        )
        yield self._page("find/index.md", "Find", "Search roles, guides and pages.", "find", packs=self.packs)
        yield self._page(
            "roles/index.md", "Job packs", "Job descriptions and person specifications to use or tailor.", "roles", packs=self.packs
        )
        for pack in self.packs:
            yield self._role(pack)
            yield self._role_source(pack)
        yield self._sources()
        yield self._errors()

    def _page(self, path: str, title: str, description: str, kind: str, **values: object) -> Page:
        blank = Page(path, title, description, kind, "")
        shared = {"site": self.library.settings, "crisis": self.library.crisis, "root": blank.root}
        body = render(self.templates, f"pages/{kind}.md.j2", **shared, **values)
        return Page(path, title, description, kind, body)

    def _role(self, pack: Pack) -> Page:
        title = f"{pack.title}, band {pack.role.band}: job pack"
        numbers = {n.statement.id: n.number for n in pack.statements()}
        found = coverage(self.library, pack.role)
        return self._page(
            f"roles/{pack.role.id}/index.md", title, pack.role.summary, "role",
            pack=pack, files=self.files[pack.stem], coverages=[self._coverage(c, numbers) for c in found],
            chart_wide=chart_svg(pack.chart, self.templates, style="wide"), chart_narrow=chart_svg(pack.chart, self.templates, style="narrow"),
            source_href="source/", states=STATES, **self._listing(pack),
        )  # fmt: skip

    def _listing(self, pack: Pack) -> dict[str, object]:
        """The text for each box of NHS Jobs, where the data has its form."""
        form = self.library.recruitment.get(NHS_JOBS)
        return {"form": form, "fields": fields(pack, form), "advice": advice(form)} if form else {"form": None, "fields": (), "advice": []}

    def _coverage(self, found: Coverage, numbers: Mapping[str, str]) -> dict[str, object]:
        rows = [(r.requirement, r.state, [(numbers[name], name) for name in r.statements], r.note) for r in found.rows]
        return {"framework": found.framework, "rows": rows, "counts": found.counts}

    def _role_source(self, pack: Pack) -> Page:
        title = f"{pack.title}, band {pack.role.band}: source and changes"
        about = f"Where each sentence of the {pack.title} pack comes from, what was changed, and what was left out."
        rows, retired = origins(self.library, pack), left_out(self.library, pack)
        return self._page(f"roles/{pack.role.id}/source/index.md", title, about, "role-source", pack=pack, groups=rows, retired=retired)

    def _sources(self) -> Page:
        listed = [(source, used_by(self.library, source)) for source in self.library.sources.values()]
        return self._page("sources/index.md", "Sources", "Every document that the packs and pages stand on.", "sources", sources=listed)

    def _errors(self) -> Page:
        about = "Everything that Fingerpost can find wrong in a file, and how to mend it."
        return self._page(
            "errors/index.md", "Errors and how to mend them", about, "errors", rules=sorted(RULES.values(), key=lambda r: r.code)
        )
