"""A body that is called ready is one that Markdown would give back as it is."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publishing.engine.html_body import OUTER, is_plain_html
from tests.tiers import examples

PROJECT = Path(__file__).resolve().parents[2]


def converted(body: str) -> str:
    """The body as Markdown makes it, with the extensions of our own site."""
    listed = yaml.safe_load((PROJECT / "mkdocs.yml").read_text())["markdown_extensions"]
    names = [next(iter(one)) if isinstance(one, dict) else one for one in listed]
    configs = {name: one[name] for one in listed if isinstance(one, dict) for name in one}
    return markdown.markdown(body, extensions=names, extension_configs=configs)


def told(html: str) -> list[str]:
    """Its lines; empty ones between elements mean nothing."""
    return [line.rstrip() for line in html.split("\n") if line.strip()]


TEXTS = ("Plain words.", "\n\n", "*stars*", "# not a heading", "- a\n- b", "&lt;p&gt;", "[a](b)", "{: .x }", "    four\n", "1 > 0")
WORDS = st.sampled_from(TEXTS)
NAMES = st.sampled_from([*OUTER, "span", "a", "b", "li", "td", "button"])


def element(inside: st.SearchStrategy[list[str]]) -> st.SearchStrategy[str]:
    attributes = st.sampled_from(["", ' class="a b"', ' title="1 > 0 &quot;x&quot;"', " hidden"])
    return st.builds(lambda name, told, parts: f"<{name}{told}>\n{''.join(parts)}\n</{name}>\n", NAMES, attributes, inside)


ODD = st.sampled_from(["<b>", "<span>", "<li>"])  # never closed
VOIDS = st.sampled_from(["<br>", "<hr>", '<img alt="" src="x">', "<input>", "<wbr>"])
PARTS = st.recursive(WORDS | VOIDS | ODD, lambda inner: element(st.lists(inner, max_size=3)), max_leaves=8)


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(PARTS | element(st.lists(PARTS, max_size=3)), min_size=1, max_size=4))
def test_what_is_ready_is_what_markdown_gives_back(parts: list[str]) -> None:
    body = "\n".join(parts)
    if is_plain_html(body):
        assert told(converted(body)) == told(body)


@pytest.mark.parametrize(
    "body",
    [
        "# A heading\n\n<p>Then HTML.</p>",
        "<p>HTML,</p>\n\nthen words.",
        "<p>One</p>\n\n- a list\n\n<p>Two</p>",
        '<div markdown="1">*Marked*</div>',
        "<div><div>Not closed</div>",
        "</div><div>",
        "<a href='x'>Alone in a line</a>",
        "<div>\n```\ncode\n```\n</div>",
        "<!-- a remark -->\n<p>x</p>",
        "words only",
        "",
    ],
)
def test_what_markdown_has_to_read_is_not_ready(body: str) -> None:
    assert not is_plain_html(body)


def test_whole_elements_are_ready() -> None:
    assert is_plain_html('\n<div class="a">\n\n<p>One *two*<br>\n</p>\n\n<svg><path d="M0 0"/></svg>\n</div>\n<p>Three</p>\n')
