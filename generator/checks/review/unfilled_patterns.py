"""How places look that wait to be filled in. Each pattern has at most one group, which ends what it matches.

They follow six principles. A job description has no use for square brackets, other than for an abbreviation, a reference or an
aside. Codes between paired signs are for a program. A token of X, noughts, dots or lines stands for letters and figures. A label is
followed by a value, not by a choice or a promise of one. Words about the text itself, such as rows, wording or what is in red, speak
to whoever writes it. Some values are everyone’s example.
"""

from __future__ import annotations

import re

from generator.checks.review.unfilled_words import (
    FILL_ASKED,
    FILL_CHANGED,
    FILL_ENDS,
    FILL_FIELD,
    FILL_INSIDE,
    FILL_LABEL,
    FILL_LAST,
    FILL_NOT_BE,
    FILL_NOTE,
    FILL_OF_A_FORM,
    FILL_WHO_FILLS,
)

_BRACKETS = [
    rf"\[{FILL_INSIDE}\](?!\()",
    rf"<{FILL_INSIDE}>",
    rf"\{{{FILL_INSIDE}\}}",
    r"\((?:please |pls )?(?:insert|enter|specify|complete|delete|define|to be (?:inserted|completed|added|specified))\b[^()]{0,120}\)",
    r"\((?:please |pls )?(?:circle|tick|select|choose|underline|cross out|strike out)\b[^()]{0,60}\)",
    r"\((?:please |pls )?(?:(?:list|state|give|describe|outline) (?:the|all|any|no|up|your|each|which|whether|main|key|names?"
    r"|numbers?|titles?|dates?|details|reasons|examples|here)|(?:check|confirm"
    rf"|agree|verify)(?: this)? (?:with|by|before|if|whether)|(?:add|amend|adapt|edit) {FILL_OF_A_FORM})\b[^()]{{0,100}}\)",
    rf"\b(?:in|at|by|from|of|is|to|on|for|with|are|a) (\((?:[\w’'-]+ ){{0,2}}{FILL_FIELD}\))",
    r"\((?:please )?(?:list|specify|state|insert|delete|select|amend|describe|details)\)|\(include (?:local|your|details"
    r"|information)\b[^()]{0,80}\)",
    r"\((?:number|name|amount|date|job title)\)|\([^()]{0,40} to (?:complete|insert|confirm|add|amend|specify|define|decide|state"
    r"|agree|provide)\)",
    r"\[(?:optional|if (?:needed|used|applicable|relevant))\b[^\]]{0,150}\]",
    r"«[^«»]{1,80}»|<<[^<>]{1,80}>>|\[\[[^\[\]]{1,80}\]\]|\*\|\w{1,40}\|\*|\{\w+(?:_\w+)+\}|\bmergefield \w+|\{\{[^{}]{1,80}\}\}"
    r"|\{%[^{}]{1,80}%\}|\$\{[^{}]{1,80}\}|%%\w{1,40}%%|@@\w{1,40}@@|##\w{1,40}##",
    r"\bcomment(?:ed)? \[\w{1,8}\]:?",
    r"\berror! (?:reference|bookmark|no |main |unknown|not a|hyperlink|switch|use the|missing|invalid)[^.]{0,60}",
    r"#(?:REF!|N/A\b|NAME\?|VALUE!|DIV/0!|NUM!|NULL!)",
    r"#[a-z_]{3,40}#",
]
"""Brackets with an instruction, the name of a field or a choice of figures; codes between paired signs; what a program left behind."""

