"""Checks of a service model: names exist, and each sum is right or the file explains the source's mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.references import unknown
from generator.knowledge.library.library import Library
from generator.knowledge.model import ServiceModel, whole_time
from generator.knowledge.reading.document import Steps
from generator.knowledge.text.formatting import pounds
from generator.problems import Problem, rule


def service_model_names_exist(library: Library) -> Iterator[Problem]:
    """Every post, payer, cost and disagreement that a model names is in it."""
    for model in library.all(ServiceModel).values():
        for steps, what, name, known in _names(model):
            if name not in known:
                yield unknown(library.place(model, *steps), what, name, known, "this file")


def _names(model: ServiceModel) -> Iterator[tuple[Steps, str, str, Iterable[str]]]:
    payers, posts = [p.id for p in model.payers], [p.id for p in model.posts]
    disagreements = [d.id for d in model.disagreements]
    for field in ("posts", "sessions", "costs"):
        for index, item in enumerate(getattr(model, field)):
            yield (field, index, "paid_by"), "payer", item.paid_by, payers
    for index, post in enumerate(model.posts):
        if post.told:
            yield ("posts", index, "told"), "disagreement", post.told, disagreements
    parts = [line.id for line in model.costs]
    for index, total in enumerate(model.totals):
        for at, name in enumerate(total.adds):
            yield ("totals", index, "adds", at), "cost or earlier total", name, parts
        if total.told:
            yield ("totals", index, "told"), "disagreement", total.told, disagreements
        parts.append(total.id)
    if model.caseload:
        yield ("caseload", "post"), "post", model.caseload.post, posts


def sums_right(library: Library) -> Iterator[Problem]:
    """Each total is the sum of its parts, or names the disagreement that explains it."""
    for model in library.all(ServiceModel).values():
        for index, total in enumerate(model.totals):
            calculated = model.worked_out(total)
            if total.stated is not None and calculated != total.stated and not total.told:
                place = library.place(model, "totals", index, "stated")
                yield rule("sum-wrong").at(place, what=total.what, stated=pounds(total.stated), found=pounds(calculated))


def counts_explained(library: Library) -> Iterator[Problem]:
    """A post with two different numbers names the disagreement that explains them."""
    for model in library.all(ServiceModel).values():
        for index, post in enumerate(model.posts):
            if post.elsewhere and whole_time(post.elsewhere) != whole_time(post.whole_time) and not post.told:
                place = library.place(model, "posts", index, "elsewhere")
                yield rule("count-untold").at(place, what=post.title, one=post.whole_time, other=post.elsewhere)


def populations_agree(library: Library) -> Iterator[Problem]:
    """The population of a service model is that of its network's practices."""
    for model in library.all(ServiceModel).values():
        network = library.networks.get(model.network or "")
        if network and network.population != model.population:
            place = library.place(model, "population")
            yield rule("population-differs").at(
                place, stated=f"{model.population:,}", found=f"{network.population:,}", network=network.name
            )


def caseload_fits(library: Library) -> Iterator[Problem]:
    """The people seen in a week do not exceed the daily number on working days without study."""
    for model in library.all(ServiceModel).values():
        load = model.caseload
        if load and load.a_week_at_most > load.a_day * (5 - load.learning_days):
            place = library.place(model, "caseload", "a_week_at_most")
            yield rule("caseload-impossible").at(place, week=load.a_week_at_most, day=load.a_day, days=5 - load.learning_days)
