"""The pages of packs: every role, a network's role, and where each sentence comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.coverage import STATES, Coverage, coverage
from generator.documents.charts.organisation_svg import chart_key, chart_svg
from generator.documents.formats.nhs_jobs.sheet import NHS_JOBS, advice, fields
from generator.documents.packs.model import Pack
from generator.documents.page import Page
from generator.documents.pages.profiles import SHEETS
from generator.documents.pages.site_context import SiteContext
from generator.documents.views.background_links import background
from generator.documents.views.network import altered_view
from generator.documents.views.origins import left_out, origins
from generator.documents.views.vacancy import advertised, job_posting
from generator.knowledge.model import RecruitmentForm


def role_pages(context: SiteContext) -> Iterator[Page]:
    """The list of roles, each base role's pack, and its source and changes."""
    about = "Job descriptions and person specifications to use or tailor."
    yield context.page(
        "roles/index.md", "Job packs", about, "roles", packs=context.base_packs, made=context.network_packs,
        files=context.files, form=context.library.recruitment.get(NHS_JOBS), more=background(context.library),
    )  # fmt: skip
    for pack in context.base_packs:
        yield from pack_pages(context, pack, f"roles/{pack.role.id}", "source/")
        yield _source_page(context, pack)


def pack_pages(context: SiteContext, pack: Pack, home: str, source_href: str) -> Iterator[Page]:
    """A pack as a page, for a base role or for a network's, and its text for each box of NHS Jobs where the data has the form."""
    form = context.library.recruitment.get(NHS_JOBS)
    yield _pack_page(context, pack, f"{home}/index.md", source_href, form)
    if form:
        yield _form_page(context, pack, f"{home}/{NHS_JOBS}/index.md", form)


def _pack_page(context: SiteContext, pack: Pack, path: str, source_href: str, form: RecruitmentForm | None) -> Page:
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
        form=form, sheets=SHEETS,
    )  # fmt: skip


def _form_page(context: SiteContext, pack: Pack, path: str, form: RecruitmentForm) -> Page:
    """What to paste into each box of a form. It has an address of its own, to keep open beside the form."""
    title = f"{pack.titled}: text for {form.name}" + (f", {pack.place}" if pack.network else "")
    about = f"The text of the {pack.title} advert for each box of {form.name}, with its limit and a button that copies it."
    return context.page(
        path, title, about, "role-nhs-jobs", pack=pack, files=context.files[pack.stem],
        form=form, fields=fields(pack, form), advice=advice(form),
    )  # fmt: skip


def _coverage_view(found: Coverage, numbers: Mapping[str, str]) -> dict[str, object]:
    rows = [(r.requirement, r.state, [(numbers[name], name) for name in r.statements], r.note) for r in found.rows]
    return {"framework": found.framework, "rows": rows, "counts": found.counts}


def _source_page(context: SiteContext, pack: Pack) -> Page:
    title = f"{pack.titled}: source and changes"
    about = f"Where each sentence of the {pack.title} pack comes from, what was changed, and what was left out."
    rows, retired = origins(context.library, pack), left_out(context.library, pack)
    return context.page(f"roles/{pack.role.id}/source/index.md", title, about, "role-source", pack=pack, groups=rows, retired=retired)