_TOKENS = [
    r"\bdd ?[/. -] ?(?:mm|mmm|mon|mmonth|month) ?[/. -] ?yy(?:yy)?\b",
    r"\b(?:xx|00)[/.](?:xx|00)[/.](?:xx|00|yy|20|\d\d)\w*|\b20(?:xx|__|\?\?)(?!\w)",
    r"£ ?\d{0,3}[.,]?x+(?:[,.]x+)*|££+|£(?=\s*(?:$|[\t-]|per\b|pa\b|p\.a|pro rata|an? (?:year|month|week|hour)))"
    r"|£ ?0{2,}(?:[.,]0+)*(?![\d.,])",
    r"(?:^|[^\d\s.,])\s*(0{3,}(?:[ -]0{2,})+|0{5,})(?!\d)",
    r"\bt\.?b\.?[acd]\b\.?",
    r"\b(?:page|version|v)[ :.]*(x(?: of [xyn]|(?:\.x)+))(?!\w)",
    r"(?:^|[\s(£])(\?{1,6}|(?:[x0?#_.]{2,}[-/,])+[x0?#_.]{2,}|0{2,}-[a-z]{1,3}-0{2,})(?=[\s).,;]|$)",
    r"\w(\?{2,})(?=\s*[\w(])",
    r"\b0?x{3,}(?:[ .,-]+x{2,})*\b",
]
"""Letters, noughts and signs in place of figures or words."""

_LABELS = [
    r":\s*((?:insert|name of|number of) [^.;:]{1,60})(?=\s*$)",
    rf"{FILL_LABEL}(please (?:complete|specify|fill in|add|insert|confirm))(?=\s*\.?\s*$)",
    rf"{FILL_LABEL}((?:[\w’']+ ){{0,2}}(?:text|name|title|description|details|wording|content|logo|address"
    rf"|image|picture|photo|chart|map|diagram|quote) here)\b{FILL_LAST}",
    rf"{FILL_LABEL}((?:please )?(?:insert|enter|add|specify|choose|select|complete|confirm|update|describe|state|delete)){FILL_LAST}",
    rf"{FILL_LABEL}((?:choose|select|pick) an? (?:item|date|building block|option))\b(?=\s*\.?\s*$)",
    rf"{FILL_LABEL}(to be (?:agreed|advised|announced|added|arranged|completed|confirmed|decided|determined|finalised|inserted|specified))"
    rf"{FILL_ENDS}",
    r"[\t:]\s{0,20}(to be (?:agreed|advised|announced|confirmed|decided|determined|finalised) [^.;:]{1,40})(?=\s*\.?\s*$)",
    rf"{FILL_LABEL}(yes ?/ ?no){FILL_LAST}",
    r"☐ ?[^☐☑☒\n]{1,30}☐[^☐☑☒\n]{0,30}(?=$)",
    r"\b(?:is ?/ ?is not|are ?/ ?are not|will ?/ ?will not|does ?/ ?does not|do ?/ ?do not|has ?/ ?has not)\b",
    rf"{FILL_LABEL}((?:awaiting|pending)(?: (?:confirmation|details?|approval|information|a decision))?|(?:(?:names?|details?) )?to follow)"
    rf"{FILL_ENDS}",
    rf"{FILL_LABEL}(\*{{3,}}|\?{{2,}}|#+|x+|v?x(?:\.x)+|n/?k){FILL_ENDS}",
    r":\s*(…|\.{3,4}|\?{1,6})(?=\s*$)",
]
"""A label followed by no value: a promise of one, a choice, or words such as `name here`."""

