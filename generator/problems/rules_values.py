"""Rules on values: does each one fit its field?"""

from __future__ import annotations

FITTING: list[dict[str, str]] = [
    {
        "code": "key-unknown",
        "title": "A key that is not known",
        "message": "‘{key}’ is not a key of {what}.{near}",
        "cure": "{cure}",
        "about": "A mistyped key would be left out of the pack in silence, so every key must be one we know.",
        "example": "titel: Link Worker",
    },
    {
        "code": "field-missing",
        "title": "A field that is missing",
        "message": "‘{field}’ is missing from {what}.",
        "cure": "{cure}",
        "about": "Some fields must always be there.",
    },
    {
        "code": "wrong-type",
        "title": "A value of the wrong kind",
        "message": "{field} should be {wanted}. It is {found}.",
        "cure": "{cure}",
        "about": "Each field takes one kind of value: text, a whole number, true or false, a date, a list, or keys and values.",
        "example": "title: 7",
    },
    {
        "code": "not-a-choice",
        "title": "A value that is not one of the choices",
        "message": "{field} cannot be ‘{value}’.{near}",
        "cure": "Choose one of: {choices}.",
        "about": "Some fields take only certain words, so that pages and packs can rely on them.",
        "example": "level: esential",
    },
    {
        "code": "not-a-slug",
        "title": "An id that is not in the right form",
        "message": "‘{value}’ cannot be an id.",
        "cure": "Use small letters, figures and single hyphens only, such as ‘{better}’.",
        "about": "Ids become web addresses and file names. "
        "They hold no spaces, dots, slashes or capitals, so they can never lead out of their folder.",
        "example": "id: ../Link Worker",
    },
    {
        "code": "wrong-form",
        "title": "A value that is not in the right form",
        "message": "{field} is not in the right form: ‘{value}’.",
        "cure": "{cure}",
        "about": "Some fields have a fixed form, such as a web address or a source with its clause.",
    },
    {
        "code": "too-long",
        "title": "A value that is too long",
        "message": "{field} has {length}. The most is {limit}.",
        "cure": "Shorten it, or split it in two.",
        "about": "Limits keep pages readable and stop a broken file from filling a pack.",
    },
    {
        "code": "too-short",
        "title": "A value that is too short or empty",
        "message": "{field} has {length}. It needs at least {limit}.",
        "cure": "Fill it in, or take the whole key out where it may be left out.",
        "about": "An empty value is a forgotten one.",
    },
    {
        "code": "not-a-date",
        "title": "A date that does not exist",
        "message": "{field} is not a date: ‘{value}’.",
        "cure": "{cure}",
        "about": "Dates are written year, month, day, so that nobody mixes up day and month.",
        "example": "updated: 2026-02-30",
    },
    {
        "code": "out-of-range",
        "title": "A number out of range",
        "message": "{field} is {value}. It must be {bound}.",
        "cure": "Check the number. {about}",
        "about": "A number outside these bounds is almost surely a slip.",
    },
    {
        "code": "line-break",
        "title": "Text of more than one paragraph",
        "message": "{field} has a line break in it.",
        "cure": "Keep the text to one paragraph. Where it is written over several lines, begin it with >- rather than |.",
        "about": "Each text is printed as one paragraph, in every format. A list of texts holds several.",
        "example": "text: |\n  First line\n  Second line",
    },
    {
        "code": "wrong-value",
        "title": "A value that does not fit",
        "message": "{field} does not fit: ‘{value}’.",
        "cure": "{cure}",
        "about": "The value is not one that this field can take.",
    },
]
