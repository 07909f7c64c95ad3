"""Checks of the navigator: every path ends in help, danger comes first, and nothing in it is unused or unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from math import prod

from generator.checks.references import unknown
from generator.knowledge.calculators.navigator import age_spans, combinations, overlap, paths, settled
from generator.knowledge.directory.visibility import listed
from generator.knowledge.library.library import Library
from generator.knowledge.model import DangerCards, Service
from generator.knowledge.model.navigation import Cohort, Navigator, Outcome
from generator.knowledge.reading.document import Steps
from generator.problems import Problem, rule

_CARDS = {"emergency": ("emergency",), "urgent": ("urgent", "emergency")}
"""The crisis cards that an answer may lead to, by its level of danger."""


def navigator_names_exist(library: Library) -> Iterator[Problem]:
    """Every question, answer, result, step, need and group that a navigator names exists."""
    for navigator in library.all(Navigator).values():
        for steps, what, name, known, where in (*_inside(navigator), *_outside(navigator, library)):
            if name not in known:
                yield unknown(library.place(navigator, *steps), what, name, known, where)


Name = tuple[Steps, str, str, Iterable[str], str]


def _inside(navigator: Navigator) -> Iterator[Name]:
    """Names of things in the same file."""
    answers = {question.id: [answer.id for answer in question.answers] for question in navigator.questions}
    for index, one in enumerate(navigator.rules):
        for name, wanted in one.when.items():
            yield ("rules", index, "when", name), "question", name, answers, "this file"
            for at, answer in enumerate(wanted):
                yield ("rules", index, "when", name, at), "answer", answer, answers.get(name, [answer]), "this file"
        yield ("rules", index, "leads_to"), "result", one.leads_to, [result.id for result in navigator.results], "this file"
    for index, result in enumerate(navigator.results):
        if result.step:
            yield ("results", index, "step"), "step", result.step, [step.id for step in navigator.steps], "this file"
        for at, name in enumerate(result.signs):
            yield ("results", index, "signs", at), "sign", name, [signs.id for signs in navigator.signs], "this file"


def _outside(navigator: Navigator, library: Library) -> Iterator[Name]:
    """Names of things in other files. A file that could not be read is not called missing."""
    kinds = [kind for dangers in library.all(DangerCards).values() for card in dangers.cards for kind in card.kinds]
    for index, result in enumerate(navigator.results):
        for at, kind in enumerate(result.dangers if kinds else ()):
            yield ("results", index, "dangers", at), "crisis card", kind, kinds, "data/vocabularies/danger.yaml"
        if result.need:
            yield ("results", index, "need"), "need", result.need, library.needs, "data/vocabularies/needs.yaml"
    for q, question in enumerate(navigator.questions):
        for a, answer in enumerate(question.answers):
            if answer.cohort and not library.exists(Cohort, answer.cohort):
                yield ("questions", q, "answers", a, "cohort"), "group", answer.cohort, library.all(Cohort), "data/cohorts/"


LIMIT = 10_000
"""Maximum number of combinations of answers, all of which are checked."""


def _size(navigator: Navigator) -> int:
    return prod(len(question.answers) for question in navigator.questions)


def _walked(library: Library) -> list[Navigator]:
    """The navigators that are small enough to check every combination."""
    return [navigator for navigator in library.all(Navigator).values() if _size(navigator) <= LIMIT]


def small_enough(library: Library) -> Iterator[Problem]:
    """Every combination of a navigator's answers can be checked."""
    for navigator in library.all(Navigator).values():
        if _size(navigator) > LIMIT:
            place = library.place(navigator, "questions")
            yield rule("navigator-too-large").at(place, count=f"{_size(navigator):,}", limit=f"{LIMIT:,}")


def no_dead_end(library: Library) -> Iterator[Problem]:
    """Every combination of answers matches a rule. Reported once for each navigator, with the first that does not."""
    for navigator in _walked(library):
        lost = [answers for answers in paths(navigator) if settled(navigator, answers) is None]
        if lost:
            example = ", ".join(f"{question}: {answer}" for question, answer in next(combinations(navigator, lost[0])).items())
            count = sum(prod(len(q.answers) for q in navigator.questions if q.id not in answers) for answers in lost)
            yield rule("navigator-dead-end").at(library.place(navigator, "rules"), answers=example, count=f"{count:,}")


