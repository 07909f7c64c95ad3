"""Checks of the library: one small function for each rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path

from generator.checks import (
    accounts,
    addresses,
    anchors,
    assurance,
    crisis,
    danger,
    disclosure,
    freshness,
    ids,
    letters,
    losses,
    navigation,
    networks,
    overlays,
    own_clauses,
    own_sections,
    pay,
    placeholders,
    planning,
    profiles,
    references,
    service_models,
    services,
    signposts,
    timelines,
    vacancies,
    validity,
    wording,
)
from generator.checks.clean_services import CleanServices
from generator.checks.memory import Memory, files_of
from generator.checks.words_beside import words_beside
from generator.knowledge.directory.redaction import known_numbers
from generator.knowledge.library.library import Library
from generator.knowledge.library.loading import load
from generator.knowledge.model import Service
from generator.knowledge.reading.pages import WrittenPage
from generator.machine.garbage import gc_paused
from generator.problems import Problem, Report, Stopped

Check = Callable[[Library], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    ids.unique_ids,
    addresses.addresses_free,
    references.sources_exist,
    references.records_exist,
    references.requirements_exist,
    accounts.clauses_accounted_for,
    accounts.facts_founded,
    accounts.nothing_used_and_retired,
    references.specifications_match,
    references.essential_first,
    references.requirements_show,
    pay.bands_have_pay,
    pay.bands_rise,
    overlays.sentences_told_apart,
    overlays.roles_known,
    overlays.roles_once,
    overlays.ids_known,
    overlays.ids_once,
    overlays.ids_free,
    overlays.words_new,
    overlays.moves_matter,
    own_sections.places_stand,
    own_sections.headings_free,
    own_sections.sections_filled,
    own_clauses.clauses_carried,
    own_clauses.law_kept,
    anchors.one_side,
    anchors.neighbours_stand,
    losses.requirements_known,
    losses.requirements_kept,
    losses.network_requirements_show,
    losses.criteria_in_order,
    losses.matching_asked,
    networks.practices_once,
    networks.codes_present,
    networks.contacts_reachable,
    networks.promises_written,
    letters.letters_printed,
    vacancies.dates_in_order,
    vacancies.references_once,
    services.former_ids_free,
    signposts.areas_exist,
    signposts.areas_end,
    signposts.postcodes_known,
    signposts.audiences_exist,
    signposts.needs_exist,
    signposts.essentials_said,
    signposts.services_lead_on,
    signposts.own_sources_exist,
    danger.classes_known,
    danger.every_family_looks_for_something,
    danger.foreign_words_have_sources,
    danger.foreign_words_without_source,
    assurance.days_clear,
    assurance.reviews_in_reach,
    service_models.service_model_names_exist,
    service_models.sums_right,
    service_models.counts_explained,
    service_models.populations_agree,
    service_models.caseload_fits,
    timelines.events_in_order,
    timelines.days_exist,
    profiles.profile_names_exist,
    profiles.questions_fit,
    profiles.exercises_fit,
    profiles.ladders_whole,
    planning.figures_founded,
    planning.figures_within,
    planning.comparisons_possible,
    navigation.navigator_names_exist,
    navigation.small_enough,
    navigation.no_dead_end,
    navigation.help_left,
    navigation.nothing_idle,
    navigation.danger_first,
    crisis.emergency_present,
    crisis.crisis_numbers_real,
    crisis.crisis_equal,
    crisis.crisis_assured,
    wording.rules_sound,
)
"""The checks that need only the library, except those on wording, on services alone, and the examples of danger."""

SERVICE_CHECKS: tuple[Check, ...] = (
    placeholders.placeholders_left,
    placeholders.choices_left,
    placeholders.stand_ins_left,
    services.services_can_be_reached,
    services.doubts_explained,
    services.numbers_real,
    services.hours_possible,
    services.hours_apart,
    services.hours_recur,
    services.ages_in_order,
    services.status_clear,
    disclosure.safety_decided,
    disclosure.addresses_hidden,
)
"""The checks that read nothing of other services, besides `disclosure.numbers_in_texts`, which reads only their numbers."""

DATED: tuple[Callable[[Library, date], Iterator[Problem]], ...] = (
    freshness.reviews_overdue,
    freshness.crisis_overdue,
    validity.pay_runs_out,
    validity.sources_run_out,
    timelines.events_past,
    navigation.help_withheld,
    networks.network_reviews_overdue,
    assurance.services_overdue,
    assurance.numbers_old,
    signposts.needs_served,
)
"""The checks that also need the day of the build."""


DRAFT = "placeholder-left"
"""The error for an unfinished file, which may be previewed but not published."""


def found_in_files(library: Library, memory: Memory | None = None) -> Iterator[Problem]:
    """What the checks find that need only the library: neither the day nor the words matter."""
    others = chain.from_iterable(rule(library) for rule in CHECKS)
    return chain(danger.examples_hold(library, memory), _found_alone(library, memory), others)


def _found_alone(library: Library, memory: Memory | None) -> Iterable[Problem]:
    """What the checks on services alone find. With a memory, services in which they found nothing before are not looked at again."""
    known = known_numbers(library)
    if memory is None:
        return _alone(library, known)
    clean = CleanServices.of(library, memory, memory.key("services alone", read_alone(library)))
    found = list(_alone(clean.left_out_of(library), known))
    clean.keep(memory, found)
    return found


def read_alone(library: Library) -> Iterator[bytes]:
    """What the checks on services alone read besides the service itself: every other file, and the numbers that have a source."""
    yield from files_of(library, but=(Service,))
    yield from (number.encode() for number in sorted(known_numbers(library)))


def _alone(library: Library, known: frozenset[str]) -> Iterator[Problem]:
    return chain(disclosure.numbers_in_texts(library, known), chain.from_iterable(rule(library) for rule in SERVICE_CHECKS))


@gc_paused()
def check_library(library: Library, today: date, pages: Sequence[WrittenPage] = (), memory: Memory | None = None) -> Report:
    """Every problem that the checks find in a library and in the wording of hand-written pages. `today` decides what is overdue.

    With a memory, the slowest checks do not run again on what they have seen. What they find is the same.
    """
    report = Report()
    with words_beside(library, today, pages, memory) as wording_problems:  # slow
        report.extend(found_in_files(library, memory))
        for dated in DATED:
            report.extend(dated(library, today))
        report.extend(wording_problems())
    return report


def publishable(data: Path, today: date, called: str = "", *, drafts: bool = False) -> tuple[Library, Report]:
    """The library of a data folder, whose name in messages is `called`, and its warnings.

    Raises Stopped if there are errors, since nothing may then be published. With `drafts`, placeholders are only warnings.
    """
    library, report = load(data, called)
    approve(library, report, today, drafts=drafts)
    return library, report


def approve(
    library: Library,
    report: Report,
    today: date,
    pages: Sequence[WrittenPage] = (),
    *,
    drafts: bool = False,
    memory: Memory | None = None,
) -> None:
    """Run the checks and add their problems to the report on a library's files. Raises Stopped if there are errors.

    With `drafts`, for previews of unpublished work, a placeholder is only a warning.
    """
    problems = check_library(library, today, pages, memory)
    report.extend(replace(problem, severity="warning") if drafts and problem.code == DRAFT else problem for problem in problems)
    if report.fails:
        raise Stopped(report)
