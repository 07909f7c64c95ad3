"""The heading block of a hand-written page."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from generator.knowledge.model.scopes import Scope
from generator.knowledge.model.words import AcceptedWording, Record


class PageHead(Record):
    """The block between the two lines `---` at the top of a hand-written page. Other keys are left to the site engine."""

    model_config = ConfigDict(extra="ignore")

    title: Annotated[str, Scope("directory")]
    """The page's title."""
    description: Annotated[str, Scope("directory")]
    """One or two sentences for search engines and lists."""
    lang: Literal["en-GB", "cy"] = "en-GB"
    """The language of the page: British English, or Welsh. The words around a Welsh page are Welsh, and rules on English pass it over."""
    accept_wording: list[AcceptedWording] = Field(default_factory=list)
    """Exceptions: words of this page that are kept although a rule finds them, each with the reason."""
