"""Split a text into sentences and words. `templates/browser/text/sentences.js` does the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

_END = re.compile(
    r"(?<![.!?])[.!?]++[\"'\u2019\u201d)\]]*+(?=\s+[\"'\u2018\u201c(\[]*[A-Z0-9\u00a3])"  # a full stop before a capital or a figure
    r"|\n{2,}|\n(?=\s*(?:[-*\u2022\u00b7\u25cf]|\d+[.)])\s)"  # an empty line, or the next item of a list
)
_SHORT = re.compile(r"(?:\b(?:e\.g|i\.e|etc|approx|Dr|Mr|Mrs|Ms|St|No|vs|cf|cl|p)|\b[A-Z])\.$")
SHORT = 10
"""Characters before a full stop among which a shortened word stands, with the character before it."""

_WORD = re.compile(r"[A-Za-z\u00c0-\u024f0-9]+(?:['\u2019\u2011-][A-Za-z\u00c0-\u024f0-9]+)*")


@dataclass(frozen=True)
class Sentence:
    """A sentence and where it starts in its text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends in its text."""
        return self.start + len(self.text)

    @property
    def words(self) -> list[str]:
        """Its words; one with a hyphen or an apostrophe is one."""
        return _WORD.findall(self.text)


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text. A full stop after `e.g.` or an initial ends none."""
    found, start = [], 0
    for end in _END.finditer(text):
        if end[0].endswith(".") and _SHORT.search(text[max(start, end.end() - SHORT) : end.end()]):
            continue
        found.append(_trimmed(text, start, end.end()))
        start = end.end()
    found.append(_trimmed(text, start, len(text)))
    return [sentence for sentence in found if sentence.text]


def _trimmed(text: str, start: int, end: int) -> Sentence:
    cut = text[start:end]
    return Sentence(start + len(cut) - len(cut.lstrip()), cut.strip())
