"""The words that pages use of services that end, pause, or are only closed at times."""

from __future__ import annotations

import re

_KIND = (
    r"(?:services?|charity|help ?lines?|(?:phone|telephone|advice|text|support|crisis|listening) ?lines?|lines?|groups?|centres?|clinics?"
    r"|projects?|organisation|trust|caf[eé]s?|clubs?|schemes?|programmes?|teams?|units?|desks?|hubs?|choirs?|sheds?|drop[- ]ins?|sessions?"
    r"|food ?banks?|networks?|forums?|societ(?:y|ies)|association|partnership|foundation|fellowship|befriending|counselling|mentoring"
    r"|support|outreach|advocacy|workshops?|class(?:es)?|meetings?|circles?|house|hostel|refuge|hospice|pantry|kitchen|cr[eè]ches?|nursery|playgroup|pilot|surgery|larder|walks?)"
)
_NOT_ITS_OWN = r"(?<!\bfor )(?<!\bof )(?<!\bto )(?<!\bat )(?<!\bin )(?<!\bwith )(?<!\bfrom )(?<!\bby )(?<!\bon )(?<!\bjoin )(?<!\bhow )"
"""After such a word stands only what something else belongs to: `applications to our group have closed`."""

SERVICE = rf"\b{_NOT_ITS_OWN}(?:(?:this|the|our|these|all(?: of)?(?: our)?) (?:[\w’'&-]+ ){{0,4}}?{_KIND}|we)\b"
"""What a page calls the service that it is about."""

PLACE = r"(?:,? (?:in|at|of|for|on|called|here|which|that|known as)\b[^.,;]{0,50}?,?|,[^,.;]{0,50},|[’']s)? ?"
_LATELY = (
    r"(?:(?:now|sadly|recently|officially|since|therefore|also|finally|all|regrettably|unfortunately|permanently|formally|as of \w+)[ ,]+)*"
)
_OVER = (
    r"(?:closed|shut(?: down)?|ended|ceased|folded|decommissioned|discontinued|dissolved|disbanded|wound up|wound down|withdrawn|stood down"
    r"|finished|stopped|switched off|disconnected|terminated|retired|scrapped|axed)"
)
_DOING = (
    r"(?:running|operat(?:ing|ional)|available|open|commissioned|funded|in (?:service|operation|use|existence|place)|offered|provided|exists?"
    r"|active|meets?|meeting|deliver(?:s|ed|ing)|offers?|provides?|operates?|runs?|taking (?:calls|place|referrals|new \w+)|takes (?:calls|place))"
)
_WAS = r"(?:(?:has|have|had|[’']ve|[’']s|is|are|[’']re|was|were)[ ,]+)"
A_KIND = rf"(?:a|an|any) (?:[\w’'&-]+ ){{0,3}}?{_KIND}\b"
NO_LONGER_RUN = (
    r"\b(?:no longer|(?:has|have) (?:now )?stopped|do(?:es)? not|don[’']t)(?: currently| now)? (?:run|provid|offer|deliver|host|hold|operat|hav|manag|support)(?:e?s|ing|e)? "
)
"""`We no longer run a café`: what is said of a service by its provider."""

AND_ENDED = rf" [^.;]{{1,80}}?,? and (?:it |then )?(?:{_WAS}{_LATELY}(?:been )?{_OVER}|closed|ended|shut)\b"
CLOSED_IT = r"\b(?:trustees|board|committee|council|trust|charity|government|department)(?: have| has)?(?: now| sadly)? (?:closed|ended|wound up|discontinued|withdrew|shut) "
ENDED = (
    rf"(?:{_WAS}?{_LATELY}(?:been )?{_LATELY}{_OVER}\b|{_WAS}?{_LATELY}no longer (?:being )?{_DOING}\b"
    rf"|(?:{_WAS}?{_LATELY}(?:come|came) to (?:an end|a close)|drew to (?:an end|a close))"
    rf"|(?:(?:is|are) )?not being (?:repeated|continued|renewed|run|offered)\b|(?:will|can|does|do) no longer (?:be )?{_DOING}\b|ha(?:s|ve) {_LATELY}(?:shut|closed) (?:up shop|down)|is no more\b)"
)
"""What is said of a service that is over."""

