"""Rules on the knowledge base: do sums add up, do dates follow, does every question lead to an answer?"""

from __future__ import annotations

EXPLAINING: list[dict[str, str]] = [
    {
        "code": "sum-wrong",
        "title": "A total that its parts do not make",
        "message": "‘{what}’ is {stated}, but its parts come to {found}.",
        "cure": "Compare the figures with the source. If the source is wrong, say so under `disagreements` and name that in `told`.",
        "about": "A figure that does not follow from the others is our typing error, or a fault of the source that readers must be told.",
    },
    {
        "code": "count-untold",
        "title": "Two numbers for one post, and no word why",
        "message": "‘{what}’ has {one} full-time posts in one place and {other} in another.",
        "cure": "Say so under `disagreements`, and name that in `told`.",
        "about": "Where a document disagrees with itself, the page says so.",
    },
    {
        "code": "population-differs",
        "title": "A population that its practices do not make",
        "message": "The model is for {stated} people, but the practices of {network} have {found}.",
        "cure": "Compare both files with the source.",
        "about": "The people whom a service is for are those registered with its practices.",
    },
    {
        "code": "caseload-impossible",
        "title": "More people in a week than its days hold",
        "message": "{week} people a week are more than {day} a day on {days} days.",
        "cure": "Compare the three figures with the source.",
        "about": "A worker sees people on the days that are not for study.",
    },
    {
        "code": "event-out-of-order",
        "title": "An event in the wrong place",
        "message": "{when} comes after {before} here.",
        "cure": "Put the events in order, the oldest first, or correct the date.",
        "about": "A timeline is read from the top down.",
    },
    {
        "code": "day-impossible",
        "title": "A day that does not exist",
        "message": "There is no day {when}.",
        "cure": "Compare it with the source. If only the month is known, write the month.",
        "about": "Every date is held against the calendar.",
    },
    {
        "code": "event-to-come",
        "title": "An event that has not happened yet",
        "message": "{when} is still to come.",
        "cure": "Take it out until it has happened, or give the day on which it was announced.",
        "about": "A timeline tells what happened. What is planned is told on the day of the plan.",
        "severity": "warning",
    },
]
