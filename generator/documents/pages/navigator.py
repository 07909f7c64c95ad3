"""The navigator: questions, a table of all rules for readers without script, and every result. And the groups of people behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from generator.documents.background import background
from generator.documents.care import Card, cards
from generator.documents.origins import cited
from generator.documents.page import Page
from generator.documents.pages.making import Making
from generator.documents.service_view import ServiceView, view_of
from generator.knowledge.model.navigation import Cohort, Navigator, NavigatorRule
from generator.knowledge.says import join_words


def navigator_pages(making: Making) -> Iterator[Page]:
    """The navigator, where the data has one, and the groups of people."""
    for navigator in making.library.all(Navigator).values():
        yield _navigator(making, navigator)
    cohorts = sorted(making.library.all(Cohort).values(), key=lambda cohort: (cohort.order, cohort.id))
    if cohorts:
        about = "The groups of people that a mental health practitioner sees, and who goes elsewhere."
        yield making.page(
            "cohorts/index.md", "Who a practitioner sees", about, "cohorts",
            cohorts=cohorts, roles=making.library.roles, sources={c.id: cited(making.library, c.source) for c in cohorts},
            navigators=list(making.library.all(Navigator)),
        )  # fmt: skip


def _navigator(making: Making, navigator: Navigator) -> Page:
    rules = [(rule, words(navigator, rule)) for rule in navigator.rules]
    return making.page(
        f"{navigator.id}/index.md", navigator.title, navigator.about, "navigator",
        navigator=navigator, rules=rules, data=script_data(navigator), roles=making.library.roles,
        results={result.id: result for result in navigator.results}, steps={step.id: step for step in navigator.steps},
        services=_services(making, navigator), needs=making.library.needs,
        sources={result.id: cited(making.library, result.source) for result in navigator.results}, danger=_danger(making),
        more=background(making.library),
    )  # fmt: skip


def _services(making: Making, navigator: Navigator) -> Mapping[str, ServiceView]:
    """The services that results name and lists show, by id."""
    named = {meanwhile.service for result in navigator.results for meanwhile in result.services}
    views = {name: view_of(making.library.services[name], making.library, making.today) for name in sorted(named)}
    return {name: view for name, view in views.items() if view.listed}


def _danger(making: Making) -> Mapping[str, list[Card]]:
    """The crisis cards of the search: for life at risk those on people themselves and on harm by others, for today the first of them."""
    views = cards(making.library, making.today)
    own = [view for view in views if "suicide" in view.card.kinds]
    return {"now": [*own, *(view for view in views if "abuse" in view.card.kinds)], "today": own}


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
