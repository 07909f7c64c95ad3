"""The pages to give services away: the shortlist, and the sheet to print."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents.browser.handout_data import giving, handout_script
from generator.documents.page import Page
from generator.documents.pages.directory import Directory
from generator.documents.pages.making import Making
from generator.documents.views.crisis_cards import crisis_doubt


def handing_pages(making: Making) -> Iterator[Page]:
    """The shortlist and the handout. Their services come by script, for they are chosen in the browser."""
    if not making.library.services:
        return
    about = "The services you chose, kept in this browser only."
    yield making.page("shortlist/index.md", "Shortlist", about, "shortlist")
    about = "A sheet of services to print, copy or send."
    doubt = crisis_doubt(making.library, making.today)
    yield making.page("handout/index.md", "A sheet to keep", about, "handout", always=_always(making), doubt=doubt)
    yield making.page("offline/index.md", "There is no signal", "A page that is not kept on this device.", "offline")


def giving_files(making: Making) -> dict[str, bytes]:
    """The data of both pages, where there are services at all."""
    if not making.library.services:
        return {}
    return {"assets/giving-data.js": handout_script(giving(making.library, Directory.of(making).views)).encode()}


def _always(making: Making) -> bool:
    """Whether every crisis line is open day and night, so that the sheet can say it once."""
    return all(contact.hours == "24 hours, every day" for contact in making.library.crisis.contacts)
