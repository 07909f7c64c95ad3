"""The pages of service models: how a service was set up, staffed and paid for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents.charts.shares_svg import shares_svg, week_svg
from generator.documents.page import Page
from generator.documents.pages.site_context import SiteContext
from generator.documents.views.background_links import background
from generator.documents.views.origins import cited
from generator.knowledge.model import ServiceModel
from generator.knowledge.text.formatting import join_words, pounds


def service_model_pages(context: SiteContext) -> Iterator[Page]:
    """The list of models, and each model."""
    models = list(context.library.all(ServiceModel).values())
    if not models:
        return
    about = "How services were set up, staffed and paid for, from their own documents."
    more = background(context.library)
    yield context.page("service-models/index.md", "How a service is set up", about, "service-models", models=models, more=more)
    for model in models:
        yield _page(context, model)


def _page(context: SiteContext, model: ServiceModel) -> Page:
    network = context.library.networks.get(model.network or "")
    practices = sorted(network.practices, key=lambda p: (-p.population, p.name)) if network else []
    return context.page(
        f"service-models/{model.id}/index.md", model.name, model.summary, "service-model",
        model=model, network=network, practices=practices, sources=cited(context.library, model.source),
        payers={payer.id: payer for payer in model.payers}, told={d.id: d for d in model.disagreements},
        roles=context.library.roles, costs=_costs(context, model), week=_week(context, model),
    )  # fmt: skip


def _costs(context: SiteContext, model: ServiceModel) -> object:
    """The sums that the document gives, as a picture."""
    known = [(line.what, line.pounds) for line in model.costs if line.pounds]
    if not known:
        return None
    told = f"Costs with a sum: {join_words([f'{what}, {pounds(sum_)}' for what, sum_ in known])}. The table has the same figures."
    return shares_svg([(pounds(sum_), sum_) for _, sum_ in known], told, context.templates)


def _week(context: SiteContext, model: ServiceModel) -> object:
    """The caseload of a week, as a picture."""
    load = model.caseload
    if not load:
        return None
    told = f"A week of five days: {load.a_day} people a day, {load.a_week_at_most} in all, and {load.learning_days} of the days for study."
    return week_svg(load.a_day, load.a_week_at_most, load.learning_days, told, context.templates)
