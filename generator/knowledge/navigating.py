"""From answers to a result: the same few lines as in the browser, so that a test can hold one against the other. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from generator.knowledge.model.navigation import Navigator, NavigatorRule, Question

Answers = Mapping[str, str]
"""The id of an answer by the id of its question."""


def matching(navigator: Navigator, answers: Answers) -> NavigatorRule | None:
    """The first rule that fits, or nothing where no rule does."""
    return next((rule for rule in navigator.rules if all(answers.get(name) in wanted for name, wanted in rule.when.items())), None)


def combinations(navigator: Navigator, given: Answers | None = None) -> Iterator[dict[str, str]]:
    """Every way to answer the questions that are still open, with what is answered already."""
    given = given or {}
    offered = [[given[q.id]] if q.id in given else [answer.id for answer in q.answers] for q in navigator.questions]
    for chosen in product(*offered):
        yield {question.id: answer for question, answer in zip(navigator.questions, chosen, strict=True)}


def settled(navigator: Navigator, answers: Answers) -> NavigatorRule | None:
    """The rule that holds whatever else is answered, or nothing while it still depends."""
    found = [matching(navigator, whole) for whole in combinations(navigator, answers)]
    return found[0] if all(rule is found[0] for rule in found) else None


def next_question(navigator: Navigator, answers: Answers) -> Question | None:
    """What to ask next, or nothing where the answers so far settle it."""
    if settled(navigator, answers):
        return None
    return next((question for question in navigator.questions if question.id not in answers), None)


def paths(navigator: Navigator, answers: Answers | None = None) -> Iterator[dict[str, str]]:
    """Every way through the questions as people are asked them, each until it is settled or all is asked."""
    answers = dict(answers or {})
    question = next_question(navigator, answers)
    if question is None:
        yield answers
        return
    for answer in question.answers:
        yield from paths(navigator, {**answers, question.id: answer.id})


def ages(navigator: Navigator, answers: Answers) -> tuple[int, int]:
    """The youngest and oldest age that the answers leave open, in whole years."""
    chosen = [a for q in navigator.questions for a in q.answers if answers.get(q.id) == a.id]
    least = max((a.min_age for a in chosen if a.min_age is not None), default=0)
    most = min((a.max_age for a in chosen if a.max_age is not None), default=120)
    return least, most


def overlap(one: tuple[int, int], least: int | None, most: int | None) -> bool:
    """Whether a span of ages meets the ages that a service is for."""
    return (least if least is not None else 0) <= one[1] and one[0] <= (most if most is not None else 120)
