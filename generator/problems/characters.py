"""Invisible characters and control characters. They are rejected in data and never printed."""

from __future__ import annotations

import re

HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, but not the tab and the ends of lines
    "\u00ad\u200b\u2060-\u2065\ufeff"  # soft hyphen, zero-width spaces and joiners, byte order mark
    "\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"  # Unicode line separators, and marks that change the direction of text
    "\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0"  # letters that show nothing: a name made of them looks empty
    "\ufff0-\ufffb"  # interlinear annotations
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # format controls of shorthand and of musical notation
    "\U000e0000-\U000e00ff"  # tag characters, which can spell whole sentences that only machines read
    "\ufffe\uffff\ud800-\udfff"  # noncharacters and surrogates
    "]"
)
"""One hidden character: Unicode's Default_Ignorable_Code_Point and control characters, except those that scripts and emoji need.

The exceptions are the joiners U+200C and U+200D, the variation selectors, and U+034F.
"""

_UNPRINTED = re.compile(f"{HIDDEN.pattern}|[\t\n\r]")


def printable(text: str) -> str:
    """The text on one line, with ‘�’ for each character that should not be printed, so that column numbers stay correct."""
    return text if text.isascii() and text.isprintable() else _UNPRINTED.sub(lambda match: " " if match[0] == "\t" else "\ufffd", text)