_INSTRUCTIONS = [
    r"\b\w{1,40}(?: ?/ ?[\w-]{1,40}){1,8}\*(?![\w*])|\bthis is an? (?:template|sample|example)\b(?! of)",
    r"\b(?:click|tap)(?: or tap| or click)? here to (?:enter|add|type|choose|select)[^.;:]{0,30}",
    rf"{FILL_ASKED}((?:enter|type|insert|add|write|paste|put)\b[^.;:]{{0,60}}\bhere\b){FILL_LAST}",
    rf"\b(?:text|names?|titles?|descriptions?|details|wording|content|logo|address) (?:goes|to go) here\b{FILL_LAST}",
    r"\breplace (?:this |it )?with (?:your|the|local|own|real)\b",
    rf"{FILL_NOT_BE}(to be (?:completed|inserted|filled in|added|amended) by {FILL_WHO_FILLS})",
    rf"{FILL_ASKED}((?:amend|adapt|edit|replace|complete|delete|remove|add|insert|update|tailor|customise"
    rf"|use(?= this))(?: or \w+)? {FILL_OF_A_FORM}\b"
    r"(?: (?:below|above|in \w+|as (?:required|needed|necessary|appropriate)))?)",
    rf"(?:^|[^\w\s]\s*)({FILL_WHO_FILLS} to (?:add|insert|complete|specify|confirm|amend|adapt|define|state|fill in)\b[^.;]{{0,60}})",
    r"\b(?:text|wording|words|sections?|paragraphs?|parts?|areas?|details|information) (?:(?:that )?(?:is"
    r"|are) )?(?:(?:highlighted|shaded|marked"
    rf"|shown|written) )?in (?:red|yellow|blue|green|grey|italics?|bold|(?:square )?brackets)\b[^.;]{{0,60}}\b{FILL_CHANGED}",
    r"\b(?:complete|amend|adapt|edit|delete|remove|replace|update|change|check) (?:[\w-]+ ){0,3}(?:text|wording|words|sections?"
    r"|paragraphs?|parts?|areas?"
    r"|boxes|fields|details|information) (?:(?:highlighted|shaded|marked|shown|written)|in (?:red|yellow|blue|green|grey|italics?"
    r"|brackets))\b"
    r"(?: in \w+)?",
    r"\bdelete (?:whichever|what|which)\b[^.;]{0,40}\b(?:appl(?:y|ies)|applicable|needed|relevant|required)\b",
    r"\bthis (?:template|section|box|field|paragraph|text|wording)\b[^.;]{0,40}\b(?:(?:should|must|may|can|needs? to|is to|to) be) "
    rf"{FILL_CHANGED}",
    r"^\W{0,4}(?:please )?(?:describe|summari[sz]e|outline|explain|list|state|set out) (?:\w+ ){0,4}"
    r"(?:purpose|duties|responsibilities|aims?|scope) of (?:the|this) (?:job|post|role|position)\b[^.;]{0,80}",
    r"^\W{0,4}(?:please )?(?:insert|paste|attach) (?:[\w’'/-]+ ){0,4}(?:charts?|logo|organogram|structure|table|text|names?"
    r"|details|picture|photo"
    r"|map|dates?|link|paragraph|statement|summary|section)(?: here| below)?(?=\W*$)",
    r"^\W{0,4}(?:example|sample|suggested|template|optional|model) (?:text|wording|paragraph|sentence|statement)s?\s*[:–-]",
    r"\bdelete (?:as|where|if) (?:\w+ )?(?:appropriate|applicable|necessary|needed|required)\b",
    rf"^\W{{0,4}}{FILL_NOTE}\s*:[^\]]{{0,150}}\]?",
    r"\bset by each network\b",
]
"""Words about the text itself, such as its rows, its wording or what is in red: they speak to whoever writes it."""

_EXAMPLES = [
    r"\bbloggs\b|\b(?:jane|john) doe\b|\bany ?town\b|\b(?:dummy|filler|placeholder) text\b|\blorem ipsum\b[^.]{0,60}",
    r"\b0?1234 ?56 ?7(?: ?8\d*)?(?!\d)",
    r"\b(?:first ?name|forename|name|your\.?name|someone|some\.one)(?:[._-](?:last ?name|surname|name))?@[\w.-]*\w|@(?:\w*name"
    r"|your\w*|domain|organisation|company)\.[\w.]*\w|\b12345(?:678?9?0?)?\b|\bwww\.your[\w-]*\.[\w./-]*\w",
    r"\b(?:aa?|ab|an|xx)1{1,2}2? ?[123](?:aa|cd|xx)\b|\bmm ?[/.-] ?yyyy\b",
]
"""Values that are everyone’s example."""

