"""The pages of packs: every role, a network's role, and where each sentence comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.coverage import STATES, Coverage, coverage
from generator.documents.charts.organisation_svg import chart_key, chart_svg
from generator.documents.formats.nhs_jobs.sheet import NHS_JOBS, advice, fields
from generator.documents.packs.model import Pack
from generator.documents.page import Page
from generator.documents.pages.site_context import SiteContext
from generator.documents.views.background_links import background
from generator.documents.views.network import altered_view
from generator.documents.views.origins import left_out, origins
from generator.documents.views.vacancy import advertised, job_posting


def role_pages(context: SiteContext) -> Iterator[Page]:
    """The list of roles, each base role's pack, and its source and changes."""
    about = "Job descriptions and person specifications to use or tailor."
    yield context.page("roles/index.md", "Job packs", about, "roles", packs=context.base_packs, more=background(context.library))
    for pack in context.base_packs:
        yield pack_page(context, pack, f"roles/{pack.role.id}/index.md", "source/")
        yield _source_page(context, pack)


def pack_page(context: SiteContext, pack: Pack, path: str, source_href: str) -> Page:
    """A pack as a page, for a base role or for a network's."""
    title = f"{pack.titled}: job pack" + (f", {pack.place}" if pack.network else "")
    about = f"{pack.place}’s own pack. {pack.role.summary}" if pack.network else pack.role.summary
    numbers = {n.statement.id: n.number for n in pack.statements()}
    overlay = next((o for o in pack.network.roles if o.role == pack.role.id), None) if pack.network else None
    found = coverage(context.library, pack.role, overlay)
    return context.page(
        path, title, about, "role",
        pack=pack, files=context.files[pack.stem], coverages=[_coverage_view(c, numbers) for c in found],
        chart_wide=chart_svg(pack.chart, context.templates, style="wide"),
        chart_narrow=chart_svg(pack.chart, context.templates, style="narrow"), chart_key=chart_key(pack.chart, pack.labels.chart),
        more=background(context.library),
        source_href=source_href, states=STATES, altered=altered_view(pack),
        posting=job_posting(pack, context.library, context.today), advertised=advertised(pack, context.today),
        **_listing_view(context, pack),
    )  # fmt: skip


def _listing_view(context: SiteContext, pack: Pack) -> dict[str, object]:
    """The text for each box of NHS Jobs, where the data has its form."""
    form = context.library.recruitment.get(NHS_JOBS)
    return {"form": form, "fields": fields(pack, form), "advice": advice(form)} if form else {"form": None, "fields": (), "advice": []}


def _coverage_view(found: Coverage, numbers: Mapping[str, str]) -> dict[str, object]:
    rows = [(r.requirement, r.state, [(numbers[name], name) for name in r.statements], r.note) for r in found.rows]
    return {"framework": found.framework, "rows": rows, "counts": found.counts}


def _source_page(context: SiteContext, pack: Pack) -> Page:
    title = f"{pack.titled}: source and changes"
    about = f"Where each sentence of the {pack.title} pack comes from, what was changed, and what was left out."
    rows, retired = origins(context.library, pack), left_out(context.library, pack)
    return context.page(f"roles/{pack.role.id}/source/index.md", title, about, "role-source", pack=pack, groups=rows, retired=retired)
