"""Making a pack in the browser: what the page and its script start from, so that browser and build share one set of facts and words."""

from __future__ import annotations

from generator.documents.browser.script import registered
from generator.documents.browser.tailor.blank import BLANKS, blank_network, blank_pack
from generator.documents.browser.tailor.blank_workbook import blank_workbook
from generator.documents.browser.tailor.role_data import role_data
from generator.documents.browser.tailor.shared_data import shared_data
from generator.documents.browser.tailor.wording_script import typed_rules

__all__ = ["BLANKS", "blank_network", "blank_pack", "blank_workbook", "registered", "role_data", "shared_data", "typed_rules"]
