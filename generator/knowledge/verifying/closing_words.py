"""The words round what closes: when it is closed, what else it may be, and what says by itself that it is over."""

from __future__ import annotations

import re

OUTRIGHT = re.compile(
    r"\b(?:closed|shut) (?:its|our|their) doors\b(?! (?:for|at|until|over) (?:the (?:day|summer|weekend|holidays)|\d"
    r"|christmas))|\bmerged (?:with|into) [^.\n]{1,60} and (?:no longer|has (?:closed|ended))"
    r"|\bno longer exists as a separate\b|\bceased (?:operating|operations|trading|to (?:operate|exist|trade|run))"
    r"|\b(?:been )?wound up\b|^(?:sadly,? )?(?:now )?permanently closed\b|\b(?:entered|gone|went|is now|are now"
    r"|placed) (?:in(?:to)? )?(?:administration|liquidation)\b|\ball (?:of )?(?:our |its )?services (?:have"
    r"|were) (?:now )?(?:stopped|ceased|closed|ended)\b|\b(?:mae|mae[’']r) [^.\n]{1,60} (?:wedi cau|wedi dod i ben)\b",
    re.IGNORECASE,
)
"""What says by itself that it is over."""

PHONES_DOWN = re.compile(
    r"\b(?:phones?|telephones?|phone lines?|lines?|phone system|number) (?:is|are) (?:currently |temporarily |all "
    r"|still )*(?:down|out of (?:order|action|use)|not (?:working|in use|being answered|staffed|monitored)|unavailable"
    r"|faulty|off)\b|\b(?:problems?|trouble|faults?|issues?|difficult\w+) with (?:our|the) (?:\w+ ){0,2}(?:tele)?(?:phones?"
    r"|lines?|number)\b|\b(?:phones?|telephones?|(?:tele)?phone (?:lines?|system)|lines?|number)\b[^.;]{0,30}\b(?:unmanned"
    r"|unstaffed|(?:experiencing|having) (?:\w+ )?(?:problems?|trouble|faults?|issues?|difficult\w+))",
    re.IGNORECASE,
)
"""The service may be there, and cannot be called."""

OUT_OF_HOURS = re.compile(
    r"\b(?:on other days|outside|out of hours|overnight|at weekends?|at night|in the evenings?|on (?:mon|tues|wednes|thurs"
    r"|fri|satur|sun)day|bank holidays?|when|at other times|between)\b",
    re.IGNORECASE,
)
AT_TIMES = re.compile(
    r"(?:[,:;–—-]? (?:(?:both|only|every|each|also|all|as usual|again|early|late|now)\b,? ?)*)(?:until (?!further|we\b"
    r"|there\b|it\b|an?\b|another|funding|new\b|the (?:roof|hall|building))|till\b|over\b|between\b|during\b|while\b"
    r"|whilst\b|outside\b|throughout\b|(?:in|at|over|during) (?:the )?half[- ]?term|this (?:week|month|morning|afternoon"
    r"|evening|summer)|today\b|tonight\b|tomorrow\b|day(?: long)?\b|week\b|by \d|at (?!present|the moment|the end|risk)"
    r"|every\b|for (?!good|ever|now|the (?:last|final|foreseeable|time being|moment))|on (?:a )?(?:(?:mon|tues|wednes|thurs"
    r"|fri|satur|sun)days?|weekends?|bank|public)|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|bank|public)"
    r"|on (?:christmas|boxing|new year|good friday|easter)|from \d\d? [a-z]+ (?:\d{4} )?(?:to|until|-|–)|from (?:(?:mon"
    r"|tues|wednes|thurs|fri|satur|sun)days?|weekends?|bank|public)|in (?:the )?(?!(?:\w+ )?\d{4})(?:(?:january|february"
    r"|march|april|may|june|july|august|september|october|november|december)|school|summer|winter|spring|autumn|evening"
    r"|morning|afternoon|holidays|bad weather|extreme)|(?:due to|because of|owing to|thanks to)(?: the| a"
    r"| an)? (?:\w+ ){0,2}(?:snow|ice|icy|weather|flood\w*|storm\w*|heat\w*|wind\w*|power|fire|leak\w*|burst|sickness"
    r"|illness|training|staff|repair\w*|refurbish\w*|maintenance|works?|building|election|polling|strike|industrial"
    r"|holidays?|christmas|easter|heating|boiler)|to (?:new|self|all|further|walk|visitors|the public|referrals|members"
    r"|clients|new)|snow\b|polling)",
    re.IGNORECASE,
)
"""Words after `closed` with which it is only closed at times, or only to some."""

