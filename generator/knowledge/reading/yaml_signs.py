"""Mistakes with signs that stop the YAML parser: brackets, quotes, colons, backslashes and merge conflicts."""

from __future__ import annotations

import re

from generator.knowledge.reading.document import SourceText
from generator.knowledge.reading.yaml_lines import YamlHint, pair_value

QUOTE_IT = 'Put double quotes round the whole text: "…".'


def unclosed_hint(text: SourceText, first: tuple[int, int], stopped: tuple[int, int]) -> YamlHint | None:
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


def colon_hint(text: SourceText, number: int) -> YamlHint | None:
    """A colon with a space after it in a text without quotes."""
    value, _ = pair_value(text, number)
    line = text.line(number)
    pair = re.match(r"\s*(?:- +)*[\w-]+\s*:\s+", line)
    if not pair or line[pair.end() : pair.end() + 1] in tuple("\"'{[>|&*!#"):
        return None
    found = re.search(r":(?=\s|$)", line[pair.end() :])
    if found and value:
        return YamlHint("The text has a colon with a space after it.", QUOTE_IT, number, pair.end() + found.start() + 1)
    return None


def quote_hint(text: SourceText, number: int) -> YamlHint | None:
    """Quotes that are not closed, end too early, or have quotes inside."""
    value, start = pair_value(text, number)
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


def quote_above_hint(text: SourceText, stopped: int) -> YamlHint | None:
    """A quote opened on an earlier line and not closed before the line where the parser stopped."""
    between: set[str] = set()
    for number in range(stopped - 1, 0, -1):
        value, _ = pair_value(text, number)
        sign = value[:1]
        if sign and sign in "\"'" and sign not in value[1:] and sign not in between:
            return quote_hint(text, number)
        between |= set(text.line(number))
    return None


def merge_hint(text: SourceText, number: int) -> YamlHint | None:
    """The marks of a merge conflict."""
    if not re.match(r"(<{7}|={7}|>{7})(\s|$)", text.line(number)):
        return None
    cure = "Keep the lines that are right, and delete the others and the three lines of <<<<<<<, ======= and >>>>>>>."
    return YamlHint("This is a merge conflict: two versions of the file are here, and one must be chosen.", cure, number, 1, 0)


def sign_hint(text: SourceText, number: int) -> YamlHint | None:
    """A text that starts with a sign of YAML’s own."""
    line = text.line(number)
    value, start = (line, 0) if line.startswith(("%", "@", "`")) else pair_value(text, number)
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


def space_hint(text: SourceText, number: int) -> YamlHint | None:
    """A hyphen or colon without the space after it."""
    line = text.line(number)
    match = re.match(r"\s*(?:- +)*(?:(?P<hyphen>-)[A-Za-z_\"'][^:]*(?::\s|$)|[A-Za-z_-]+(?P<colon>:)(?!//)\S)", line)
    if not match:
        return None
    sign = "hyphen" if match["hyphen"] else "colon"
    return YamlHint(f"There is no space after the {sign}.", f"Put a space after the {sign}.", number, match.start(sign) + 1)
