"""How places look that wait to be filled in. Each pattern has at most one group, which ends what it matches."""

from __future__ import annotations

import re

_DO = (
    r"(?:please |pls )?(?:insert|enter|add|type|write|give|state|specify|describe|list|paste|choose|select|complete|delete|remove|amend"
    r"|edit|adapt|replace|fill in|include|name of|number of|details of|date of|your)\b"
)
_FIELD = (
    r"(?:names?|titles?|numbers?|no|dates?|bases?|bands?|salary|hours|practices?|pcn|networks?|locations?|sites?|address|e-?mail|telephone|phone"
    r"|managers?|employers?|organisations?|trust|town|area|place|days?|months?|years?|sessions|logo|link|amount|figure|text|details|role|post|job"
    r"|team|tb[acd])"
)
_INSIDE = (
    rf"(?:{_DO}[^\[\]<>{{}}()]{{0,150}}|[^\[\]<>{{}}()]{{0,60}}\bto (?:add|insert|complete|confirm|amend"
    rf"|be (?:added|inserted|completed|confirmed))\b[^\[\]<>{{}}()]{{0,100}}|(?:[\w’'/-]+ ){{0,3}}{_FIELD}|[xn?*●•]{{1,6}}"
    r"|\d{1,2}(?:/\d{1,2})+|[\s._…]{0,20})"
)
"""What is between brackets that wait: an instruction, the name of a field, a choice of figures, or nothing."""

_ENDS = r"(?=\s*(?:$|[\t;,|)]))"
_LABEL = r"(?:^|\t|[:£]\s*)"
_LAST = r"(?=\s*(?:$|[.\])]))"

_WHO_FILLS = (
    r"(?:the |each |your )?(?:(?:recruiting|hiring|line|local|host|employing) )?"
    r"(?:practices?|pcns?|networks?|managers?|employers?|recruiters?|hr|human resources)\b"
)
_NOT_BE = r"(?:^|[^\w\s]\s*|\b(?!(?:is|are|was|were|has|have|needs?)\b)\w+\s+)"
"""What stands before words such as `to be completed` that ask for something: no `notes are`."""

_ASKED = r"(?:^|[^\w\s]\s*|\b(?!(?:you|we|they|who|to|will|can|may|must|should|and|or)\b)\w+\s+)"
"""What stands before a verb that asks whoever writes the document to do something."""

_NOTE = (
    r"(?:notes? (?:to|for) (?:the )?(?:(?:recruiting|hiring|line) )?(?:managers?|editors?|authors?|hr|practices?|pcns?|networks?|employers?"
    r"|recruiters?)|(?:hr|drafting|editor[’']s|template) notes?|dn|guidance (?:notes? )?for (?:(?:recruiting|hiring|line) )?managers)"
)
"""What a note begins with that is for whoever writes the document."""

