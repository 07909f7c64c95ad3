"""The words of a heading that tell which part of the document begins below it. As real documents have them, in any capitals."""

from __future__ import annotations

import re
from typing import Literal

from generator.knowledge.job_documents.patterns import any_of

Zone = Literal["before", "job", "specification", "purpose", "duties", "general", "about", "clause"]

ZONE_HEADINGS: dict[Zone, re.Pattern[str]] = {
    "job": any_of(
        r".*\bjob description(?: (?:and|&) person spec\w*)?", r"role (?:description|profile)(?:: .*)?", r"main conditions of the post"
    ),
    "specification": any_of(
        r".*\bperson(?:nel)? spec\w*(?: format)?",
        r"candidate (?:profile|specification)",
        r"(?:selection|shortlisting) criteria",
        r"what we(?:’re|'re| are) looking for",
        r"who we(?:’re|'re| are) looking for",
        r"about you",
        r"(?:person|personal|candidate|applicant) (?:profile|requirements|criteria|attributes)",
        r"(?:what|who) (?:you|we)(?:’ll|'ll| will)? (?:bring|need|want)(?: .*)?",
        r"you (?:must|will need to|should|will) have",
        r"it would help if you have",
        r"ideally,? you(?:’ll|'ll| will) have",
        r"you(?:’ll|'ll| will) need",
        r"(?:nice|good) to have",
        r"(?:your|the) skills and experience",
        r"employee specification",
    ),
    "purpose": any_of(
        r"(?:the )?(?:main |overall |job |role |principal )*(?:purpose|summary|overview|aim|focus|outline|objective)s?"
        r"(?: of (?:the|this) (?:job|role|post|position))?",
        r"(?:job|role|post) (?:summary|purpose|outline|overview)",
        r"about the (?:job|role|post)",
        r"why this (?:job|role|post) exists",
        r"(?:.* and )?(?:main )?purpose(?: of .*| and .*)?",
        r"(?:your|the|this) (?:role|job)",
        r"introduction to the (?:role|post)",
    ),
    "general": any_of(
        r"general(?: (?:terms|conditions|information|statements?|clauses?|responsibilities|duties))?(?: .*)?",
        r"(?:terms|conditions)(?: and conditions)?(?: of .*)?",
        r"(?:mandatory|additional|other|further|supplementary|corporate) (?:information|statements?|clauses?|policies|requirements)",
        r"standards",
        r"(?:trust|organisational|corporate) (?:policies|requirements|responsibilities)",
    ),
    "duties": any_of(
        r".*\b(?:duties|responsibilit(?:y|ies)|accountabilities|tasks|key result areas)(?: (?:and|of|&) .*)?",
        r"what you(?:’ll|'ll| will) (?:do|be doing)",
        r"day to day you will",
        r"how you(?:’ll|'ll| will) (?:spend your time|work)",
        r"(?:in this (?:role|job|post),? )?(?:the (?:successful )?(?:candidate|applicant|post ?holder)|you)(?: will|’ll|'ll)",
        r"scope of (?:the )?(?:role|post)",
        r"duties:?",
    ),
    "about": any_of(
        r"about (?:us|the (?:network|trust|practice|organisation|pcn|area|team))",
        r"how to apply",
        r"(?:employee )?benefits",
        r"what we offer",
        r"what you(?:’ll|'ll| will)? get(?: .*)?",
        r"context",
        r"background",
        r"dimensions",
        r"(?:key )?(?:working )?(?:relationships|contacts)",
        r"(?:efforts?|working conditions)(?: and environment)?.*",
        r"organi[sz]ation(?:al)? (?:chart|structure)",
        r"structure(?: chart)?",
        r"contents",
        r"(?:closing|interview) dates?",
        r"application process",
        r"signatures?",
        r"agreement",
        r"introduction",
    ),
}
"""What is under a heading. The first that fits the whole heading is taken."""

WHY_LEFT: dict[Zone, str] = {
    "before": "It stands before the job description.",
    "job": "It introduces the job description.",
    "about": "It is about the employer, the document or how to apply: that belongs in a network’s file.",
    "general": "It is a general condition that no shared clause resembles.",
    "clause": "It is a general condition that no shared clause resembles.",
    "specification": "It is no criterion: it is in no list or table of them.",
}
"""Why a passage is left, by the part of the document that it stands in."""

REASONS = {
    "no_field": "It is a fact that a role has no field for, or is said already.",
    "no_value": "Its label has no value, or no field here.",
    "no_fact": "It is a label, or a fact that a role has no field for.",
    "sign": "It is a place to sign or to fill in.",
    "short": "It is too short to be a statement.",
    "legend": "It says what letters of the table mean.",
    "no_criterion": "It says the level, the number or the way of assessment of a criterion.",
    "continued": "It goes on with the criterion above it.",
    "duty_table": "It is a heading or a number in a table of duties.",
}
"""Why a passage is left, by what it is."""


def zone_of(heading: str) -> Zone | None:
    """What stands under a heading, if its words say so."""
    return next((zone for zone, pattern in ZONE_HEADINGS.items() if pattern.fullmatch(heading)), None)
