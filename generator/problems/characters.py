"""Characters that a reader cannot see or a terminal obeys. They are refused in data, and never printed."""

from __future__ import annotations

import re

HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, but not the tab and the ends of lines
    "\u00ad\u200b\u2060-\u2064\ufeff"  # soft hyphen, spaces and signs without width, byte order mark
    "\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"  # line separators of Unicode, and signs that turn the direction of text
    "\ufff9-\ufffb"  # notes between lines
    "\ufffe\uffff\ud800-\udfff"  # not characters at all
    "]"
)
"""One hidden character."""

_UNPRINTED = re.compile(f"{HIDDEN.pattern}|[\t\n\r]")


def printable(text: str) -> str:
    """The same text on one line, with a ‘�’ for each character that should not be printed, so that columns stay true."""
    return text if text.isprintable() else _UNPRINTED.sub(lambda found: " " if found[0] == "\t" else "\ufffd", text)