IN_A_MONTH = re.compile(r" in (?:january|february|march|april|may|june|july|august|september|october|november|december)\b", re.IGNORECASE)
IS = re.compile(r"\b(?:is|are|be)\b|[’'](?:s|re)\b", re.IGNORECASE)
"""The club closed in March, and is closed in August: one is over, the other is not."""

THINGS_OF_IT = re.compile(
    r" (?:(?:its|our|their|the|a|an|some|your|his|her|applications|registrations?|bookings?|recruitment|using|sending"
    r"|accepting|selling)\b)|[’']s? |(?: |-)(?:question|group on|facebook|caption|door|circuit|loop|list)",
    re.IGNORECASE,
)
"""What follows where something else is closed: `has closed its shop`, `has stopped accepting cash`."""

ABOUT_OTHERS = re.compile(
    r"\b(?:waiting lists?|books|referrals?|applications?|enrolment|registration|bookings?|nominations?|entries|survey"
    r"|consultation|vacanc\w+|jobs?|car park|roads?|schools?|shops?|stores?|forms?|leaflets?|the old [\w ]+|former [\w ]+"
    r"|grants?|competition|course|poll|part(?:y|ies)|trips?|outings?|events?|fairs?|fetes?|quiz|concert|AGM|rules?|orders?"
    r"|post ?office|museum|station|bridge|gates?|page|website|(?:waiting|meeting) rooms?|path|pool|track|reception"
    r"|branch(?:es)?|buildings?|lifts?|toilets?|library|bank|facebook|account|tickets?|window|round|funding|appeal"
    r"|petition)\b[^.;,]{0,40}$|\b(?:which|who) ?$",
    re.IGNORECASE,
)
"""What stands before an end that is not that of the service."""

