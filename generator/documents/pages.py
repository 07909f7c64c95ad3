"""Everything a site shows, as pages: an address, a title, and a body that is ordinary Markdown. Pure; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from jinja2 import Environment

from generator.checks.coverage import STATES, Coverage, coverage
from generator.documents.chart import chart_key, chart_svg
from generator.documents.listing import NHS_JOBS, advice, fields
from generator.documents.network_view import NetworkView, altered_view, job_posting, view_of
from generator.documents.origins import left_out, origins, used_by
from generator.documents.pack import Pack
from generator.documents.page import File, Page
from generator.documents.templating import render
from generator.knowledge.library import Library
from generator.problems import RULES


class Pages:
    """Makes each page of a library from its template."""

    def __init__(
        self, library: Library, packs: Sequence[Pack], files: Mapping[str, Sequence[File]], templates: Environment, today: date
    ) -> None:
        """Pages of `library`, with every pack, base roles' and networks', and by each pack's stem the `files` to download."""
        self.library, self.files, self.templates, self.today = library, files, templates, today
        self.packs = [pack for pack in packs if not pack.network]
        self.network_packs = [pack for pack in packs if pack.network]

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
            yield self._role(pack, f"roles/{pack.role.id}/index.md", "source/")
            yield self._role_source(pack)
        yield from self._networks()
        yield self._sources()
        yield self._errors()

    def _page(self, path: str, title: str, description: str, kind: str, **values: object) -> Page:
        blank = Page(path, title, description, kind, "")
        shared = {"site": self.library.settings, "crisis": self.library.crisis, "root": blank.root}
        body = render(self.templates, f"pages/{kind}.md.j2", **shared, **values)
        return Page(path, title, description, kind, body)

    def _networks(self) -> Iterator[Page]:
        """The networks, each network, and its packs as pages."""
        views = [self._view(name) for name in self.library.networks]
        about = "Networks that have made a role their own, their practices and their packs."
        yield self._page("networks/index.md", "Networks", about, "networks", views=views)
        for view in views:
            yield self._page(
                f"networks/{view.network.id}/index.md", view.network.name, view.network.profile[0], "network", view=view, states=STATES
            )
            for pack in view.packs:
                path = f"networks/{view.network.id}/{pack.role.id}/index.md"
                yield self._role(pack, path, f"../../../roles/{pack.role.id}/source/")

    def _view(self, name: str) -> NetworkView:
        packs = [pack for pack in self.network_packs if pack.network and pack.network.id == name]
        return view_of(self.library, self.library.networks[name], packs, self.files, self.today)

    def _role(self, pack: Pack, path: str, source_href: str) -> Page:
        title = f"{pack.title}, band {pack.role.band}: job pack" + (f", {pack.place}" if pack.network else "")
        numbers = {n.statement.id: n.number for n in pack.statements()}
        overlay = next((o for o in pack.network.roles if o.role == pack.role.id), None) if pack.network else None
        found = coverage(self.library, pack.role, overlay)
        return self._page(
            path, title, pack.role.summary, "role",
            pack=pack, files=self.files[pack.stem], coverages=[self._coverage(c, numbers) for c in found],
            chart_wide=chart_svg(pack.chart, self.templates, style="wide"),
            chart_narrow=chart_svg(pack.chart, self.templates, style="narrow"), chart_key=chart_key(pack.chart),
            source_href=source_href, states=STATES, altered=altered_view(pack),
            posting=job_posting(pack, self.library, self.today), today=self.today, **self._listing(pack),
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
