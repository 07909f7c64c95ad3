"""Names of elements and attributes in a Word file, the same for the usual namespaces and the Strict ones."""

from __future__ import annotations

import re
from typing import Any  # lxml's elements carry no types

_ROOTS = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}


def word_name(element: Any) -> str:
    """The name of an element with its usual prefix, `w:p`, in the usual namespace or the Strict one. Others keep their whole name."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""  # a comment, or an instruction
    space, _, name = tag[1:].rpartition("}")
    prefix = _ROOTS.get(space)
    return f"{prefix}:{name}" if prefix else tag


def word_attribute(element: Any, name: str) -> str:
    """An attribute of Word's by its bare name, in whichever namespace the file has it."""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


_CODE = re.compile("[0-9A-CEFa-cef][0-9A-Fa-f]{3}")
"""The code of a sign: four figures of base 16, but for those of half signs."""


def symbol(code: str) -> str:
    """The sign with this code, or nothing where the code is none."""
    return chr(int(code, 16)) if _CODE.fullmatch(code) else ""
