"""The judgement on danger: the same in Python and in the browser, true to typing errors, and fresh where data are made by a script."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.knowledge.danger.judge import Judge, judge
from generator.knowledge.danger.packed import feature_hash, packed_features, unpacked
from generator.knowledge.danger.plain import plain_danger
from generator.knowledge.danger.prefix_codes import LONGEST_CODE, prefix_coded, prefix_decoded
from generator.knowledge.library.library import Library
from generator.knowledge.model import DangerFamilies, DangerFamily, DangerLookalikes
from tests.ours import LIBRARY
from tests.search.measuring import node

ROOT = Path(__file__).resolve().parents[2]
WALKS = 1500
CARDS = {"self", "harm", "child", "medical"}


@pytest.fixture(scope="module")
def library() -> Library:
    return LIBRARY


@pytest.fixture(scope="module")
def plain(library: Library) -> dict[str, Any]:
    return plain_danger(library)


@pytest.fixture(scope="module")
def judged(plain: dict[str, Any]) -> Judge:
    return judge(plain)


def families(library: Library) -> list[DangerFamily]:
    return [family for record in library.all(DangerFamilies).values() for family in record.families]


def cards(judged: Judge, text: str) -> list[str]:
    return [raised.card for raised in judged.raised(text)]


def walks(library: Library, plain: dict[str, Any]) -> list[str]:
    """Phrases of the data, and words of the data in random order, some misspelt, with signs and accents between."""
    chance = random.Random(7)
    phrases = [text for family in families(library) for text in (*family.examples, *family.not_examples)]
    for name in ("danger-seen.yaml", "harmless-seen.yaml"):
        phrases += [str(one["q"]) for one in yaml.safe_load((ROOT / "tests" / "search" / name).read_text(encoding="utf-8"))[::6]]
    forms = {form for all_forms in plain["concepts"].values() for form in all_forms.split(",") if form[0] != "@"}
    words = sorted({word for text in phrases for word in text.split()} | forms)
    made = []
    for _ in range(WALKS):
        some = [chance.choice(words) for _ in range(chance.randint(1, 9))]
        if chance.random() < 0.3:
            word = chance.choice(some)
            at = chance.randrange(len(word))
            some[some.index(word)] = word[:at] + chance.choice(["", "x", word[at] * 2, "’", ".", "É"]) + word[at + 1 :]
        made.append(chance.choice([" ", " ", ", ", "-"]).join(some))
    return [*phrases, *made, "", "o.d.", "O.D", "a.b.cd", "SI", "30mg", "x30", "İstanbul", "he’s  OD'd"]


@pytest.mark.skipif(not node(), reason="needs Node.js")
def test_python_and_the_browser_judge_alike(library: Library, plain: dict[str, Any], judged: Judge, tmp_path: Path) -> None:
    texts = walks(library, plain)
    files = [tmp_path / "danger.json", tmp_path / "texts.json"]
    files[0].write_text(json.dumps(plain), encoding="utf-8")
    files[1].write_text(json.dumps(texts), encoding="utf-8")
    command = [str(node()), str(ROOT / "tests" / "danger" / "judge.mjs"), *map(str, files)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8")
    here = [[[one.card, one.now, one.family, one.said] for one in judged.raised(text)] for text in texts]
    there = json.loads(ran.stdout)
    assert [(t, a, b) for t, a, b in zip(texts, here, there, strict=True) if a != b] == []


@pytest.mark.parametrize("text", ["", "a", "aaaa", "abracadabra", "".join(chr(65 + i) * round(1.6**i) for i in range(24))])
def test_signs_come_through_codes_that_a_table_can_hold(text: str) -> None:
    packed = prefix_coded(text)
    assert "".join(prefix_decoded(packed, len(text))) == text
    assert len(packed["sizes"]) <= LONGEST_CODE


def test_the_net_is_the_same_after_packing() -> None:
    rows = {"die": [45, 0, -160, 225, 5], "~want die": [-5, 0, 0, 0, 0], "#abc": [0, 0, 0, 0, 0]}
    assert unpacked(packed_features(rows.items()), 5) == {feature_hash(name): weights for name, weights in rows.items()}
    assert unpacked(packed_features([]), 5) == {}


@pytest.mark.parametrize(
    ("typed", "card"),
    [
        ("hes got a nife", "harm"),
        ("sucidal", "self"),
        ("suisidal thoughts", "self"),
        ("OD'd", "medical"),
        ("o.d.", "medical"),
        ("wanna die", "self"),
        ("taken 2 many tablets", "medical"),
        ("took 30 paracetmol", "medical"),
        ("DONT WANNA BE HERE", "self"),
        ("don’t want to live", "self"),
        ("suicídal", "self"),
    ],
)
def test_a_misspelt_danger_word_still_counts(typed: str, card: str, judged: Judge) -> None:
    assert card in cards(judged, typed)


ORDINARY = ["scared", "cooking", "typing", "bed", "overdue", "overdraft", "stranger", "drapes", "groomsman", "breather"]


@pytest.mark.parametrize("word", ORDINARY)
def test_a_dictionary_word_is_never_corrected(word: str, judged: Judge) -> None:
    assert judged.lexicon.corrected(word) == word
    assert cards(judged, word) == []


BESIDE = ["wife", "after the loss of his job", "cancer", "new baby", "brother since dad died", "husband", "redundancy"]


@pytest.mark.parametrize("beside", BESIDE)
def test_suicidal_beside_anything_is_danger(beside: str, judged: Judge) -> None:
    assert cards(judged, f"{beside} suicidal")[:1] == ["self"]
    assert "self" in cards(judged, f"suicidal {beside}")


@pytest.mark.parametrize("number", ["116 123", "0800 6444 101", "07700 900 123", "01923 555 010"])
def test_a_number_to_call_raises_no_card(number: str, judged: Judge) -> None:
    assert cards(judged, number) == []


def test_danger_beside_what_is_harmless_still_counts(judged: Judge) -> None:
    assert cards(judged, "suicide prevention training") == []
    assert cards(judged, "suicide prevention training and i want to die") == ["self"]


def test_every_card_says_which_words_raised_it(library: Library, judged: Judge) -> None:
    for family in families(library):
        for text in family.examples if family.card else []:
            for raised in judged.raised(text):
                assert raised.card in CARDS
                assert raised.said, text
                assert all(word in text for said in raised.said for word in said.replace("…", " ").split())


def test_text_of_other_languages_is_not_dropped(judged: Judge) -> None:
    for text, word in (("ਖੁਦਕੁਸ਼ੀ", 1), ("لا يتنفس", 2), ("не хочу жити", 3), ("chcę umrzeć", 2)):
        assert len(judged.read(text).words) == word


def test_every_language_of_the_front_desk_leads_to_every_card(library: Library) -> None:
    wanted = {"pl", "ro", "pa-Guru", "pa-Latn", "ur", "ur-Latn", "ar", "uk"}
    found = {(family.language, family.card) for family in families(library) if family.language}
    assert found == {(language, card) for language in wanted for card in CARDS}


def test_the_guide_says_how_many_foreign_patterns_rest_on_no_source(library: Library) -> None:
    guide = (ROOT / "content" / "guides" / "how-the-search-works.md").read_text(encoding="utf-8")
    lists = [family for family in families(library) if family.language]
    patterns, bare = sum(len(one.every_pattern) for one in lists), sum(len(one.without_source) for one in lists)
    assert f"any of the {len(lists)} lists. " in guide
    assert f"Of {patterns} patterns, {bare} have no source." in guide
    assert {one.id for one in lists if not one.patterns} == {"ur-latn-child", *(f"pa-latn-{card}" for card in CARDS)}


@pytest.mark.slow
def test_the_look_alikes_are_up_to_date(library: Library) -> None:
    pytest.importorskip("english_words", reason="needs the word list of requirements/test.in")
    from tests.danger.lookalikes import lookalikes

    kept = next(iter(library.all(DangerLookalikes).values())).words
    assert kept == lookalikes(), "run: python -m tests.danger.lookalikes"


def test_a_word_of_another_language_is_no_misspelt_english(judged: Judge) -> None:
    assert judged.lexicon.corrected("violenta") == "violenta"
    assert cards(judged, "violența domestică") == ["harm"]
