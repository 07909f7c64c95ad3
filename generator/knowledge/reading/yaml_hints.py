"""Guess the mistake that stopped the YAML parser, from the lines themselves and not from the parser's messages."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.knowledge.reading.document import SourceText

_PAIR = re.compile(r"\s*(?:- +)*(?P<key>[^\s:#\"'\[{][^:#]*?)\s*:(?:\s+(?P<value>\S.*?))?\s*$")
_ITEM = re.compile(r"\s*(?:- +)+(?P<value>\S.*?)\s*$")

QUOTE_IT = 'Put double quotes round the whole text: "…".'


@dataclass(frozen=True)
class YamlHint:
    """The mistake, its cure, and the characters to underline; a length of 0 means the rest of the line."""

    says: str
    cure: str
    line: int
    column: int
    length: int = 1


HintFinder = Callable[[SourceText, int], YamlHint | None]
"""Looks for one kind of mistake in the line with this number."""


def hint_for(text: SourceText, spots: Sequence[tuple[int, int]]) -> YamlHint:
    """The most likely mistake. `spots` are where the unfinished construct starts, if the parser says so, and where it stopped."""
    first, stopped = spots[0], spots[-1]
    near = (stopped[0], _line_above(text, stopped[0]))
    return (
        _opened(text, first, stopped)
        or _first(text, near, (_conflict, _no_space, _colon, _quote, _special, _no_colon))
        or _quote_above(text, stopped[0])
        or _first(text, near, (_further_in, _list_after_value, _out_of_line))
        or _unknown(text, stopped)
    )


def _first(text: SourceText, numbers: Sequence[int], looks: Sequence[HintFinder]) -> YamlHint | None:
    """The first hint that any of the finders gives, line by line."""
    return next(filter(None, (look(text, number) for number in numbers for look in looks)), None)


def _unknown(text: SourceText, stopped: tuple[int, int]) -> YamlHint:
    line = min(stopped[0], len(text.lines))
    column = stopped[1] if line == stopped[0] and stopped[1] <= len(text.line(line)) else _indent(text.line(line)) + 1
    return YamlHint(
        "The usual cause is wrong indentation, or a bracket or quote that is not closed.",
        "Give all keys of one record the same indentation, and close every bracket and quote.",
        line,
        column,
        0,
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _line_above(text: SourceText, number: int) -> int:
    """The nearest line above that is not blank and not a comment."""
    number -= 1
    while number > 0 and (not text.line(number).strip() or text.line(number).lstrip().startswith("#")):
        number -= 1
    return number


def _value(text: SourceText, number: int) -> tuple[str, int]:
    """The value of a key or list item on a line, and the index at which it starts."""
    line = text.line(number)
    match = _PAIR.match(line) or _ITEM.match(line)
    if not match or match["value"] is None:
        return "", 0
    return match["value"], match.start("value")


def _opened(text: SourceText, first: tuple[int, int], stopped: tuple[int, int]) -> YamlHint | None:
    """An unclosed bracket or quote, or a backslash in double quotes."""
    line, column = first
    sign = text.line(line)[column - 1 : column]
    backslash = text.line(stopped[0]).rfind("\\", 0, stopped[1])
    if sign == '"' and backslash >= 0:
        cure = "Write / instead, or use single quotes: '…'."
        return YamlHint("A backslash in double quotes has a special meaning in YAML.", cure, stopped[0], backslash + 1)
    end = {"[": "]", "{": "}"}.get(sign)
    if end and first != stopped and end not in text.line(line)[column:]:
        cure = f"Put {end} at the end. If the bracket is part of the text, put double quotes round the whole text."
        return YamlHint(f"The bracket {sign} that opens here is not closed.", cure, line, column)
    if sign and sign in "\"'" and stopped[0] > line and not text.line(line)[column:].rstrip().endswith(sign):
        return _unclosed(sign, line, column)
    return None


def _unclosed(sign: str, line: int, column: int) -> YamlHint:
    cure = f"Put {sign} at the end of the text as well, or delete it at the start."
    return YamlHint("The quote that opens here is not closed.", cure, line, column)


def _colon(text: SourceText, number: int) -> YamlHint | None:
    value, _ = _value(text, number)
    line = text.line(number)
    pair = re.match(r"\s*(?:- +)*[\w-]+\s*:\s+", line)
    if not pair or line[pair.end() : pair.end() + 1] in tuple("\"'{[>|&*!#"):
        return None
    found = re.search(r":(?=\s|$)", line[pair.end() :])
    if found and value:
        return YamlHint("The text has a colon with a space after it.", QUOTE_IT, number, pair.end() + found.start() + 1)
    return None


def _quote(text: SourceText, number: int) -> YamlHint | None:
    value, start = _value(text, number)
    sign = value[:1]
    if not sign or sign not in "\"'":
        return None
    inner = value[1:].replace("\\" + sign if sign == '"' else "''", "..")
    end = inner.find(sign)
    if end < 0:
        return _unclosed(sign, number, start + 1)
    rest = inner[end + 1 :].strip()
    if not rest or rest.startswith(("#", ",", "]", "}")):
        return None
    if rest.endswith(sign) or sign in rest:
        return YamlHint("There are quotes inside the quotes.", "Use curly quotes (‘ ’ or “ ”) inside the text.", number, start + end + 2)
    cure = "Put the end of the quotes after the last word, or use curly quotes (“ ”)."
    return YamlHint("The quotes end before the text does.", cure, number, start + end + 2)


def _quote_above(text: SourceText, stopped: int) -> YamlHint | None:
    """A quote opened on an earlier line and not closed before the line where the parser stopped."""
    between: set[str] = set()
    for number in range(stopped - 1, 0, -1):
        value, _ = _value(text, number)
        sign = value[:1]
        if sign and sign in "\"'" and sign not in value[1:] and sign not in between:
            return _quote(text, number)
        between |= set(text.line(number))
    return None


def _conflict(text: SourceText, number: int) -> YamlHint | None:
    if not re.match(r"(<{7}|={7}|>{7})(\s|$)", text.line(number)):
        return None
    cure = "Keep the lines that are right, and delete the others and the three lines of <<<<<<<, ======= and >>>>>>>."
    return YamlHint("This is a merge conflict: two versions of the file are here, and one must be chosen.", cure, number, 1, 0)


def _special(text: SourceText, number: int) -> YamlHint | None:
    line = text.line(number)
    value, start = (line, 0) if line.startswith(("%", "@", "`")) else _value(text, number)
    sign = value[:1]
    if len(value) < 2 or sign not in tuple("@`%&*!|>,[{]}?-") or (sign in "?-" and value[1] != " "):
        return None
    if re.fullmatch(r"[|>][+-]?[0-9]?\s*(#.*)?", value) or (sign in "[{" and value[-1] in "]}"):
        return None
    if sign in "|>":
        cure = "Start the text on the next line, indented by two more spaces."
        return YamlHint(f"There is text after ‘{value.split()[0]}’.", cure, number, start + 1, 0)
    if sign == "-":
        return YamlHint(
            "A list cannot start on the line of its key.", "Put each item on a line of its own, under the key.", number, start + 1
        )
    return YamlHint(f"The text starts with ‘{sign}’, which has a special meaning in YAML.", QUOTE_IT, number, start + 1)


def _no_space(text: SourceText, number: int) -> YamlHint | None:
    line = text.line(number)
    match = re.match(r"\s*(?:- +)*(?:(?P<hyphen>-)[A-Za-z_\"'][^:]*(?::\s|$)|[A-Za-z_-]+(?P<colon>:)(?!//)\S)", line)
    if not match:
        return None
    sign = "hyphen" if match["hyphen"] else "colon"
    return YamlHint(f"There is no space after the {sign}.", f"Put a space after the {sign}.", number, match.start(sign) + 1)


def _further_in(text: SourceText, number: int) -> YamlHint | None:
    """A key that is indented more than the line above, although that line has a value."""
    above = _line_above(text, number)
    line = text.line(number)
    if not above or not _PAIR.match(line) or line.lstrip().startswith("- "):
        return None
    lead = re.match(r"[ ]*(?:- +)*", text.line(above))
    value, _ = _value(text, above)
    if lead and value and _indent(line) > lead.end() and not re.match(r"[|>]", value):
        cure = "Start it directly under the line above, with the same number of spaces."
        return YamlHint("This line is indented more than the line above, which has a value already.", cure, number, _indent(line) + 1, 0)
    return None


def _list_after_value(text: SourceText, number: int) -> YamlHint | None:
    """A list item under a key that has a value already, or a key among list items."""
    above = _line_above(text, number)
    line, over = text.line(number), text.line(above)
    if not above or _indent(line) != _indent(over):
        return None
    item, item_over = (bool(re.match(r"\s*-(\s|$)", x)) for x in (line, over))
    if item and not item_over and _value(text, above)[0]:
        cure = "Put it under the other items of its list. If it is the first item, delete the value of the key above."
        return YamlHint("This list item follows a key that has a value already.", cure, number, _indent(line) + 1, 0)
    if item_over and not item and _PAIR.match(line):
        cure = "Start it with a hyphen and a space, or indent it less if it is not part of the list."
        return YamlHint("There is a key here where a list item should be.", cure, number, _indent(line) + 1, 0)
    return None


def _no_colon(text: SourceText, number: int) -> YamlHint | None:
    """A line without a key. Of several consecutive ones, the least indented is the most likely mistake."""
    run = []
    while _bare(text.line(number)):
        run.append(number)
        number = _line_above(text, number)
    if not run:
        return None
    at = min(run, key=lambda candidate: _indent(text.line(candidate)))
    cure = "Put a colon and a space after the key. If the line is part of the text above, indent it more than the key."
    says = "This line has no colon, so it is neither a key nor part of the text above."
    return YamlHint(says, cure, at, _indent(text.line(at)) + 1, 0)


def _bare(line: str) -> bool:
    return bool(line.strip()) and ":" not in line and not re.match(r"\s*(?:-(\s|$)|[\]}#\"'%@`])", line)


def _out_of_line(text: SourceText, number: int) -> YamlHint | None:
    """A line whose indentation matches no line above it."""
    indent = _indent(text.line(number))
    begun: set[int] = set()
    above = number if text.line(number).strip() else 0
    while (above := _line_above(text, above)) > 0:
        lead = re.match(r"[ ]*(?:- +)*", text.line(above))
        begun |= {_indent(text.line(above)), lead.end() if lead else 0}
        if _indent(text.line(above)) < indent:
            break
    if above <= 0 or indent in begun:
        return None
    stray = _no_colon(text, above)
    if stray:
        return stray
    cure = "Give it the same indentation as the other lines of its record or list."
    return YamlHint("The indentation of this line matches no line above it.", cure, number, indent + 1, 0)
