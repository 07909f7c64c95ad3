"""Read a cell that holds several ways to make contact: numbers, an email address and a web page, with words between them."""

from __future__ import annotations

import re
from typing import Any

from generator.knowledge.directory.importing.mending import mail_address, web_address
from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.directory.importing.telephones import FoundNumber, numbers_in

_MAIL = re.compile(r"[^\s<>()\[\],;:]{1,100}@[^\s<>()\[\],;]{1,200}")
_WEB = re.compile(
    r"(?i)(?:https?://|www\.)[^\s<>,;]{1,500}"
    r"|(?<![\w@.)\]])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,3}\.(?:uk|com|org|net|info|wales|cymru|scot|london|example)\b(?:/[^\s<>,;]{0,400})?"
)
_WORD = re.compile(r"(?i:text|sms)(?i: the word)? [‘’'\"“]?([A-Z0-9]{2,20})[’'\"”]?(?i: to)")
_LABELS = re.compile(r"(?i)\b(?:e-?mail|web(?:site| ?page)?)\b\s*:?")


def calls_in(text: str, notes: Notes, *, kind: str = "") -> dict[str, Any]:
    """The numbers of a cell as `phones` and `texts`."""
    calls = numbers_in(text, notes, kind=kind)
    found = {name: [_line(one, texts) for one in calls if one.texts is texts] for name, texts in (("phones", False), ("texts", True))}
    return {name: numbers for name, numbers in found.items() if numbers}


def _line(one: FoundNumber, texts: bool) -> dict[str, str]:
    """A number as a record has it. ‘Text YOUNG to 85258’ names the word to text."""
    if texts and (found := _WORD.fullmatch(one.label)):
        return {"number": one.number, "word": found[1]}
    return {"number": one.number, "label": one.label}


def contact_ways(text: str, notes: Notes) -> dict[str, Any]:
    """Every way to make contact that a cell names, with a note to check it."""
    mails, pages = _MAIL.findall(text), _WEB.findall(_MAIL.sub(" ", text))
    rest = _LABELS.sub(" ", _WEB.sub(" ", _MAIL.sub(" ", text))).strip()
    found: dict[str, Any] = calls_in(rest, notes) if re.search(r"\d{3}", rest) else {}
    found |= {"email": mail_address(" ".join(mails), notes)} if mails else {}
    found |= {"url": web_address(" ".join(pages), notes)} if pages else {}
    if found:
        notes.kept("phones", "read from a cell with several ways to make contact", text)
    else:
        notes.left("phones", "no number, email address or web page", text)
    return found
