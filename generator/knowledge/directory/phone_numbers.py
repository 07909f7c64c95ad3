"""United Kingdom phone numbers: validity, and a normal form for comparison."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

NATIONAL = frozenset({"999", "112", "111", "101"})
"""Numbers of the whole country: no record has to give a source for them, and they do not go out of date."""

RELAY = ("18001", "18002")
"""What people dial before a number to call it through Relay UK, by typing or with an interpreter."""


@cache
def real_number(number: str) -> bool:
    """Whether the numbering plan of the United Kingdom has this number, short ones such as 116 123 among them, and those of Relay UK."""
    # Imported here because it takes a tenth of a second, and a folder without numbers does not need it.
    from phonenumbers import NumberParseException, is_valid_number, parse
    from phonenumbers.shortnumberinfo import is_valid_short_number_for_region

    if number.startswith(RELAY):
        number = number[5:].strip()
    try:
        parsed = parse(number, "GB")
    except NumberParseException:
        return False
    return parsed.country_code == 44 and bool(is_valid_number(parsed) or is_valid_short_number_for_region(parsed, "GB"))


def dialled(number: str) -> str:
    """The digits that are dialled in the United Kingdom: `+44 (0)20 7946 0001` and `020 7946 0001` are one number."""
    digits = "".join(str(unicodedata.decimal(character, "")) for character in number)
    if re.match(r"\s*(?:\+|00)", number):
        digits = re.sub("^(?:00)?44", "0", digits)
        digits = re.sub("^00", "0", digits)
    return digits
