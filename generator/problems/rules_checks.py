"""Rules on records together: references, sources that are accounted for, pay, and dates of review."""

from __future__ import annotations

CHECKING: list[dict[str, str]] = [
    {
        "code": "id-not-file-name",
        "title": "An id that differs from the file’s name",
        "message": "The id is ‘{id}’, but the file is called ‘{stem}.yaml’.",
        "cure": "Make them the same. Rename the file if the id has been used elsewhere.",
        "about": "A record is found by its file’s name, so the id inside must be the same.",
    },
    {
        "code": "id-twice",
        "title": "The same id twice",
        "message": "The id ‘{id}’ is used twice. The first is at {first}.",
        "cure": "Give one of them another id.",
        "about": "Networks refer to statements and criteria by id. Two with the same id could not be told apart.",
    },
    {
        "code": "letter-not-in-typeface",
        "title": "A letter that packs cannot show",
        "message": "The typeface of the packs does not have {letters}.",
        "cure": "Say it in words, or write it in Latin letters.",
        "about": "Packs are printed in one typeface, so that they look the same everywhere. "
        "It has the letters of English, Welsh and most of Europe, and common signs. It has no emoji and no other scripts. "
        "Text that only pages show, such as that of services, may be in any letters.",
        "example": "name: Riverside 🧭 Surgery",
    },
    {
        "code": "reference-unknown",
        "title": "A reference to a record that does not exist",
        "message": "There is no {what} called ‘{id}’.{near}",
        "cure": "Correct the name, or add the {what} ‘{id}’ in {where}.",
        "about": "Records refer to each other by id. Each id must exist.",
    },
    {
        "code": "specification-missing",
        "title": "A role without a person specification",
        "message": "The role ‘{id}’ has no person specification.",
        "cure": "Add data/person-specifications/{id}.yaml.",
        "about": "A job pack holds a job description and a person specification.",
    },
    {
        "code": "role-missing",
        "title": "A person specification without a role",
        "message": "There is no role called ‘{id}’.{near}",
        "cure": "Give the person specification the id of its role.",
        "about": "Each person specification belongs to the role of the same id.",
    },
    {
        "code": "source-clause-unused",
        "title": "A clause of a source that is not accounted for",
        "message": "The clause ‘{clause}’ ({place}) is neither used nor retired.",
        "cure": "Name it in the `source` of a statement, criterion or clause, or under `retired` with the reason.",
        "about": "Nothing in a source document may be lost without notice. "
        "Each clause is used, or left out with a reason that readers can see.",
    },
    {
        "code": "source-clause-contradicted",
        "title": "A clause both used and retired",
        "message": "The clause ‘{ref}’ is retired here, but {user} uses it.",
        "cure": "Delete it from one of the two.",
        "about": "A clause is either used or left out.",
    },
    {
        "code": "pay-missing",
        "title": "A band without pay",
        "message": "There is no {year} pay for band {band}.",
        "cure": "Add band {band} to data/pay/{file}.yaml with its source.",
        "about": "Packs print the pay of the band for the year in the settings.",
    },
    {
        "code": "pay-upside-down",
        "title": "Pay that goes down",
        "message": "Band {band} starts at {entry} and ends at {top}.",
        "cure": "Check both figures against the source.",
        "about": "The top of a band is never lower than its start.",
    },
    {
        "code": "pay-run-out",
        "title": "Pay for a year that is over",
        "message": "The pay of {year} applied until {ends}. Packs still print it.",
        "cure": "Add the pay of the new year in data/pay/ from the page of NHS Employers, and set `pay_year` to it.",
        "about": "Agenda for Change pay changes each April. An advert with last year’s pay has to be put right later.",
        "severity": "warning",
    },
    {
        "code": "source-run-out",
        "title": "Law, a contract or a rate that has expired",
        "message": "‘{source}’ applied until {until}.",
        "cure": "Find what applies now and cite that, or give the new end date under `until` of the source.",
        "about": "Law is repealed, and contracts and rates are made for a year. What relies on them may no longer be true.",
        "severity": "warning",
    },
    {
        "code": "requirement-not-shown",
        "title": "A requirement that the words do not show",
        "message": "The statement says it meets ‘{requirement}’, but has none of its usual words.",
        "cure": "Read both again. Usual words are: {phrases}.",
        "about": "Matching words are a hint, not proof. Here nothing matches at all.",
        "severity": "information",
    },
    {
        "code": "desirable-first",
        "title": "A desirable criterion before an essential one",
        "message": "This essential criterion comes after a desirable one.",
        "cure": "Put the essential criteria of each category first.",
        "about": "Shortlisting looks at essential criteria first, so they are printed first.",
        "severity": "warning",
    },
    {
        "code": "review-overdue",
        "title": "A record past its review date",
        "message": "This should have been reviewed by {due}.",
        "cure": "Review it, correct what has changed, and set new dates.",
        "about": "A fact is only as good as its last check.",
        "severity": "warning",
    },
    {
        "code": "check-overdue",
        "title": "A fact that has not been checked for a long time",
        "message": "This was last checked on {checked}, more than {months} months ago.",
        "cure": "Look at its source again and set `checked_on` to the day you did.",
        "about": "Law, phone numbers and pay go out of date. After a year without a check they may be wrong.",
        "severity": "warning",
    },
    {
        "code": "placeholder-left",
        "title": "A placeholder that is still to be replaced",
        "message": "The placeholder ‘{text}’ is still to be replaced.",
        "cure": "Write the text, and delete the square brackets. To publish the rest first, keep this file outside the data folder.",
        "about": "A new file has placeholders in square brackets that say what to write. Nothing is published while one is left. "
        "`mkdocs serve` and `fingerpost pack` show an unfinished file.",
        "example": 'title: "[The job title]"',
    },
    {
        "code": "choice-left",
        "title": "A choice still to be made",
        "message": "‘{name}’ is a placeholder for a choice that is still to be made.",
        "cure": "Replace it with one or more ids from {file}. To publish the rest first, keep this file outside the data folder.",
        "about": "A new service has no need, audience or area by default, because they decide who is sent there.",
        "example": "needs: [choose-a-need]",
    },
    {
        "code": "stand-in-left",
        "title": "An example address that is still to be replaced",
        "message": "‘{text}’ is only an example.",
        "cure": "Replace it with the real one.",
        "about": "A new area starts with a web address and an email address that do not exist. Links and messages to them are lost. "
        "Addresses that end with .example, .test or .invalid, or in example.org, example.com or example.net, can never be real.",
        "severity": "warning",
    },
]