OUTRIGHT = re.compile(
    r"\b(?:closed|shut) (?:its|our|their) doors\b(?! (?:for|at|until|over) (?:the (?:day|summer|weekend|holidays)|\d|christmas))"
    r"|\bmerged (?:with|into) [^.\n]{1,60} and (?:no longer|has (?:closed|ended))|\bno longer exists as a separate\b"
    r"|\bceased (?:operating|operations|trading|to (?:operate|exist|trade|run))|\b(?:been )?wound up\b|^(?:sadly,? )?(?:now )?permanently closed\b"
    r"|\b(?:entered|gone|went|is now|are now|placed) (?:in(?:to)? )?(?:administration|liquidation)\b|\ball (?:of )?(?:our |its )?services (?:have|were) (?:now )?(?:stopped|ceased|closed|ended)\b"
    r"|\b(?:mae|mae[’']r) [^.\n]{1,60} (?:wedi cau|wedi dod i ben)\b",
    re.IGNORECASE,
)
"""What says by itself that it is over."""

ENDING = (
    r"(?:(?:will|is due to|are due to|is set to|is going to|are going to|may|might|could|must|has to|have to|is likely to)"
    r"(?: \w+ly| then| also| now)?(?: have to| be)? (?:close|closed|closing|end|ending|ended|cease|stop|shut|finish|fold|wind up|discontinued|withdrawn|decommissioned)\b"
    r"|(?:is|are) (?:\w+ly |now )?(?:closing|ending|winding (?:up|down)|shutting|finishing|facing closure|under threat|at risk)\b"
    r"|(?:closes|finishes|ends|stops)(?= (?:in|on|at the end|after|this|next|its|for good|when)\b|[.,;]|$))"
)
"""What is said of a service that may end."""

PAUSED = (
    rf"{_WAS}{_LATELY}(?:currently |temporarily |at present |still |only )*(?:been )?(?:temporarily )?"
    r"(?:suspended|paused|on hold|unavailable|cancelled|postponed|closed|shut"
    r"|not (?:currently |at present |presently |yet )?(?:running|operating|available|open|meeting|taking (?:calls|place)|able to (?:offer|run|answer|take calls|open))"
    r"|unable to (?:offer|run|answer|take calls|open)|taking a (?:short |little )?break|on (?:a )?(?:pause|break|hiatus))\b"
)
OBJECT = (
    r"(?:\bclosure of|\b(?:decision|proposals?|plans?|proposing|consulting|consultation|forced|have|having|voted|agreed)(?: \w+){0,2} (?:to|on)"
    r" (?:close|closing|end|ending|wind up|dissolve|withdraw|stop|suspend|pause|decommission)|\bwe (?:have )?(?:now |sadly )*(?:closed|ended|suspended|paused)"
    r"|\b(?:last|final) (?:ever )?(?:meeting|session|day) of|\bfarewell (?:from|to)|\bno|\bgoodbye from) "
)
"""What a service is the object of, when it may end."""

CAPITALISED = rf"(?:the |our |this )?(?:[A-Z][\w’'-]* ){{1,4}}{_KIND.replace('(?:services', '(?i:services', 1)}"

