"""Whether a page says that a service has ended, has paused or may end.

Each sentence is judged by what it speaks of (the service, or its waiting list, a branch, a survey), by what it says of it, and by the words
that bound it in time. What is certain is an end; what is not certain is left to a person. A wrong "all is well" sends people to a closed
door, and a wrong "look" costs a minute.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.knowledge.text.sentences import sentences
from generator.knowledge.verifying import closing_patterns as patterns
from generator.knowledge.verifying import closing_words as words

_LONGEST = 400
"""Characters of a sentence that are read: what is longer is no notice."""

_LONGEST_LINE = 20_000
"""Characters of a line that are read: a page whose lines are longer is made to be slow."""

_MOST = 2_000
"""Different sentences with a word of closing that are read. No page for people has as many."""

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
    called, doubt = _called(names), None
    read = dict.fromkeys(pair for pair in _lines(text) if words.WORRYING.search(pair[0]))
    for said, bearing in list(read)[:_MOST]:
        sign = _alone(said, bearing) if words.ALONE.fullmatch(said) else _judged(_unnamed(said, called), bearing)
        if sign and sign.certain:
            return Sign(True, said)
        doubt = doubt or (Sign(False, said, sign.over) if sign else None)
    return doubt


def _called(names: Sequence[str]) -> re.Pattern[str] | None:
    """What a page calls the service by name. A name of one word is only meant where it is written as one."""
    chosen = [name for name in dict.fromkeys(names) if len(name) >= 4 and (" " in name or name[0].isupper())][:_NAMES]
    forms = [f"(?i:{re.escape(name)})" if " " in name else re.escape(name) for name in sorted(chosen, key=len, reverse=True)]
    return re.compile(rf"\s(?:[Tt]he )?(?:{'|'.join(forms)})(?![’'\w])") if forms else None


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Each sentence with what bears on it: the sentence after it, or the line before it where it is a word in a table."""
    lines = text.split("\n")
    for i, line in enumerate(lines):
        parts = [one.text[:_LONGEST] for one in sentences(line[:_LONGEST_LINE])]
        following = lines[i + 1][:_LONGEST] if i + 1 < len(lines) else ""
        if len(parts) == 1 and words.ALONE.fullmatch(parts[0]):
            yield parts[0], lines[i - 1][:_LONGEST] if i else ""
            continue
        for j, part in enumerate(parts):
            yield part, " ".join(parts[j + 1 : j + 3]) or following


def _unnamed(said: str, called: re.Pattern[str] | None) -> str:
    return called.sub(" this service", f" {said}").strip() if called else said


def _alone(said: str, bearing: str) -> Sign | None:
    """What a line says that is no more than `closed`."""
    return None if words.DAY_BEFORE.search(bearing) else Sign(bool(words.FOR_GOOD.search(said)), said)


def _judged(sentence: str, bearing: str) -> Sign | None:
    """What one sentence says of the service."""
    if words.OPEN_AGAIN.search(sentence) or words.OPEN_AGAIN.search(bearing):
        return None
    if words.OUTRIGHT.search(sentence):
        return Sign(True, sentence)
    ended = (_ended(sentence, found) for found in _all(patterns.ENDS, sentence))
    return next(filter(None, ended), None) or _doubt(sentence)


def _ended(sentence: str, found: re.Match[str]) -> Sign | None:
    tail, before = sentence[found.end() :], sentence[: found.start()]
    if words.FORMER.search(found[0]) or words.THINGS_OF_IT.match(tail) or _of_others(before):
        return None
    if words.NO_END.search(sentence) or words.STILL_TO_COME.search(found[0]):
        return Sign(False, sentence)
    if _bounded(found[0], tail) and not words.FOR_GOOD.search(sentence):
        return None
    return Sign(not words.NOW_ONLY.search(sentence), sentence)


def _doubt(sentence: str) -> Sign | None:
    """A sentence that says that the service has paused, or may end, or cannot be called at present."""
    sign = Sign(False, sentence, over=bool(words.OVER.search(sentence) and not words.PLANNED.search(sentence)))
    if words.PHONES_DOWN.search(sentence):
        return None if words.OUT_OF_HOURS.search(sentence) else sign
    if words.LONG_AGO.search(sentence):
        return None
    if words.NOT_NOW.search(sentence) and not words.NOT_NOW_OF_OTHERS.search(sentence):
        return sign
    return sign if any(_holds(sentence, found) for found in _all(patterns.LOOK_AGAIN, sentence)) else None


def _holds(sentence: str, found: re.Match[str]) -> bool:
    """Whether what was found may be said of the service, and without an end in sight."""
    tail, before = sentence[found.end() :], sentence[: found.start()]
    if _of_others(before) or words.FORMER.search(found[0]) or (words.THINGS_OF_IT.match(tail) and not patterns.ITS_OWN.match(tail)):
        return False
    return bool(words.NO_END.search(sentence)) or not _bounded(found[0], tail)


def _of_others(before: str) -> bool:
    """Whether the words before an end say that something else ends, or that it is only supposed."""
    return bool(words.ABOUT_OTHERS.search(before) or words.CONDITIONS.search(before) or words.PERSONAL.search(before))


def _bounded(found: str, tail: str) -> bool:
    """Whether it is closed at times only: `in August`. It has ended where it `closed in March`."""
    return bool(words.AT_TIMES.match(tail)) and not (words.IN_A_MONTH.match(tail) and not words.IS.search(found))


def _all(chosen: Iterable[re.Pattern[str]], sentence: str) -> Iterator[re.Match[str]]:
    return (found for pattern in chosen for found in pattern.finditer(sentence))
