"""Rules on values: unknown keys, missing fields, wrong types and limits."""

from __future__ import annotations

FITTING: list[dict[str, str]] = [
    {
        "code": "key-unknown",
        "title": "An unknown key",
        "message": "‘{key}’ is not a key of {what}.{near}",
        "cure": "{cure}",
        "about": "The value of a mistyped key would be missing from the pack without notice, so unknown keys are refused.",
        "example": "titel: Link Worker",
    },
    {
        "code": "field-missing",
        "title": "A missing field",
        "message": "‘{field}’ is missing from {what}.",
        "cure": "{cure}",
        "about": "Some fields are required.",
    },
    {
        "code": "wrong-type",
        "title": "A value of the wrong type",
        "message": "{field} should be {wanted}. It is {found}.",
        "cure": "{cure}",
        "about": "Each field takes one type of value: text, a whole number, true or false, a date, a list, or keys and values.",
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
        "They have no spaces, dots, slashes or capitals, so a file name can never lead out of its folder.",
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
        "message": "{field} has {length}. The maximum is {limit}.",
        "cure": "Shorten it, or split it in two.",
        "about": "Limits keep pages readable and stop a broken file from filling a pack.",
    },
    {
        "code": "too-short",
        "title": "A value that is too short or empty",
        "message": "{field} has {length}. It needs at least {limit}.",
        "cure": "Fill it in, or delete the whole key if it is optional.",
        "about": "An empty value is usually a forgotten one.",
    },
    {
        "code": "not-a-date",
        "title": "A date that does not exist",
        "message": "{field} is not a date: ‘{value}’.",
        "cure": "{cure}",
        "about": "Dates are written year, month, day, so that day and month cannot be confused.",
        "example": "updated: 2026-02-30",
    },
    {
        "code": "out-of-range",
        "title": "A number out of range",
        "message": "{field} is {value}. It must be {bound}.",
        "cure": "Check the number. {about}",
        "about": "A number outside these limits is almost certainly a mistake.",
    },
    {
        "code": "line-break",
        "title": "Text of more than one paragraph",
        "message": "{field} has a line break in it.",
        "cure": "Keep the text to one paragraph. If it is written over several lines, start it with >- rather than |.",
        "about": "Each text is printed as one paragraph, in every format. For several paragraphs, use a list of texts.",
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