NONE_LEFT = rf"\bthere (?:is|are|will be) (?:currently |now |sadly |at present |presently )*no (?:(?!charge|need|limit|wait)[\w’'-]+ ){{0,3}}?{_KIND}\b"
ANY_END = (
    r"\b(?:(?:has|have|had|is|are|was|were|been|be|being|now|[’']s|[’']re|sadly|to|will|may|must|might|could|would)"
    r" (?:now |sadly |all |then |currently |temporarily |permanently |recently |sadly |been |being |be )*"
    r"(?:closed|closing|shut|shutting|ceased|ceasing|withdrawn|discontinued|decommissioned|suspended|paused|folded|disbanded|wound up|winding up|winding down|on hold|cancelled)"
    r"|(?:will|may|must|might|could|have to|has to|had to|going to|due to|decided to|decision to|forced to) (?:sadly |now |permanently )*(?:close|shut|cease|fold|wind up|suspend|pause|withdraw|discontinue|finish|end)"
    r"|(?:unable|not able|can(?:no|[’'])t|could not|couldn[’']t|won[’']t|will not|not) (?:to )?(?:be able to )?(?:continue|carry on|keep going)"
    r"|(?:have|had|has) (?:had )?to (?:be )?(?:pause|suspend|stop|close|shut|cancel|scale|limit)\w*|(?:paused|suspended|cancelled|on hold) (?:while|until we|because)|(?:having|taking|need) a (?:rest|pause)"
    r"|wind(?:ing)? (?:the|our|this|it) [^.,;]{1,30} (?:up|down)|changing hands|(?:chang\w+|new) (?:of )?(?:provider|contractor)|while we (?:look|search|recruit|find|move|wait)"
    r"|(?:hope|hoping|plan|aim|would like|may|might|unable|not able) to (?:re-?open|re-?start|resume|return|start (?:up )?again|be back|come back)|may (?:re-?start|re-?open|resume|start (?:up )?again|return)"
    r"|(?:will be|is being|are being|being) (?:run|provided|delivered|taken over|managed|transferred|handed)(?: over)? (?:by|to)|will (?:transfer|move|pass|go|be moved) to (?:another|a new|a different)"
    r"|(?:funding|grant|money|lease) (?:\w+ ){0,4}(?:ended|ends|ending|run out|runs out|ran out|finished|finishes|stopped|been cut|was cut|been lost|come to an end|comes to an end)"
    r"|(?:lost|lack of|without|not found|n[’']t found|not secured|n[’']t secured|end of|loss of|withdrawal of) (?:\w+ ){0,2}funding"
    r"|(?:last|final)(?: ever)? (?:session|meeting|day|class|gathering|date) (?:is|was|will|on|of)(?! term)"
    r"|taking a (?:short |little |well[- ]earned )?break|(?:on|having) a (?:break|hiatus|sabbatical)|until further notice|for the foreseeable future|technical (?:difficulties|problems|issues)"
    r"|(?:closed|shut) (?:permanently|indefinitely|temporarily|for good)|temporarily (?:closed|unavailable|suspended))\b"
)
"""Anything that may be an end, whatever it is said of."""

PHONES_DOWN = re.compile(
    r"\b(?:phones?|telephones?|phone lines?|lines?|phone system|number) (?:is|are) (?:currently |temporarily |all |still )*"
    r"(?:down|out of (?:order|action|use)|not (?:working|in use|being answered|staffed|monitored)|unavailable|faulty|off)\b"
    r"|\b(?:problems?|trouble|faults?|issues?|difficult\w+) with (?:our|the) (?:\w+ ){0,2}(?:tele)?(?:phones?|lines?|number)\b"
    r"|\b(?:phones?|telephones?|(?:tele)?phone (?:lines?|system)|lines?|number)\b[^.;]{0,30}\b(?:unmanned|unstaffed|(?:experiencing|having) (?:\w+ )?(?:problems?|trouble|faults?|issues?|difficult\w+))",
    re.IGNORECASE,
)

