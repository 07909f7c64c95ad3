"""The logo of a network or its employer, on the cover of its packs."""

from __future__ import annotations

from base64 import b64decode
from typing import Annotated, Literal

from pydantic import StringConstraints

from generator.knowledge.model.forms import BASE64, PICTURE_FILE, pattern_message
from generator.knowledge.model.scopes import IN_PRINT, OWN_NAME
from generator.knowledge.model.words import Record, ShortText

LONGEST_CONTENT = 100_000
"""The largest logo that is kept, as characters of base64: 75,000 bytes. A browser's drafts and a Word file carry it."""

_PictureFile = Annotated[str, StringConstraints(pattern=PICTURE_FILE, max_length=80), pattern_message(PICTURE_FILE)]
_Content = Annotated[str, StringConstraints(pattern=BASE64, max_length=LONGEST_CONTENT), pattern_message(BASE64)]


class Logo(Record):
    """A picture, by its file or by what is in it. Once a network is read, it has only the content, made clean."""

    file: _PictureFile | None = None
    """A PNG or JPEG file beside the network's: `north-valley.png`."""
    content: _Content | None = None
    """The picture itself in base64, as the page that makes a pack saves it."""
    text: Annotated[ShortText, OWN_NAME, IN_PRINT]
    """What it says, for people who do not see it: usually the name of the network or employer."""

    @property
    def picture(self) -> bytes:
        """The bytes of its content."""
        return b64decode(self.content or "")

    @property
    def media_type(self) -> Literal["image/png", "image/jpeg"]:
        """What its content is."""
        return "image/png" if (self.content or "").startswith("iVBOR") else "image/jpeg"
