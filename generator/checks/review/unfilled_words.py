"""The words by which places are known that wait to be filled in: fields, instructions, and who is asked to fill them."""

from __future__ import annotations

FILL_DO = (
    r"(?:please |pls )?(?:insert|enter|add|type|write|give|state|specify|describe|list|paste|choose|select|complete|delete|remove|amend"
    r"|edit|adapt|replace|fill in|include|define|name of|number of|details of|date of|your)\b"
)
FILL_FIELD = (
    r"(?:names?|titles?|numbers?|no|dates?|bases?|bands?|salary|hours|practices?|pcn|networks?|locations?|sites?|address|e-?mail"
    r"|telephone|phone"
    r"|managers?|employers?|organisations?|trust|town|area|county|city|village|place|days?|months?|years?|sessions|logo|link"
    r"|amount|figure|text|details|role|post|job"
    r"|team|surname|forename|initials|either|or|optional|alternative|tb[acd])"
)
FILL_INSIDE = (
    rf"(?:{FILL_DO}[^\[\]<>{{}}()]{{0,150}}|[^\[\]<>{{}}()]{{0,60}}\bto (?:add|insert|complete|confirm|amend"
    rf"|be (?:added|inserted|completed|confirmed))\b[^\[\]<>{{}}()]{{0,100}}|(?:[\w’'/-]+ ){{0,3}}{FILL_FIELD}|[xn?*●•]{{1,6}}"
    r"|\d{1,2}(?:/\d{1,2})+|[\s._…]{0,20})"
)
"""What is between brackets that wait: an instruction, the name of a field, a choice of figures, or nothing."""

FILL_OF_A_FORM = (
    r"(?:(?:further|more|extra|additional|other|any|the|this|these|highlighted|sample|example|red|shaded) ){0,2}"
    r"(?:rows?|lines|bullets?(?: points)?|boxes|columns|options?|words|images?|text|sections?|paragraphs?|wording|templates?"
    r"|placeholders?)"
)
"""What a form is made of. Duties of a post have no rows or wording to change."""

FILL_CHANGED = r"(?:remov|delet|updat|amend|replac|complet|chang|edit|adapt|tailor|customis|insert|fill)(?:e|ed|d|ing)?\b"

FILL_ENDS = r"(?=\s*(?:$|[\t;,|)]))"
FILL_LABEL = r"(?:^|\t|[:£]\s*)"
FILL_LAST = r"(?=\s*(?:$|[.\])]))"

FILL_WHO_FILLS = (
    r"(?:the |each |your )?(?:(?:recruiting|hiring|line|local|host|employing) )?"
    r"(?:practices?|pcns?|networks?|managers?|employers?|recruiters?|hr|human resources)\b"
)
FILL_NOT_BE = r"(?:^|[^\w\s]\s*|\b(?!(?:is|are|was|were|has|have|needs?)\b)\w+\s+)"
"""What stands before words such as `to be completed` that ask for something: no `notes are`."""

FILL_ASKED = r"(?:^|[^\w\s]\s*|\b(?!(?:you|we|they|who|to|will|can|may|must|should|and|or)\b)\w+\s+)"
"""What stands before a verb that asks whoever writes the document to do something."""

FILL_NOTE = (
    r"(?:notes? (?:to|for) (?:the )?(?:(?:recruiting|hiring|line) )?(?:managers?|editors?|authors?|hr|practices?|pcns?|networks?"
    r"|employers?"
    r"|recruiters?)|(?:hr|drafting|editor[’']s|template) notes?|dn|guidance (?:notes? )?for (?:(?:recruiting|hiring|line) )?managers)"
)
"""What a note begins with that is for whoever writes the document."""