_DAYS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|bank|public)"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
AT_TIMES = re.compile(
    r"(?:[,:;–—-]? (?:(?:both|only|every|each|also|all|as usual|again|early|late|now)\b,? ?)*)(?:"
    r"until (?!further|we\b|there\b|it\b|an?\b|another|funding|new\b|the (?:roof|hall|building))|till\b|over\b|between\b|during\b|while\b|whilst\b|outside\b|throughout\b|this (?:week|month|morning|afternoon|evening|summer)"
    r"|today\b|tonight\b|tomorrow\b|day(?: long)?\b|week\b|by \d|at (?!present|the moment|the end|risk)|every\b|for (?!good|ever|the (?:last|final|foreseeable|time being))"
    rf"|on (?:a )?{_DAYS}|{_DAYS}|on (?:christmas|boxing|new year|good friday|easter)|from \d\d? [a-z]+ (?:\d{{4}} )?(?:to|until|-|–)|from {_DAYS}"
    rf"|in (?:the )?(?!(?:\w+ )?\d{{4}})(?:{_MONTH}|school|summer|winter|spring|autumn|evening|morning|afternoon|holidays|bad weather|extreme)"
    r"|(?:due to|because of|owing to|thanks to)(?: the| a| an)? (?:\w+ ){0,2}(?:snow|ice|icy|weather|flood\w*|storm\w*|heat\w*|wind\w*|power|fire|leak\w*|burst"
    r"|sickness|illness|training|staff|repair\w*|refurbish\w*|maintenance|works?|building|election|polling|strike|industrial|holidays?|christmas|easter|heating|boiler)"
    r"|to (?:new|self|all|further|walk|visitors|the public|referrals|members|clients|new)|snow\b|polling)",
    re.IGNORECASE,
)
"""Words after `closed` with which it is only closed at times, or only to some."""

IN_A_MONTH = re.compile(rf" in {_MONTH}\b", re.IGNORECASE)
IS = re.compile(r"\b(?:is|are|be)\b|[’'](?:s|re)\b", re.IGNORECASE)
"""The club closed in March, and is closed in August: one is over, the other is not."""

THINGS_OF_IT = re.compile(
    r" (?:(?:its|our|their|the|a|an|some|your|his|her|applications|registrations?|bookings?|recruitment|using|sending|accepting|selling)\b)"
    r"|[’']s? |(?: |-)(?:question|group on|facebook|caption|door|circuit|loop|list)", re.IGNORECASE,
)
"""What follows where something else is closed: `has closed its shop`, `has stopped accepting cash`."""

ITS_OWN = re.compile(rf" (?:the|our|this|all) (?:[\w’'&-]+ ){{0,3}}?{_KIND}\b(?![’'])", re.IGNORECASE)
"""But it is the service, where that follows."""

ABOUT_OTHERS = re.compile(
    r"\b(?:waiting lists?|books|referrals?|applications?|enrolment|registration|bookings?|nominations?|entries|survey|consultation|vacanc\w+|jobs?|car park"
    r"|roads?|schools?|shops?|stores?|forms?|leaflets?|the old [\w ]+|former [\w ]+|grants?|competition|course|poll|part(?:y|ies)|trips?|outings?|events?|fairs?|fetes?|quiz|concert|AGM|rules?|orders?|post ?office|museum|station|bridge|gates?|page|website|branch(?:es)?|buildings?|lifts?|toilets?|library|bank|facebook|account|tickets?|window|round|funding|appeal|petition)\b"
    r"[^.;,]{0,40}$|\b(?:which|who) ?$", re.IGNORECASE,
)
CONDITIONS = re.compile(
    r"\b(?:when(?:ever)?|if|while|once|unless|in case|where|before|after|until|hours|outside|how long|whether|why)\b[^.;,]{0,25}$", re.IGNORECASE
)
"""Before the service, with which nothing is said of today: `when the centre is closed`."""

PERSONAL = re.compile(
    r"\b(?:you|your|someone|somebody|anyone|anybody|people|person|life|lives|relationship\w*|marriage|tenanc\w+|patients?|care|treatment|men|women|child\w*|world"
    r"|calls?|stories|eyes|mouth|case|file|contract|job|claim)\b[^.;:,]{0,25}$",
    re.IGNORECASE,
)
"""What ends in people’s lives, of which such pages speak too."""

OUT_OF_HOURS = re.compile(
    r"\b(?:on other days|outside|out of hours|overnight|at weekends?|at night|in the evenings?|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|bank holidays?|when|at other times|between)\b",
    re.IGNORECASE,
)
STILL_TO_COME = re.compile(r"(?<!not )(?<!longer )\b(?:being|will|to be|due to|going to)\b", re.IGNORECASE)
NOT_NOW = re.compile(
    r"(?=.*\b(?:at (?:the|this) moment|at present|at this time|currently|just now|right now|for now|for the moment|temporarily|presently|this term|this year)\b)"
    r"(?=.*\b(?:not|n[’']t|unable|cannot|no|without|lack|few|short of|short[- ]staffed|paus\w+|rest|hold|problems?|limited|reduced)\b)(?=.*\b(?:we|our|this|line|service|group|sessions?|phones?)\b)",
    re.IGNORECASE,
)
"""Something is not so at present."""

