"""The pages to give services away: the saved services, and the sheet to print."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents.browser.handout_data import handout_data, handout_script
from generator.documents.page import Page
from generator.documents.pages.directory import Directory
from generator.documents.pages.site_context import SiteContext
from generator.documents.views.crisis_cards import crisis_doubt, deaf_on_paper, other_ways


def handing_pages(context: SiteContext) -> Iterator[Page]:
    """The saved services and the handout. Their services come by script, for they are chosen in the browser."""
    if not context.library.services:
        return
    about = "The services you chose, kept in this browser only."
    yield context.page("shortlist/index.md", "Saved services", about, "shortlist")
    about = "A sheet of services to print, copy or send."
    doubt, deaf = crisis_doubt(context.library, context.today), deaf_on_paper(context.library)
    yield context.page(
        "handout/index.md", "A sheet to keep", about, "handout",
        always=_always(context), doubt=doubt, deaf=deaf, languages=other_ways(context.library).languages,
    )  # fmt: skip
    yield context.page("offline/index.md", "There is no signal", "A page that is not kept on this device.", "offline")


def giving_files(context: SiteContext) -> dict[str, bytes]:
    """The data of both pages, where there are services at all."""
    if not context.library.services:
        return {}
    return {"assets/giving-data.js": handout_script(handout_data(context.library, Directory.of(context).views)).encode()}


def _always(context: SiteContext) -> bool:
    """Whether every crisis line is open day and night, so that the sheet can say it once."""
    return all(contact.hours == "24 hours, every day" for contact in context.library.crisis.contacts)
