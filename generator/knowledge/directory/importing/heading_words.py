"""Headings that no list has: what a column is by the words of its heading, as forms and charities write them. A guess, and said to be one.

Columns with the details of a person are recognised too, so that no file keeps them: who filled in a form, whom to ask for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_PERSON = re.compile(
    r"\b(?:(?:first|last|middle|given|family|contact|your|full) ?names?|(?:named|key|lead|main) contact|contact person|named person"
    r"|surname|forename|salutation|date of birth|dob|ip address|(?:submitted|completed|filled in|sent) by|submitter|respondent"
    r"|not (?:be )?(?:published|public|shared)|for office use|home (?:address|phone|email))\b"
)
"""Headings of columns about a person, in plain words."""

_FORM = "timestamp"
"""The first column of a form of Google. Its own ‘Email Address’ and ‘Username’ are those of whoever filled it in."""

_ABOUT_ITS_SENDER = frozenset({"email address", "username"})

_THING = r"(?:service|group|organisation|organization|project|activity|charity|club|scheme|session)"

_GUESSES = (
    ("organisation", r"\bwh(?:o|ich|at) .*\b(?:runs?|provides?|delivers?|organises?)\b|\b(?:run|provided|delivered|organised) by\b"),
    (
        "name",
        rf"\b(?:name|title) (?:of|for) (?:the |your |this )?{_THING}|\bwhat(?: is|s| s) (?:the )?(?:name|title)|\b{_THING}(?: s)? name\b",
    ),
    ("email", r"\be ?mails?\b"),
    ("phones", r"\b(?:phones?|telephones?|tel|helpline|mobile)\b"),
    ("url", r"\b(?:web ?sites?|web ?pages?|url|web address|facebook)\b"),
    ("cost_note", r"\b(?:charges?|costs?|fees?|price|how much)\b"),
    ("how_to_refer", r"\b(?:refer|referral|referrals|referred|book|booking|join)\b"),
    ("eligibility", r"\bwho (?:can|is|are|may|do|does)\b|\b(?:eligib\w+|age group|target group)\b"),
    (
        "hours",
        r"\bwhen (?:do|does|is|are)\b|\b(?:days?|dates?)(?: and)? times?\b"
        r"|\b(?:opening|meeting|session|opens?)\b.*\b(?:times?|hours|days?)\b",
    ),
    ("address", r"\bwhere (?:do|does|is|are)\b|\b(?:venue|meeting place)\b|\baddress\b"),
    (
        "summary",
        r"\b(?:describe|description|describes|purpose)\b|\bwhat (?:do |does )?(?:they|you|it|we|this)\b"
        r"|\b(?:services?|support|help) (?:offered|provided)\b",
    ),
    ("needs", r"\b(?:taxonom\w+|tags|keywords|(?:type|kind) of (?:service|support|help|need)|(?:service|support) types?)\b"),
)
"""What a heading is about, by its words. Of several, the first counts: a question about an email address also has the word address."""

_SAYS = tuple((field, re.compile(words)) for field, words in _GUESSES)


def about_a_person(names: Sequence[str]) -> list[bool]:
    """Which of these headings, in plain words, are of columns with the details of a person."""
    sent = _FORM in names
    return [bool(_PERSON.search(name)) or (sent and name in _ABOUT_ITS_SENDER) for name in names]


def guessed_field(name: str) -> str:
    """The field that a heading in plain words is about, or an empty text."""
    return next((field for field, words in _SAYS if words.search(name)), "")
