"""The terms and taxonomies that a record of another publisher has, in any version."""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge.directory.importing.raw import MOST_ENTRIES, RawRecord, parts, said
from generator.knowledge.directory.importing.words import clean


def terms_of(entry: RawRecord) -> Iterator[str]:
    """The names and codes of every term that a record has, in any version."""
    linked = parts(entry, "attributes", "service_taxonomies", "service_taxonomys", "link_taxonomies")
    for link in [
        *linked,
        *(one for rule in parts(entry, "eligibilities", "eligibilitys") for one in parts(rule, "link_taxonomies", "taxonomys")),
    ]:
        for term in parts(link, "taxonomy_term", "taxonomy", "taxonomy_terms"):
            yield from filter(None, (said(term, "name"), said(term, "code")))
        yield from filter(None, [said(link, "value")])
    for term in parts(entry, "taxonomy_terms", "categories", "taxonomies"):
        yield from filter(None, (said(term, "name"), said(term, "code")))
    for key in ("categories", "keywords", "tags"):
        value = entry.get(key)
        if isinstance(value, list):
            yield from (clean(word) for word in value[:MOST_ENTRIES] if isinstance(word, str) and clean(word))


def taxonomies_of(entry: RawRecord) -> Iterator[str]:
    """The names of the taxonomies whose terms a record has. Filters look at them, and nothing else."""
    for link in parts(entry, "attributes", "service_taxonomies", "service_taxonomys", "link_taxonomies"):
        for term in parts(link, "taxonomy_term", "taxonomy"):
            yield from filter(None, [said(term, "taxonomy", "vocabulary"), *(said(one, "name") for one in parts(term, "taxonomy_detail"))])
