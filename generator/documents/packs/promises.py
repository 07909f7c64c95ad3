"""What an employer promises to applicants. Only the employer can, so no base role's pack promises anything."""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge.library.library import Library
from generator.knowledge.model import Employer, Promise
from generator.knowledge.model.vacancies import SHORTLISTING_PROMISE

DISABILITY_CONFIDENT = (
    "We are a Disability Confident employer. We offer an interview to disabled applicants who meet the essential criteria."
)
"""Only an employer in the scheme may promise this."""


def promised(library: Library, employer: Employer | None) -> Iterator[str]:
    """The promises that the employer's record says it makes, a sentence each."""
    if promise := shortlisting_promise(library, employer):
        yield from (statement.text for statement in promise.statements)
    if employer and employer.disability_confident:
        yield DISABILITY_CONFIDENT


def shortlisting_promise(library: Library, employer: Employer | None) -> Promise | None:
    """How applications are shortlisted, where the employer promises it; else None."""
    return library.promises.get(SHORTLISTING_PROMISE) if employer and employer.shortlisting_promise else None
