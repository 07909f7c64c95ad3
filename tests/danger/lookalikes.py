"""Makes `data/danger/lookalikes.yaml`: the English words that could be taken for a misspelt word of danger.

    python -m tests.danger.lookalikes

The word list is the package `english-words` (GCIDE, from the Collaborative International Dictionary), which only the tests need.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from english_words import get_english_words_set

from generator.knowledge.danger.lexicon import SHORTEST, correctable, own_forms
from generator.knowledge.danger.plain import near
from generator.knowledge.library.loading import load
from generator.knowledge.model.danger import DangerWords

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "data" / "danger" / "lookalikes.yaml"
HEAD = """# yaml-language-server: $schema=../schemas/danger-lookalikes.json
# Made by `python -m tests.danger.lookalikes` from an English word list. Do not edit: change words.yaml and make it again.
# English words so near to a word of danger that they could be taken for a misspelt one. They are never corrected.
id: lookalikes
words: [
"""
ENDINGS = ("", "s", "es", "ed", "d", "ing", "er")


def lookalikes() -> list[str]:
    """The words, in order."""
    words = next(iter(load(ROOT / "data")[0].all(DangerWords).values()))
    known = {form for forms in own_forms(words).values() for form in forms}
    return sorted(near(set(_english()) - known, correctable(words, own_forms(words))))


def _english() -> Iterator[str]:
    """The words of the list with their usual endings, which it mostly leaves out."""
    plain = {w.lower() for w in get_english_words_set(["gcide"], alpha=True, lower=True)}
    made = {word + ending for word in plain for ending in ENDINGS if not (word.endswith("e") and ending.startswith(("e", "ing")))}
    made |= {word[:-1] + ending for word in plain if word.endswith("e") for ending in ("ing", "ed", "er")}
    made |= {word[:-1] + ending for word in plain if word.endswith("y") for ending in ("ies", "ied")}
    made |= {word + word[-1] + ending for word in plain if len(word) < 6 and word[-1:] in "bdgmnprt" for ending in ("ing", "ed", "er")}
    yield from (word for word in made if len(word) >= SHORTEST and word.isascii() and word.isalpha())


def written(words: list[str]) -> str:
    """The file's text."""
    lines, line = [], " "
    for word in words:
        if len(line) + len(word) > 138:
            lines.append(line)
            line = " "
        line += f' "{word}",' if word in ("true", "null", "none", "false", "yes", "off") else f" {word},"
    return HEAD + "\n".join([*lines, line]) + "\n]\n"


if __name__ == "__main__":
    FILE.write_text(written(lookalikes()), encoding="utf-8")
