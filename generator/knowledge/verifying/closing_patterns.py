"""What is said of a service that has ended, that has paused or that may end, as whole patterns."""

from __future__ import annotations

import re

_KIND = (
    r"(?:services?|charity|help ?lines?|(?:phone|telephone|advice|text|support|crisis|listening) ?lines?|lines?|groups?"
    r"|centres?|clinics?|projects?|organisation|trust|caf[eé]s?|clubs?|schemes?|programmes?|teams?|units?|desks?|hubs?"
    r"|choirs?|sheds?|drop[- ]ins?|sessions?|food ?banks?|networks?|forums?|societ(?:y|ies)|association|partnership"
    r"|foundation|fellowship|befriending|counselling|mentoring|support|outreach|advocacy|workshops?|class(?:es)?|meetings?"
    r"|circles?|house|hostel|refuge|hospice|pantry|kitchen|cr[eè]ches?|nursery|playgroup|pilot|surgery|larder|walks?)"
)
"""What services call themselves."""

_NOT_ITS_OWN = r"(?<!\bfor )(?<!\bof )(?<!\bto )(?<!\bat )(?<!\bin )(?<!\bwith )(?<!\bfrom )(?<!\bby )(?<!\bon )(?<!\bjoin )(?<!\bhow )"
"""After such a word stands only what something else belongs to: `applications to our group have closed`."""

_LINKING = (
    r"(?:if|when|while|once|until|unless|no|any|some|for|at|to|in|of|with|without|your|an?|before|after|where|because|every"
    r"|each|other|the|and|but|or) "
)
"""Words that begin a sentence, and are no part of what a service is called."""

_SERVICE = (
    rf"\b{_NOT_ITS_OWN}(?:(?:this|the|our|these|all(?: of)?(?: our)?) (?:[\w’'&-]+ ){{0,4}}?{_KIND}"
    rf"|we|I|^(?!{_LINKING})(?:[\w’'-]+ ){{0,3}}?{_KIND})\b"
)
"""What a page calls the service that it is about. Its names have been made `this service`."""

_PLACE = r"(?:,? (?:in|at|of|for|on|called|here|which|that|known as)\b[^.,;]{0,50}?,?|,[^,.;]{0,50},|[’']s)? ?"
"""What may stand between the service and what is said of it: `our group in Elmton, which began in 2009, has ended`."""

_LATELY = (
    r"(?:(?:now|sadly|recently|officially|since|therefore|also|finally|all|regrettably|unfortunately|permanently|formally"
    r"|as of \w+)[ ,]+)*"
)
_OVER = (
    r"(?:closed|shut(?: down)?|ended|ceased|folded|decommissioned|discontinued|dissolved|disbanded|wound up|wound down"
    r"|withdrawn|stood down|finished|stopped|switched off|disconnected|terminated|retired|scrapped|axed|absorbed|subsumed"
    r"|gone(?! (?:up|back|to|well|through|from|live|on|down))|called it a day)"
)
_DOING = (
    r"(?:running|operat(?:ing|ional)|available|open|commissioned|funded|in (?:service|operation|use|existence|place)"
    r"|offered|provided|exists?|active|meets?|meeting|deliver(?:s|ed|ing)|offers?|provides?|operates?|runs?|taking (?:calls"
    r"|place|referrals|new \w+)|takes (?:calls|place))"
)
_WAS = r"(?:(?:has|have|had|[’']ve|[’']s|is|are|[’']re|was|were)[ ,]+)"
_ENDED = (
    rf"(?:{_WAS}?{_LATELY}(?:been )?{_LATELY}{_OVER}\b|{_WAS}?{_LATELY}no longer (?:being )?{_DOING}\b"
    rf"|(?:{_WAS}?{_LATELY}(?:come|came) to (?:an end|a close)|drew to (?:an end|a close))"
    rf"|(?:(?:is|are) )?not being (?:repeated|continued|renewed|run|offered)\b|(?:will|can|does|do) no longer (?:be )?{_DOING}\b"
    rf"|ha(?:s|ve) {_LATELY}(?:shut|closed) (?:up shop|down)|is no more\b)"
)
_AND_ENDED = rf" [^.;]{{1,80}}?,? and (?:it |then )?(?:{_WAS}{_LATELY}(?:been )?{_OVER}|closed|ended|shut)\b"
_CLOSED_IT = (
    r"\b(?:trustees|board|committee|council|trust|charity|government|department)(?: have| has)?(?: now| sadly)?"
    r" (?:closed|ended|wound up|discontinued|withdrew|shut) "
)
_NO_LONGER_RUN = (
    r"\b(?:no longer|(?:has|have) (?:now )?stopped|do(?:es)? not|don[’']t)(?: currently| now)?"
    r" (?:run|provid|offer|deliver|host|hold|operat|hav|manag|support)(?:e?s|ing|e)? "
)
"""`We no longer run a café`: what is said of a service by its provider."""

