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
    {
        "code": "navigator-dead-end",
        "title": "Answers that lead nowhere",
        "message": "No rule fits these answers: {answers}. Combinations without a rule: {count}.",
        "cure": "Add a rule for them, or let an earlier rule fit more answers.",
        "about": "Whoever asks whom a person should see always gets an answer. The check walks through every combination.",
    },
    {
        "code": "navigator-too-large",
        "title": "More answers than anybody can check",
        "message": "The questions can be answered in {count} ways. The most is {limit}.",
        "cure": "Ask fewer questions, or offer fewer answers.",
        "about": "The check walks through every combination, and a second reader has to be able to follow the rules.",
    },
    {
        "code": "navigator-idle",
        "title": "A rule or result that is never used",
        "message": "No answers ever lead to the {what} ‘{id}’.",
        "cure": "Take it out, or move its rule before the one that always comes first.",
        "about": "The first rule that fits counts. A rule behind a wider one is never reached, and nobody would notice.",
    },
    {
        "code": "navigator-danger",
        "title": "Danger that does not come first",
        "message": "Some ways on from ‘{answer}’ do not begin with the crisis card.",
        "cure": "Ask this question first, put its rule first, and give the result the card.",
        "about": "Danger to life comes before every other question.",
    },
    {
        "code": "navigator-no-service",
        "title": "A result without a service for an age",
        "message": "‘{result}’ has no listed service for people aged {least} to {most}.",
        "cure": "Add a service that is listed and takes people of this age.",
        "about": "Every result says where to turn meanwhile. Services that are closed or overdue are not shown.",
    },
]
