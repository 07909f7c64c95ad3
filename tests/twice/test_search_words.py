"""Words of a large directory are read alike by the build, which lists them, and by the browser, which looks them up."""

from __future__ import annotations

import json
import subprocess
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from generator.bench import missing
from generator.documents.browser.search_vocabulary import vocabulary
from generator.documents.browser.search_words import WordReader, initials
from tests.ours import LIBRARY

pytestmark = pytest.mark.skipif(not missing.node(), reason="needs Node.js")

TALK = vocabulary(LIBRARY)["talk"]
TEXTS = [text for service in LIBRARY.services.values() for text in (service.name, service.organisation, service.summary)]
ENDINGS = ["s", "es", "ies", "sses", "shes", "ly", "ing", "ed", "pped", "tting", "izes", "ise", "ization", "e", "n't", "’t", "'s", "’ll"]
WORDS = some.builds(str.__add__, some.text("abcegilmnoprstuxyzéñßﬁ½7", min_size=1, max_size=7), some.sampled_from(["", *ENDINGS]))
"""Words with every ending that is taken off, and some that only seem to have one."""
LETTERS = some.characters(max_codepoint=0x24F, exclude_categories=["Cc", "Cs"]) | some.sampled_from("’ΣςЖ𝐀Ⓐ東")
SAID = some.lists(some.lists(WORDS, max_size=6).map(" ".join) | some.text(LETTERS, max_size=20), min_size=20, max_size=40)
NAMES = some.lists(some.tuples(*[some.text("AbC dé-(.)", max_size=12)] * 2), min_size=20, max_size=40)


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=SAID, names=NAMES)
def test_words_and_initials_are_the_same(said: list[str], names: list[tuple[str, str]], tmp_path: Path) -> None:
    texts, reader = [*TEXTS, *said], WordReader(TALK)
    (tmp_path / "given.json").write_text(json.dumps({"talk": TALK, "texts": texts, "names": names}), encoding="utf-8")
    command = [str(missing.node()), str(Path(__file__).with_name("search-words.mjs")), str(tmp_path / "given.json")]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout)
    assert [[asdict(word) for word in reader.read(text)] for text in texts] == found["read"]
    assert [initials(*pair) for pair in names] == found["initials"]