_A_KIND = rf"(?:a|an|any) (?:[\w’'&-]+ ){{0,3}}?{_KIND}\b"

_ENDING = (
    r"(?:(?:will|is due to|are due to|is set to|is going to|are going to|may|might|could|must|has to|have to"
    r"|is likely to)(?: \w+ly| then| also| now)?(?: have to| be)? (?:close|closed|closing|end|ending|ended|cease|stop|shut"
    r"|finish|fold|wind up|discontinued|withdrawn|decommissioned)\b|(?:is|are) (?:\w+ly |now )?(?:closing|ending"
    r"|winding (?:up|down)|shutting|finishing|facing closure|under threat|at risk)\b|(?:closes|finishes|ends"
    r"|stops)(?= (?:in|on|at the end|after|this|next|its|for good|when)\b|[.,;]|$))"
)
_PAUSED = (
    rf"{_WAS}{_LATELY}(?:currently |temporarily |at present |still |only )*(?:been )?(?:temporarily )?"
    r"(?:suspended|paused|on hold|unavailable|cancelled|postponed|closed|shut"
    r"|not (?:currently |at present |presently |yet )?(?:running|operating|available|open|meeting|taking (?:calls|place)"
    r"|able to (?:offer|run|answer|take calls|open))"
    r"|unable to (?:offer|run|answer|take calls|open)|taking a (?:short |little )?break|on (?:a )?(?:pause|break|hiatus))\b"
)
_OBJECT = (
    r"(?:\bclosure of|\b(?:decision|proposals?|plans?|proposing|consulting|consultation|forced|have|having|voted"
    r"|agreed)(?: \w+){0,2} (?:to|on) (?:close|closing|end|ending|wind up|dissolve|withdraw|stop|suspend|pause"
    r"|decommission)|\bwe (?:have )?(?:now |sadly )*(?:closed|ended|suspended|paused)|\b(?:last|final) (?:ever )?(?:meeting"
    r"|session|day) of|\bfarewell (?:from|to)|\bno|\bgoodbye from) "
)
"""What a service is the object of, when it may end."""

