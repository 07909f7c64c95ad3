"""Clean text from what people paste out of Word, PDF and email. The same as `templates/browser/text/pasted.js`; both follow one table."""

from __future__ import annotations

import re

from generator.problems import HIDDEN

_BREAK = re.compile("\r\n|[\n\x0b\x0c\r\x85\u2028\u2029]")
"""Ends of lines. Word's own break within a paragraph is a vertical tab, which XML cannot hold."""

_BLANK = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+")
"""Spaces of every kind, and control characters, which part words where they stand."""

_BULLET = re.compile("(?:[•‣◦⁃∙▪▫■□●○◆◇►▶➢➤✓✔·\uf0a7\uf0b7\uf0d8–-][ \t\xa0]+|[•‣◦⁃∙▪●○➢\uf0a7\uf0b7]|o\t)")
"""The mark of a list, at the start of a line: also those that Word draws with the Symbol and Wingdings typefaces."""

_NUMBER = re.compile("[0-9]{1,2}[.)][ \t\xa0]+")
_ENDED = re.compile("[.;:,!?]$")


def one_line(text: str) -> str:
    """The text as one paragraph. Items of a list are joined by semicolons where they do not end a sentence."""
    first, *others = pasted_statements(text) or [""]
    for words in others:
        first = f"{first}{'' if _ENDED.search(first) else ';'} {words}"
    return first


def pasted_statements(text: str) -> list[str]:
    """The text as its statements: each item of a list is one, and lines without a mark go on from the line above."""
    lines = [line.strip(" \xa0") for line in _BREAK.split(HIDDEN_WITHIN.sub("", text))]
    numbered = sum(bool(_NUMBER.match(line)) for line in lines) > 1
    found: list[str] = []
    for line in lines:
        mark = _BULLET.match(line) or (_NUMBER.match(line) if numbered else None)
        words = _BLANK.sub(" ", line[mark.end() :] if mark else line).strip(" ")
        if words and found and not mark:
            found[-1] += f" {words}"
        elif words:
            found.append(words)
    return found


def paragraphs(text: str) -> list[str]:
    """The text as its paragraphs, one for each line that has words."""
    return [words for line in _BREAK.split(text) if (words := one_line(line))]


HIDDEN_WITHIN = re.compile(f"(?![\x00-\x1f\x7f-\x9f\u2028\u2029]){HIDDEN.pattern}")
"""Hidden characters that part no words: zero-width signs, soft hyphens, changes of direction."""
