"""Read phone numbers as people type them: several in a cell, with extensions, options and words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.knowledge.directory.importing.mending import fitted
from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.directory.importing.words import british, clean
from generator.knowledge.directory.phone_numbers import RELAY, real_number

LONGEST_LABEL = 160

_TOKEN = re.compile(
    r"""(?ix)
      (?:\bext(?:ension|n)?\b|\bx(?=\s?\d))[.:]?\s*(?:no\.?\s*)?(?P<extension>\d{1,6})\b
    | \b(?:options?|opt\.?|press)\s*(?P<option>\d(?:\s*(?:,|and|or|then)\s*\d)*)\b
    | (?P<run>(?:\+\s?)?\(?\d(?:(?:[\s).\-\u2010-\u2015\u00a0]|\((?=\d{1,5}\)))*\d)*)
    """
)
_BARE = re.compile(r"(?i)\b(?:tel(?:ephone)?|phone|call|ring|number|no|or|and|t|on|free)\b\.?")
_ADDRESS = re.compile(r"(?i)[\w.+%-]+@[\w.-]+|\b(?:https?://|www\.)\S+")
"""An email or web address: figures in it are no number."""

_TEXTS = frozenset({"text", "sms", "text message"})
_TEXTPHONES = frozenset({"textphone", "tty", "minicom", "text phone"})
_FAX = re.compile(r"(?i)\bfax\b|^\s*f\s*:|^\W*f\W*$")
_NOUGHT = re.compile(r"(?<![A-Za-z])[Oo](?=\d{2,4}[ \d])|(?<=\d[ -])[Oo](?=\d)|(?<=\d)[Oo](?=\d)")
"""The letter O, typed for a nought."""

_CLOCKS = r"(?:[01]\d|2[0-4])[0-5]\d\s?[-\u2010-\u2015]\s?(?:[01]\d|2[0-4])[0-5]\d"
_BESIDE_CLOCKS = re.compile(rf"{_CLOCKS}\s+(?P<after>.+)|(?P<before>.+?)\s+{_CLOCKS}|\d+\.\s+(?P<last>.+)", re.DOTALL)
"""A number beside hours such as 0900-1700, or after a sentence that ends with figures."""

_TIMES_AFTER = re.compile(r"(?i)\s*(\d[^,;\n]{0,30}(?:am|pm|noon))\s*[,;\n]")
"""The hours of a number, after it."""

_SHORT_REST = 4
"""Figures after a number that are a time or a floor, and not of the number."""

_TEXT_WORDS = re.compile(r"(?i)\b(?:text|sms)\b(?! ?(?:phone|relay))")


@dataclass(frozen=True)
class FoundNumber:
    """A number with what the feed says beside it."""

    number: str
    label: str = ""
    texts: bool = False
    """Whether it is for text messages."""


def numbers_in(raw: object, notes: Notes, *, label: str = "", kind: str = "", extension: object = "") -> list[FoundNumber]:
    """The numbers in a text. Anything else is noted with the words of the file."""
    text = _as_typed(raw)
    if (typed := _NOUGHT.sub("0", text)) != text and _TOKEN.search(typed):
        notes.mended("phones", "the letter O in a number was a nought", text)
        text = typed
    kind = kind.strip().lower()
    if not text.strip():
        return []
    if kind == "fax" or _FAX.search(label):
        notes.left("phones", "a fax number", text)
        return []
    while_read = Notes()
    found = [*_read_numbers(text, while_read)]
    if found or _FAX.search(text):
        notes.take(while_read)
    else:
        notes.left("phones", "not a United Kingdom phone number", text)
    if _as_typed(extension) and found:
        found[-1] = replace(found[-1], label=_joined(found[-1].label, f"extension {clean(_as_typed(extension))}"))
    beside = "textphone" if kind in _TEXTPHONES else ""
    return [_finished(one, label, beside, notes, texts=kind in _TEXTS) for one in found]


def _finished(one: FoundNumber, label: str, beside: str, notes: Notes, *, texts: bool) -> FoundNumber:
    relay = "Relay UK" if one.number.startswith(RELAY) else beside
    words = _joined(clean(label), one.label, relay)
    return FoundNumber(one.number, fitted(words, LONGEST_LABEL, "phones", notes), texts or one.texts)


def _as_typed(raw: object) -> str:
    """A number that a spreadsheet or JSON holds as a number, as it would be typed."""
    if isinstance(raw, bool) or raw is None or isinstance(raw, list | dict):
        return ""
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return re.sub(r"^([0-9]{9,12})\.0$", r"\1", str(raw)[:2000].strip())


def _read_numbers(text: str, notes: Notes) -> Iterator[FoundNumber]:
    """Each number, with the words before it and in brackets after it."""
    pending: FoundNumber | None = None
    at, words = 0, ""
    for token in _tokens(text):
        between, run = text[at : token.start()], token["run"]
        parts, length = _numbers_of(run or "")
        if run is not None and not parts:
            if pending and text[token.start() - 1 : token.start()] == "/" and len(run) <= 4:
                notes.left("phones", "the end of a second number", f"{text[:200]}")
            elif len(re.sub(r"\D", "", run)) >= 7:
                notes.left("phones", "not a United Kingdom phone number", run)
            else:
                continue
            at = token.end()
            continue
        words, at = between, token.start() + length if parts else token.end()
        if run is None:
            said = f"extension {token['extension']}" if token["extension"] else f"option {token['option']}"
            pending = pending and replace(pending, label=_joined(pending.label, _words(words), said))
            continue
        bracketed, rest = _of_the_last(words) if pending else ("", words)
        if pending:
            yield replace(pending, label=_joined(pending.label, _words(bracketed)))
        pending = None
        for part in parts:
            if pending:
                yield pending
            pending = None if _fax(rest, part, notes) else _number(part, rest, notes)
    if pending:
        yield replace(pending, label=_joined(pending.label, _words(text[at:])))


def _of_the_last(words: str) -> tuple[str, str]:
    """Of the words between two numbers, those of the first and those of the second: brackets and times follow their number."""
    if ")" in words:
        first, _, rest = words.rpartition(")")
        return first, rest
    found = _TIMES_AFTER.match(words)
    return (found[1], words[found.end() :]) if found else ("", words)


def _numbers_of(run: str) -> tuple[list[str], int]:
    """The numbers in a run of figures, and how many of its characters are theirs: not those of the time in `0113 496 0746 9`."""
    if parts := [*_split_run(run)]:
        return parts, len(run)
    ends = [gap.start() for gap in re.finditer(r"[\s(]+", run) if len(re.sub(r"\D", "", run[gap.start() :])) <= _SHORT_REST]
    first = next((run[:end] for end in ends if dialled_number(run[:end])), "")
    return [first.strip()] if first else [], len(first)


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """What may be a number, an extension or an option, outside email and web addresses."""
    addresses = [one.span() for one in _ADDRESS.finditer(text)]
    return (token for token in _TOKEN.finditer(text) if not any(start <= token.start() < end for start, end in addresses))


def _fax(words: str, number: str, notes: Notes) -> bool:
    if _FAX.search(words):
        notes.left("phones", "a fax number", number)
    return bool(_FAX.search(words))


def _number(part: str, words: str, notes: Notes) -> FoundNumber:
    number = dialled_number(part)
    if re.sub(r"\D", "", part)[:1] not in ("0", "") and number.startswith("0") and not part.lstrip(" (").startswith("+"):
        notes.mended("phones", "the nought at the beginning was missing", part)
    return FoundNumber(number, _words(words), bool(_TEXT_WORDS.search(words)))


def _words(text: str) -> str:
    """What is said beside a number, without signs and words that only say that it is one."""
    said = _BARE.sub(" ", clean(text))
    said = re.sub(r"\s+", " ", said).strip(" ()[]:;,./|-–—&+")
    return said if re.search(r"[^\W\d_]{2}", said) else ""


def _joined(*parts: str) -> str:
    return ", ".join(dict.fromkeys(filter(None, parts)))


def _split_run(run: str) -> Iterator[str]:
    """The numbers in a run of figures: two separated by one space would otherwise be missed."""
    if dialled_number(run):
        yield run
        return
    for gap in re.finditer(r"[\s)]+", run):
        first, rest = run[: gap.end()], run[gap.end() :]
        if dialled_number(first) and (others := [*_split_run(rest)]):
            yield first.strip()
            yield from others
            return
    if beside := _BESIDE_CLOCKS.fullmatch(run):
        yield from _split_run(beside["after"] or beside["before"] or beside["last"])


def dialled_number(text: str) -> str:
    """A number as it is dialled in the United Kingdom, or an empty text where it is none."""
    text = re.sub(r"^\(?\+?\s?44\)?\s*\(0\)", "+44 ", text.strip())
    digits = re.sub(r"\D", "", text)
    if digits.startswith(RELAY) and len(digits) > 9:
        rest = dialled_number(re.sub(r"^\s*1800[12]\s*", "", text))
        return f"{digits[:5]} {rest}" if rest else ""
    if len(digits) > 15 or len(digits) < 3:
        return ""
    if not text.lstrip("(").startswith("+") and digits[0] != "0":
        return _without_leading_zero(text, digits)
    number = british(re.sub(r"^0044", "+44", re.sub(r"\D", "", text)) if digits.startswith("0044") else text)
    return number if re.fullmatch(r"[0-9 ]{3,16}", number) and real_number(number) else ""


def _without_leading_zero(text: str, digits: str) -> str:
    """A number that does not begin with 0: a short one, one with 44 before it, or one whose nought a spreadsheet removed."""
    if len(digits) <= 6:
        return british(text) if real_number(digits) and re.fullmatch(r"[0-9 ]{3,16}", text.strip()) else ""
    full = f"+{digits}" if digits.startswith("44") and len(digits) in (11, 12) else f"+44{digits}" if len(digits) in (9, 10) else ""
    number = british(full) if full else ""
    return number if number and real_number(number) else ""