_CAPITALISED = rf"(?-i:(?:the |our |this )?(?:[A-Z][\w’'-]* ){{1,4}}(?i:{_KIND}))"
_NONE_LEFT = (
    r"\bthere (?:is|are|will be) (?:currently |now |sadly |at present |presently )*no"
    rf" (?:(?!charge|need|limit|wait)[\w’'-]+ ){{0,3}}?{_KIND}\b"
)
_ANY_END = (
    r"(?:has|have|had|is|are|was|were|been|be|being|now|[’']s|[’']re|sadly|to|will|may|must|might|could|would) (?:now "
    r"|sadly |all |then |currently |temporarily |permanently |recently |sadly |been |being |be )*(?:closed|closing|shut"
    r"|shutting|ceased|ceasing|withdrawn|discontinued|decommissioned|suspended|paused|folded|disbanded|wound up|winding up"
    r"|winding down|on hold|cancelled)",
    r"(?:will|may|must|might|could|have to|has to|had to|going to|due to|decided to|decision to|forced to) (?:sadly |now "
    r"|permanently )*(?:close|shut|cease|fold|wind up|suspend|pause|withdraw|discontinue|finish|end)",
    r"(?:unable|not able|can(?:no|[’'])t|could not|couldn[’']t|won[’']t|will not|not) (?:to )?(?:be able to )?(?:continue"
    r"|carry on|keep going)",
    r"(?:have|had|has) (?:had )?to (?:be )?(?:pause|suspend|stop|close|shut|cancel|scale|limit)\w*",
    r"(?:paused|suspended|cancelled|on hold) (?:while|until we|because)",
    r"(?:having|taking|need) a (?:rest|pause)",
    r"wind(?:ing)? (?:the|our|this|it) [^.,;]{1,30} (?:up|down)",
    r"changing hands",
    r"(?:chang\w+|new) (?:of )?(?:provider|contractor)",
    r"while we (?:look|search|recruit|find)",
    r"(?:put|putting|are|is|be|been|currently)(?: [\w’'-]+){0,3} on (?:hold|pause|hiatus|sabbatical)",
    r"on (?:(?:maternity|sick|paternity|long[- ]term|compassionate|family) leave)",
    r"(?:taking|having|need|needs)(?: [\w’'-]+){0,2} (?:rest|break|pause|breather)",
    r"voice ?mail only",
    r"answer ?phone only",
    r"(?:no[- ]one|nobody) (?:to|is) (?:answer|staff)\w*",
    r"(?:venue|hall|building|premises|room|roof|base|home)(?: \w+){0,2} (?:sold|unsafe|condemned|lost|flooded|demolished)",
    r"(?:lost|losing) (?:our|the|its) (?:venue|hall|building|premises|room|grant|contract|funding)",
    r"(?:thinking of|thinking about|considering|talk of|looking at|(?:unless|if) (?:we|the|more"
    r"|no)) [^.;]{0,60}\b(?:stopping|closing|ending|folding|will (?:have to )?(?:stop|close|end|fold|finish))",
    r"(?:last|final)(?: ever)?(?: [\w’'-]+){1,3} (?:is|was|will be) (?:on|in|at the end)",
    r"(?:are|am|is|was|were|be)(?: currently| now| at present| still| sadly)*(?: not|n[’']t)(?: currently| being| yet| now"
    r"| going to be| at present| able to be)* (?:happening|running|meeting|open|working with|taking (?:place|calls|clients"
    r"|anyone)|staffed|answered|manned|seeing (?:clients|people|anyone)|going ahead|operating|operational|in service"
    r"|available|offered)",
    r"(?:isn|aren|wasn)[’']t (?:currently |being |yet |now |going to be )*(?:happening|running|meeting|open|working with"
    r"|taking (?:place|calls|clients|anyone)|staffed|answered|manned|seeing (?:clients|people|anyone)|going ahead|operating"
    r"|operational|in service|available|offered)",
    r"(?:temporarily|have|has|had)(?: now| temporarily| sadly)? (?:stopped|paused|halted|suspended) (?:our|the|this|all)",
    r"saying goodbye",
    r"(?:hope|hoping|plan|aim|would like|may|might|unable|not able) to (?:re-?open|re-?start|resume|return"
    r"|start (?:up )?again|be back|come back)",
    r"may (?:re-?start|re-?open|resume|start (?:up )?again|return)",
    r"(?:will be|is being|are being|being) (?:run|provided|delivered|taken over|managed|transferred|handed)(?: over)? (?:by"
    r"|to)",
    r"will (?:transfer|move|pass|go|be moved) to (?:another|a new|a different)",
    r"(?:funding|grant|money|lease) (?:\w+ ){0,4}(?:ended|ends|ending|run out|runs out|ran out|finished|finishes|stopped"
    r"|been cut|was cut|been lost|come to an end|comes to an end)",
    r"(?:lost|lack of|without|not found|n[’']t found|not secured|n[’']t secured|end of|loss of"
    r"|withdrawal of) (?:\w+ ){0,2}funding",
    r"(?:last|final)(?: ever)? (?:session|meeting|day|class|gathering|date) (?:is|was|will|on|of)(?! term)",
    r"taking a (?:short |little |well[- ]earned )?break",
    r"(?:on|having) a (?:break|hiatus|sabbatical)",
    r"until further notice",
    r"for the foreseeable future",
    r"technical (?:difficulties|problems|issues)",
    r"(?:closed|shut) (?:permanently|indefinitely|temporarily|for good)",
    r"temporarily (?:closed|unavailable|suspended)",
)
"""Anything that may be an end, whatever it is said of."""

ITS_OWN = re.compile(rf" (?:the|our|this|all) (?:[\w’'&-]+ ){{0,3}}?{_KIND}\b(?![’'])", re.IGNORECASE)
"""It is the service that is closed, where that follows."""

_WHOLE = r"(?![’'\w])"


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


ENDS = _compiled(
    rf"{_SERVICE}{_PLACE}{_ENDED}", rf"{_NO_LONGER_RUN}(?:{_SERVICE}|{_A_KIND})", rf"{_SERVICE}{_AND_ENDED}",
    rf"{_CLOSED_IT}{_SERVICE}{_WHOLE}",
)  # fmt: skip
"""What says that the service has ended."""

LOOK_AGAIN = _compiled(
    rf"{_SERVICE}{_PLACE}(?:{_ENDING}"
    rf"|{_PAUSED})", rf"{_OBJECT}{_SERVICE}{_WHOLE}",
    rf"{_OBJECT}this service{_WHOLE}", rf"{_OBJECT}{_CAPITALISED}{_WHOLE}", _NONE_LEFT,
    rf"\b(?:{'|'.join(_ANY_END)})\b",
)  # fmt: skip
"""What says that it has paused, or may end, or that something of it may."""
