"""The pages to look things up in: sources, and everything that can be wrong."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents.page import Page
from generator.documents.pages.making import Making
from generator.documents.views.origins import uses
from generator.problems import RULES


def reference_pages(making: Making) -> Iterator[Page]:
    """Sources and errors."""
    used = uses(making.library)
    listed = [(source, used.get(source.id, [])) for source in making.library.sources.values()]
    about = "Every document behind the packs and pages."
    yield making.page("sources/index.md", "Sources", about, "sources", sources=listed)
    about = "Everything that Fingerpost can find wrong in a file, and how to mend it."
    yield making.page("errors/index.md", "Mistakes and their cures", about, "errors", rules=sorted(RULES.values(), key=lambda r: r.code))