_EXACT = [
    r"\b(?:X{2,}|x{2,}|Xx+)(?:[.,][Xx]+)?(?!\w| chromosome|[^.;]{0,40}\bXY\b)",
    r"\(X{1,3}\)(?= [a-z])",
    r"\bBand [XxNn](?![\w])",
    r"\b(?:Dr|Mr|Mrs|Ms|Miss) X{1,4}(?!\w)",
    r"(?:^|[^\w\s]\s*|\b(?!(?:Generation|Malcolm|Group|Team|Fragile|Gen|Section|Part|Room|Ward|Table|Figure"
    r"|Appendix)\b)\w+ )(X (?:month|week|day|hour|year|session|practice|people|staff|site|(?!(?:rays|is|has|was|does"
    r"|chromosomes)\b)[A-Za-z]+s))\b",
    r"\bX%",
    r"\b(?:Month|MONTH) (?:Year|YEAR|20XX)\b",
    r"^\W{0,4}(?:GUIDANCE|OPTIONAL|INSTRUCTIONS?|EITHER|OR)\s*:",
    r"\{[a-z]+[A-Z]\w*\}",
    r"%[A-Z_]{3,40}%",
    r"\b(?:TODO|FIXME)\b:?|^\W*TO DO:",
    r"\bA\.? ?N\.? ?Other\b",
    r"\b(?:ABC|XYZ) (?:PCN|Primary Care|Practice|Surgery|Medical|Health Centre|Network|Trust|Town)\b",
    r"\b(?:PCN|Practice|Surgery) [XYZ](?!\w)",
    r"(?:^\W{0,4}|\t|:\s*)((?:PLEASE )?(?:INSERT|ENTER)(?: [A-Z]{2,}){1,6})(?=\W{0,4}$)",
    r":\s*(ADD(?: [A-Z]{2,}){1,6})(?=\s*$)",
]
"""What waits only in these capitals."""

UNFILLED_PATTERNS = [
    *(re.compile(one, re.IGNORECASE) for one in (*_BRACKETS, *_TOKENS, *_LABELS, *_INSTRUCTIONS, *_EXAMPLES)),
    *map(re.compile, _EXACT),
]
"""What waits to be filled in: for the same look in the browser too."""

_NOT_FIGURES = (
    r"(?:annex|appendix|chapter|bowl|part|schedule|section|volume|article|act|century|room|ward|block|bay|floor"
    r"|level|group|figure|table)\s+$"
)
"""Words before Roman figures, which twenty and thirty are, and before letters that are names."""

_ASIDE = (
    r"^\[(?:[^a-z]*|[^\]]*[\x22=][^\]]*|[^\]]*\b(?:19|20)\d\d\b[^\]]*|[aditce](?:\s*[/,&]\s*[aditce])+|(?:see|on|in|at|of|and|or|as|with"
    r"|by|for|to|from|which|who|that|he|she|it|we|they|their|our|my|emphasis|a|an|not|also|now|then|formerly|previously|including"
    r"|i\.e|e\.g)\b[^\]]*)\]$"
)
"""Words in square brackets that wait for nothing: a reference, a year, a level, an aside."""

LINE_PATTERNS = {
    "bracketed": re.compile(r"\[[^\[\]]{2,150}\](?!\()"),
    "aside": re.compile(_ASIDE, re.IGNORECASE),
    "abbreviation": re.compile(r"^\[[A-Z][A-Za-z&]{0,6}[A-Z]s?\]$"),
    "dots": re.compile(r"£?_{2,}(?:[,./ -]+_{2,})*|£?(?:\.{5,}|…{2,}|(?:\. ){4,}\.?)"),
    "pageNumber": re.compile(r"\s*(?:page\s*)?\d+\s*(?:$|\t)", re.IGNORECASE),
    "signed": re.compile(r"\b(?:signed|signatures?|sign here|print name)\b", re.IGNORECASE),
    "notFigures": re.compile(_NOT_FIGURES, re.IGNORECASE),
    "capitals": re.compile(
        r"\b(?:NAME|NUMBER|TOWN|SURNAME|AMOUNT|PLACEHOLDER|PCN NAME|PRACTICE NAME|JOB TITLE|INSERT [A-Z]{2,}(?: [A-Z]{2,}){0,3})\b(?!\s*:)"
    ),
}
"""What tells lines to write on from others, X from Roman figures, and fields in capitals, which are headings where all is in capitals."""
