"""Problems in a user's files: the catalogue of rules, places in files, reports and their output formats.

The lowest layer: every other package may import this one, and it imports no other package of ours.
"""

from generator.problems.catalogue import RULES, Rule, rule
from generator.problems.characters import HIDDEN, printable
from generator.problems.place import Place, Problem, Report, Severity, Stopped, did_you_mean, nearest
from generator.problems.writers import WRITERS, as_github, as_json, as_sarif, as_text

__all__ = [
    "HIDDEN",
    "RULES",
    "WRITERS",
    "Place",
    "Problem",
    "Report",
    "Rule",
    "Severity",
    "Stopped",
    "as_github",
    "as_json",
    "as_sarif",
    "as_text",
    "did_you_mean",
    "nearest",
    "printable",
    "rule",
]
