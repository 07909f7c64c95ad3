"""Whether a page says that a service has ended, has paused or may end.

Each sentence is judged by what it speaks of (the service, or its waiting list, a branch, a survey), by what it says of it, and by the words
that bound it in time. What is certain is an end; what is not certain is left to a person. A wrong "all is well" sends people to a closed
door, and a wrong "please look" costs a minute.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.knowledge.text.sentences import sentences
from generator.knowledge.verifying.closing_words import (
    A_KIND, ABOUT_OTHERS, ALONE, AND_ENDED, ANY_END, AT_TIMES, CAPITALISED, CLOSED_IT, CONDITIONS, DAY_BEFORE, ENDED, ENDING, FOR_GOOD, FORMER, IN_A_MONTH,
    IS, ITS_OWN, LONG_AGO, NO_END, NO_LONGER_RUN, NONE_LEFT, NOT_NOW, NOT_NOW_OF_OTHERS, NOW_ONLY, OBJECT, OPEN_AGAIN, OUT_OF_HOURS, OUTRIGHT, OVER, PAUSED, PERSONAL, PHONES_DOWN, PLACE,
    PLANNED, SERVICE, STILL_TO_COME, THINGS_OF_IT,
)  # fmt: skip

_LONGEST = 500
"""Characters of a sentence that are read: what is longer is no notice."""

_NAMES = 8
"""Names that a page is searched for."""


@dataclass(frozen=True)
class Sign:
    """A sentence that speaks of an end."""

    certain: bool
    """Whether it says that the service has ended, and not only that it has paused or may end."""
    words: str
    over: bool = False
    """Whether it may say that something has ended, and not that it will: enough, where our number is not on the page."""


def closing_sign(text: str, names: Sequence[str] = ()) -> Sign | None:
    """The clearest sentence of a page that says the service has ended or may have, if there is one. `names` are those of the service."""
    signs = [sign for line, after in _lines(text) if (sign := _judged(line, after, _subject(tuple(names))))]
    return next((sign for sign in signs if sign.certain), signs[0] if signs else None)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Each sentence with what bears on it: the sentence after it, or the line before it where it is a word in a table."""
    lines = text.split("\n")
    for i, line in enumerate(lines):
        parts = [one.text[:_LONGEST] for one in sentences(line)]
        following = lines[i + 1][:_LONGEST] if i + 1 < len(lines) else ""
        if len(parts) == 1 and ALONE.fullmatch(parts[0]):
            yield parts[0], lines[i - 1] if i else ""
            continue
        for j, part in enumerate(parts):
            yield part, " ".join(parts[j + 1 : j + 3]) or following


def _subject(names: tuple[str, ...]) -> str:
    """A pattern for what a page calls the service."""
    own = "|".join(re.escape(name).replace(r"\ ", " ") for name in names[:_NAMES] if len(name) >= 4)
    return rf"(?:{SERVICE}{'|' + own if own else ''})"


def _judged(sentence: str, bearing: str, subject: str) -> Sign | None:
    """What one sentence says of the service."""
    if ALONE.fullmatch(sentence):
        if DAY_BEFORE.search(bearing):
            return None
        return Sign(bool(FOR_GOOD.search(sentence)), sentence)
    if OPEN_AGAIN.search(sentence) or OPEN_AGAIN.search(bearing):
        return None
    if OUTRIGHT.search(sentence):
        return Sign(True, sentence)
    patterns = (rf"{subject}{PLACE}{ENDED}", rf"{NO_LONGER_RUN}(?:{subject}|{A_KIND})", rf"{subject}{AND_ENDED}", rf"{CLOSED_IT}(?:{subject})(?![’'\w])")
    ended = (_ended(sentence, found) for found in _all(patterns, sentence))
    return next(filter(None, ended), None) or _doubt(sentence, subject)


def _ended(sentence: str, found: re.Match[str]) -> Sign | None:
    tail, before = sentence[found.end() :], sentence[: found.start()]
    if FORMER.search(found[0]) or THINGS_OF_IT.match(tail) or _of_others(before):
        return None
    if NO_END.search(sentence) or STILL_TO_COME.search(found[0]):
        return Sign(False, sentence)
    if _bounded(found[0], tail) and not FOR_GOOD.search(sentence):
        return None
    return Sign(not NOW_ONLY.search(sentence), sentence)


def _doubt(sentence: str, subject: str) -> Sign | None:
    """A sentence that says that the service has paused, or may end, or cannot be called at present."""
    sign = Sign(False, sentence, over=bool(OVER.search(sentence) and not PLANNED.search(sentence)))
    if PHONES_DOWN.search(sentence):
        return None if OUT_OF_HOURS.search(sentence) else sign
    if LONG_AGO.search(sentence):
        return None
    if NOT_NOW.search(sentence) and not NOT_NOW_OF_OTHERS.search(sentence):
        return sign
    patterns = (rf"{subject}{PLACE}(?:{ENDING}|{PAUSED})", rf"{OBJECT}(?:{subject})(?![’'\w])", rf"{OBJECT}(?-i:{CAPITALISED})(?![’'\w])", NONE_LEFT, ANY_END)
    return sign if any(_holds(sentence, found) for found in _all(patterns, sentence)) else None


def _holds(sentence: str, found: re.Match[str]) -> bool:
    """Whether what was found may be said of the service, and without an end in sight."""
    tail, before = sentence[found.end() :], sentence[: found.start()]
    if _of_others(before) or FORMER.search(found[0]) or (THINGS_OF_IT.match(tail) and not ITS_OWN.match(tail)):
        return False
    return bool(NO_END.search(sentence)) or not _bounded(found[0], tail)


def _of_others(before: str) -> bool:
    """Whether the words before an end say that something else ends, or that it is only supposed."""
    return bool(ABOUT_OTHERS.search(before) or CONDITIONS.search(before) or PERSONAL.search(before))


def _bounded(found: str, tail: str) -> bool:
    """Whether it is closed at times only: `in August`. It has ended where it `closed in March`."""
    return bool(AT_TIMES.match(tail)) and not (IN_A_MONTH.match(tail) and not IS.search(found))


def _all(patterns: Iterable[str], sentence: str) -> Iterator[re.Match[str]]:
    return (found for pattern in patterns for found in re.finditer(pattern, sentence, re.IGNORECASE))
