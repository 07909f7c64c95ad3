"""Which pages of the knowledge base a site has, so that other pages only link to those that exist."""

from __future__ import annotations

from dataclasses import dataclass

from generator.knowledge.library.library import Library
from generator.knowledge.model import ServiceModel
from generator.knowledge.model.navigation import Cohort, Navigator
from generator.knowledge.model.planning import Planning
from generator.knowledge.model.profiles import Ladder, RoleProfile
from generator.knowledge.model.timelines import Timeline


@dataclass(frozen=True)
class Background:
    """The pages that exist. `navigators` are ids and titles; `models` are ids of service models by the id of their network.

    `ladder` is the title of the page with the roles side by side; empty if there is none.
    """

    navigators: tuple[tuple[str, str], ...]
    planners: tuple[str, ...]
    models: dict[str, str]
    profiles: frozenset[str]
    cohorts: bool
    timeline: bool
    ladder: str
    service_models: bool


def background(library: Library) -> Background:
    """The pages of the knowledge base that this library makes."""
    models = library.all(ServiceModel).values()
    return Background(
        tuple((navigator.id, navigator.title) for navigator in library.all(Navigator).values()),
        tuple(library.all(Planning)),
        {model.network: model.id for model in models if model.network},
        frozenset(library.all(RoleProfile)),
        bool(library.all(Cohort)),
        any(timeline.page == "timeline" for timeline in library.all(Timeline).values()),
        next((ladder.title for ladder in library.all(Ladder).values()), ""),
        bool(models),
    )