def nothing_idle(library: Library) -> Iterator[Problem]:
    """Every rule matches some answers, every result is reached, and every list of signs is shown."""
    for navigator in _walked(library):
        used = {found.id for answers in paths(navigator) if (found := settled(navigator, answers))}
        for index, one in enumerate(navigator.rules):
            if one.id not in used:
                yield rule("navigator-idle").at(library.place(navigator, "rules", index, "id"), what="rule", id=one.id)
        led_to = {one.leads_to for one in navigator.rules}
        for index, result in enumerate(navigator.results):
            if result.id not in led_to:
                yield rule("navigator-idle").at(library.place(navigator, "results", index, "id"), what="result", id=result.id)
        named = {name for result in navigator.results for name in result.signs}
        for index, signs in enumerate(navigator.signs):
            if signs.id not in named:
                yield rule("navigator-idle").at(library.place(navigator, "signs", index, "id"), what="danger signs", id=signs.id)


def danger_first(library: Library) -> Iterator[Problem]:
    """A dangerous answer leads to the crisis card whatever the other answers are, and its question is asked first."""
    for navigator in _walked(library):
        results = {result.id: result for result in navigator.results}
        for q, question in enumerate(navigator.questions):
            for a, answer in enumerate(question.answers):
                if answer.danger and not _cards_first(navigator, results, {question.id: answer.id}, answer.danger, q):
                    place = library.place(navigator, "questions", q, "answers", a, "danger")
                    yield rule("navigator-danger").at(place, answer=answer.label)


def _cards_first(navigator: Navigator, results: dict[str, Outcome], given: dict[str, str], danger: str, asked: int) -> bool:
    """Whether every path from an answer shows the right card, and no question without danger comes before it."""
    earlier = navigator.questions[:asked]
    if any(not any(answer.danger for answer in question.answers) for question in earlier):
        return False
    rules = [settled(navigator, answers) for answers in paths(navigator, given)]
    return all(one is None or one.leads_to not in results or results[one.leads_to].card in _CARDS[danger] for one in rules)


def help_left(library: Library) -> Iterator[Problem]:
    """Every result names an open service for every age that leads to it."""
    for navigator, index, span, services in _reached(library):
        if not any(service.status != "closed" and _takes(service, span) for service in services):
            place = library.place(navigator, "results", index, "services")
            result = navigator.results[index].heading
            yield rule("navigator-no-service").at(place, result=result, least=span[0], most=span[1])


def help_withheld(library: Library, today: date) -> Iterator[Problem]:
    """At least one of the open services that a result names for an age is not withheld."""
    for navigator, index, span, services in _reached(library):
        open_services = [service for service in services if service.status != "closed" and _takes(service, span)]
        if open_services and not any(listed(service, library, today) for service in open_services):
            place = library.place(navigator, "results", index, "services")
            result = navigator.results[index].heading
            yield rule("navigator-all-withheld").at(place, result=result, least=span[0], most=span[1])


def _takes(service: Service, span: tuple[int, int]) -> bool:
    return overlap(span, service.min_age, service.max_age)


def _reached(library: Library) -> Iterator[tuple[Navigator, int, tuple[int, int], list[Service]]]:
    """Every result of every navigator by its index, with each span of ages that leads to it and the services that it names."""
    for navigator in _walked(library):
        spans: dict[str, set[tuple[int, int]]] = {}
        for answers in paths(navigator):
            matching_rule = settled(navigator, answers)
            if matching_rule:
                spans.setdefault(matching_rule.leads_to, set()).update(age_spans(navigator, answers))
        for index, result in enumerate(navigator.results):
            services = [library.services[m.service] for m in result.services if m.service in library.services]
            for span in sorted(spans.get(result.id, ())):
                yield navigator, index, span, services
