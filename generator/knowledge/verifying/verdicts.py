"""Judge a provider’s page against our record. Without doubt it says what it found; in doubt it says that it could not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from generator.knowledge.model import Hours
from generator.knowledge.verifying.belonging import Parted, parted_by_service
from generator.knowledge.verifying.closing import Sign, closing_sign
from generator.knowledge.verifying.hours_seen import other_hours
from generator.knowledge.verifying.numbers_seen import local_code, newer_number, number_seen, other_numbers
from generator.knowledge.verifying.page_state import GONE, NOT_THE_PAGE, PARKED, line_of, moved_notice
from generator.knowledge.verifying.page_text import PageText, page_text

Verdict = Literal[
    "unreachable", "gone", "parked", "closed", "moved", "look", "hours-differ", "number-found", "number-other", "number-none", "reached"
]
"""What a page says of a record, the worst that holds. `reached` is for a record without a number."""

VERDICTS: dict[Verdict, str] = {
    "unreachable": "could not be read",
    "gone": "the page is not there any more",
    "parked": "the address belongs to someone else now, or to no one",
    "closed": "the page says that it has closed",
    "moved": "the page has moved",
    "look": "the page says something that a person has to read",
    "hours-differ": "our number is there, with other hours",
    "number-found": "our number is there",
    "number-other": "another number is there, and ours is not",
    "number-none": "there is no number",
    "reached": "reached; our record has no number",
}
"""Each verdict in words."""


@dataclass(frozen=True)
class PageAnswer:
    """What a web server answered. `status` is 0 where there was no answer, and `trouble` says why."""

    asked: str
    """The address that was looked up."""
    address: str = ""
    """The address that answered, after redirects."""
    status: int = 0
    content: bytes = b""
    charset: str | None = None
    trouble: str = ""


@dataclass(frozen=True)
class Judged:
    """A verdict with its evidence."""

    verdict: Verdict
    evidence: str = ""
    """Words of the page, or why it could not be read."""
    seen: Mapping[str, str] = field(default_factory=dict)
    """The words around each of our numbers that is on the page, by number."""


_SHORT_PAGE = 1500
"""Characters up to which a page may be a notice of a host: a real page can quote any of its phrases."""

_NOTICE = 700
"""Characters up to which the body of a page may be no more than a notice that it is not there."""

_SAYS = re.compile(r"\b(?:has|have|is|are|was|will|no|not|we|our|this|closed|closing|closure)\b", re.IGNORECASE)
"""A heading with one of these is a sentence, and no name."""

_NAME_ENDS = re.compile(r" [|–—·-] | :: ")


def judged(answer: PageAnswer, numbers: Sequence[str], hours: Sequence[Hours], names: Sequence[str] = ()) -> Judged:
    """The verdict on a page for a record with these numbers, of which one is enough, and these hours. `names` are those of the service."""
    if answer.status in (404, 410):
        return Judged("gone", f"status {answer.status}")
    if answer.status != 200:
        return Judged("unreachable", answer.trouble or f"status {answer.status}")
    page = page_text(answer.content, answer.charset)
    if not page.text and not page.headings:
        return Judged("unreachable", "no text on the page")
    about = parted_by_service(page.lines, names)
    seen = _on_page(page, about, numbers, names)
    said = about.signs if any(one.ours and one.to_call for one in seen.values()) else page.body
    sign = closing_sign(said, [*names, *_names_on(page)])
    found = _state(answer, page, sign) or _number(page, about, seen, hours, numbers)
    if found.verdict in ("number-found", "hours-differ", "reached") and sign:
        return Judged("look", sign.words)
    if found.verdict in ("number-none", "number-other") and sign and sign.over:
        return Judged("closed", sign.words)
    if found.verdict == "number-none" and page.by_script:
        return Judged("unreachable", "a script makes this page")
    return found


def _state(answer: PageAnswer, page: PageText, sign: Sign | None) -> Judged | None:
    """A page that is not the one that was looked for, or says that the service has ended."""
    short = f"{page.headings}\n{page.text}" if len(page.text) <= _SHORT_PAGE else ""
    notice = page.body if len(page.body) <= _NOTICE else ""
    signs: tuple[tuple[Verdict, re.Pattern[str], str], ...] = (
        ("gone", GONE, f"{page.headings}\n{notice}"), ("parked", PARKED, short), ("unreachable", NOT_THE_PAGE, short),
    )  # fmt: skip
    for verdict, pattern, text in signs:
        if found := pattern.search(text):
            return Judged(verdict, line_of(text, found))
    if sign and sign.certain:
        return Judged("closed", sign.words)
    if _moved_host(answer) or _sent_to_front(answer):
        return Judged("moved", answer.address)
    words = moved_notice(page)
    return Judged("moved", words) if words else None


def _names_on(page: PageText) -> list[str]:
    """What the headings of a page name."""
    parts = [part.strip() for line in page.headings.split("\n") for part in _NAME_ENDS.split(line)]
    return [part for part in dict.fromkeys(parts) if 4 <= len(part) <= 80 and not _SAYS.search(part)][:5]


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _moved_host(answer: PageAnswer) -> bool:
    return _host(answer.asked) != _host(answer.address)


def _sent_to_front(answer: PageAnswer) -> bool:
    """Whether a page of its own now leads to the front page, as sites do with pages that they took away."""
    return urlsplit(answer.asked).path.strip("/") != "" and urlsplit(answer.address).path.strip("/") == ""


@dataclass(frozen=True)
class _Seen:
    """Our number, where it stands on a page."""

    words: str
    to_call: bool
    ours: bool
    """Whether it stands where the page may speak of our service, and not in its footer alone."""


def _on_page(page: PageText, about: Parted, numbers: Sequence[str], names: Sequence[str]) -> dict[str, _Seen]:
    """Each of our numbers that is on the page. What stands in another service's part alone is not to be called for ours."""
    body = set(page.body.split("\n"))
    around = "\n".join(line for line in page.text.split("\n") if line not in body)
    called, found = " ".join(names), {}
    code = local_code(page.text)
    for number in numbers:
        places = ((about.ours, True, False), (around, False, False), (about.others, False, True))
        seen = [
            _Seen(one.words, one.to_call and not other, ours)
            for text, ours, other in places
            if (one := number_seen(text, number, called, code))
        ]
        if seen:
            found[number] = next((one for one in seen if one.to_call), seen[0])
    return found


def _number(page: PageText, about: Parted, standing: Mapping[str, _Seen], hours: Sequence[Hours], numbers: Sequence[str]) -> Judged:
    if not numbers:
        return Judged("reached")
    seen = {number: one.words for number, one in standing.items() if one.to_call}
    if seen and (notice := newer_number(page.body, numbers)):
        return Judged("look", notice)
    if seen:
        words, other = next(iter(seen.values())), other_hours(about.ours, page.text, hours)
        return Judged("hours-differ", f"{words} | {other}", seen) if other else Judged("number-found", words, seen)
    if doubtful := next(iter(standing.values()), None):
        return Judged("look", doubtful.words)
    others = [number for number in other_numbers(page.text, numbers[0]) if number not in numbers]
    return Judged("number-other", ", ".join(others[:5])) if others else Judged("number-none")