CONDITIONS = re.compile(
    r"\b(?:when(?:ever)?|if|while|once|unless|in case|where|before|after|until|hours|outside|how long|whether"
    r"|why)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)
"""Before the service, with which nothing is said of today: `when the centre is closed`."""

PERSONAL = re.compile(
    r"\b(?:you|your|someone|somebody|anyone|anybody|people|person|life|lives|relationship\w*|marriage|tenanc\w+|patients?"
    r"|care|treatment|men|women|child\w*|world|calls?|stories|eyes|mouth|case|file|contract|job|claim)\b[^.;:,]{0,25}$",
    re.IGNORECASE,
)
"""What ends in people’s lives, of which such pages speak too."""

STILL_TO_COME = re.compile(r"(?<!not )(?<!longer )\b(?:being|will|to be|due to|going to)\b", re.IGNORECASE)
PLANNED = re.compile(
    r"\b(?:will|may|might|could|would|propos|plan|consult|due to (?:close|end|cease|stop)|going to|is closing|are closing)",
    re.IGNORECASE,
)
NOT_NOW = re.compile(
    r"(?=.*\b(?:at (?:the|this) moment|at present|at this time|currently|just now|right now|for now|for the moment"
    r"|temporarily|presently|this term|this year)\b)(?=.*\b(?:not|n[’']t|unable|cannot|no|without|lack|few|short of"
    r"|short[- ]staffed|paus\w+|rest|hold|problems?|limited|reduced)\b)(?=.*\b(?:we|our|this|line|service|group|sessions?"
    r"|phones?)\b)",
    re.IGNORECASE,
)
"""Something is not so at present."""

NOT_NOW_OF_OTHERS = re.compile(
    r"\b(?:waiting|wait|list|places?|spaces?|vacanc\w+|referrals?|applications?|new|volunteers? (?:needed|roles?)"
    r"|recruit\w+|hiring|charge|cost|fee|parking|lift|evening|weekends?|home visits?|face[- ]to[- ]face|plans?|shop|if you"
    r"|you are|people|not sure|website)\b",
    re.IGNORECASE,
)
NO_END = re.compile(
    r"\buntil further notice|\bindefinitely|\bforeseeable future|\bfor the time being|\bat risk of\b|\bfor now\b"
    r"|\bno (?:date|plans) |\bwhile we (?:look|search|recruit|find|wait|try|decide)\b|\buntil we\b|\bunless we\b"
    r"|\bstaff(?:ing)? shortages?|\bwind (?:the|our|this|it) [^.,;]{1,30} (?:up|down)\b",
    re.IGNORECASE,
)
"""It is closed, and no one knows how long."""

NOW_ONLY = re.compile(
    r"\b(?:are|is|[’']re) (?:now |currently |temporarily |sadly )*(?:temporarily|currently) closed|\btemporar|\bcurrently\b"
    r"|\bat (?:present|the moment)\b|\bwe are (?:now )?closed\b|\bwe (?:have )?(?:stopped|finished|ended|shut)\b|\bit (?:is"
    r"|was|has)\b",
    re.IGNORECASE,
)
"""With these words it may be closed only now, or something else may be meant."""

FOR_GOOD = re.compile(r"\bpermanent|\bfor good\b|\bfor ever\b|\bforever\b|\bfor the last time\b|\bended\b|\bno longer\b", re.IGNORECASE)
FORMER = re.compile(r"^\W*(?:this|the|our|these) (?:old|former|previous)\b", re.IGNORECASE)
OVER = re.compile(r"\b(?:[A-Z][\w’'-]+ has (?:(?:now|sadly) )*closed(?=[.!])|(?:on|in|since|at the end of|from|of) [\w ]{0,20}\d{4}\b)")
LONG_AGO = re.compile(r"\b(?:19\d\d|200\d|201\d|202[0-3])\b")
"""What was planned in such a year is no news."""

OPEN_AGAIN = re.compile(
    r"(?<!hope to )(?<!aim to )(?<!plan to )(?<!may )(?<!might )(?<!like to )(?<!hoping to )(?<!able to )(?:\bre-?open"
    r"|\bwe[’']?(?:re| are) back\b|\bopens? again\b|\bresum(?:e|es|ed|ing)\b|\bre-?start(?:s|ed|ing)?\b|\bback (?:on"
    r"|in) (?:mon|tue|wed|thu|fri|sat|sun|\d|january|september)|\b(?:return|start|open|run)(?:s|ing)? again on\b"
    r"|\bstill open\b|\bopen as usual\b|\breplaced by one new\b)",
    re.IGNORECASE,
)
ALONE = re.compile(
    r"\W*(?:sorry[,.]? |sadly[,.]? |now |we are |we[’']re |currently |temporarily |permanently |this (?:group"
    r"|service) is )*(?:closed|ended|suspended|paused|discontinued|on hold|no longer (?:running|available|meeting)"
    r"|cancelled|not running)(?: for good| permanently| until further notice| at present| at the moment"
    r"| for the time being)?\W*|\W*(?:paused|suspended|on hold|not running) until [\w ]{2,25}\W*",
    re.IGNORECASE,
)
"""A line that says no more than this."""

DAY_BEFORE = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun|bank|public|holidays?|christmas|boxing|new year|easter|weekends?|august|hours)(?:day"
    r"|s|sday|nesday|rsday|urday)?\b",
    re.IGNORECASE,
)
"""What stands in the cell before it where it is one of the opening hours."""

WORRYING = re.compile(
    r"clos|shut|cau\b|ceas|fold|w[io]+u?nd|di(?:ssol|sband|scontin)|decommission|withdr|terminat|retired|end(?:s|ed|ing)?\b|finish|stop"
    r"|suspend|paus|cancel|postpon|hold\b|no longer|\bnot?\b|n[’']t\b|cannot|unable|break|rest\b|leave|hiatus|sabbatical|final"
    r"|last|farewell"
    r"|goodbye|fund|grant|money|lease|contract|provider|by\b|to\b|unless|if\b|threat|risk|axed|scrap|absor|subsum|gone|called it"
    r"|more\b|down\b"
    r"|out of|faulty|off\b|unmanned|unstaffed|problem|trouble|issue|difficult|fault|answer|voice|sold|unsafe|condemned|lost"
    r"|flooded|demolished"
    r"|administration|liquidation|merged|further notice|futur|tempor|unavailable|for now|while we|consider|think|chang|new\b|exist",
    re.IGNORECASE,
)
"""A sentence without any of these says nothing of an end."""
