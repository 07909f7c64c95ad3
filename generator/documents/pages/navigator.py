"""The navigator: questions, a table of all rules for readers without script, and every result. And the groups of people behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from generator.documents.page import Page
from generator.documents.pages.site_context import SiteContext
from generator.documents.views.background_links import background
from generator.documents.views.crisis_cards import Card, cards, other_ways
from generator.documents.views.origins import cited
from generator.documents.views.service import ServiceView, service_view
from generator.knowledge.model.navigation import Cohort, Navigator, NavigatorRule, Outcome
from generator.knowledge.text.formatting import join_words


def navigator_pages(context: SiteContext) -> Iterator[Page]:
    """The navigator, where the data has one, and the groups of people."""
    for navigator in context.library.all(Navigator).values():
        yield _navigator(context, navigator)
    cohorts = sorted(context.library.all(Cohort).values(), key=lambda cohort: (cohort.order, cohort.id))
    if cohorts:
        about = "The groups of people that a mental health practitioner sees, and who goes elsewhere."
        yield context.page(
            "cohorts/index.md", "Who a practitioner sees", about, "cohorts",
            cohorts=cohorts, roles=context.library.roles, sources={c.id: cited(context.library, c.source) for c in cohorts},
            navigators=list(context.library.all(Navigator)),
        )  # fmt: skip


def _navigator(context: SiteContext, navigator: Navigator) -> Page:
    rules = [(rule, words(navigator, rule)) for rule in navigator.rules]
    every = cards(context.library, context.today)
    return context.page(
        f"{navigator.id}/index.md", navigator.title, navigator.about, "navigator",
        navigator=navigator, rules=rules, data=script_data(navigator), roles=context.library.roles,
        results={result.id: result for result in navigator.results}, steps={step.id: step for step in navigator.steps},
        services=_services(context, navigator), needs=context.library.needs,
        sources={result.id: cited(context.library, based_on(navigator, result)) for result in navigator.results},
        signs={result.id: signs(navigator, result) for result in navigator.results},
        danger={result.id: _danger(result, every) for result in navigator.results},
        ways=other_ways(context.library), more=background(context.library),
    )  # fmt: skip


def _services(context: SiteContext, navigator: Navigator) -> Mapping[str, ServiceView]:
    """The services that results name and lists show, by id."""
    named = {meanwhile.service for result in navigator.results for meanwhile in result.services}
    views = {name: service_view(context.library.services[name], context.library, context.today) for name in sorted(named)}
    return {name: view for name, view in views.items() if view.listed}


def _danger(result: Outcome, every: Sequence[Card]) -> list[Card]:
    """The crisis cards of a result's dangers, the nearest first, each once."""
    found = {card.card.id: card for kind in result.dangers for card in every if kind in card.card.kinds}
    return list(found.values())


def signs(navigator: Navigator, result: Outcome) -> list[str]:
    """The signs of an emergency that a result shows, beside those of its crisis cards."""
    lists = {signs.id: signs.call_999_if for signs in navigator.signs}
    return [sign for name in result.signs for sign in lists[name]]


def based_on(navigator: Navigator, result: Outcome) -> list[str]:
    """The sources of a result and of the signs in it, each once."""
    lists = {signs.id: signs.source for signs in navigator.signs}
    return list(dict.fromkeys([*result.source, *(source for name in result.signs for source in lists[name])]))


def words(navigator: Navigator, rule: NavigatorRule) -> list[tuple[str, str]]:
    """When a rule holds: each question in short, and the answers that fit."""
    found = []
    for question in navigator.questions:
        wanted = rule.when.get(question.id)
        if wanted:
            found.append((question.short, join_words([a.label for a in question.answers if a.id in wanted], "or")))
    return found


def script_data(navigator: Navigator) -> str:
    """What the script in the browser needs, as JSON: questions with their answers, and the rules."""
    questions = [
        {
            "id": question.id,
            "ask": question.ask,
            "answers": [
                {
                    key: value
                    for key, value in (("id", a.id), ("label", a.label), ("said", a.said), ("min", a.min_age), ("max", a.max_age))
                    if value is not None
                }
                for a in question.answers
            ],
        }
        for question in navigator.questions
    ]
    rules = [{"id": rule.id, "when": rule.when, "leads_to": rule.leads_to} for rule in navigator.rules]
    return json.dumps({"questions": questions, "rules": rules}, ensure_ascii=False, separators=(",", ":"))
