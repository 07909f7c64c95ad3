"""Characters that a reader cannot see or a terminal obeys. They are refused in data, and never printed."""

from __future__ import annotations

import re

HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, but not the tab and the ends of lines
    "\u00ad\u200b\u2060-\u2065\ufeff"  # soft hyphen, spaces and signs without width, byte order mark
    "\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"  # line separators of Unicode, and signs that turn the direction of text
    "\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0"  # letters that show nothing: a name of them looks like none
    "\ufff0-\ufffb"  # notes between lines
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # signs that join shorthand and notes of music
    "\U000e0000-\U000e00ff"  # letters of tags: whole sentences that only machines read
    "\ufffe\uffff\ud800-\udfff"  # not characters at all
    "]"
)
"""One hidden character: what Unicode lets a reader overlook (Default_Ignorable_Code_Point), but for what scripts and emoji are made with.

Those are the joiners U+200C and U+200D, the selectors of variants, and U+034F.
"""

_UNPRINTED = re.compile(f"{HIDDEN.pattern}|[\t\n\r]")


def printable(text: str) -> str:
    """The same text on one line, with a ‘�’ for each character that should not be printed, so that columns stay true."""
    return text if text.isascii() and text.isprintable() else _UNPRINTED.sub(lambda found: " " if found[0] == "\t" else "\ufffd", text)
