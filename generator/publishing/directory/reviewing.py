"""Write reviews of services into their records."""

from __future__ import annotations

from collections.abc import Iterable

from generator.knowledge.directory.importing.merging import changed, values_of
from generator.knowledge.directory.importing.plan import FOLDER
from generator.knowledge.directory.importing.yaml_files import patched
from generator.knowledge.directory.reviews import ProviderReview, reviewed
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service


def after_review(library: Library, services: Iterable[Service], review: ProviderReview) -> dict[str, str]:
    """The files to write, by path below the data folder."""
    files = {}
    for service in services:
        before = values_of(service)
        after = reviewed(before, review, library)
        files[f"{FOLDER}/{service.id}.yaml"] = patched(library.documents[Service, service.id], after, changed(before, after))
    return files
