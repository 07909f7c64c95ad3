"""The pages on which people make a pack of their own, one for each base role."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.coverage import coverage
from generator.documents.browser.tailor import blank_pack
from generator.documents.charts.organisation_svg import chart_key, chart_svg
from generator.documents.formats.nhs_jobs.boxes import NHS_JOBS
from generator.documents.packs.promises import DISABILITY_CONFIDENT
from generator.documents.page import Page
from generator.documents.pages.site_context import SiteContext


def tailor_pages(context: SiteContext) -> Iterator[Page]:
    """Which role, then a page for each base role."""
    about = "Fill in a job pack for your network and change what does not fit, in your browser. Nothing is sent anywhere."
    yield context.page("tailor/index.md", "Make a pack", about, "tailor-roles", packs=context.base_packs)
    for pack in context.base_packs:
        title = f"Make a pack: {pack.titled}"
        about = f"Fill in and change the {pack.title} pack for your network, in your browser."
        yield context.page(
            f"tailor/{pack.role.id}/index.md", title, about, "tailor",
            pack=pack, whole=blank_pack(context.library, pack),
            form=context.library.recruitment.get(NHS_JOBS), coverages=coverage(context.library, pack.role),
            salary=next(fact.value for fact in pack.pay if fact.name == "salary"), confident=DISABILITY_CONFIDENT,
            word=bool(context.files[pack.stem]),
            chart=chart_svg(pack.chart, context.templates, style="wide"), chart_key=chart_key(pack.chart, pack.labels.chart),
        )  # fmt: skip