_ANY_CASE = [
    rf"\[{_INSIDE}\](?!\()",
    rf"<{_INSIDE}>",
    rf"\{{{_INSIDE}\}}",
    r"\((?:please |pls )?(?:insert|enter|specify|complete|delete|to be (?:inserted|completed|added|specified))\b[^()]{0,120}\)",
    r"\((?:please |pls )?(?:circle|tick|select|choose|underline|cross out|strike out)\b[^()]{0,60}\)",
    r"\((?:number|name|amount|date|job title)\)|\([^()]{0,40} to (?:complete|insert|confirm|add|amend)\)",
    r"\[(?:optional|if (?:needed|used|applicable|relevant))\b[^\]]{0,150}\]",
    r"«[^«»]{1,80}»|<<[^<>]{1,80}>>|\{\{[^{}]{1,80}\}\}|\{%[^{}]{1,80}%\}|\$\{[^{}]{1,80}\}|%%\w{1,40}%%|@@\w{1,40}@@|##\w{1,40}##",
    r"\b(?:click|tap)(?: or tap| or click)? here to (?:enter|add|type|choose|select)[^.;:]{0,30}",
    rf"{_ASKED}((?:enter|type|insert|add|write|paste|put)\b[^.;:]{{0,60}}\bhere\b){_LAST}",
    r":\s*((?:insert|name of|number of) [^.;:]{1,60})(?=\s*$)",
    rf"{_LABEL}(please (?:complete|specify|fill in|add|insert|confirm))(?=\s*\.?\s*$)",
    rf"\b(?:text|names?|titles?|descriptions?|details|wording|content|logo|address) (?:goes|to go) here\b{_LAST}",
    rf"{_LABEL}((?:your|sample|example|local) (?:text|name|title|description|details|wording|content|logo|address) here)\b{_LAST}",
    rf"{_LABEL}((?:choose|select|pick) an? (?:item|date|building block|option))\b(?=\s*\.?\s*$)",
    r"\bdd ?[/. -] ?(?:mm|mmm|mon|mmonth|month) ?[/. -] ?yy(?:yy)?\b",
    r"\b(?:xx|00)[/.](?:xx|00)[/.](?:xx|00|yy|20|\d\d)\w*|\b20(?:xx|__|\?\?)(?!\w)",
    r"£ ?\d{0,3}[.,]?x+(?:[,.]x+)*|££+|£(?=\s*(?:$|[\t-]))|£ ?0{2,}(?:[.,]0+)*(?![\d.,])",
    r"(?:^|[^\d\s.,])\s*(0{3,}(?:[ -]0{2,})+|0{5,})(?!\d)",
    r"\bt\.?b\.?[acd]\b\.?",
    rf"{_LABEL}(to be (?:agreed|advised|announced|added|arranged|completed|confirmed|decided|determined|finalised|inserted|specified))"
    rf"{_ENDS}",
    rf"{_LABEL}((?:awaiting|pending)(?: (?:confirmation|details?|approval|information|a decision))?|(?:(?:names?|details?) )?to follow)"
    rf"{_ENDS}",
    rf"{_NOT_BE}(to be (?:completed|inserted|filled in|added|amended) by {_WHO_FILLS})",
    r"\b(?:amend|adapt|edit|replace|complete|delete)(?: or \w+)? (?:the |this |any )?(?:highlighted |sample |example )?"
    r"(?:text|sections?|paragraphs?|wording)\b(?: below| above| in \w+)?",
    r"\bdelete (?:as|where|if) (?:\w+ )?(?:appropriate|applicable|necessary|needed|required)\b",
    rf"^\W{{0,4}}{_NOTE}\s*:[^\]]{{0,150}}\]?",
    r"\berror! (?:reference|bookmark|no |main |unknown|not a|hyperlink|switch|use the|missing|invalid)[^.]{0,60}",
    r"#(?:REF!|N/A\b|NAME\?|VALUE!|DIV/0!|NUM!|NULL!)",
    rf"{_LABEL}(\*{{3,}}|\?{{2,}}|#+|x+|v?x(?:\.x)+|n/?k){_ENDS}",
    r":\s*(…|\.{3,4}|\?{1,6})(?=\s*$)",
    r"#[a-z_]{3,40}#",
    r"\bset by each network\b",
    r"\b0?x{3,}(?:[ .,-]+x{2,})*\b",
    r"\b(?:joe?|jane|fred) bloggs\b|\bany ?town\b|\b(?:dummy|filler|placeholder) text\b",
]
_EXACT = [
    r"\b(?:X{2,}|x{2,}|Xx+)(?:[.,][Xx]+)?(?!\w| chromosome|[^.;]{0,40}\bXY\b)",
    r"\(X{1,3}\)(?= [a-z])",
    r"\bBand [XxNn](?![\w])",
    r"\b(?:Dr|Mr|Mrs|Ms|Miss) X{1,4}(?!\w)",
    r"(?:^|[^\w\s]\s*|\b(?!(?:Generation|Malcolm|Group|Team)\b)\w+ )(X (?:months?|weeks?|days?|hours?|years?|sessions?|practices?|patients"
    r"|people|staff|sites?))\b",
    r"%[A-Z_]{3,40}%",
    r"\b(?:TODO|FIXME)\b:?|^\W*TO DO:",
    r"\bA\.? ?N\.? ?Other\b",
    r"\b(?:ABC|XYZ) (?:PCN|Primary Care|Practice|Surgery|Medical|Health Centre|Network|Trust|Town)\b",
    r"\b(?:PCN|Practice|Surgery) [XYZ](?!\w)",
    r"(?:^\W{0,4}|\t|:\s*)((?:PLEASE )?(?:INSERT|ENTER)(?: [A-Z]{2,}){1,6})(?=\W{0,4}$)",
    r":\s*(ADD(?: [A-Z]{2,}){1,6})(?=\s*$)",
]

UNFILLED_PATTERNS = [*(re.compile(one, re.IGNORECASE) for one in _ANY_CASE), *map(re.compile, _EXACT)]
"""What waits to be filled in: for the same look in the browser too."""

_NOT_FIGURES = (
    r"(?:annex|appendix|chapter|bowl|part|schedule|section|volume|article|act|century|room|ward|block|bay|floor|level|group|figure|table)\s+$"
)
"""Words before Roman figures, which twenty and thirty are, and before letters that are names."""

LINE_PATTERNS = {
    "dots": re.compile(r"£?_{2,}(?:[,./ -]+_{2,})*|£?(?:\.{5,}|…{2,}|(?:\. ){4,}\.?)"),
    "pageNumber": re.compile(r"\s*(?:page\s*)?\d+\s*(?:$|\t)", re.IGNORECASE),
    "signed": re.compile(r"\b(?:signed|signatures?|sign here|print name)\b", re.IGNORECASE),
    "notFigures": re.compile(_NOT_FIGURES, re.IGNORECASE),
    "capitals": re.compile(r"\b(?:NAME|PLACEHOLDER|PCN NAME|PRACTICE NAME|JOB TITLE|INSERT [A-Z]{2,}(?: [A-Z]{2,}){0,3})\b(?!\s*:)"),
}
"""What tells lines to write on from others, X from Roman figures, and fields in capitals, which are headings where all is in capitals."""
