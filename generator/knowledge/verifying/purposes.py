"""Numbers that are not for people who need help: of the press office, for donations, complaints, jobs, hire, staff."""

from __future__ import annotations

import re

_FOR_OTHERS = (
    r"\b(?:press|media) (?:office|team|enquir\w+|desk|contacts?|relations|queries)\b|\bjournalists?\b|^\W*(?:press|media)\W*$"
    r"|\b(?:donat(?:e|es|ing|ions?)|fundrais\w+|legac(?:y|ies)|gifts? in (?:your |a )?wills?|in your will|give by phone)\b"
    r"|\bcomplain(?:ts?|ing)?\b|\bcompliments\b|\bPALS\b"
    r"|\b(?:careers|recruitment|vacancies) (?:team|line|office)\b|\bapply for (?:a|this) (?:job|post)\b"
    r"|\b(?:hall|room|venue|minibus) (?:hire|hiring|bookings?)\b|\bhire (?:of )?(?:a|our|the) (?:hall|rooms?|venue|minibus)\b"
    r"|\b(?:want|like|interested|wish)\b[^.?!\n]{0,20}\bvolunteer(?:ing)?\b|^\W*(?:to |become a )?volunteer(?:s|ing)?\b"
    r"|\b(?:staff|professionals?|clinicians?|GPs?|referrers?|paramedics?|ambulance crews?) only\b"
    r"|\b(?:accounts|finance|payroll|purchasing|invoices?) (?:team|department|office|queries)\b"
)
NOT_FOR_HELP = re.compile(rf"{_FOR_OTHERS}|\b(?:minicom|text ?phone|typetalk)(?: users?| number)?\W{{0,3}}$", re.IGNORECASE)
"""Before a number, in its sentence: it is no number to call for help."""

PART_FOR_OTHERS = re.compile(
    rf"{_FOR_OTHERS}|^\W*(?:support us|give|work (?:for|with) us|join (?:our|the) team|jobs|careers|vacancies|press|media|feedback"
    r"|volunteer(?:ing)?(?: (?:with|for) us)?|hire us)\W*$",
    re.IGNORECASE,
)
"""A heading of a part of a page that is not for people who need help."""