NOT_NOW_OF_OTHERS = re.compile(
    r"\b(?:waiting|wait|list|places?|spaces?|vacanc\w+|referrals?|applications?|new|volunteers? (?:needed|roles?)|recruit\w+|hiring|charge|cost|fee|parking|lift|evening|weekends?|home visits?|face[- ]to[- ]face|plans?"
    r"|shop|if you|you are|people|not sure|website)\b", re.IGNORECASE,
)
NO_END = re.compile(
    r"\buntil further notice|\bindefinitely|\bforeseeable future|\bfor the time being|\bat risk of\b|\bfor now\b|\bno (?:date|plans) |\bwhile we (?:look|search|recruit|find|wait|try|decide)\b|\buntil we\b|\bstaff(?:ing)? shortages?"
    r"|\bwind (?:the|our|this|it) [^.,;]{1,30} (?:up|down)\b", re.IGNORECASE
)
NOW_ONLY = re.compile(
    r"\b(?:are|is|[’']re) (?:now |currently |temporarily |sadly )*(?:temporarily|currently) closed|\btemporar|\bcurrently\b|\bat (?:present|the moment)\b|\bwe are (?:now )?closed\b"
    r"|\bwe (?:have )?(?:stopped|finished|ended|shut)\b|\bit (?:is|was|has)\b",
    re.IGNORECASE,
)
"""With these words it may be closed only now, or something else may be meant."""

FOR_GOOD = re.compile(r"\bpermanent|\bfor good\b|\bfor ever\b|\bforever\b|\bfor the last time\b|\bended\b|\bno longer\b", re.IGNORECASE)
FORMER = re.compile(r"^\W*(?:this|the|our|these) (?:old|former|previous)\b", re.IGNORECASE)
OVER = re.compile(r"\b(?:[A-Z][\w’'-]+ has (?:(?:now|sadly) )*closed(?=[.!])|(?:on|in|since|at the end of|from|of) [\w ]{0,20}\d{4}\b)")
PLANNED = re.compile(r"\b(?:will|may|might|could|would|propos|plan|consult|due to (?:close|end|cease|stop)|going to|is closing|are closing)", re.IGNORECASE)
LONG_AGO = re.compile(r"\b(?:19\d\d|200\d|201\d|202[0-3])\b")
OPEN_AGAIN = re.compile(
    r"(?<!hope to )(?<!aim to )(?<!plan to )(?<!may )(?<!might )(?<!like to )(?<!hoping to )(?<!able to )(?:\bre-?open|\bwe[’']?(?:re| are) back\b|\bopens? again\b|\bresum(?:e|es|ed|ing)\b|\bre-?start(?:s|ed|ing)?\b|\bback (?:on|in) "
    r"(?:mon|tue|wed|thu|fri|sat|sun|\d|january|september)|\b(?:return|start|open|run)(?:s|ing)? again on\b|\bstill open\b|\bopen as usual\b|\breplaced by one new\b)",
    re.IGNORECASE,
)
ALONE = re.compile(
    r"\W*(?:sorry[,.]? |sadly[,.]? |now |we are |we[’']re |currently |temporarily |permanently |this (?:group|service) is )*"
    r"(?:closed|ended|suspended|paused|discontinued|on hold|no longer (?:running|available|meeting)|cancelled|not running)"
    r"(?: for good| permanently| until further notice| at present| at the moment| for the time being)?\W*",
    re.IGNORECASE,
)
"""A line that says no more than this."""

DAY_BEFORE = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun|bank|public|holidays?|christmas|boxing|new year|easter|weekends?|august|hours)", re.IGNORECASE)
"""What stands in the cell before it where it is one of the opening hours."""
