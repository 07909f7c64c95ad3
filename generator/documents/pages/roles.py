"""The pages of packs: every role, a network's role, and where each sentence comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.coverage import STATES, Coverage, coverage
from generator.documents.charts.organisation_svg import chart_key, chart_svg
from generator.documents.formats.nhs_jobs.sheet import NHS_JOBS, advice, fields
from generator.documents.packs.model import Pack
from generator.documents.page import Page
from generator.documents.pages.making import Making
from generator.documents.views.background_links import background
from generator.documents.views.network import altered_view
from generator.documents.views.origins import left_out, origins
from generator.documents.views.vacancy import advertised, job_posting


def role_pages(making: Making) -> Iterator[Page]:
    """The list of roles, each base role's pack, and its source and changes."""
    about = "Job descriptions and person specifications to use or tailor."
    yield making.page("roles/index.md", "Job packs", about, "roles", packs=making.packs, more=background(making.library))
    for pack in making.packs:
        yield pack_page(making, pack, f"roles/{pack.role.id}/index.md", "source/")
        yield _source_page(making, pack)


def pack_page(making: Making, pack: Pack, path: str, source_href: str) -> Page:
    """A pack as a page, for a base role or for a network's."""
    title = f"{pack.title}, band {pack.role.band}: job pack" + (f", {pack.place}" if pack.network else "")
    about = f"{pack.place}’s own pack. {pack.role.summary}" if pack.network else pack.role.summary
    numbers = {n.statement.id: n.number for n in pack.statements()}
    overlay = next((o for o in pack.network.roles if o.role == pack.role.id), None) if pack.network else None
    found = coverage(making.library, pack.role, overlay)
    return making.page(
        path, title, about, "role",
        pack=pack, files=making.files[pack.stem], coverages=[_coverage_view(c, numbers) for c in found],
        chart_wide=chart_svg(pack.chart, making.templates, style="wide"),
        chart_narrow=chart_svg(pack.chart, making.templates, style="narrow"), chart_key=chart_key(pack.chart),
        more=background(making.library),
        source_href=source_href, states=STATES, altered=altered_view(pack),
        posting=job_posting(pack, making.library, making.today), advertised=advertised(pack, making.today), **_listing_view(making, pack),
    )  # fmt: skip


def _listing_view(making: Making, pack: Pack) -> dict[str, object]:
    """The text for each box of NHS Jobs, where the data has its form."""
    form = making.library.recruitment.get(NHS_JOBS)
    return {"form": form, "fields": fields(pack, form), "advice": advice(form)} if form else {"form": None, "fields": (), "advice": []}


def _coverage_view(found: Coverage, numbers: Mapping[str, str]) -> dict[str, object]:
    rows = [(r.requirement, r.state, [(numbers[name], name) for name in r.statements], r.note) for r in found.rows]
    return {"framework": found.framework, "rows": rows, "counts": found.counts}


def _source_page(making: Making, pack: Pack) -> Page:
    title = f"{pack.title}, band {pack.role.band}: source and changes"
    about = f"Where each sentence of the {pack.title} pack comes from, what was changed, and what was left out."
    rows, retired = origins(making.library, pack), left_out(making.library, pack)
    return making.page(f"roles/{pack.role.id}/source/index.md", title, about, "role-source", pack=pack, groups=rows, retired=retired)
