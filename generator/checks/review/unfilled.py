"""Find places of a document that wait to be filled in: prompts, brackets with an instruction, lines of dots, X for a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.wording.matching import Stretch, joined_stretches
from generator.knowledge.source_documents import Block

_DO = (
    r"(?:please |pls )?(?:insert|enter|add|type|write|give|state|specify|describe|list|paste|choose|select|complete|delete|remove|amend"
    r"|edit|adapt|replace|fill in|include|name of|number of|details of|date of|your)\b"
)
_FIELD = (
    r"(?:names?|titles?|numbers?|no|dates?|bases?|bands?|salary|hours|practices?|pcn|networks?|locations?|sites?|address|e-?mail|telephone|phone"
    r"|managers?|employers?|organisations?|trust|town|area|place|days?|sessions|logo|link|amount|figure|text|details|role|post|job|team|tb[acd])"
)
_INSIDE = (
    rf"(?:{_DO}[^\[\]<>{{}}()]{{0,150}}|[^\[\]<>{{}}()]{{0,60}}\bto (?:add|insert|complete|confirm|amend"
    rf"|be (?:added|inserted|completed|confirmed))\b[^\[\]<>{{}}()]{{0,100}}|(?:[\w’'/-]+ ){{0,3}}{_FIELD}|[xn?]{{1,6}}|[\s._…]{{0,20}})"
)
"""What is between brackets that wait: an instruction, the name of a field, or nothing."""

_NOT_FIGURES = r"(?:annex|appendix|chapter|bowl|part|schedule|section|volume|article|act|century)\s+$"
"""Words before Roman figures, which twenty and thirty are."""

_ENDS = r"(?=\s*(?:$|[\t;,|)]))"
_LABEL = r"(?:^|\t|[:£]\s*)"

_ANY_CASE = [
    rf"\[{_INSIDE}\](?!\()",
    rf"<{_INSIDE}>",
    rf"\{{{_INSIDE}\}}",
    r"\((?:please |pls )?(?:insert|enter|specify|complete|delete|to be (?:inserted|completed|added|specified))\b[^()]{0,120}\)",
    r"«[^«»]{1,80}»|<<[^<>]{1,80}>>|\{\{[^{}]{1,80}\}\}|\$\{[^{}]{1,80}\}|%%\w{1,40}%%",
    r"\b(?:click|tap)(?: or tap| or click)? here to (?:enter|add|type|choose|select)[^.;:]{0,30}",
    r"\b(?:enter|type|insert|add|write|paste|put)\b[^.;:]{0,60}\bhere\b(?=\s*(?:$|[.\])]))",
    rf"{_LABEL}((?:choose|select|pick) an? (?:item|date|building block|option))\b(?=\s*\.?\s*$)",
    r"\bdd ?[/. -] ?mm(?:m|onth)? ?[/. -] ?yy(?:yy)?\b|\bxx/xx/(?:xx|yy|20|\d\d)\w*",
    r"£ ?x+(?:[,.]x+)*|££+|£(?=\s*(?:$|[\t-]))",
    r"\bt\.?b\.?[acd]\b\.?",
    rf"{_LABEL}(to be (?:agreed|advised|announced|added|arranged|completed|confirmed|decided|determined|finalised|inserted|specified))"
    rf"{_ENDS}",
    r"\bto be (?:completed|inserted|filled in|added|amended) by (?:the |each |your )?(?:practices?|pcns?|networks?|managers?|employers?)\b",
    r"\b(?:amend|adapt|edit|replace|complete|delete)(?: or \w+)? (?:the |this |any )?(?:highlighted |sample |example )?"
    r"(?:text|sections?|paragraphs?|wording)\b(?: below| above| in \w+)?",
    r"\bdelete (?:as|where|if) (?:\w+ )?(?:appropriate|applicable|necessary|needed|required)\b",
    r"\berror! (?:reference|bookmark|no |main |unknown|not a|hyperlink|switch|use the|missing|invalid)[^.]{0,60}",
    rf"{_LABEL}(\*{{3,}}|\?{{2,}}|#+|x+|n/?k){_ENDS}",
    r"#[a-z_]{3,40}#",
    r"\bset by each network\b",
    r"\b0?x{3,}(?:[ .,-]+x{2,})*\b",
]
_EXACT = [
    r"\b(?:X{2,}|x{2,}|Xx+)(?:[.,][Xx]+)?(?![\w])",
    r"\bBand [XxNn](?![\w])",
    r"\b(?:NAME|PLACEHOLDER|PCN NAME|PRACTICE NAME|JOB TITLE|INSERT [A-Z]{2,}(?: [A-Z]{2,}){0,3})\b(?!\s*:)",
]
_LINES = r"£?_{2,}(?:[,./ -]+_{2,})*|£?(?:\.{5,}|…{2,}|(?:\. ){4,}\.?)"
"""Lines and dots to write on."""

_PATTERNS = [*(re.compile(one, re.IGNORECASE) for one in _ANY_CASE), *map(re.compile, _EXACT)]
_DOTS = re.compile(_LINES)
_PAGE_NUMBER = re.compile(r"\s*(?:page\s*)?\d+\s*(?:$|\t)", re.IGNORECASE)
_SIGNED = re.compile(r"\b(?:signed|signatures?|sign here|print name)\b", re.IGNORECASE)

UNFILLED_PATTERNS = _PATTERNS
"""What waits to be filled in, each with at most one group, which ends what it matches: for the same look in the browser."""

LINE_PATTERNS = {"dots": _DOTS, "pageNumber": _PAGE_NUMBER, "signed": _SIGNED, "notFigures": re.compile(_NOT_FIGURES, re.IGNORECASE)}
"""What tells lines to write on from others, for the same look in the browser."""


def unfilled(block: Block) -> list[Stretch]:
    """Where words of a block wait to be filled in, in order. Places that overlap are one."""
    return joined_stretches([*block.unfilled, *_matched(block.text), *_lines(block.text)])


def _matched(text: str) -> Iterator[Stretch]:
    shouted = text.isupper()
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            start, end = found.span(found.lastindex or 0)
            says = text[start:end]
            figures = not says.strip("xX") and re.search(_NOT_FIGURES, text[max(0, start - 20) : start], re.IGNORECASE)
            if says.strip() and not figures and not (shouted and says.replace(" ", "").isalpha() and len(says) > 3):
                yield start, start + len(says.rstrip(" .")) or end


def _lines(text: str) -> Iterator[Stretch]:
    """Lines and dots to write on: not those that lead to the number of a page, and none of a signature."""
    if _SIGNED.search(text):
        return
    for found in _DOTS.finditer(text):
        before, after = text[: found.start()].rstrip(), text[found.end() :].strip()
        if "_" in found[0]:
            waits = bool(before or after)
        else:
            waits = bool(before) and (before.endswith((":", "£")) or not after) and not _PAGE_NUMBER.match(text, found.end())
        if waits:
            yield found.span()
