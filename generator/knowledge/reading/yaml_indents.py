"""Mistakes with lines and their indentation that stop the YAML parser."""

from __future__ import annotations

import re

from generator.knowledge.reading.document import SourceText
from generator.knowledge.reading.yaml_lines import PAIR, YamlHint, indent_of, line_above, pair_value


def further_in_hint(text: SourceText, number: int) -> YamlHint | None:
    """A key that is indented more than the line above, although that line has a value."""
    above = line_above(text, number)
    line = text.line(number)
    if not above or not PAIR.match(line) or line.lstrip().startswith("- "):
        return None
    lead = re.match(r"[ ]*(?:- +)*", text.line(above))
    value, _ = pair_value(text, above)
    if lead and value and indent_of(line) > lead.end() and not re.match(r"[|>]", value):
        cure = "Start it directly under the line above, with the same number of spaces."
        return YamlHint("This line is indented more than the line above, which has a value already.", cure, number, indent_of(line) + 1, 0)
    return None


def list_hint(text: SourceText, number: int) -> YamlHint | None:
    """A list item under a key that has a value already, or a key among list items."""
    above = line_above(text, number)
    line, over = text.line(number), text.line(above)
    if not above or indent_of(line) != indent_of(over):
        return None
    item, item_over = (bool(re.match(r"\s*-(\s|$)", x)) for x in (line, over))
    if item and not item_over and pair_value(text, above)[0]:
        cure = "Put it under the other items of its list. If it is the first item, delete the value of the key above."
        return YamlHint("This list item follows a key that has a value already.", cure, number, indent_of(line) + 1, 0)
    if item_over and not item and PAIR.match(line):
        cure = "Start it with a hyphen and a space, or indent it less if it is not part of the list."
        return YamlHint("There is a key here where a list item should be.", cure, number, indent_of(line) + 1, 0)
    return None


def no_colon_hint(text: SourceText, number: int) -> YamlHint | None:
    """A line without a key. Of several consecutive ones, the least indented is the most likely mistake."""
    run = []
    while _bare(text.line(number)):
        run.append(number)
        number = line_above(text, number)
    if not run:
        return None
    at = min(run, key=lambda candidate: indent_of(text.line(candidate)))
    cure = "Put a colon and a space after the key. If the line is part of the text above, indent it more than the key."
    says = "This line has no colon, so it is neither a key nor part of the text above."
    return YamlHint(says, cure, at, indent_of(text.line(at)) + 1, 0)


def _bare(line: str) -> bool:
    return bool(line.strip()) and ":" not in line and not re.match(r"\s*(?:-(\s|$)|[\]}#\"'%@`])", line)


def out_of_line_hint(text: SourceText, number: int) -> YamlHint | None:
    """A line whose indentation matches no line above it."""
    indent = indent_of(text.line(number))
    begun: set[int] = set()
    above = number if text.line(number).strip() else 0
    while (above := line_above(text, above)) > 0:
        lead = re.match(r"[ ]*(?:- +)*", text.line(above))
        begun |= {indent_of(text.line(above)), lead.end() if lead else 0}
        if indent_of(text.line(above)) < indent:
            break
    if above <= 0 or indent in begun:
        return None
    stray = no_colon_hint(text, above)
    if stray:
        return stray
    cure = "Give it the same indentation as the other lines of its record or list."
    return YamlHint("The indentation of this line matches no line above it.", cure, number, indent + 1, 0)
