"""What a pack carries of what it was made from, so that an edited copy can come home: one text for Word, workbook and PDF.

The text is YAML. A PDF has it as an associated file, for people too. Word files and workbooks have it in custom properties, the only
place that outlives every save that was tried: compressed (raw deflate), in base64, cut to pieces of 250 characters, because Word and
Excel show no longer property. Its keys:

| key | holds |
|---|---|
| `fingerpost` | 1, the version of this form |
| `role` | the id of the base role |
| `base` | the base role when the file was made: `version`, `updated`, `digest`, `in_three_lines`; `sections`, `categories`: ids and words |
| `network` | the file of the network with this role's overlay alone; not there in the pack of a base role |
| `sent` | Word only: the words that left in this file, see `generator/knowledge/drafts/sent.py` |
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Mapping
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from generator.knowledge.model import Network
from generator.knowledge.reading.yaml_file import LARGEST, parse

FILE_NAME = "fingerpost.yaml"
"""The associated file of a PDF."""

DESCRIPTION = "What this job pack was made from: the role, and what the network changed"

MEDIA_TYPE = "application/yaml"

FORM = 1
"""The version of the form. A reader refuses a later one."""

PIECE = 250
"""Characters of a property. Word and Excel take 255."""

_HEAD = "# What this job pack was made from. Keep it: ‘fingerpost draft’ reads it when an edited copy comes home.\n"

_PROPERTY = re.compile(r"fingerpost-(\d{3})")


class NotCarried(Exception):  # it is not our error: the words are told to the person whose file it is
    """What a file carries cannot be read. The message says why, in a sentence without its full stop."""


def yaml_piece(key: str, value: object) -> str:
    """One key of the text, as people write YAML."""
    return yaml.safe_dump({key: value}, allow_unicode=True, sort_keys=False, width=110)


def carried_text(role: str, base: str, network: str = "", sent: Mapping[str, Any] | None = None) -> str:
    """The text. `base` and `network` are pieces of YAML; `sent` is long and for programs, so it is one line of JSON, which YAML reads."""
    words = f"sent: {json.dumps(sent, ensure_ascii=False)}\n" if sent else ""
    return f"{_HEAD}fingerpost: {FORM}\nrole: {role}\n{base}{network}{words}"


def as_properties(text: str) -> dict[str, str]:
    """The text as custom properties by name, in order."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = base64.b64encode(packer.compress(text.encode()) + packer.flush()).decode()
    pieces = [packed[at : at + PIECE] for at in range(0, len(packed), PIECE)]
    return {f"fingerpost-{number:03}": piece for number, piece in enumerate(pieces, 1)}


def from_properties(properties: Mapping[str, str]) -> str | None:
    """The text in custom properties, or None where there is none. Raises NotCarried where a piece is lost or changed."""
    found = {int(match[1]): value for name, value in properties.items() if (match := _PROPERTY.fullmatch(name))}
    if not found:
        return None
    if sorted(found) != list(range(1, len(found) + 1)):
        raise NotCarried("a part of it is missing")
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        packed = base64.b64decode("".join(found[number] for number in sorted(found)), validate=True)
        text = unpacker.decompress(packed, LARGEST)
        whole = unpacker.eof and not unpacker.unconsumed_tail
        return text.decode() if whole else _refuse()
    except (ValueError, zlib.error):  # binascii and UTF-8 say ValueError
        return _refuse()


def _refuse() -> str:
    raise NotCarried("it was cut off, or it is no text of ours")


def read_carried(text: str) -> dict[str, Any]:
    """The values of the text. Raises NotCarried for what is none of ours, or of a later form."""
    document, problems = parse(text.encode(), FILE_NAME)
    value = document.value
    if problems or not isinstance(value, dict):
        raise NotCarried("it is no text of ours")
    if value.get("fingerpost") != FORM:
        raise NotCarried("it was not made by this version of Fingerpost")
    try:
        _Carried.model_validate(value)
    except ValidationError:
        raise NotCarried("it is no text of ours") from None
    return value


class _Statement(BaseModel):
    id: str
    text: str


class _Criterion(_Statement):
    level: str
    assessed_by: list[str]


class _Section(BaseModel):
    id: str
    heading: str
    statements: list[_Statement] = []
    sections: list[_Section] = []


class _Category(BaseModel):
    id: str
    criteria: list[_Criterion]


class _Base(BaseModel):
    digest: str
    in_three_lines: list[str] = []
    sections: list[_Section]
    categories: list[_Category]


class _Carried(BaseModel):
    """What a reader may count on. Who sends a file may have written anything into it."""

    role: str
    base: _Base
    network: Network | None = None
    sent: dict[str, Any] = {}
