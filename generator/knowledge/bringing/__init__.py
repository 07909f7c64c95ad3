"""Bring a document of somebody’s own into a network’s pack: match what it says to a role, as one list of changes to take or leave."""

from generator.knowledge.bringing.bring import Brought, bring_document, careful
from generator.knowledge.bringing.likeness import Likeness, likeness_in

__all__ = ["Brought", "Likeness", "bring_document", "careful", "likeness_in"]
