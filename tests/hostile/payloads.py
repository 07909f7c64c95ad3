"""What strangers write. Each holds the word CANARY, so that it can be found again in what is made."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

CANARY = "canary"
PRODUCT = "62615533"
"""7919 times 7907: nobody writes it, but a template that runs what it is given does."""

MARKUP = [
    "<script>canary()</script>",
    "<img src=x onerror=canary()>",
    "<svg/onload=canary()>",
    "</title><script src=//canary.invalid></script>",
    '"><b canary>',
    "' onmouseover='canary()",
    "<!-- canary",
    "]]><canary/>",
    "<style>@import 'http://canary.invalid/'</style>",
    "<a href=javascript:canary()>x</a>",
    "</textarea></noscript></template><canary>",
    "&lt;canary&gt; &amp;canary; &#60;canary&#62;",
    "<iframe srcdoc='<script>canary()</script>'>",
    "<math><mtext><canary>",
    "<base href=//canary.invalid/>",
    "<p canary markdown=1>*x*</p>",
    "<form action=//canary.invalid><input name=canary>",
    "<link rel=stylesheet href=file:///etc/canary.css>",
    "<canary",
    "</div></main></body>canary",
]
MARKDOWN = [
    "[canary](javascript:canary())",
    "![canary](http://canary.invalid/x.png)",
    "<javascript:canary()>",
    "[canary]: //canary.invalid 'x'",
    "canary {: onclick=canary() }",
    "*canary* `canary` ~~canary~~ **canary**",
    "# canary",
    '!!! danger "canary"',
    '--8<-- "/etc/canary"',
    "| canary | x |",
    "    canary",
    "***\ncanary",
    "[^canary]",
    "- canary",
    "1. canary",
    "canary  \\",
    "\\<b canary\\>",
    "[TOC] canary",
    "https://canary.invalid/",
]
BRACES = [
    "{{ 7919 * 7907 }} canary",
    "{% import 'canary' %}",
    "{# canary #}",
    "${canary} #{canary} <%= canary %>",
    "{{ config.canary }}",
    "{{ ''.__class__ }} canary",
    "{0} {canary} %s %(canary)s",
    "{{{{ canary }}}}",
    "{% raw %}canary",
]
PATHS = [
    "../../canary",
    "/etc/canary",
    "..\\..\\canary",
    "%2e%2e%2fcanary",
    "C:\\canary",
    "file:///etc/canary",
    "canary/../../x",
    "~root/canary",
    "con.canary",
    ".canary",
]
FORMULAS = [
    '=HYPERLINK("http://canary.invalid")',
    "+canary|' /C calc'!A0",
    "-1+canary",
    "@SUM(canary)",
    "=canary",
    "\t=canary",
    "=1+1 canary",
]
LINKS = [
    "javascript:canary()",
    "JaVaScRiPt:canary()",
    "data:text/html,<script>canary()</script>",
    "vbscript:canary",
    "//canary.invalid/x",
    'http://canary.invalid/"onx=1',
    "https://canary.invalid/<b>",
    "mailto:canary@canary.invalid?bcc=x",
    "tel:canary",
    "https://user:canary@canary.invalid",
]
STYLES = [
    "url(http://canary.invalid/x)",
    "url(file:///etc/canary)",
    "expression(canary)",
    "; } * { background: url(//canary.invalid) } /*",
    "@import url(data:text/css,canary);",
]
BOMBS = [
    "data:image/svg+xml;base64," + "A" * 2000 + " canary",
    "<img src='data:image/png;base64," + "A" * 2000 + "' alt=canary>",
    "canary " * 500,
    "c" * 3900 + "canary",
]
LETTERS = [
    "＝canary",  # a formula to some programs that read tables
    "canary 🧭👩‍👩‍👧 e\u0301\u0301\u0301",
    "كاناري canary עברית",
    "canary 安全 ｃａｎａｒｙ",
    "“canary” ‘canary’ — … ½ £ €",
    "canary\u00a0\u2009x",
    "Ω canary ſ ﬁ ı",
]
REFUSED = [
    "canary\u0000",
    "canary\u001b[31m",
    "canary\u0007",
    "canary\u202egnp.exe",
    "canary\u2066x",
    "canary\u2028x",
    "canary\ufeff",
    "canary\u200b",
    "canary\r\nx",
    "canary\x85",
    "canary\u200e",
    "canary\u200f",
    "canary\u061c",
    "canary\u2063",
    "canary\u180e",
    "canary\u3164\uffa0\u115f\u17b4",
    "canary\U0001d173\U0001bca0",
    "canary\U000e0001\U000e0063\U000e007f",
    "canary\ud800",
    "canary" + "y" * 1_000_000,
]

FETCHING = [*STYLES, *LINKS, *BOMBS, *(text for text in MARKUP if "//" in text or "src" in text)]
"""Texts that ask a careless reader to fetch something."""

WRITTEN = [*MARKUP, *MARKDOWN, *BRACES, *PATHS, *FORMULAS, *LINKS, *STYLES, *BOMBS]
"""Texts in letters that the typeface of the packs has."""

PAYLOADS = [*WRITTEN, *LETTERS, *REFUSED]

_joined = st.lists(st.sampled_from([*WRITTEN, *LETTERS]), min_size=2, max_size=3).map("".join)
_any = st.text(st.characters(codec="utf-8"), max_size=60).map(lambda text: f"{text}canary{text[::-1]}")
texts = st.one_of(st.sampled_from(PAYLOADS), _joined, _any)


def _shaped(text: str) -> st.SearchStrategy[Any]:
    """The text where a field wants something else: a list, keys, a number, nothing."""
    return st.sampled_from(
        [
            text,
            text,
            text,
            text,
            text,
            [text],
            {text: text},
            {"id": text},
            [[text], {text[:50]: [text]}],
            7,
            -1,
            10**40,
            True,
            None,
            [],
            {},
            "",
        ]
    )


values = texts.flatmap(_shaped)
"""Anything a stranger may put into a field. Most are texts."""
