"""Synonyms and abbreviations of job descriptions, and the words that nearly every one has."""

from __future__ import annotations

import re

LITTLE_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an and or the of to in on for with by at from as is are be you your they their it its this that these those will who which "
        "where when such any all other others than not no into within across including include includes if so can may able make sure "
        "has have had them he she his her him we our us do does each both between through out up about too also own post holder "
        "postholder role work works working job candidate ability capable ensure ensuring good excellent very well strong proven "
        "demonstrable demonstrates demonstrate literate literacy eg ie etc e g i using use uses used need needed needs required must "
        "should reasonable adjustments",
    )
)
"""Words that nearly every job description has. They are not compared."""

_SAME = {
    # Whom it is about
    "patient": (
        "patients, client, clients, customer, customers, service user, service users, people, person, persons, individual, individuals"
    ),
    "carer": "carers, relative, relatives, family, families",
    "team": "teams, colleague, colleagues, staff, peer, personnel",
    "teamwork": "a team, team player, team worker, team working, team work, team member",
    "practice": "practices, surgery, surgeries, gp, gps, general practitioner, general practitioners, practise, practises, practising",
    "network": "networks, pcn, pcns, primary care network, primary care networks",
    "multidisciplinary team": "mdt, mdts, multi disciplinary team",
    "community mental health team": "cmht, cmhts",
    "primary care mental health team": "pcmht, pcmhts",
    "primary care mental health worker": "pcmhw, pcmhws",
    "voluntary": "vcse, vcs, vcfse, third sector, voluntary sector, charity, charities",
    "organisation": "organisations, agency, agencies, bodies",
    # Qualifications
    "mentalhealthnursing": "mental health nurse, mental health nurses, mental health nursing, psychiatric nurse, psychiatric nursing",
    "mentalhealthnursing qualification": "rmn, rmns, rnmh, rmhn",
    "socialwork": "social work, social worker, social workers",
    "socialwork qualification": "dipsw, dipssw, cqsw, dip sw",
    "occupationaltherapy": "occupational therapy, occupational therapist, occupational therapists, ot, ots",
    "nursing": "nurse, nurses",
    "psychology": "psychologist, psychologists",
    "qualification": "qualifications, qualified, diploma, diplomas, degree, degrees, bsc, msc, ba, ma, hons, dip, honours, doctorate",
    "registered": "registration, registering, gscc, pin, professional body, professional bodies",
    "registered nursing midwifery council": "nmc, nursing and midwifery council",
    "registered health care professions council": "hcpc, health and care professions council",
    "registered social work england": "swe, social work england",
    "level 7": "master s, masters, master",
    "approved mental health professional": "amhp, amhps, asw",
    "mentorship": "mentor, mentors, mentoring, preceptor, preceptors",
    "practice education": "practice educator, practice educators, fieldwork educator, fieldwork educators",
    "continuing professional development": "cpd",
    "personal development plan": "pdp",
    # Travel and tools
    "travel": (
        "travels, travelling, driving licence, driver s licence, car, cars, drive, drives, driver, driving, licence, transport, mobile, "
        "get around, vehicle, commute"
    ),
    "computers": (
        "software, computer, computing, ict, information technology, microsoft office, ms office, microsoft word, outlook, excel, digital, "
        "computer literate, keyboard"
    ),
    # Clinical work
    "treatment": "treatments, intervention, interventions, therapy, therapies, treating, treat, treats",
    "talkingtherapies": "iapt, talking therapies, nhs talking therapies, talking therapy, psychological therapies service",
    "cognitive behavioural treatment": "cbt, cognitive behaviour therapy",
    "severe mental illness": "smi, serious mental illness, severe mental illnesses",
    "mental health act": "mha",
    "data protection act": "dpa",
    "brief": "short term, short, time limited",
    "problems": "problem, difficulty, difficulties, issue, issues, ill health, disorder, disorders, condition, conditions",
    "medicines": "medication, medications, medicine, drugs",
    "administering medicines": (
        "administration of medication, administration of medicines, medication administration, medicines administration, "
        "give medication, gives medication, giving medication, give medicines, gives medicines, giving medicines, administer medication"
    ),
    "one to one": "1 1",
    "triage": "triaging",
    "signpost": "signposting, signposts, direct, directs",
    "elicit": "draw out, drawing out, draws out, obtain, obtains, obtaining",
    # How well, and how
    "communication": "communicator, communicators",
    "spoken": "verbal, verbally, oral, orally, speech, speaking",
    "written": "writing",
    "equalopportunities": (
        "equal opportunities, equal opportunity, equality, equality and diversity, equality diversity and inclusion, edi, "
        "equality of opportunity, diversity"
    ),
    "administration": "admin",
    "patient centred": (
        "patient focused, patient focussed, patient centred, person centred, client centred, service user focused, service user focussed, "
        "service user centred, patients at the centre, people at the centre"
    ),
    "livedexperience": "lived experience, personal experience, expert by experience",
    "organised": "organisational, organise, organises, organising, organiser",
    "knowledge": "knows, know, understanding, understand, understands, understood, aware, awareness, familiar, familiarity",
    "commitment": "committed, motivated, dedicated, commit",
    "continuing": "ongoing, continued, lifelong",
    "flexible": "flexibly, flexibility",
    "demanding": "challenge, challenges, challenging",
    "liaison": "liaise, liaises, liaising",
    "manage": "cope, copes, coping, handle, handles, handling, deal, dealing, deals",
    "autonomous": "autonomously, autonomy",
    "limits": "limitations, limitation",
    # What is done
    "support": "help, helps, helping, assist, assists, assisting, assistance, enable, enables, enabling, facilitate, facilitates",
    "provide": (
        "offer, offers, offering, deliver, delivers, delivering, give, gives, giving, undertake, carry out, conduct, perform, providing"
    ),
    "participate": "take part, takes part, taking part, part in, contribute, contributes, contributing, join in, involved in",
    "training": "teach, teaches, teaching, trained, train, taught",
    "keep": "maintain, maintains, maintaining, keeps, keeping, kept",
    "guidelines": "guidance, guideline",
    "evaluation": "evaluate, evaluates, audit, audits, auditing, evaluating",
    "annual": "yearly, every year, each year",
    "prompt": "quick, quickly, promptly, speedy",
    "caring": "look after, looking after, looked after, looks after",
    "supervision": "supervise, supervises, supervising, supervisor, supervisors, supervised",
}

SAME: dict[str, str] = {said: meant for meant, words in _SAME.items() for said in words.split(", ")}
"""What a word or several in a row mean, in the words that sentences are compared by."""

CAPITALS = {"IT": "computers"}
"""Words in capitals that mean something else in small letters."""
