"""Compute the navigator's result from answers, with the same steps as in the browser, which a test compares. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from generator.knowledge.model.navigation import Navigator, NavigatorRule, Question

Answers = Mapping[str, str]
"""The id of an answer by the id of its question."""


def matching(navigator: Navigator, answers: Answers) -> NavigatorRule | None:
    """The first rule that fits when every question is answered, or nothing where no rule does."""
    return next((rule for rule in navigator.rules if all(answers.get(name) in wanted for name, wanted in rule.when.items())), None)


def combinations(navigator: Navigator, given: Answers | None = None) -> Iterator[dict[str, str]]:
    """Every way to answer the questions that are still open, with what is answered already."""
    given = given or {}
    offered = [[given[q.id]] if q.id in given else [answer.id for answer in q.answers] for q in navigator.questions]
    for chosen in product(*offered):
        yield {question.id: answer for question, answer in zip(navigator.questions, chosen, strict=True)}


def rules_left(navigator: Navigator, answers: Answers) -> list[tuple[NavigatorRule, frozenset[str]]]:
    """The rules that may still hold, each with the open questions that decide on it. The last is the first that needs none."""
    offered = {q.id: {answers[q.id]} if q.id in answers else {answer.id for answer in q.answers} for q in navigator.questions}
    found = []
    for rule in navigator.rules:
        if any(offered.get(name, set()).isdisjoint(wanted) for name, wanted in rule.when.items()):
            continue
        undecided = frozenset(name for name, wanted in rule.when.items() if not offered[name].issubset(wanted))
        found.append((rule, undecided))
        if not undecided:
            break
    return found


def settled(navigator: Navigator, answers: Answers) -> NavigatorRule | None:
    """The rule that holds whatever else is answered, or nothing while it still depends."""
    found = rules_left(navigator, answers)
    return found[0][0] if found and not found[0][1] else None


def next_question(navigator: Navigator, answers: Answers) -> Question | None:
    """The first question that still decides on a rule, or nothing where the answers so far settle it."""
    if settled(navigator, answers):
        return None
    deciding = frozenset().union(*(undecided for _, undecided in rules_left(navigator, answers)))
    return next((question for question in navigator.questions if question.id in deciding), None)


def paths(navigator: Navigator, answers: Answers | None = None) -> Iterator[dict[str, str]]:
    """Every way through the questions as people are asked them, each until it is settled or nothing more decides."""
    answers = dict(answers or {})
    question = next_question(navigator, answers)
    if question is None:
        yield answers
        return
    for answer in question.answers:
        yield from paths(navigator, {**answers, question.id: answer.id})


def ages_left(navigator: Navigator, answers: Answers) -> tuple[int, int]:
    """The youngest and oldest age that the answers leave open, in whole years."""
    chosen = [a for q in navigator.questions for a in q.answers if answers.get(q.id) == a.id]
    least = max((a.min_age for a in chosen if a.min_age is not None), default=0)
    most = min((a.max_age for a in chosen if a.max_age is not None), default=120)
    return least, most


def age_spans(navigator: Navigator, answers: Answers) -> set[tuple[int, int]]:
    """The spans of ages, in whole years, of everybody whom the answers fit, each as narrow as the questions tell them apart."""
    on_age = [q for q in navigator.questions if any(a.min_age is not None or a.max_age is not None for a in q.answers)]
    offered = [[answers[q.id]] if q.id in answers else [answer.id for answer in q.answers] for q in on_age]
    return {ages_left(navigator, {q.id: answer for q, answer in zip(on_age, chosen, strict=True)}) for chosen in product(*offered)}


def overlap(one: tuple[int, int], least: int | None, most: int | None) -> bool:
    """Whether a span of ages meets the ages that a service is for."""
    return (least if least is not None else 0) <= one[1] and one[0] <= (most if most is not None else 120)
