"""Regular expressions for values of a fixed form, and the message for each, in our problems and in editors."""

from __future__ import annotations

from typing import Any

from pydantic import Field

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
WEB_ADDRESS = r"""^https?://[^\s"'<>\\{}|^`]+$"""
SOURCE_REF = r"^[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9]+(-[a-z0-9]+)*)?$"
REPORT_ADDRESS = r"^(mailto:|https://)\S+$"
PAY_YEAR = r"^20\d\d/\d\d$"
DIALLED = r"^(1800[12] )?[0-9 ]{3,16}$"
NETWORK_CODE = r"^U[0-9]{5}$"
PRACTICE_CODE = r"^[A-Z][0-9]{5}$"
CLOCK = r"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"
TEXT_WORD = r"^[A-Z]{1,20}$"
FIGURE = r"^[0-9]{1,7}(\.[0-9]{1,2})?$"
WHEN = r"^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
WHOLE_TIME = r"^[0-9]{1,3}(\.[0-9]{1,2})?$"
AREA_CODE = r"^[EWSN][0-9]{8}$"
POSTCODE_DISTRICT = r"^[A-Z]{1,2}[0-9][0-9A-Z]?$"
PHONE = r"^\+?[0-9][0-9 ]{5,18}$"
PHRASE = r"^([A-Za-z0-9 '&/.,#*-]|\([A-Za-z0-9 '&/.,#*|-]+\))+$"
SITE_PATH = r"^\.?[A-Za-z0-9_-][A-Za-z0-9._ -]*(/\.?[A-Za-z0-9_-][A-Za-z0-9._ -]*)*$"
BASE64 = r"^[A-Za-z0-9+/]+={0,2}$"
PICTURE_FILE = r"^[a-z0-9]+(-[a-z0-9]+)*\.(png|jpg|jpeg)$"
EMAIL = r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"

FORMS: dict[str, str] = {
    FIGURE: 'Write a number with at most two decimals in quotes, such as "14.38".',
    WHEN: 'Write a day, a month or a year in quotes, such as "2026-04-01", "2016-04" or "2008".',
    SLUG: "Use small letters, figures and single hyphens only, such as link-worker-band-6.",
    WEB_ADDRESS: "Write the whole address without spaces, beginning with https:// or http://.",
    SOURCE_REF: "Write the id of a source, or the id, a # and the id of its clause: hee-mhp-band-7-example#clinical-5.",
    REPORT_ADDRESS: "Write mailto: and a mail address, or a web address that begins with https://.",
    PAY_YEAR: "Write both years, such as 2026/27.",
    DIALLED: "Write the number in quotes, with figures and spaces only, as its owner prints it.",
    NETWORK_CODE: "Write a capital U and five figures, such as U99001.",
    PRACTICE_CODE: "Write a capital letter and five figures, such as Z90001.",
    CLOCK: 'Write hours and minutes on the 24-hour clock, in quotes: "09:30". The end of a day is "24:00".',
    TEXT_WORD: "Write the word in capitals, such as SHOUT.",
    WHOLE_TIME: 'Write the number of full-time posts in quotes, such as "2.9".',
    AREA_CODE: "Write the code of the Office for National Statistics: a capital letter and eight figures, such as E07000098.",
    POSTCODE_DISTRICT: "Write the first half of the postcode in capitals, such as WD6.",
    PHONE: "Write it with figures and spaces only, such as 01632 960 014. It may begin with + and the code of the country.",
    PHRASE: "Write words with single spaces between them. (a|b) is either, (|a) may be left out, * is any ending, # a number, ... a gap.",
    SITE_PATH: "Write the name of a file or folder as it is in the folder of the site, such as googleabc.html or letters/2026.",
    BASE64: "Leave it as the page that makes a pack saved it, or name a file beside this one with `file`.",
    PICTURE_FILE: "Write the name of a PNG or JPEG file beside this one, in small letters, figures and hyphens, such as north-valley.png.",
    EMAIL: "Write an email address with one @ and no spaces, such as jobs@example.org.",
}
"""The message for each pattern: what to write."""


def pattern_message(pattern: str) -> Any:
    """The message that an editor shows where a value does not match this pattern."""
    return Field(json_schema_extra={"patternErrorMessage": FORMS[pattern]})
