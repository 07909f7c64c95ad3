"""The language of phrases: what each sign finds, the same in Python and in JavaScript, and fast whatever the text is."""

from __future__ import annotations

import json
import re
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.bench import missing
from generator.documents.browser.wording_data import wording_data
from generator.knowledge.model.forms import PHRASE
from generator.knowledge.text.phrases import beginnings, compiled, keys, source
from tests.ours import LIBRARY, TODAY
from tests.tiers import examples

PROJECT = Path(__file__).parents[2]

SIGNS = [
    ("practice based", "a Practice-based plan", "Practice-based"),
    ("practice based", "a practice\n  based plan", "practice\n  based"),
    ("practice based", "malpractice based", None),
    ("years' work", "three years’ work", "years’ work"),
    ("therap(y|ies)", "Therapies help", "Therapies"),
    ("CRB(| check)", "a CRB check is", "CRB check"),
    ("collab*", "we collaborated", "collaborated"),
    ("collab*", "no colab", None),
    ("# years", "at least 2-3 years of", "2-3 years"),
    ("# years", "two to three years", "two to three years"),
    ("# years", "many years", None),
    ("HCPC ... social worker*", "an HCPC registered social worker", "HCPC registered social worker"),
    ("HCPC ... social worker*", "The HCPC. A social worker", None),
    ("e.g", "rooms, e.g. the hall", "e.g"),
    ("e.g", "the egg", None),
]


@pytest.mark.parametrize(("phrase", "text", "found"), SIGNS)
def test_each_sign(phrase: str, text: str, found: str | None) -> None:
    match = compiled(phrase).search(text)
    assert (match[0] if match else None) == found
    assert re.match(PHRASE, phrase)


def test_capitals_count_where_they_are_asked_for() -> None:
    assert compiled("the Trust", exact=True).search("Ask the Trust.")
    assert not compiled("the Trust", exact=True).search("Gain the trust of people.")


phrases = st.from_regex(PHRASE, fullmatch=True).filter(lambda phrase: len(phrase) <= 60)
pieces = st.text("abcde '.-*#()|", max_size=60)


@settings(max_examples=examples(200), deadline=None, derandomize=True)
@given(phrases, pieces)
def test_a_phrase_is_always_an_expression_and_its_keys_never_hide_a_match(phrase: str, text: str) -> None:
    pattern = compiled(phrase)
    for candidate in (text, phrase.replace("(", "").replace(")", "").replace("|", " ").replace("*", "s")):
        if any(match[0] for match in pattern.finditer(candidate)) and keys(phrase):
            assert keys(phrase) & beginnings(candidate), (phrase, candidate)


@pytest.mark.slow
def test_a_hostile_text_takes_no_long_time() -> None:
    rules = wording_data(LIBRARY, TODAY)["rules"]
    text = ("at least 2 years " * 3000) + ("HCPC " * 3000) + ("a" * 20000) + ("- " * 10000)
    start = time.process_time()
    for rule in rules:
        for pattern in (*rule["find"], *rule["not"], *rule["unless"]):
            re.compile(pattern["source"], re.ASCII | (re.IGNORECASE if "i" in pattern["flags"] else 0)).findall(text)
    assert time.process_time() - start < 10


@pytest.mark.slow
@pytest.mark.skipif(not missing.node(), reason="Node.js is not installed")
def test_javascript_finds_what_python_finds() -> None:
    """Every phrase of every rule on texts of our own, and on the samples that are above."""
    patterns = [p for rule in wording_data(LIBRARY, TODAY)["rules"] for key in ("find", "not", "unless") for p in rule[key]]
    patterns += [{"source": source(phrase), "flags": "gi"} for phrase, _, _ in SIGNS]
    texts = [text for _, text, _ in SIGNS]
    for path in sorted((PROJECT / "data").glob("wording/outdated-*.yaml")):
        texts += path.read_text(encoding="utf-8").splitlines()
    script = (
        "const {patterns, texts} = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
        "const found = (p, t) => [...t.matchAll(new RegExp(p.source, p.flags))].map(m => [m.index, m[0]]);"
        "console.log(JSON.stringify(patterns.map(p => texts.map(t => found(p, t)))))"
    )
    given_to = json.dumps({"patterns": patterns, "texts": texts})
    ran = subprocess.run([str(missing.node()), "-e", script], input=given_to, capture_output=True, text=True, check=True, timeout=60)
    for pattern, answers in zip(patterns, json.loads(ran.stdout), strict=True):
        python = re.compile(pattern["source"], re.ASCII | (re.IGNORECASE if "i" in pattern["flags"] else 0))
        assert [[[m.start(), m[0]] for m in python.finditer(text)] for text in texts] == answers, pattern["source"]
