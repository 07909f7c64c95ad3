"""Placeholders of new files, which a check reports if they are not replaced."""

from __future__ import annotations

import re

NEED, AUDIENCE, AREA = "choose-a-need", "choose-an-audience", "choose-an-area"
"""Ids that a new service begins with. No vocabulary may have them."""

CHOICES = {NEED: "data/vocabularies/needs.yaml", AUDIENCE: "data/vocabularies/audiences.yaml", AREA: "data/vocabularies/areas.yaml"}
"""The file that has the real ids, by the stand-in."""

OWNER = "Whoever publishes this site for"
"""How the owner of a new area is called."""

LEADS_NOWHERE = re.compile(
    r"(?:(?<=@)|(?<=://))(?:[a-z0-9-]+\.)*(?:example(?:\.(?:com|net|org))?|invalid|test|localhost)(?=[/:?#]|$)", re.IGNORECASE
)
"""The host of an address that no one can have: those that RFC 2606 and RFC 6761 keep for examples and tests."""
