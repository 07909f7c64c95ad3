"""Whether the page that answered is the one that was looked for: gone, parked, moved, or made by a server or a guard of it."""

from __future__ import annotations

import re

from generator.knowledge.verifying.page_text import PageText

GONE = re.compile(
    r"\b404\b|nothing was found at this location"
    r"|\bpage\b[^.\n]{0,60}\b(?:(?:can(?:no|[’']?)t|could ?n[o’']t|was ?n[o’']t|is ?n[o’']t|not) (?:be )?(?:found|available|here|there)"
    r"|not (?:be )?found|(?:no longer|does ?n[o’']t) exists?|(?:has|have) been (?:removed|deleted|archived|withdrawn)"
    r"|no longer (?:available|here))"
    r"|\b(?:page|file|content|link)\b[^.\n]{0,60}\b(?:is|are|has|have|may have|might have)(?: been)? (?:missing|moved,? (?:renamed"
    r"|removed|deleted)|renamed|lost|broken|deleted|not here)"
    r"|(?:moved|renamed|removed|deleted),? (?:or )?(?:moved|renamed|removed|deleted)\b|\bnothing (?:was found |to see )?(?:here"
    r"|at this (?:address|location))\b"
    r"|(?:can[’']?t|cannot|could ?n[o’']t|unable to) find (?:the|that|this|your|what)(?: \w+){0,2} ?(?:page|you)",
    re.IGNORECASE,
)
PARKED = re.compile(
    r"(?:this |the )?domain(?: name)?(?: [\w.-]+)? (?:is|has been) (?:for sale|available for|registered)|\bmay be for sale"
    r"|(?:buy|own|get|lease) this (?:domain|name)|make an offer|is available (?:at|from|on) \w+|premium domain"
    r"|inquire about this domain|(?:domain|website|site|account|hosting|subscription)(?: [\w.-]+)? (?:has )?expired"
    r"|parked (?:free|by|domain)|domain parking|domain (?:is ?n[o’']t|not) connected|connect(?:ed)? (?:it )?to (?:a|your) (?:web)?site\b"
    r"|welcome to nginx!|apache2? [\w ]*default page|iis windows server|account (?:has been )?suspended|future home of something"
    r"|(?:web ?site|page|site) is (?:coming soon|under construction)|^coming soon\W*$|just another wordpress site|hello world!\W*$",
    re.IGNORECASE | re.MULTILINE,
)
NOT_THE_PAGE = re.compile(
    r"^just a moment|checking (?:if the site connection|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot"
    r"|^request unsuccessful|^(?:error )?(?:503 )?service (?:temporarily )?unavailable|^bad gateway|^internal server error"
    r"|\b(?:down for|site is (?:currently |now )?under) maintenance\b|\bmaintenance mode\b"
    r"|\b(?:web ?)?site is (?:currently |now )?(?:private|offline|unavailable)\b|^private site$"
    r"|unavailable for (?:scheduled )?maintenance|critical error on (?:this|your) (?:web ?)?site"
    r"|error establishing a database connection|^(?:error )?50[0234]\b|^gateway time-?out"
    r"|(?:bandwidth|resource) limit (?:exceeded|is reached)|the request could not be satisfied|(?:you have been|request"
    r"|access) blocked|ddos protection|pardon our interruption|one more step"
    r"|(?:web ?site|site|page|service) (?:is|has been) (?:temporarily|briefly|currently|down)(?: \w+)? ?(?:unavailable|offline"
    r"|down|disabled|for)|too many requests|attention required|complete the security check"
    r"|enable javascript and cookies to continue|^access denied",
    re.IGNORECASE | re.MULTILINE,
)
"""What a web server, or a guard of it, says on a page of its own."""

_MOVED = re.compile(
    r"\b(?:web ?site|web ?page|page|site) has (?:now |been |recently )*moved\b|\b(?:this|our|the) (?:web ?site|web ?page|page"
    r"|site) is now (?:at|on)\b"
    r"|\b(?:visit|go to|see) our new (?:web ?site|web ?page|site)\b|\bwe have a new (?:web ?site|web address)\b",
    re.IGNORECASE,
)
_WE_MOVED = re.compile(r"\bwe(?: have|[’']ve) moved\b(?! (?:our|the|this|some)\b)", re.IGNORECASE)
_TO_A_SITE = re.compile(r"\b(?:web ?site|web address|bookmarks?)\b", re.IGNORECASE)


def moved_notice(page: PageText) -> str:
    """The line in which a page says that it is now elsewhere, if it does."""
    found = _MOVED.search(page.body) or (_WE_MOVED.search(page.body) if _TO_A_SITE.search(page.body) else None)
    return line_of(page.body, found) if found else ""


def line_of(text: str, found: re.Match[str]) -> str:
    """The line around what was found, as evidence."""
    start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
    return text[start : end if end >= 0 else None][:200]
